"""Several languages in one collection: what each one's questions find there and found alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.report import Figures, Rows
from retrieval.building import retriever_of
from retrieval.evaluation.datasets import Paragraph
from retrieval.evaluation.measures import recall
from retrieval.evaluation.paragraphs import asked_in, passages_of
from retrieval.language import language_of
from retrieval.passages import Passages, tabulate
from retrieval.question import parse_question
from retrieval.records import Span
from retrieval.retriever import Retriever

DEPTHS = (1, 5, 20)


def together(sets: Mapping[str, Sequence[Paragraph]]) -> Rows:
    """For each set by name: recall alone and in one collection of all of them.

    The language of a paragraph's set and of each question is told as the bot tells it; `told` is
    the share of questions whose language was told right.
    """
    languages = {
        name: language_of(" ".join(p.text for p in paragraphs[:20]))
        for name, paragraphs in sets.items()
    }
    alone = {
        name: passages_of(paragraphs, language=languages[name]) for name, paragraphs in sets.items()
    }
    mixed = retriever_of(_joined(alone))
    rows: Rows = {}
    first = 0
    for name, paragraphs in sets.items():
        rows[name] = _compared(paragraphs, alone[name], mixed, first, languages, name)
        first += len(alone[name])
    return rows


def _joined(sets: Mapping[str, Passages]) -> Passages:
    """The passages of all sets in one table, those of the first set first."""
    documents, spans = [], []
    for name, passages in sets.items():
        for number, document in enumerate(passages.documents):
            documents.append(replace(document, id=f"{name}/{document.id}"))
            first, last = passages.firsts[number : number + 2].tolist()
            spans.append([Span(*span) for span in passages.spans[first:last].tolist()])
    return tabulate(documents, spans)


def _compared(
    paragraphs: Sequence[Paragraph],
    passages: Passages,
    mixed: Retriever,
    first: int,
    languages: Mapping[str, str],
    name: str,
) -> Figures:
    """The figures of one set, whose passages begin with the number `first` in the mixed ones."""
    own = retriever_of(passages)
    among = set(languages.values())
    alone: list[int | None] = []
    among_all: list[int | None] = []
    right_language = []
    for _, text, right in asked_in(paragraphs, passages):
        language = language_of(text, among=among)
        right_language.append(language == languages[name])
        alone.append(_place(own, text, languages[name], right))
        moved = frozenset(number + first for number in right)
        among_all.append(_place(mixed, text, language or languages[name], moved))
    return {
        **{f"recall@{k} alone": recall(alone, k) for k in DEPTHS},
        **{f"recall@{k} together": recall(among_all, k) for k in DEPTHS},
        "told": float(np.mean(right_language)),
    }


def _place(retriever: Retriever, text: str, language: str, right: frozenset[int]) -> int | None:
    """The place, from 0, of the first right passage among the first ones."""
    hits = retriever.search(parse_question(text, language=language), k=DEPTHS[-1]).hits
    return next((i for i, hit in enumerate(hits) if hit.passage.number in right), None)
