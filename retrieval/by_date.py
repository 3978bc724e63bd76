"""The documents of a collection in the order of their dates."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from retrieval.records import Document

MOST = 20_000  # documents whose dates are looked through


class ByDate:
    """Which documents were written when; safe to use from several threads.

    Of more than `MOST` documents none is told.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        """Read the dates of some documents, once they are asked for."""
        self._documents = documents

    @property
    def years(self) -> range:
        """The years from the first date to the last."""
        dates = self._dated
        return range(dates[0][0].year, dates[-1][0].year + 1) if dates else range(0)

    def written(self, first: datetime.date, last: datetime.date) -> list[int]:
        """The numbers of the documents written from one day to another, in that order."""
        start = bisect_left(self._dated, (first, 0))
        end = bisect_right(self._dated, (last, len(self._documents)))
        return [number for _, number in self._dated[start:end]]

    @cached_property
    def _dated(self) -> list[tuple[datetime.date, int]]:
        """The date and number of each document that has a date, in order."""
        if len(self._documents) > MOST:
            return []
        dates = ((document.date, n) for n, document in enumerate(self._documents))
        return sorted((date, n) for date, n in dates if date is not None)
