"""Documents about a topic: asked twice, so that other words of the topic help."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.building import retriever_of
from retrieval.documents import DocumentIndex
from retrieval.evaluation.paragraphs import document_of
from retrieval.indexing.postings import DOCUMENTS
from retrieval.passages import tabulate
from retrieval.records import Span
from retrieval.topics import best_documents
from retrieval.weighing import build_index

TEXTS = [
    "ship sail wind",
    "ship sail mast",
    "sail mast rope",
    *(f"cow grass {word}" for word in "abcdefghijklmnopqrstuvwxyz"),
]


def documents_of(texts: list[str]) -> DocumentIndex:
    """Documents whose passages are single words."""
    documents = [document_of(text, name=str(n), title="") for n, text in enumerate(texts)]
    spans = []
    for text in texts:
        ends = [place for place, letter in enumerate(f"{text} ") if letter == " "]
        spans.append([Span(a, b) for a, b in zip([0, *ends], ends, strict=False) if a < b])
    retriever = retriever_of(tabulate(documents, spans))
    return DocumentIndex(retriever.index, retriever.forward, retriever.passages.firsts)


def about(topic: str, texts: list[str]) -> list[int]:
    documents = documents_of(texts)
    weights = documents.weights(topic.split())
    found = best_documents(documents, weights, lambda number: texts[number].split(), k=5)
    assert list(found.scores) == sorted(found.scores, reverse=True)
    return [int(number) for number in found.passages]


def test_documents_with_the_topics_words_come_first() -> None:
    assert set(about("ship", TEXTS)[:2]) == {0, 1}


def test_documents_that_use_other_words_of_the_topic_follow() -> None:
    assert about("ship", TEXTS) in ([0, 1, 2], [1, 0, 2])


def test_a_topic_that_occurs_nowhere_finds_nothing() -> None:
    assert about("zebra", TEXTS) == []


def test_in_a_small_collection_no_document_lends_terms() -> None:
    assert about("ship", ["ship sail", "sail mast"]) == [0]


@given(st.lists(st.lists(st.sampled_from(["ship", "sail", "mast", "cow"])), min_size=1))
def test_an_index_made_of_passages_is_that_of_whole_documents(words: list[list[str]]) -> None:
    documents = documents_of([" ".join(own) for own in words])
    whole = build_index(words, DOCUMENTS)
    weights = whole.weights(["sail", "ship", "zebra"])
    assert documents.weights(["sail", "ship", "zebra"]) == weights
    found, expected = documents.search(weights, 3), whole.search(weights, 3)
    assert found.passages.tolist() == expected.passages.tolist()
    assert found.scores.tolist() == expected.scores.tolist()
    for number in range(len(words)):
        (parts,) = whole.parts([number], weights)
        assert list(documents.weights_in(number, weights).items()) == list(parts)
