"""Sketches hold the terms of texts, however their words stand, and are the same every time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import analyser
from retrieval.cues import Cue
from retrieval.ranking.features import masses_and_norms
from retrieval.ranking.sketch import UNKNOWN, Sketches, sketched

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\t.,-'’\"()0123456789abcABCñß原子弹พระهذا"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


def terms_of(sketches: Sketches, row: int) -> list[str]:
    here = sketches.terms[sketches.starts[row] : sketches.starts[row + 1]]
    return [sketches.vocabulary[number] for number in here.tolist()]


@given(texts=st.lists(TEXT, min_size=1, max_size=4), language=st.sampled_from(["en", "th", "zh"]))
def test_a_sketch_has_the_terms_of_its_text_in_their_order(texts: list[str], language: str) -> None:
    sketches = sketched(texts, language=language)
    for row, text in enumerate(texts):
        assert terms_of(sketches, row) == analyser(language).terms(text)


def test_terms_that_begin_alike_are_found_together() -> None:
    sketches = sketched(["A lighthouse keeper.", "Light, lights, sun"], language="en")
    assert sketches.beginning("ligh").tolist() == [1, 3, 4]
    assert not len(sketches.beginning("zzzz"))


def test_a_word_that_no_text_has_stands_in_none() -> None:
    sketches = sketched(["A lighthouse.", ""], language="en")
    assert sketches.number("qwrtzy") == UNKNOWN
    assert not sketches.among(["qwrtzy"]).any()
    assert not any(sketches.seen()[number] for number in sketches.numbers("qwrtzy"))


def test_a_word_counts_once_in_mass_and_norm_and_stop_words_have_no_mass() -> None:
    sketches = sketched(["The tower and the tower.", ""], language="en")
    weights = np.full(len(sketches.vocabulary), 2.0)
    masses, norms = masses_and_norms(sketches, weights)
    assert masses.tolist() == [2.0, 0.0]
    assert norms.tolist() == [12**0.5, 0.0]


def test_the_surface_hints_where_the_term_does_not() -> None:
    sketches = sketched(["May we meet in may?"], language="en")
    capital, month = ((sketches.cues & np.uint32(cue)) > 0 for cue in (Cue.CAPITAL, Cue.MONTH))
    assert capital.tolist() == [True, False, False, False, False]
    assert month.tolist() == [True, False, False, False, False]
