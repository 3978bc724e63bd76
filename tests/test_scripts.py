"""Matching sees through how letters are written; words without blanks are read in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import REMEMBERED, Analyser, analyser, surfaces, written
from retrieval.scripts import pieces

ALIKE = [
    ("en", "final", "ﬁnal"),
    ("en", "conference", "con\u00adfer\u00adence"),
    ("en", "1990", "１９９０"),
    ("en", "Café", "Cafe\u0301"),
    ("en", "Søren", "Soren"),
    ("ar", "محمد", "مُحَمَّد"),
    ("ar", "أحمد", "احمـــد"),
    ("ar", "1990", "١٩٩٠"),
    ("hi", "फ़रवरी", "फरवरी"),
    ("hi", "1990", "१९९०"),
    ("th", "1990", "๑๙๙๐"),
    ("tr", "İstanbul", "istanbul"),
    ("tr", "IŞIK", "ışık"),
    ("el", "Αθήνα", "ΑΘΗΝΑ"),
    ("ru", "ёлка", "елка"),
]


@pytest.mark.parametrize(("language", "one", "other"), ALIKE)
def test_two_ways_to_write_a_word_give_one_term(language: str, one: str, other: str) -> None:
    term = analyser(language).term
    assert term(one) == term(other)


def test_marks_and_joiners_stand_inside_words() -> None:
    assert surfaces("विश्वविद्यालय की स्थापना") == ["विश्वविद्यालय", "की", "स्थापना"]
    assert surfaces("نمی\u200cخواهم بروم") == ["نمی\u200cخواهم", "بروم"]


def test_a_figure_among_ideographs_is_a_word_of_its_own() -> None:
    assert "1990" in surfaces("他在1990年出生")


def test_thai_is_read_by_overlapping_pairs_of_syllables() -> None:
    assert surfaces("ประเทศไทย")[:2] == ["ประ", "ระเท"]


def test_overlapping_pieces_are_told_as_one_word() -> None:
    text = "谁发明了原子弹"
    tokens = [token for token in analyser("zh").tokens(text) if token.start >= 4]
    assert written(text, tokens) == ("原子弹",)


@given(st.text(alphabet="原子ไทยเมืองที่។ကမ္ဘာ", min_size=1, max_size=30))
def test_pieces_cover_their_run_in_order(run: str) -> None:
    found = list(pieces(run))
    assert found[0][0] == 0
    assert max(end for _, end in found) == len(run)
    assert all(start < end for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)


@given(st.text(max_size=60))
def test_tokens_are_slices_of_any_text(text: str) -> None:
    for language in ("en", "tr", "zh"):
        tokens = list(analyser(language).tokens(text))
        assert [text[token.start : token.end] for token in tokens] == surfaces(text)
        assert all(token.term for token in tokens)


def test_words_that_people_make_up_are_not_remembered_for_ever() -> None:
    made_up = Analyser("en")
    terms = {made_up.term(f"{number}") for number in range(REMEMBERED * 2)}
    assert len(terms) == REMEMBERED * 2
    assert len(made_up._terms) < REMEMBERED * 1.1
    assert made_up.term("third") == "3th"
