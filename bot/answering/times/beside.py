"""Which of several times of day is asked for, by the words right beside it.

"From 10 am, 4 pm last entry, closing at 5 pm"; "on 9 May at 2 pm and on 10 May at 6 pm".
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.answering.forms.things import end_words, hours_in, times_of_day
from bot.answering.grammar.lexical import pattern
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_PIECE = re.compile(r"[^,;.()]*")
_DAY = re.compile(r"(?:-|\d{4})-(\d\d-\d\d)")  # the value of a date


def time_beside(question: Question, text: str) -> Span | None:
    """The one of several times of day that stands beside what is asked for; None where unclear."""
    if question.language != "en" or question.wanted is not Wanted.DATE:
        return None
    stretches = hours_in(text, "en")
    clocks = [s for s in times_of_day(text, "en") if not any(x.overlaps(s) for x in stretches)]
    between = pattern("beside.to", "en")
    gaps = (text[one.end : other.start] for one, other in pairwise(clocks))
    if len(clocks) < 2 or any(between.fullmatch(gap) for gap in gaps):
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
        led = pattern("beside.from", "en")
        told = [c for c, words in zip(clocks, before, strict=True) if led.search(words)]
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
    asked, told = _days(question.text)[:1], _days(words)[-1:]
    return bool(asked) and asked == told != [""]


def _days(text: str) -> list[str]:
    """The dates in a text as days of a month, "05-09"; "" for one that isn't a single day."""
    dates = (m.value for m in mentions(text, language="en") if m.kind is MentionKind.DATE)
    return [day[1] if (day := _DAY.fullmatch(value)) else "" for value in dates]
