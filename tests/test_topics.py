"""Documents about a topic: asked twice, so that other words of the topic help."""

from __future__ import annotations

from retrieval.indexing.weighing import DOCUMENTS, build_index
from retrieval.topics import best_documents

TEXTS = [
    "ship sail wind",
    "ship sail mast",
    "sail mast rope",
    *(f"cow grass {word}" for word in "abcdefghijklmnopqrstuvwxyz"),
]


def about(topic: str) -> list[int]:
    documents = [text.split() for text in TEXTS]
    index = build_index(documents, DOCUMENTS)
    found = best_documents(index, index.weights(topic.split()), documents.__getitem__, k=5)
    assert list(found.scores) == sorted(found.scores, reverse=True)
    return [int(number) for number in found.passages]


def test_documents_with_the_topics_words_come_first() -> None:
    assert set(about("ship")[:2]) == {0, 1}


def test_documents_that_use_other_words_of_the_topic_follow() -> None:
    assert about("ship") == [0, 1, 2] or about("ship") == [1, 0, 2]


def test_a_topic_that_occurs_nowhere_finds_nothing() -> None:
    assert about("zebra") == []


def test_in_a_small_collection_no_document_lends_terms() -> None:
    documents = [["ship", "sail"], ["sail", "mast"]]
    index = build_index(documents, DOCUMENTS)
    found = best_documents(index, index.weights(["ship"]), documents.__getitem__, k=5)
    assert [int(number) for number in found.passages] == [0]
