"""Which documents of a collection are earlier versions of another one, by their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from retrieval.records import Document

MOST = 20_000  # documents whose titles are looked through
_NUMBER = r"(?P<number>\d+(?:\.\d+)*)"
_VERSION = re.compile(
    rf"[\[(]?\b(?:v|ver\.|version|edition|revision|rev\.) ?{_NUMBER}\b[\])]?", re.IGNORECASE
)
_SAID_OLD = re.compile(
    r"\b(?:historic(?:al)?|old(?:er)?|previous|former|superseded|outdated|obsolete|archived)"
    r" (?:version|edition|text)s? of(?: the)?\b",
    re.IGNORECASE,
)


class Editions:
    """The versions of one text that stand side by side; safe to use from several threads.

    Documents are versions of one text where their titles differ in a version's number alone. Of
    more than `MOST` documents none is told.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        """Read the titles of some documents, once they are asked for."""
        self._documents = documents

    def is_superseded(self, document: int) -> bool:
        """Whether the document with a number has a later version in the collection."""
        return document in self._superseded

    @cached_property
    def _superseded(self) -> frozenset[int]:
        found: dict[str, list[tuple[tuple[int, ...], int]]] = {}
        if len(self._documents) <= MOST:
            for number, document in enumerate(self._documents):
                titled = _VERSION.search(document.title)
                if titled:
                    version = tuple(map(int, titled["number"].split(".")))
                    found.setdefault(_text_named(document.title), []).append((version, number))
        found.pop("", None)
        return frozenset(
            number
            for versions in found.values()
            for version, number in versions
            if version < max(versions)[0]
        )


def _text_named(title: str) -> str:
    """A title without its version."""
    bare = _SAID_OLD.sub(" ", _VERSION.sub(" ", title))
    return " ".join(re.findall(r"\w+", bare.casefold()))
