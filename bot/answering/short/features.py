"""What speaks for and against each candidate: named features, one row a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence
from bot.answering.short.matching import FADING, match_columns, term_weights
from bot.answering.short.running import Column, Floats, running_sums
from bot.answering.short.shape import KINDS, mention_columns, shape_columns
from retrieval.entities import Mention

_FIRST = 'NC#DPtVEGR"'
_LAST = 'NC#AEVGR)"'
_PREVIOUS = '^NC#DPot&SXVEGARz,("-'
_NEXT = '$NC#DPot&SXVEGARz,.)"-'
_INSIDE = 'PotC#&SXVEG,("RA'
_LENGTHS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 8), (9, 99))
_AFTER_WORDS = ("in", "on", "at", "by", "from", "to", "of", "for", "with", "as", "because")

NAMES: tuple[str, ...] = (
    *(f"first is {tag}" for tag in _FIRST),
    *(f"last is {tag}" for tag in _LAST),
    *(f"before is {tag}" for tag in _PREVIOUS),
    *(f"after is {tag}" for tag in _NEXT),
    *(f"holds {tag}" for tag in _INSIDE),
    *(f"{low} to {high} tokens" for low, high in _LENGTHS),
    *(f"is {kind.value}" for kind in KINDS),
    *(f"holds {kind.value}" for kind in KINDS),
    "is of the wanted kind",
    "holds the wanted kind",
    "holds another kind only",
    "all figures",
    "one year",
    *(f"follows {word}" for word in _AFTER_WORDS),
    *(f"matches before, fading {rate}" for rate in FADING),
    *(f"matches after, fading {rate}" for rate in FADING),
    *(f"best of both sides, fading {rate}" for rate in FADING),
    "repeats the question",
    "only repeats the question",
    "only repeats the question and the noun asked for",
    "share repeated",
    "begins with a repeated word",
    "ends with a repeated word",
    "follows the verb",
    "precedes the verb",
    "after the verb",
    "before the verb",
    "near after the verb",
    "near before the verb",
    "nothing between the verb and it but determiners",
    "a comma between the verb and it",
    "a preposition between the verb and it",
    "follows the verb and by",
    "follows the verb and the asked preposition",
    "gap side right",
    "gap side wrong",
    "follows the asked preposition",
    "head is the focus",
    "holds the focus",
    "follows the focus",
    "precedes the focus",
    "copula before, matches before it",
    "copula after, matches after it",
    "neighbour before is the last word asked",
    "neighbour after is the first word asked",
    "matches in the clause, before",
    "matches in the clause, after",
    "begins the sentence",
    "ends the sentence",
    "cuts a noun phrase at its start",
    "cuts a noun phrase at its end",
    "in apposition",
    "in brackets",
    "quoted whole",
    "open bracket or quote",
    "all capitalised",
    "share of the question in the sentence",
    "share of the question's word pairs in the sentence",
)


def features(
    sentence: Sentence, asked: Asked, spans: NDArray[np.intp], found: Sequence[Mention]
) -> Floats:
    """(n_candidates, len(NAMES)), float32."""
    tags = np.frombuffer(sentence.tags.encode(), dtype=np.uint8)
    first, last = spans[:, 0], spans[:, 1]
    padded = np.concatenate(([ord("^")], tags, [ord("$")])).astype(np.uint8)
    columns: list[Column] = []
    add = columns.append

    columns.extend(_ONE_HOT[_FIRST].take(tags[first], axis=1))
    columns.extend(_ONE_HOT[_LAST].take(tags[last - 1], axis=1))
    columns.extend(_ONE_HOT[_PREVIOUS].take(padded[first], axis=1))
    columns.extend(_ONE_HOT[_NEXT].take(padded[last + 1], axis=1))
    counts = running_sums(_ONE_HOT[_INSIDE].take(tags, axis=1).T)
    held = counts[last] - counts[first]
    columns.extend(np.minimum(held, 3).T)
    length = last - first
    for low, high in _LENGTHS:
        add((length >= low) & (length <= high))
    columns.extend(mention_columns(sentence, asked, spans, found))
    figures = running_sums(tags == ord("#"))
    add((figures[last] - figures[first] == length).astype(np.float32))
    years = np.array([letter == "Y" for letter in sentence.tokens.classes], dtype=np.float32)
    add(years[first] * (length == 1))
    numbers = [_AFTER.get(word, _NO_WORD) for word in ("", *sentence.words)]
    columns.extend(_AFTER_TABLE.take(numbers, axis=1).take(first, axis=1))
    weights = term_weights(sentence, asked)
    columns.extend(match_columns(sentence, asked, spans, weights))
    columns.extend(shape_columns(spans, tags, padded))
    covered = {t for t, w in zip(sentence.terms, weights, strict=True) if w > 0}
    total = sum(asked.weights.values()) or 1.0
    share = sum(w for t, w in asked.weights.items() if t in covered) / total
    add(np.full(len(spans), share, dtype=np.float32))
    pairs = asked.pairs & set(pairwise(term for term in sentence.terms if term))
    add(np.full(len(spans), len(pairs) / max(len(asked.pairs), 1), dtype=np.float32))
    table = np.concatenate(columns, dtype=np.float32, casting="unsafe").reshape(len(NAMES), -1)
    return np.ascontiguousarray(table.T)


def _one_hot(letters: str) -> Floats:
    """(n_letters, 128): row i is 1 at the letter's code."""
    table = np.zeros((len(letters), 128), dtype=np.float32)
    table[np.arange(len(letters)), list(letters.encode())] = 1
    return table


_ONE_HOT = {letters: _one_hot(letters) for letters in (_FIRST, _LAST, _PREVIOUS, _NEXT, _INSIDE)}
_AFTER = {word: number for number, word in enumerate(_AFTER_WORDS)}
_NO_WORD = len(_AFTER_WORDS)
_AFTER_TABLE = np.eye(_NO_WORD, _NO_WORD + 1, dtype=np.float32)
