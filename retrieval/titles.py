"""The words of documents' titles, file names and publishers, some of which stand in no text."""

from __future__ import annotations

from functools import cached_property

from retrieval.analysis import analyser
from retrieval.index import Index
from retrieval.passages import Passages

MOST = 20_000  # documents whose names are looked through for a word that no text has
PASSAGES = 12  # that a document is looked through for when only its name has a word
_LEAST_LETTERS = 3  # of a word of a file's name


class Titles:
    """The names of a collection's documents; safe to use from several threads."""

    def __init__(self, passages: Passages, index: Index) -> None:
        """Read the names of the documents of `passages`, whose numbers are those of `index`."""
        self._passages = passages
        self._index = index
        self._terms: dict[int, frozenset[str]] = {}

    def terms(self, document: int) -> frozenset[str]:
        """The terms of a document's title and date, and those that only its other names have."""
        known = self._terms.get(document)
        if known is None:
            source = self._passages.documents[document]
            date = source.date.strftime("%B %Y") if source.date else ""
            titled = frozenset(analyser(source.language).terms(f"{source.title} {date}"))
            known = self._terms[document] = titled | self._own(document)
        return known

    def documents(self, term: str) -> tuple[int, ...]:
        """The documents in whose names stands a term that is in no text."""
        return () if self._index.document_frequency(term) else tuple(self._named.get(term, ()))

    def passages(self, term: str) -> list[int]:
        """The first passages of the documents that `documents` tells."""
        firsts = self._passages.firsts
        return [
            passage
            for document in self.documents(term)
            for passage in range(
                firsts[document], min(firsts[document] + PASSAGES, firsts[document + 1])
            )
        ]

    def _own(self, document: int) -> frozenset[str]:
        """The terms of a file's name and of its publisher's that no text has."""
        source = self._passages.documents[document]
        return frozenset(
            term
            for term in analyser(source.language).terms(f"{source.called} {source.publisher}")
            if len(term) >= _LEAST_LETTERS
            and term.isalpha()
            and not self._index.document_frequency(term)
        )

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        """The documents by the terms that only their names have."""
        found: dict[str, list[int]] = {}
        if len(self._passages.documents) > MOST:
            return found
        for number, source in enumerate(self._passages.documents):
            analysis = analyser(source.language)
            for term in {*analysis.terms(source.title), *self._own(number)} - analysis.stop_terms:
                if term.isalpha() and not self._index.document_frequency(term):
                    found.setdefault(term, []).append(number)
        return found
