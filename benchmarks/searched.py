"""Quoth's search alone, for `benchmarks.speed`: what it finds, not how that is ranked or worded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retrieval.analysis import analyser
from retrieval.searchable import open_searchable


def searcher(folder: Path, count: int) -> Callable[[str], object]:
    """Finds the `count` best sentences of a question, with their texts."""
    index, texts = open_searchable(folder)

    def search(question: str) -> list[str]:
        terms = analyser("en").terms(question)
        found = index.search(index.weights(terms), count).passages.tolist()
        return [texts.passage(number) for number in found]

    return search
