"""JSON lines of question-and-answer pairs to a Page."""

from __future__ import annotations

import json

from retrieval.errors import UnreadableFileError
from retrieval.reading.page import Page
from retrieval.reading.pairs import page_of_pairs, pairs_of


def read(text: str) -> Page:
    """A page of one object a line, {"question": …, "answer": …}; other lines are counted.

    Raises UnreadableFileError where there is no pair, or where a first line is no JSON at all.
    """
    records: list[object] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            records.append(json.loads(line))
        except (ValueError, RecursionError):
            if not records:
                raise UnreadableFileError(f"line {number} is no JSON") from None
            records.append(None)
    pairs, other = pairs_of(records)
    return page_of_pairs(pairs, other=other)
