"""Quoth's search alone, for `benchmarks.speed`: what it finds, not how that is ranked or worded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retrieval.analysis import analyser
from retrieval.index import Index
from retrieval.searchable import open_searchable


def searcher(folder: Path, count: int) -> Callable[[str], object]:
    """Finds the `count` best sentences of a question, with their texts."""
    index, texts = open_searchable(folder)
    return lambda question: found(question, index, texts.passage, count)


def found(question: str, index: Index, text: Callable[[int], str], count: int) -> list[str]:
    """The `count` best sentences of a question, whose texts are told by their numbers."""
    weights = index.weights(analyser("en").terms(question))
    return [text(number) for number in index.search(weights, count).passages.tolist()]
