"""Reading many passages at once gives the terms that analysing each of them gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import analyser, surfaces
from retrieval.cues import cues
from retrieval.indexing.hash_table import NONE, HashTable
from retrieval.indexing.pieces import Pair, Piece
from retrieval.indexing.reader import Reader

LETTERS = "aBéßжЖ在原ไทยक्षİſﬁ①0123.,'’\u0301\u00ad\u200b\ud800 \t\n\xa0\u3000\0-_/(«“€"
WORDS = st.sampled_from(
    [
        "Don't",
        "U.S.",
        "400,000",
        "7th",
        "e.g.",
        "in 1990年代",
        "Österreich's",
        "x" * 40,
        "naïve",
        "",
    ]
)
TEXTS = st.lists(st.text(LETTERS, max_size=20) | WORDS, max_size=6).map(" ".join)
PASSAGES = st.lists(st.tuples(st.sampled_from(["en", "ru", "zh", "th", "vi", ""]), TEXTS))


def analysed(passages: Iterable[tuple[str, str]]) -> Piece:
    """The piece of passages given as the language and text of each."""
    reader = Reader()
    for language, text in passages:
        reader.read(language, [text])
    return reader.piece()


def counts(piece: Piece) -> list[Counter[str]]:
    """The terms of each passage."""
    found: list[Counter[str]] = [Counter() for _ in piece.lengths]
    for number, term in enumerate(piece.terms):
        here = slice(*piece.indptr[number : number + 2].tolist())
        for passage, count in zip(piece.passages[here], piece.counts[here], strict=True):
            found[int(passage)][term] = int(count)
    return found


@settings(max_examples=300)
@given(PASSAGES)
def test_the_terms_are_those_of_the_analyser(passages: list[tuple[str, str]]) -> None:
    piece = analysed(passages)
    terms = [analyser(language).terms(text) for language, text in passages]
    assert counts(piece) == [Counter(own) for own in terms]
    assert piece.lengths.tolist() == [len(own) for own in terms]
    pairs = Counter(
        Pair(surface, term, cues(language).of(surface, term))
        for (language, text), own in zip(passages, terms, strict=True)
        for surface, term in zip(surfaces(text), own, strict=True)
    )
    uses = piece.table.uses[piece.table.ranks]
    assert list(piece.pairs) == sorted(pairs)
    assert dict(zip(piece.pairs, uses.tolist(), strict=True)) == pairs


def test_what_it_remembers_changes_nothing() -> None:
    passages = [
        ("en", f"Keepers of lamp number {n} don't sleep, {'z' * (n % 40)}") for n in range(90)
    ]
    forgetful = Reader(block=100, remembered=20)
    for language, text in passages:
        forgetful.read(language, [text])
    piece = forgetful.piece()
    assert counts(piece) == counts(analysed(passages))
    assert not forgetful.piece().terms


@given(st.lists(st.integers(1, 2**64 - 1), unique=True), st.lists(st.integers(1, 2**64 - 1)))
def test_a_key_has_the_number_it_was_given(known: list[int], asked: list[int]) -> None:
    numbering = HashTable(1)
    for number, key in enumerate(known):
        numbering.add(np.array([[key]], dtype=np.uint64), np.array([number], dtype=np.int32))
    numbers = {key: number for number, key in enumerate(known)}
    keys = np.array([known + asked], dtype=np.uint64)
    expected = [numbers.get(key, NONE) for key in known + asked]
    assert numbering.find(keys).tolist() == expected


def test_keys_that_share_their_first_words_are_told_apart() -> None:
    numbering = HashTable(4)
    keys = np.ones((4, 5_000), dtype=np.uint64)
    keys[3] = np.arange(1, 5_001)
    assert set(numbering.find(keys).tolist()) == {NONE}
    numbering.add(keys, np.arange(5_000, dtype=np.int32))
    assert numbering.find(keys[:, ::-1].copy()).tolist() == list(range(4_999, -1, -1))
