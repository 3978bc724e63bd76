"""Whether a passage may answer "when": it holds a time, and speaks of what happened then."""

from __future__ import annotations

import re

from bot.answering.forms.things import hours_in, times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.referring import points_back
from bot.answering.grammar.sentence import Sentence
from bot.answering.grammar.words import Words
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention
from retrieval.records import Span

_DECADE = re.compile(r"\b(?:\d\d)?\d0s\b")
_NEAR = 20  # characters behind a duration in which a word makes it a time


def dates(passage: Read, words: Words) -> bool:
    """Whether a passage holds a time of any kind."""
    text, language = passage.sentence.tokens.text, passage.sentence.language
    return (
        _DECADE.search(text) is not None
        or pattern("recurring.told", language).search(text) is not None
        or bool(times_of_day(text, language))
        or passage.holds(words.whenever)
        or any(is_time(text, m, language) for m in passage.found)
    )


def is_time(text: str, mention: Mention, language: str) -> bool:
    """Whether a date tells a time, or a duration does: "two weeks later", not "for two weeks"."""
    if mention.kind is MentionKind.DURATION:
        behind = text[mention.end : mention.end + _NEAR]
        later, within = (pattern(f"times.{name}", language) for name in ("later", "within"))
        return bool(later.search(behind) or within.search(text[: mention.start]))
    return mention.kind is MentionKind.DATE and not is_comparison(text, mention.start, language)


def is_comparison(text: str, start: int, language: str) -> bool:
    """Whether a date only tells how long nothing was like it: "the first time since 1987"."""
    return pattern("times.compared", language).search(text[:start]) is not None


def dates_once(passage: Read, words: Words, deeds: frozenset[str]) -> bool:
    """Whether a passage holds a time that doesn't come back every week, as opening hours do.

    "Before" and "when" are enough where what is asked about was done.
    """
    text = passage.sentence.tokens.text
    language = passage.sentence.language
    weekly = pattern("weekdays.weekly", language)
    week = [Span(*found.span()) for found in weekly.finditer(text)]
    kept = (m for m in passage.found if not any(m.span.overlaps(each) for each in week))
    clock = bool(times_of_day(text, language)) and not hours_in(text, language)
    dated = _DECADE.search(text) is not None or any(
        is_time(text, mention, language) for mention in kept
    )
    done = passage.holds(words.whenever) and passage.holds(deeds)
    return dated or (clock and not week) or done


def tells_of(passage: Read, happening: frozenset[str]) -> bool:
    """Whether a passage speaks of what is to be dated, not only of what came before or after it."""
    sentence = passage.sentence
    places = [n for n, term in enumerate(sentence.terms) if term in happening]
    if not places:
        told = not happening or bool(happening & passage.about)
        return told or points_back(sentence.tokens.text)
    return not all(_is_bound(sentence, place) for place in places)


def _is_bound(sentence: Sentence, place: int) -> bool:
    """Whether a noun stands in a phrase behind "before", "after", "until" or "since"."""
    place = sentence.run_start(place, "DNC#z-")
    bounds = listed("times.bounds", sentence.language)
    return place > 0 and sentence.words[place - 1] in bounds
