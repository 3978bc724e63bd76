"""A changed document is cut as if it were new; what it said before keeps its passages."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.building import build_retriever
from retrieval.passages import Passages, cut_at, joined
from retrieval.records import Block, BlockKind, Document, Source, Span
from retrieval.splitting import spans
from retrieval.splitting.recutting import recut
from tests.test_building import SENTENCES, assert_same

PARAGRAPHS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), max_size=6)


def written(paragraphs: list[list[str]], language: str = "en", name: str = "log") -> Document:
    """A document of some paragraphs, each of some sentences, with a block each."""
    texts = [" ".join(own) for own in paragraphs]
    ends = [*accumulate(len(text) + 2 for text in texts)]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, end - 2 - len(text), end - 2)
        for text, end in zip(texts, ends, strict=True)
    )
    text = "\n\n".join(texts)
    source = Source("text", "utf-8", len(text), f"{language} {text}")
    return Document(name, "", "", None, language, text, blocks, source)


def table_of(document: Document) -> Passages:
    """The passages of a document that stands behind another."""
    documents = [written([["One.", "Two."]]), document]
    return joined(documents, [cut_at(own, spans(own)) for own in documents])


@given(PARAGRAPHS, PARAGRAPHS, st.sampled_from(["en", "de"]))
def test_a_changed_document_is_cut_as_a_new_one(
    before: list[list[str]], after: list[list[str]], language: str
) -> None:
    table, document = table_of(written(before)), written(after, language)
    found = recut(document, table, 1)
    expected = cut_at(document, spans(document))
    assert found.cut.spans.tolist() == expected.spans.tolist()
    assert found.cut.quotable.tolist() == expected.quotable.tolist()
    former = found.former[found.former >= 0]
    assert (np.diff(former) > 0).all()
    for number, (start, end) in zip(found.former.tolist(), found.cut.spans.tolist(), strict=True):
        if number >= 0:
            assert table.passage(number).text == document.text[start:end]
            assert language == "en"


def test_only_what_is_new_is_cut_and_analysed() -> None:
    lamp, keeper, storm = ["The lamp was lit."], ["A keeper came.", "He stayed."], ["Storms rose."]
    table = table_of(written([lamp, keeper, storm, lamp]))
    moved = recut(written([storm, ["The keeper left.", "He stayed."], lamp]), table, 1)
    assert moved.former.tolist() == [5, -1, -1, 6]
    edited = recut(written([lamp, ["The keeper left.", "He stayed."], storm]), table, 1)
    assert edited.former.tolist() == [2, -1, 4, 5]


def test_blocks_that_stand_as_before_are_not_split_again() -> None:
    before = written([["One. Two."], ["Three. Four."]])
    whole = [Span(block.start, block.end) for block in before.blocks]  # as nobody would split them
    table = joined([before], [cut_at(before, whole)])
    found = recut(written([["New. Newer."], ["Three. Four."], ["One. Two."]]), table, 0)
    assert found.cut.spans.tolist() == [[0, 4], [5, 11], [13, 25], [27, 36]]
    assert found.former.tolist() == [-1, -1, 1, -1]


@settings(max_examples=60)
@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, st.sampled_from(["en", "de"]))
def test_a_collection_with_changed_documents_is_the_same_to_the_last_bit(
    before: list[list[str]], after: list[list[str]], other: list[list[str]], language: str
) -> None:
    previous = build_retriever([written(before), written(other, name="other")])
    documents = [written(after, language), written(other, name="other")]
    changed = build_retriever(documents, previous=previous)
    assert_same(changed, build_retriever(documents))
