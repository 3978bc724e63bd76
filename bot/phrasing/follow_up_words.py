"""The words of one language that show that a message leans on earlier ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FOLLOW_UP_LISTS = (
    *(
        "openers",
        "trailers",
        "relations",
        "moments",
        "years_before",
        "years_after",
        "in_year",
        "pronouns",
        "persons",
        "plurals",
        "places",
        "possessives",
    ),
    *("existence", "asking", "empty", "others", "consents", "proofs", "further", "around_numbers"),
)


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What a message that leans on earlier ones looks like; all words case-folded.

    `opener` matches what stands in front ("and", "no, I meant"), `trailer` what stands behind
    ("then", "I meant"), `time` "before that" and "since then", `year_before` "in the year before
    that", `year_after` "a year later"; `in_year` says "in {year}". `pronouns` point back to what
    was spoken of, `persons` among them to people, `plurals` to several things, `places` to places,
    `possessives` stand for its owner. In the word pairs of `existence` no word points back ("was
    there a fire?"). One of the words of `asking` with nothing but `empty` words asks about what was
    said ("when was that?"); `others` ask for more of it ("who else?"). `consents` are whole
    messages that accept an offer, `proofs` those that ask for the proof of the last answer,
    `further` for more of what was found, `around_numbers` what may stand around the number of an
    offer ("the second one").
    """

    language: str
    opener: re.Pattern[str]
    trailer: re.Pattern[str]
    time: re.Pattern[str]
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    in_year: str
    pronouns: frozenset[str]
    persons: frozenset[str]
    plurals: frozenset[str]
    places: frozenset[str]
    possessives: frozenset[str]
    existence: frozenset[str]
    asking: frozenset[str]
    empty: frozenset[str]
    others: frozenset[str]
    consents: frozenset[str]
    proofs: frozenset[str]
    further: frozenset[str]
    around_numbers: frozenset[str]


def read_follow_up(table: Mapping[str, list[str]], language: str) -> FollowUpWords:
    """The words of the section [follow_up], which is without faults."""
    words = {name: frozenset(table[name]) for name in FOLLOW_UP_LISTS}
    return FollowUpWords(
        language=language,
        opener=re.compile(
            rf"[\s,;:.!*¿¡-]*(?:{longest_first(table['openers'])})(?!\w)[\s,;:.!-]*", re.IGNORECASE
        ),
        trailer=re.compile(
            rf"[\s,;:.!-]+(?:{longest_first(table['trailers'])})[\s,;:.!?*]*$", re.IGNORECASE
        ),
        time=re.compile(
            rf"(?<!\bone )\b(?P<relation>{longest_first(table['relations'])})\s+"
            rf"(?:{longest_first(table['moments'])})(?=[\s?!.,]*$)",
            re.IGNORECASE,
        ),
        year_before=_beside(table["years_before"], table["in_year"][0]),
        year_after=_beside(table["years_after"], table["in_year"][0]),
        in_year=table["in_year"][0],
        pronouns=words["pronouns"].union(*(words[n] for n in ("persons", "possessives", "places"))),
        persons=words["persons"],
        plurals=words["plurals"],
        places=words["places"],
        possessives=words["possessives"],
        existence=words["existence"],
        asking=words["asking"],
        empty=words["empty"],
        others=words["others"],
        consents=words["consents"],
        proofs=words["proofs"],
        further=words["further"],
        around_numbers=words["around_numbers"],
    )


def _beside(texts: list[str], in_year: str) -> re.Pattern[str]:
    """Any of some texts at the end of a message, with or without the "in" of "in {year}"."""
    led = re.escape(in_year.partition("{year}")[0])
    return re.compile(rf"(?<!\w)(?:{led})?(?:{longest_first(texts)})(?=[\s?!.,]*$)", re.IGNORECASE)


def longest_first(texts: list[str]) -> str:
    """A pattern of any of some texts, the longest that fits."""
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
