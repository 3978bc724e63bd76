"""Where the type of thing that is wanted stands in a sentence."""

from __future__ import annotations

import pytest

from retrieval.question import parse_question
from retrieval.ranking.features import features, listed
from retrieval.ranking.sketch import sketched

SENTENCES = (
    "The harbour of Skarvoy was opened by Ida Holm in 1874.",
    "The harbour of Skarvoy is deep, and its water is clear.",
    "Norwegian ships visit the harbour near Bergen.",
)


def values(question: str, name: str) -> list[float]:
    parsed = parse_question(question)
    sketches = sketched(SENTENCES, language="en")
    given = listed(parsed, sketches, idf=lambda _: 1.0, ordered=False)
    return [round(float(value), 2) for value in features(parsed, given, idf=lambda _: 1.0)[name]]


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("Who opened the harbour of Skarvoy?", [1.0, 0.0, 0.0]),
        ("When was the harbour of Skarvoy opened?", [1.0, 0.0, 0.0]),
        ("Where do ships visit the harbour?", [0.0, 0.0, 1.0]),
    ],
)
def test_only_a_sentence_with_something_new_of_the_type_has_it(
    question: str, there: list[float]
) -> None:
    assert values(question, "typed_surely") == there


def test_what_stands_near_the_type_counts_by_its_share_of_the_question() -> None:
    near = values("Who opened the harbour of Skarvoy?", "typed_surely_near")
    assert near[0] > 0.6
    assert near[1:] == [0.0, 0.0]


def test_persons_and_countries_are_told_apart() -> None:
    assert values("Which ships come?", "persons") == [2.0, 0.0, 0.0]
    assert values("Which ships come?", "nations") == [0.0, 0.0, 1.0]
