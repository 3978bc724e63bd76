"""What a candidate looks like by itself: its mentions, its edges, brackets and capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence
from bot.answering.short.running import Column, Floats, are_among, running_sums
from retrieval.entities import Kind, Mention

KINDS = tuple(Kind)


def mention_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.intp], found: Sequence[Mention]
) -> list[Floats]:
    """Which kinds of mention each candidate is and holds, and whether they are those wanted.

    `spans` (n, 2) are the candidates' tokens, `found` all mentions of the sentence.
    """
    n = len(sentence.tags)
    begins = np.zeros((n, len(KINDS)), dtype=np.float32)
    same = np.zeros((len(spans), len(KINDS)), dtype=np.float32)
    ends = sentence.tokens.ends
    for mention in found:
        kind = KINDS.index(mention.kind)
        first = sentence.at(mention.start)
        last = bisect_right(ends, mention.end)
        if first < last:
            begins[first, kind] += 1
            same[(spans[:, 0] == first) & (spans[:, 1] == last), kind] = 1
    sums = running_sums(begins)
    held = np.minimum(sums[spans[:, 1]] - sums[spans[:, 0]], 2)
    wanted = [KINDS.index(kind) for kind in sorted(asked.kinds)]
    fits = same[:, wanted].max(axis=1, initial=0)
    holds = (held[:, wanted].max(axis=1, initial=0) > 0).astype(np.float32)
    others = (held.sum(axis=1) > 0) * (1 - holds) if wanted else np.zeros(len(spans))
    return [*same.T, *held.T, fits, holds, others.astype(np.float32)]


def shape_columns(
    spans: NDArray[np.intp], tags: NDArray[np.uint8], padded: NDArray[np.uint8]
) -> list[Column]:
    """Where each candidate begins and ends; `padded` (n + 2,) are the tags with both edges."""
    first, last = spans[:, 0], spans[:, 1]
    noun = are_among(padded, b"NC#")
    comma = padded == ord(",")
    quote, opened, closed = (padded == ord(c) for c in '"()')
    capital = running_sums(tags == ord("C"))
    brackets = running_sums((tags == ord("(")).astype(np.float32) - (tags == ord(")")))
    quotes = running_sums(tags == ord('"'))
    unpaired = (brackets[last] != brackets[first]) | ((quotes[last] - quotes[first]) % 2 == 1)
    return [
        first == 0,
        are_among(padded[last + 1], b".$"),
        noun[first] & noun[first + 1],
        noun[last] & noun[last + 1],
        comma[first] & (comma[last + 1] | (padded[last + 1] == ord("."))),
        opened[first] & closed[last + 1],
        (quote[first] & quote[last + 1]) | (quote[first + 1] & quote[last]),
        unpaired,
        capital[last] - capital[first] == last - first,
    ]
