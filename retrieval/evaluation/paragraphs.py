"""Paragraphs with questions as one collection: a document each, and which passages answer what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from retrieval.evaluation.datasets import Paragraph
from retrieval.passages import Passages, tabulate
from retrieval.records import Block, BlockKind, Document, Source
from retrieval.splitting import spans


def document_of(text: str, *, name: str, title: str, language: str = "en") -> Document:
    """A text of one paragraph as a document."""
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=name,
        title=title,
        publisher="",
        date=None,
        language=language,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        source=Source("text", "utf-8", len(text.encode()), fingerprint),
    )


def passages_of(paragraphs: Sequence[Paragraph], *, language: str = "en") -> Passages:
    """The sentences of all paragraphs; document i is paragraph i."""
    documents = [
        document_of(paragraph.text, name=str(i), title=paragraph.title, language=language)
        for i, paragraph in enumerate(paragraphs)
    ]
    return tabulate(documents, [spans(document) for document in documents])


def asked_in(
    paragraphs: Sequence[Paragraph], passages: Passages
) -> Iterator[tuple[int, str, frozenset[int]]]:
    """Each question with its article's number and the passages in which an answer begins."""
    articles = {title: i for i, title in enumerate(dict.fromkeys(p.title for p in paragraphs))}
    for number, paragraph in enumerate(paragraphs):
        first, last = passages.firsts[number], passages.firsts[number + 1]
        starts, ends = passages.spans[first:last].T
        for asked in paragraph.questions:
            right = frozenset(
                int(first + place)
                for _, start in asked.answers
                for place in np.flatnonzero((starts <= start) & (start < ends))
            )
            if right:
                yield articles[paragraph.title], asked.question, right
