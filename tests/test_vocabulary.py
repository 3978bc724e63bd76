"""Sorted words in one block of bytes are found by bisection."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.rewording import reworded
from retrieval.indexing.vocabulary import vocabulary
from retrieval.indexing.words import Words, gather_words

LETTERS = st.characters(codec="utf-8", exclude_characters="\n")
WORDS = st.sets(st.text(LETTERS, min_size=1, max_size=8), max_size=40)


@given(WORDS, st.text(LETTERS, max_size=8))
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


USES = st.dictionaries(
    st.tuples(st.sampled_from(("may", "May", "MAY", "Lamp", "ẞ", "ss")), st.sampled_from("ab")),
    st.integers(1, 3),
)
OTHERS = {(f"Isle{n}", f"c{n}"): 1 for n in range(200)}


@given(USES, USES)
def test_words_change_by_a_few_as_if_they_were_gathered_anew(
    before: dict[tuple[str, str], int], after: dict[tuple[str, str], int]
) -> None:
    def gathered(uses: dict[tuple[str, str], int]) -> Words:
        return gather_words(uses, vocabulary(sorted({term for _, term in uses})))

    old, new = gathered(OTHERS | before), gathered(OTHERS | after)
    numbers = {term: number for number, term in enumerate(new.terms)}
    moved = np.array([numbers.get(term, -1) for term in old.terms], dtype=np.int32)
    fewer = np.array([before.get(pair, 0) for pair in old.uses()], dtype=np.int64)
    changed = reworded(old, more=after, fewer=fewer, terms=new.terms, moved=moved)
    for column in ("numbers", "named"):
        assert getattr(changed, column).tolist() == getattr(new, column).tolist()
    for column in ("numbers", "uses", "folded"):
        told = getattr(changed.surfaces, column), getattr(new.surfaces, column)
        assert told[0].tolist() == told[1].tolist()
    assert [*changed.written] == [*new.written]
    assert [*changed.surfaces.words] == [*new.surfaces.words]
    assert changed.sounds.keys.tolist() == new.sounds.keys.tolist()
    assert changed.sounds.numbers.tolist() == new.sounds.numbers.tolist()
