"""What speaks for and against each candidate: named features, one row a candidate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.answering.short.asked import Asked
from bot.answering.short.sentence import Sentence, syntax
from retrieval.entities import Kind, Mention

Floats = NDArray[np.float32]

_KINDS = tuple(Kind)
_FIRST = 'NC#DPtVEGR"'
_LAST = 'NC#AEVGR)"'
_PREVIOUS = '^NC#DPot&SXVEGARz,("-'
_NEXT = '$NC#DPot&SXVEGARz,.)"-'
_INSIDE = 'PotC#&SXVEG,("RA'
_LENGTHS = ((1, 1), (2, 2), (3, 3), (4, 5), (6, 8), (9, 99))
_FADING = (0.5, 0.8)
_AFTER_WORDS = ("in", "on", "at", "by", "from", "to", "of", "for", "with", "as", "because")
_SIMILAR = 5
_PARTIAL = 0.6

NAMES: tuple[str, ...] = (
    *(f"first is {tag}" for tag in _FIRST),
    *(f"last is {tag}" for tag in _LAST),
    *(f"before is {tag}" for tag in _PREVIOUS),
    *(f"after is {tag}" for tag in _NEXT),
    *(f"holds {tag}" for tag in _INSIDE),
    *(f"{low} to {high} tokens" for low, high in _LENGTHS),
    *(f"is {kind.value}" for kind in _KINDS),
    *(f"holds {kind.value}" for kind in _KINDS),
    "is of the wanted kind",
    "holds the wanted kind",
    "holds another kind only",
    "all figures",
    "one year",
    *(f"follows {word}" for word in _AFTER_WORDS),
    *(f"matches before, fading {rate}" for rate in _FADING),
    *(f"matches after, fading {rate}" for rate in _FADING),
    *(f"best of both sides, fading {rate}" for rate in _FADING),
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


def features(
    sentence: Sentence, asked: Asked, spans: NDArray[np.int32], found: Sequence[Mention]
) -> Floats:
    """(n_candidates, len(NAMES)), float32."""
    tags = np.frombuffer(sentence.tags.encode(), dtype=np.uint8)
    first, last = spans[:, 0], spans[:, 1]
    padded = np.concatenate(([ord("^")], tags, [ord("$")])).astype(np.uint8)
    columns: list[NDArray[np.float32]] = []
    add = columns.append

    columns.extend(_ONE_HOT[_FIRST].take(tags[first], axis=1))
    columns.extend(_ONE_HOT[_LAST].take(tags[last - 1], axis=1))
    columns.extend(_ONE_HOT[_PREVIOUS].take(padded[first], axis=1))
    columns.extend(_ONE_HOT[_NEXT].take(padded[last + 1], axis=1))
    counts = _sums(_ONE_HOT[_INSIDE].take(tags, axis=1).T)
    held = counts[last] - counts[first]
    columns.extend(np.minimum(held, 3).T)
    length = last - first
    for low, high in _LENGTHS:
        add(((length >= low) & (length <= high)).astype(np.float32))
    columns.extend(_mention_columns(sentence, asked, spans, found))
    figures = _sums((tags == ord("#")).astype(np.float32))
    add((figures[last] - figures[first] == length).astype(np.float32))
    years = np.array([letter == "Y" for letter in sentence.tokens.classes], dtype=np.float32)
    add(years[first] * (length == 1))
    numbers = [_AFTER.get(word, _NO_WORD) for word in ("", *sentence.words)]
    columns.extend(_AFTER_TABLE.take(numbers, axis=1).take(first, axis=1))
    weights = term_weights(sentence, asked)
    columns.extend(_match_columns(sentence, asked, spans, weights))
    columns.extend(_shape_columns(spans, tags, padded))
    covered = {t for t, w in zip(sentence.terms, weights, strict=True) if w > 0}
    total = sum(asked.weights.values()) or 1.0
    share = sum(w for t, w in asked.weights.items() if t in covered) / total
    add(np.full(len(spans), share, dtype=np.float32))
    pairs = asked.pairs & set(pairwise(term for term in sentence.terms if term))
    add(np.full(len(spans), len(pairs) / max(len(asked.pairs), 1), dtype=np.float32))
    return np.stack(columns, axis=1).astype(np.float32)


def _one_hot(letters: str) -> Floats:
    """(n_letters, 128): row i is 1 at the letter's code."""
    table = np.zeros((len(letters), 128), dtype=np.float32)
    table[np.arange(len(letters)), list(letters.encode())] = 1
    return table


_ONE_HOT = {letters: _one_hot(letters) for letters in (_FIRST, _LAST, _PREVIOUS, _NEXT, _INSIDE)}
_AFTER = {word: number for number, word in enumerate(_AFTER_WORDS)}
_NO_WORD = len(_AFTER_WORDS)
_AFTER_TABLE = np.eye(_NO_WORD, _NO_WORD + 1, dtype=np.float32)


def _is_one_of(tags: NDArray[np.uint8], letters: bytes) -> NDArray[np.bool_]:
    """Which tags are among some letters."""
    table = np.zeros(128, dtype=bool)
    table[list(letters)] = True
    return table.take(tags)


def _bare(words: Sequence[str]) -> NDArray[np.bool_]:
    """Which words are empty."""
    return np.array([not word for word in words], dtype=bool)


def _equal(
    words: Sequence[str], word: str, *, before: int = 1, behind: int = 1
) -> NDArray[np.bool_]:
    """Which words are the one given, which is not empty; so many places stand around them."""
    found = np.zeros(before + len(words) + behind, dtype=bool)
    if word:
        found[before : before + len(words)] = [other == word for other in words]
    return found


def _sums(values: Floats) -> Floats:
    """Running sums along the first axis, beginning with zero."""
    zero = np.zeros((1, *values.shape[1:]), dtype=np.float32)
    return np.concatenate((zero, np.cumsum(values, axis=0, dtype=np.float32)))


def _mention_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.int32], found: Sequence[Mention]
) -> list[Floats]:
    n = len(sentence.tags)
    begins = np.zeros((n, len(_KINDS)), dtype=np.float32)
    exact: dict[tuple[int, int], list[int]] = {}
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    for mention in found:
        kind = _KINDS.index(mention.kind)
        first = bisect_left(starts, mention.start)
        last = bisect_right(ends, mention.end)
        if first < last:
            begins[first, kind] += 1
            exact.setdefault((first, last), []).append(kind)
    sums = _sums(begins)
    held = np.minimum(sums[spans[:, 1]] - sums[spans[:, 0]], 2)
    same = np.zeros((len(spans), len(_KINDS)), dtype=np.float32)
    for row, (first, last) in enumerate(spans.tolist()):
        for kind in exact.get((first, last), ()):
            same[row, kind] = 1
    wanted = [_KINDS.index(kind) for kind in sorted(asked.kinds)]
    fits = same[:, wanted].max(axis=1, initial=0)
    holds = (held[:, wanted].max(axis=1, initial=0) > 0).astype(np.float32)
    others = (held.sum(axis=1) > 0) * (1 - holds) if wanted else np.zeros(len(spans))
    return [*same.T, *held.T, fits, holds, others.astype(np.float32)]


def _faded(weights: Floats, rate: float) -> Floats:
    """(n + 1,): entry i is the sum of the weights before i, each faded by its distance."""
    total = np.zeros(len(weights) + 1, dtype=np.float32)
    for i, weight in enumerate(weights.tolist()):
        total[i + 1] = total[i] * rate + weight
    return total


def _match_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.int32], weights: Floats
) -> list[Floats]:
    first, last = spans[:, 0], spans[:, 1]
    n = len(weights)
    columns: list[Floats] = []
    before = [_faded(weights, rate)[first] for rate in _FADING]
    after = [_faded(weights[::-1], rate)[::-1][last] for rate in _FADING]
    columns += before
    columns += after
    columns += [np.maximum(b, a) for b, a in zip(before, after, strict=True)]
    sums = _sums(weights)
    inside = sums[last] - sums[first]
    matched = (weights > 0).astype(np.float32)
    counts = _sums(matched)
    repeated = counts[last] - counts[first]
    told = _sums(np.array([tag in "NC#VEGA" for tag in sentence.tags], dtype=np.float32))
    content = np.maximum(told[last] - told[first], 1)
    columns.append(np.minimum(inside, 3))
    columns.append((repeated >= content).astype(np.float32))
    asking = np.array([t in asked.focus or w > 0 for t, w in _paired(sentence, weights)])
    sought = _sums(asking.astype(np.float32))
    columns.append((sought[last] - sought[first] >= content).astype(np.float32))
    columns.append(repeated / content)
    columns.append(matched[first])
    columns.append(matched[last - 1])
    terms = sentence.terms
    columns += _verb_columns(sentence, asked, spans, _equal(terms, asked.verb))
    columns.append(_equal(sentence.words, asked.preposition)[first].astype(np.float32))
    columns += _focus_columns(sentence, asked, spans)
    columns += _copula_columns(sentence, spans, weights, n)
    # Where the question has no order, what has no term counts, as it did when the model learnt.
    final = _equal(terms, asked.order[-1]) if asked.order else _bare(("", *terms, ""))
    opening = _equal(terms, asked.order[0]) if asked.order else _bare(("", *terms, ""))
    near_before = final[first] | final[np.maximum(first - 1, 0)]
    near_after = opening[last + 1] | opening[np.minimum(last + 2, n + 1)]
    columns.append(near_before.astype(np.float32))
    columns.append(near_after.astype(np.float32))
    return [*columns, *_clause_columns(sentence, first, last, sums)]


def _paired(sentence: Sentence, weights: Floats) -> list[tuple[str, float]]:
    return list(zip(sentence.terms, weights.tolist(), strict=True))


def _clause_columns(
    sentence: Sentence, first: NDArray[np.int32], last: NDArray[np.int32], sums: Floats
) -> list[Floats]:
    """How much is matched between the candidate and the nearest comma or opener on each side."""
    n = len(sentence.tags)
    opened = np.zeros(n + 1, dtype=np.int32)
    closed = np.full(n + 1, n, dtype=np.int32)
    for i, tag in enumerate(sentence.tags):
        opened[i + 1] = i + 1 if tag in ",S(." else opened[i]
    for i in range(n - 1, -1, -1):
        closed[i] = i if sentence.tags[i] in ",S)." else closed[i + 1]
    return [sums[first] - sums[opened[first]], sums[closed[last]] - sums[last]]


def _verb_columns(
    sentence: Sentence, asked: Asked, spans: NDArray[np.int32], verb: NDArray[np.bool_]
) -> list[Floats]:
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
    sides = (right, wrong & ~right)
    return [column.astype(np.float32) for column in (*every, *reach, *sides)]


def _reach_columns(
    sentence: Sentence,
    first: NDArray[np.int32],
    last: NDArray[np.int32],
    verb: NDArray[np.bool_],
    preposition: str,
) -> tuple[NDArray[np.generic], ...]:
    """How far the verb is, and what stands between it and a candidate behind it."""
    marked = verb[1:-1].astype(np.float32)
    near_after = _nearness(marked)[first]
    near_before = _nearness(marked[::-1])[::-1][last]
    tags = np.frombuffer(sentence.tags.encode(), dtype=np.uint8)
    latest = np.full(len(tags) + 1, -1, dtype=np.int32)
    for i, here in enumerate(marked.tolist()):
        latest[i + 1] = i if here else latest[i]
    verb_at = latest[first]
    behind = verb_at >= 0

    def between(letters: bytes) -> NDArray[np.float32]:
        counts = _sums(_is_one_of(tags, letters).astype(np.float32))
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
        through & _equal(words, "by", before=2)[opening + 1],
        through & _equal(words, preposition, before=2)[opening + 1],
    )


def _nearness(marked: Floats) -> Floats:
    """(n + 1,): entry i is 0.8 to the power of the distance from the nearest mark before i."""
    total = np.zeros(len(marked) + 1, dtype=np.float32)
    for i, mark in enumerate(marked.tolist()):
        total[i + 1] = max(total[i] * 0.8, mark)
    return total


def _focus_columns(sentence: Sentence, asked: Asked, spans: NDArray[np.int32]) -> list[Floats]:
    first, last = spans[:, 0], spans[:, 1]
    n = len(sentence.tags)
    head = _equal(sentence.terms, asked.head)
    sums = _sums(np.array([term in asked.focus for term in sentence.terms], dtype=np.float32))
    near_before = head[first] | head[np.maximum(first - 1, 0)]
    return [
        head[last].astype(np.float32),
        np.minimum(sums[last] - sums[first], 2),
        near_before.astype(np.float32),
        (head[last + 1] | head[np.minimum(last + 2, n + 1)]).astype(np.float32),
    ]


def _copula_columns(
    sentence: Sentence, spans: NDArray[np.int32], weights: Floats, n: int
) -> list[Floats]:
    first, last = spans[:, 0], spans[:, 1]
    rules = syntax("en")
    copula = np.array([False, *(w in rules.copulas for w in sentence.words), False, False])
    left, right = _faded(weights, 0.8), _faded(weights[::-1], 0.8)[::-1]
    at = copula[first] | copula[np.maximum(first - 1, 0)]
    then = copula[last + 1]
    return [
        (at * left[np.maximum(first - 1, 0)]).astype(np.float32),
        (then * right[np.minimum(last + 1, n)]).astype(np.float32),
    ]


def _shape_columns(
    spans: NDArray[np.int32], tags: NDArray[np.uint8], padded: NDArray[np.uint8]
) -> list[Floats]:
    first, last = spans[:, 0], spans[:, 1]
    noun = _is_one_of(padded, b"NC#")
    comma = padded == ord(",")
    quote, opened, closed = (padded == ord(c) for c in '"()')
    capital = _sums((tags == ord("C")).astype(np.float32))
    brackets = _sums((tags == ord("(")).astype(np.float32) - (tags == ord(")")))
    quotes = _sums((tags == ord('"')).astype(np.float32))
    unpaired = (brackets[last] != brackets[first]) | ((quotes[last] - quotes[first]) % 2 == 1)
    every = (
        first == 0,
        _is_one_of(padded[last + 1], b".$"),
        noun[first] & noun[first + 1],
        noun[last] & noun[last + 1],
        comma[first] & (comma[last + 1] | (padded[last + 1] == ord("."))),
        opened[first] & closed[last + 1],
        (quote[first] & quote[last + 1]) | (quote[first + 1] & quote[last]),
        unpaired,
        capital[last] - capital[first] == last - first,
    )
    return [column.astype(np.float32) for column in every]
