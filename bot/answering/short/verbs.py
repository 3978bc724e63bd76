"""Where a candidate stands in relation to the question's verb."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence
from bot.answering.short.running import Column, are_among, equal, nearness, running_sums


def verb_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.intp], verb: NDArray[np.bool_]
) -> list[Column]:
    """`verb` (n + 2,) marks the question's verb among the tokens, shifted by one."""
    first, last = spans[:, 0], spans[:, 1]
    n = len(sentence.tags)
    just_before = verb[first] | (verb[np.maximum(first - 1, 0)] & (first != 0))
    just_after = verb[last + 1] | verb[np.minimum(last + 2, n + 1)]
    places = np.flatnonzero(verb) - 1
    if len(places):
        somewhere_before = first > places[0]
        somewhere_after = last <= places[-1]
    else:
        somewhere_before = somewhere_after = np.zeros(len(first), dtype=bool)
    right = somewhere_after if asked.gap_first else somewhere_before
    wrong = somewhere_before if asked.gap_first else somewhere_after
    every = (just_before, just_after, somewhere_before, somewhere_after)
    reach = _reach_columns(sentence, first, last, verb, asked.preposition)
    return [*every, *reach, right, wrong & ~right]


def _reach_columns(
    sentence: Sentence,
    first: NDArray[np.intp],
    last: NDArray[np.intp],
    verb: NDArray[np.bool_],
    preposition: str,
) -> tuple[Column, ...]:
    """How far the verb is, and what stands between it and a candidate behind it."""
    marked = verb[1:-1].astype(np.float32)
    near_after = nearness(marked)[first]
    near_before = nearness(marked[::-1])[::-1][last]
    tags = np.frombuffer(sentence.tags.encode(), dtype=np.uint8)
    places = np.where(verb[1:-1], np.arange(len(tags)), -1)
    latest = np.concatenate(([-1], np.maximum.accumulate(places)))
    verb_at = latest[first]
    behind = verb_at >= 0

    def between(letters: bytes) -> NDArray[np.float32]:
        counts = running_sums(are_among(tags, letters))
        return counts[first] - counts[np.maximum(verb_at, 0) + 1] if len(tags) else counts[first]

    other = first - verb_at - 1 - between(b"DA#")
    words = sentence.words
    mark = np.concatenate(([False, False], verb[1:-1]))
    article = np.concatenate(([False], tags == ord("D")))[first]
    opening = first - article
    through = mark[opening]
    return (
        near_after,
        near_before,
        behind & (other == 0),
        behind & (between(b",S.") > 0),
        behind & (between(b"Pot") > 0),
        through & equal(words, "by", before=2)[opening + 1],
        through & equal(words, preposition, before=2)[opening + 1],
    )
