"""Which turn of a series a sentence speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.question import parse_question
from retrieval.retriever import Findings, Retriever
from retrieval.times.timed import search_in_time

HISTORY = """The first Arctic voyage left Tromso in 1901. Captain Nils Berg led the crew of nine.

The second Arctic voyage left Vardo in 1904. It was cut short by a storm off the cape.

A third journey followed in 1909, and the captain was Ole Dahl.
"""


@pytest.fixture
def voyages(tmp_path: Path) -> Retriever:
    (tmp_path / "voyages.txt").write_text(HISTORY, encoding="utf-8")
    limits = Limits(max_file_bytes=10_000, max_files=1)
    return build_retriever(read_collection(tmp_path, limits=limits).documents)


def found(retriever: Retriever, question: str) -> Findings:
    return search_in_time(retriever, parse_question(question), k=5)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who led the crew of the first voyage?", "Nils Berg"),
        ("Why was the second voyage cut short?", "storm"),
        ("Who was the captain of the third voyage?", "Ole Dahl"),
    ],
)
def test_a_sentence_speaks_of_the_turn_that_its_paragraph_named_last(
    voyages: Retriever, question: str, words: str
) -> None:
    assert words in found(voyages, question).hits[0].passage.text


def test_a_sentence_about_another_turn_is_no_answer(voyages: Retriever) -> None:
    first = found(voyages, "Who led the crew of the first voyage?")
    second = found(voyages, "Who led the crew of the second voyage?")
    assert "Nils Berg" in first.hits[0].passage.text
    assert "Nils Berg" not in second.hits[0].passage.text
    assert second.confidence < first.confidence


def test_without_a_turn_nothing_is_moved(voyages: Retriever) -> None:
    assert "Nils Berg" in found(voyages, "Who led the crew of nine?").hits[0].passage.text


def test_a_turn_counted_by_a_word_of_like_meaning_is_another_turn_too(voyages: Retriever) -> None:
    second = found(voyages, "Who was the captain of the second voyage?")
    (third,) = [hit for hit in second.hits if "third journey" in hit.passage.text]
    assert third.probability < second.hits[0].probability / 10
