"""What of the question stands around a candidate: its words, its verb, its noun."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.short.running import (
    Column,
    Floats,
    are_among,
    are_empty,
    equal,
    faded,
    running_sums,
)
from bot.answering.short.verbs import verb_columns

FADING = (0.5, 0.8)
_SLOWLY = 1  # the place of the latter
_SIMILAR = 5
_PARTIAL = 0.6


def term_weights(sentence: Sentence, asked: Asked) -> Floats:
    """(n_tokens,): how much of the question each token matches, less where only in part."""
    weights = np.zeros(len(sentence.tags), dtype=np.float32)
    for i, term in enumerate(sentence.terms):
        if not term:
            continue
        weight = asked.weights.get(term)
        if weight is None and len(term) > _SIMILAR and sentence.tags[i] not in "DPXSR":
            start = term[:_SIMILAR]
            weight = _PARTIAL * max(
                (value for known, value in asked.weights.items() if known.startswith(start)),
                default=0.0,
            )
        weights[i] = weight or 0.0
    return weights


def match_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.intp], weights: Floats
) -> list[Column]:
    """How much of the question stands on each side of each candidate and in it.

    `weights` (n_tokens,) are those of `term_weights`.
    """
    first, last = spans[:, 0], spans[:, 1]
    tags = np.frombuffer(sentence.tags.encode(), dtype=np.uint8)
    left = [faded(weights, rate) for rate in FADING]
    right = [faded(weights[::-1], rate)[::-1] for rate in FADING]
    before = [sums[first] for sums in left]
    after = [sums[last] for sums in right]
    around = [np.maximum(b, a) for b, a in zip(before, after, strict=True)]
    focus = np.array([term in asked.focus for term in sentence.terms], dtype=bool)
    sums = running_sums(weights)
    return [
        *before,
        *after,
        *around,
        np.minimum(sums[last] - sums[first], 3),
        *_repeating_columns(tags, spans, matched=weights > 0, focus=focus),
        *verb_columns(sentence, asked, spans, equal(sentence.terms, asked.verb)),
        equal(sentence.words, asked.preposition)[first],
        *_focus_columns(equal(sentence.terms, asked.head), focus, first, last),
        *_copula_columns(sentence, spans, left[_SLOWLY], right[_SLOWLY]),
        *_order_columns(sentence.terms, asked, spans),
        *_clause_columns(tags, first, last, sums),
    ]


def _repeating_columns(
    tags: NDArray[np.uint8],
    spans: NDArray[np.intp],
    *,
    matched: NDArray[np.bool_],
    focus: NDArray[np.bool_],
) -> list[Column]:
    """How much of a candidate the question says itself; `matched`, `focus` are (n_tokens,)."""
    first, last = spans[:, 0], spans[:, 1]
    counts = running_sums(matched)
    repeated = counts[last] - counts[first]
    told = running_sums(are_among(tags, b"NC#VEGA"))
    content = np.maximum(told[last] - told[first], 1)
    sought = running_sums(focus | matched)
    return [
        repeated >= content,
        sought[last] - sought[first] >= content,
        repeated / content,
        matched[first],
        matched[last - 1],
    ]


def _order_columns(terms: Sequence[str], asked: Asked, spans: NDArray[np.intp]) -> list[Column]:
    """Whether the question's last word stands before a candidate, its first one behind it."""
    first, last = spans[:, 0], spans[:, 1]
    # Where the question has no order, what has no term counts, as it did when the model learnt.
    final = equal(terms, asked.order[-1]) if asked.order else are_empty(("", *terms, ""))
    opening = equal(terms, asked.order[0]) if asked.order else are_empty(("", *terms, ""))
    return [
        final[first] | final[np.maximum(first - 1, 0)],
        opening[last + 1] | opening[np.minimum(last + 2, len(terms) + 1)],
    ]


def _clause_columns(
    tags: NDArray[np.uint8], first: NDArray[np.intp], last: NDArray[np.intp], sums: Floats
) -> list[Column]:
    """How much is matched between the candidate and the nearest comma or opener on each side."""
    n = len(tags)
    opened = np.zeros(n + 1, dtype=np.int32)
    opened[1:] = np.where(are_among(tags, b",S(."), np.arange(1, n + 1), 0)
    closed = np.full(n + 1, n, dtype=np.int32)
    closed[:-1] = np.where(are_among(tags, b",S)."), np.arange(n), n)
    opened = np.maximum.accumulate(opened)
    closed = np.minimum.accumulate(closed[::-1])[::-1]
    return [sums[first] - sums[opened[first]], sums[closed[last]] - sums[last]]


def _focus_columns(
    head: NDArray[np.bool_],
    focus: NDArray[np.bool_],
    first: NDArray[np.intp],
    last: NDArray[np.intp],
) -> list[Column]:
    """`focus` (n,) marks the tokens asked for, `head` (n + 2,) the noun, shifted by one."""
    sums = running_sums(focus)
    return [
        head[last],
        np.minimum(sums[last] - sums[first], 2),
        head[first] | head[np.maximum(first - 1, 0)],
        head[last + 1] | head[np.minimum(last + 2, len(head) - 1)],
    ]


def _copula_columns(
    sentence: Sentence, spans: NDArray[np.intp], left: Floats, right: Floats
) -> list[Column]:
    """`left` and `right` (n_tokens + 1,) are what fades slowly on each side of a token."""
    first, last = spans[:, 0], spans[:, 1]
    n = len(sentence.tags)
    rules = syntax("en")
    copula = np.array([False, *(w in rules.copulas for w in sentence.words), False, False])
    at = copula[first] | copula[np.maximum(first - 1, 0)]
    then = copula[last + 1]
    return [at * left[np.maximum(first - 1, 0)], then * right[np.minimum(last + 1, n)]]
