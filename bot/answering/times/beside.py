"""Which of several times of day is asked for, by the words right beside it.

"From 10 am, 4 pm last entry, closing at 5 pm"; "on 9 May at 2 pm and on 10 May at 6 pm".
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.answering.forms.things import end_words, hours_in, times_of_day
from retrieval.analysis import analyser
from retrieval.question import Question, Wanted
from retrieval.records import Span

_PIECE = re.compile(r"[^,;.()]*")
_TO = re.compile(r"\s?(?:to|until|till|-|–|—)\s?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $")
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*)\b",
    re.IGNORECASE,
)


def time_beside(question: Question, text: str) -> Span | None:
    """The one of several times of day that stands beside what is asked for; None where unclear."""
    if question.language != "en" or question.wanted is not Wanted.DATE:
        return None
    stretches = hours_in(text, "en")
    clocks = [s for s in times_of_day(text, "en") if not any(x.overlaps(s) for x in stretches)]
    gaps = (text[one.end : other.start] for one, other in pairwise(clocks))
    if len(clocks) < 2 or any(_TO.fullmatch(gap) for gap in gaps):
        return None
    starts = [0, *(clock.end for clock in clocks[:-1])]
    before = [text[start : clock.start] for start, clock in zip(starts, clocks, strict=True)]
    told = [
        clock
        for clock, words in zip(clocks, before, strict=True)
        if _names(question, _PIECE.match(text, clock.end)) or _is_dated(question, words)
    ]
    told = told or [c for c, words in zip(clocks, before, strict=True) if _ends(question, words)]
    if not told and question.words & end_words("en", "opening"):
        told = [c for c, words in zip(clocks, before, strict=True) if _FROM.search(words)]
    return told[0] if len(told) == 1 else None


def _terms(words: str) -> list[str]:
    analysis = analyser("en")
    return [term for term in analysis.terms(words) if term not in analysis.stop_terms]


def _names(question: Question, piece: re.Match[str] | None) -> bool:
    """Whether the words behind a time are all asked for: "4 pm last entry"."""
    named = _terms(piece[0]) if piece else []
    return bool(named) and set(named) <= {token.term for token in question.content}


def _ends(question: Question, words: str) -> bool:
    """Whether what is asked for stands right before a time: "hot food until 2.30 pm"."""
    named = _terms(re.split(r"[,;.()]", words)[-1])
    asked = {token.term for token in question.content}
    return any(one in asked and other in asked for one, other in pairwise(named[-2:]))


def _is_dated(question: Question, words: str) -> bool:
    """Whether the day that is asked for stands before a time, and no other one behind it."""
    asked, told = _DAY.search(question.text), list(_DAY.finditer(words))
    if asked is None or not told:
        return False
    same = (m["day"] == asked["day"] and _month(m) == _month(asked) for m in told[-1:])
    return any(same)


def _month(day: re.Match[str]) -> str:
    return day["month"][:3].casefold()
