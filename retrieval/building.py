"""Documents to a Retriever: sentences, terms, indexes and words, in one go."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.analysis import analyser, surfaces
from retrieval.passages import Passages, tabulate
from retrieval.ranker import Ranker
from retrieval.records import Document
from retrieval.retriever import Retriever
from retrieval.splitting import spans
from retrieval.weighing import DOCUMENTS, gather, weigh
from retrieval.words import gather_words


def build_retriever(documents: Sequence[Document], *, ranker: Ranker | None = None) -> Retriever:
    """The retriever of some documents; `ranker` defaults to the one that comes with Quoth."""
    return retriever_of(tabulate(documents, [spans(d) for d in documents]), ranker=ranker)


def retriever_of(passages: Passages, *, ranker: Ranker | None = None) -> Retriever:
    """The retriever of passages that are cut already."""
    words: dict[str, str] = {}
    terms = gather(_terms(passages, number, words) for number in range(len(passages)))
    return Retriever(
        passages,
        weigh(terms),
        documents=weigh(terms.grouped(passages.firsts), DOCUMENTS),
        words=gather_words(words, terms.vocabulary),
        ranker=ranker,
    )


def _terms(passages: Passages, number: int, words: dict[str, str]) -> list[str]:
    """The terms of a passage; its words are added to `words`."""
    passage = passages.passage(number)
    term = analyser(passage.document.language).term
    found = []
    for surface in surfaces(passage.text):
        found.append(normal := term(surface))
        words.setdefault(surface, normal)
    return found
