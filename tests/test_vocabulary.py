"""Sorted words in one block of bytes are found by their letters, whole or by their beginning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.vocabulary import vocabulary
from tests.helpers import words_of

LETTERS = st.characters(codec="utf-8", exclude_characters="\n")
WORDS = st.sets(st.text(LETTERS, min_size=1, max_size=8), max_size=40)


@given(WORDS, st.text(LETTERS, max_size=8))
def test_every_word_is_found_at_its_place_and_no_other(words: set[str], other: str) -> None:
    listed = sorted(words)
    known = vocabulary(listed)
    assert list(known) == listed
    assert [known.number(word) for word in listed] == list(range(len(listed)))
    assert known.number(other) == (listed.index(other) if other in words else None)


def test_words_of_a_large_vocabulary_are_found_as_well() -> None:
    listed = sorted(f"{number:x}" for number in range(0, 30_000, 2))
    known = vocabulary(listed)
    for place in (0, 1, 63, 64, 65, 9_999, len(listed) - 1):
        assert known.number(listed[place]) == place
    assert known.number("1") is None
    assert known.number("") is None
    assert known.number("zebra") is None


def test_a_name_is_a_word_never_written_small() -> None:
    words = words_of([("Bergen", "bergen"), ("Mill", "mill"), ("mill", "mill")])
    assert words.names("bergen")
    assert not words.names("mill")
    assert words.term("MILL") == "mill"
    assert words.term("unheard") == ""


@given(WORDS, st.text(LETTERS, max_size=3))
def test_words_are_found_by_their_beginning(words: set[str], start: str) -> None:
    found = vocabulary(sorted(words)).beginning(start)
    assert set(found) == {word for word in words if word.startswith(start)}


@given(WORDS, st.text(LETTERS, min_size=1, max_size=2), st.integers(1, 8))
def test_words_of_a_length_are_found_by_their_beginning(
    words: set[str], start: str, longest: int
) -> None:
    known = vocabulary(sorted(words))
    for begun in [start, *(word[:1] for word in words)]:
        found = known.of_length(begun, shortest=2, longest=longest)
        expected = [w for w in sorted(words) if w.startswith(begun) and 2 <= len(w) <= longest]
        assert found == expected
