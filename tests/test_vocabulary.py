"""Sorted words in one block of bytes are found by bisection."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.vocabulary import vocabulary
from retrieval.words import gather_words

WORDS = st.sets(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), max_size=40)


@given(WORDS, st.text(st.characters(codec="utf-8"), max_size=8))
def test_every_word_is_found_at_its_place_and_no_other(words: set[str], other: str) -> None:
    listed = sorted(words)
    known = vocabulary(listed)
    assert list(known) == listed
    assert [known.number(word) for word in listed] == list(range(len(listed)))
    assert known.number(other) == (listed.index(other) if other in words else None)


def test_a_name_is_a_word_never_written_small() -> None:
    words = gather_words(
        {("Bergen", "bergen"): 2, ("Mill", "mill"): 1, ("mill", "mill"): 1},
        vocabulary(["bergen", "mill"]),
    )
    assert words.names("bergen")
    assert not words.names("mill")
    assert words.term("MILL") == "mill"
    assert words.term("unheard") == ""


@given(WORDS, st.text(st.characters(codec="utf-8"), max_size=3))
def test_words_are_found_by_their_beginning(words: set[str], start: str) -> None:
    found = vocabulary(sorted(words)).beginning(start)
    assert set(found) == {word for word in words if word.startswith(start)}
