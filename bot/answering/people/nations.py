"""Which nations a sentence names, and of which one the persons it names are.

"The Turkish foreign minister", "minister of Iran" and "Moscow's envoy" say whose each is; "Foreign
Minister Ida Holm and her Danish counterpart" names the Danish minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache

from bot.answering.grammar.alike import NOTHING
from bot.answering.grammar.sentence import Sentence
from bot.answering.people.roles import names_person
from retrieval.synonyms import nations

_IN_NAME = frozenset("NCGz-")
_IN_OWNER = frozenset("NCDz,&")
_EQUAL = "counterpart"
_FROM = "from"


def nations_among(terms: Iterable[str], language: str) -> frozenset[str]:
    """The nations that some terms name, each by itself: "danish", "denmark", "copenhagen"."""
    known = nations(language)
    return NOTHING.union(*(known.get((term,), NOTHING) for term in terms))


def counterpart(head: str, whose: Set[str], sentence: Sentence) -> int | None:
    """The token of a "counterpart" of one of some nations, to one who holds an office before it."""
    if _EQUAL not in sentence.words:
        return None
    place = sentence.words.index(_EQUAL)
    told = head in sentence.terms[:place] and not whose.isdisjoint(owners(sentence, place))
    return place if told else None


def persons_named(sentence: Sentence) -> Iterator[int]:
    """The tokens that name persons by what they are, "minister" of "deputy minister"."""
    named = [
        tag in "NC" and names_person(word, sentence.language)
        for word, tag in zip(sentence.words, sentence.tags, strict=True)
    ]
    for place, person in enumerate(named):
        if person and not any(named[place + 1 : place + 2]):
            yield place


def owners(sentence: Sentence, place: int) -> Iterator[str]:
    """The nations of which the person at a token is one: before it, or behind an "of"."""
    several = sentence.words[place].endswith("s")
    within = _IN_NAME | {"&", ","} if several else _IN_NAME
    first = sentence.run_start(place, within)
    yield from (nation for n, nation in nations_said(sentence) if first <= n < place)
    yield from owners_behind(sentence, place + 1)


def origins(sentence: Sentence, place: int) -> Iterator[str]:
    """The nations of which the persons at a token are, or from which: "observers from Peru"."""
    yield from owners(sentence, place)
    if sentence.words[place + 1 : place + 2] == (_FROM,):
        end = sentence.run_end(place + 2, _IN_OWNER)
        yield from (nation for n, nation in nations_said(sentence) if place < n < end)


def owners_behind(sentence: Sentence, place: int) -> Iterator[str]:
    """The nations behind the "of" that follows a token, a name between: "envoy Brekke of Peru"."""
    place = sentence.run_end(place, "C")
    end = place + 1
    while (
        sentence.tags[place : place + 1] == "o"
        and sentence.tags[end : end + 1]
        and (sentence.tags[end] in _IN_OWNER)
    ):
        end += 1
    yield from (nation for n, nation in nations_said(sentence) if place < n < end)


def nations_said(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Where a sentence names nations, and which."""
    known, longest = nations(sentence.language), _longest(sentence.language)
    first = _first_terms(sentence.language)
    behind = 0  # the nation named before
    for place, term in enumerate(sentence.terms):
        if place < behind or term not in first or sentence.tags[place] != "C":
            continue
        for size in range(min(longest, len(sentence.terms) - place), 0, -1):
            if found := known.get(sentence.terms[place : place + size]):
                yield from ((place, nation) for nation in sorted(found))
                behind = place + size
                break


@cache
def _first_terms(language: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in nations(language))


@cache
def _longest(language: str) -> int:
    return max(map(len, nations(language)), default=0)
