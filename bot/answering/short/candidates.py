"""Stretches of a sentence that could be an answer: those that begin and end where its parts do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.sentence import Sentence

LONGEST = 14  # tokens
_NO_START = frozenset("o&z,.)XA-x")
_NO_END = frozenset("DPot&SXz,.(-x")
_NO_INSIDE = frozenset(".")
_PAIRED = frozenset('"()')


def candidates(sentence: Sentence) -> NDArray[np.int32]:
    """First tokens and tokens after the last, (n, 2), int32, of every candidate in order."""
    tags = sentence.tags
    pairs = []
    for first, tag in enumerate(tags):
        if tag in _NO_START or (tag == '"' and first + 1 == len(tags)):
            continue
        if first and tags[first - 1] == "D" and sentence.words[first - 1] in ("a", "an", "the"):
            pass
        elif tag == "D" and sentence.words[first] in ("a", "an", "the"):
            continue
        quotes = depth = 0  # quotation marks and brackets that are open
        for last in range(first, min(first + LONGEST, len(tags))):
            letter = tags[last]
            if letter in _NO_INSIDE and sentence.tokens.classes[last - 1] not in "Ih":
                break
            if letter in _PAIRED:
                quotes ^= letter == '"'
                depth += (letter == "(") - (letter == ")")
            if letter not in _NO_END and not quotes and not depth:
                pairs.append((first, last + 1))
    return np.array(pairs, dtype=np.int32).reshape(-1, 2)
