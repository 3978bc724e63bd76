"""How much each word of a question tells, and what that changes."""

from __future__ import annotations

from retrieval.evaluation.datasets import Selection
from retrieval.ranking.ranker import weighing
from retrieval.training.salience import LEAST, salience_of

THINGS = ("lamp", "mill", "boat", "bell", "gate", "well", "barn", "road", "inn", "pier")
ASKED = [
    Selection(
        id=str(number),
        question=f"When did painting the {thing} by Holm start?",
        title=f"The {thing}",
        ordered=True,
        candidates=(f"Holm went to work on it in 18{number:02}.", "It starts to rain."),
        labels=(True, False),
    )
    for number, thing in enumerate(THINGS)
]


def test_a_word_tells_as_much_as_right_sentences_hold_it() -> None:
    found = salience_of(ASKED)
    assert "holm" not in found  # every right sentence holds it
    assert LEAST <= found["start"] < 0.5
    assert not found.keys() & set(THINGS)


def test_words_of_few_questions_are_taken_for_telling() -> None:
    assert salience_of(ASKED[:3]) == {}


def test_what_was_learnt_from_english_counts_for_english_alone() -> None:
    def weight(term: str, language: str) -> float:
        return weighing(lambda _: 4.0, {"happen": 0.25}, language=language)(term)

    assert weight("happen", "en") == 1.0
    assert weight("ferri", "en") == 4.0
    assert weight("happen", "de") == 4.0
