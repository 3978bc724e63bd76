"""How closely words stand for a question's terms: in sentences, around them, in titles."""

from __future__ import annotations

import pytest

from retrieval.analysis import analyser
from retrieval.ranking.closeness import closeness, closeness_in, standing_for
from retrieval.ranking.sketch import sketched

TEXTS = ["The water minister spoke.", "The minister of water", "ministers spoke of water", ""]


def term(word: str) -> str:
    return analyser("en").term(word)


@pytest.mark.parametrize(
    ("phrase", "there"),
    [
        ("water minister", [0.6, 0, 0, 0]),
        ("spoke minister", [0, 0, 0, 0]),
        ("water", [0.6, 0.6, 0.6, 0]),
        ("minister spoke", [0.6, 0, 0.6, 0]),
        ("water spoke qwrtzy", [0, 0, 0, 0]),
    ],
)
def test_a_phrase_stands_for_a_term_where_its_words_follow_one_another_in_one_text(
    phrase: str, there: list[float]
) -> None:
    sketches = sketched(TEXTS, language="en")
    others = {term("official"): {" ".join(map(term, phrase.split())): 0.6}}
    assert closeness(sketches, others)[:, 0].tolist() == there


def test_the_nearest_word_counts_and_nothing_is_as_near_as_the_term_itself() -> None:
    synonyms = {"truce": {"ceasefir": 0.8, "quiet": 0.3}}
    others = standing_for(["truce"], {}, synonyms)
    texts = ["A quiet ceasefire.", "A quiet day.", "A truce, or ceasefire."]
    assert closeness(sketched(texts, language="en"), others)[:, 0].tolist() == [0.8, 0.3, 1.0]


def test_another_spelling_is_as_near_as_the_term() -> None:
    others = standing_for(["kesmar"], {"kesmer": "kesmar"}, {})
    assert closeness(sketched(["Kesmer fell."], language="en"), others).tolist() == [[1.0]]


def test_the_words_of_a_title_have_no_order() -> None:
    others = standing_for(["truce", "when"], {}, {"truce": {"ceasefir": 0.8, "cease fire": 0.9}})
    titles = [frozenset({"ceasefir", "when"}), frozenset({"cease", "fire"}), frozenset[str]()]
    assert closeness_in(titles, others).tolist() == [[0.8, 1.0], [0.0, 0.0], [0.0, 0.0]]
