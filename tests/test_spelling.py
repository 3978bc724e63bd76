"""Misspelt words and other spellings of names find the collection's own words."""

from __future__ import annotations

import pytest

from retrieval.spelling import Speller, sound
from retrieval.synonyms import alternatives, reworded

WORDS = {
    "qasemi": "qasemi",
    "ceasefire": "ceasefir",
    "guarantors": "guarantor",
    "bergen": "bergen",
    "ferry": "ferri",
    "fairy": "fairi",
    "lavrentiev": "lavrentiev",
}
SPELLER = Speller(WORDS, names={"qasemi", "bergen", "lavrentiev"}, frequency=lambda _: 1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ceasfire", "ceasefire"),
        ("gaurantors", "guarantors"),
        ("Kasemi", "qasemi"),
        ("Ghasemi", "qasemi"),
        ("Lavrentyev", "lavrentiev"),
        ("Begren", "bergen"),
    ],
)
def test_a_slip_or_another_spelling_is_read_as_the_word_meant(written: str, meant: str) -> None:
    found = SPELLER.respell(written, written.casefold())
    assert found is not None
    assert found.meant == meant


@pytest.mark.parametrize("written", ["ferry", "zebra", "the", "1999", "fer", "burden"])
def test_a_known_a_short_or_a_far_word_stays_as_it_is(written: str) -> None:
    assert SPELLER.respell(written, written) is None


def test_sound_keys_bring_transliterations_together() -> None:
    assert sound("yusuf") == sound("yousef") == sound("youssouf")
    assert sound("bergen") != sound("oslo")


def test_synonyms_stand_for_each_other_both_ways() -> None:
    assert "ceasefir" in alternatives(["truce"], language="en")["truce"]
    assert "truce" in alternatives(["ceasefir"], language="en")["ceasefir"]
    assert alternatives(["skarvoy"], language="en") == {}


def test_a_question_is_reworded_with_synonyms_alone() -> None:
    assert reworded("When did the truce begin?", lambda _: 0) == "When did the truce begin?"
    assert reworded("When did the truce begin?", lambda n: n - 1) != "When did the truce begin?"
