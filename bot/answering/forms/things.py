"""Things that have a form of their own: a time of day, a telephone number, an address, how often.

"At what time does it close?" is answered by "9.25 p.m." and not by a date; "which number do I
ring?" by "0800 555 014" and not by a price.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.answering.grammar.sentence import read_sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_LEAST_DIGITS = 6  # of a telephone number
_MEASURED = frozenset({MentionKind.MONEY, MentionKind.NUMBER, MentionKind.PERCENTAGE})
_KEPT = 512  # texts: several rules read those of a reply


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of thing is asked for and written; `needed` where no other words can tell it."""

    name: str
    asks: re.Pattern[str]
    told: re.Pattern[str]
    needed: bool
    language: str

    def found_in(self, text: str, *, asked: str = "") -> list[Span]:
        """Where things of the form stand in a text, those left out that are in the question."""
        said = {match[0].casefold() for match in self.told.finditer(asked)}
        return [
            Span(*match.span())
            for match in self.told.finditer(text)
            if match[0].casefold() not in said
            and (self.name != "telephone" or sum(map(str.isdigit, match[0])) >= _LEAST_DIGITS)
            and not (self.name == "clock" and _is_measured(text, match, self.language))
        ]


def _is_measured(text: str, clock: re.Match[str], language: str) -> bool:
    """Whether figures that look like a time of day are a sum or a measure: "1.50 kronor"."""
    if not clock[0].isascii() or "." not in clock[0] or not clock[0][-1].isdigit():
        return False
    return any(
        mention.kind in _MEASURED and mention.start <= clock.start() and mention.end > clock.end()
        for mention in mentions(text, language=language)
    )


@cache
def end_words(language: str, name: str) -> frozenset[str]:
    """The words that ask for an end of something by its name in the lexicon, such as "opening"."""
    ends = lexicon(f"statements_{language}").get("ends", {})
    return frozenset(str(ends.get(name, "")).split())


def chosen(question: Question, found: list[Span]) -> Span | None:
    """The one of several things of a form that is asked for: of "from 9:00 to 17:00" the opening.

    None where there is none, or where the question doesn't tell which.
    """
    if len(found) == 2:
        opening, closing = (
            question.words & end_words(question.language, name) for name in ("opening", "closing")
        )
        if bool(opening) != bool(closing):
            return found[0] if opening else found[1]
    return found[0] if len(found) == 1 else None


def things_told(question: Question, form: Form, text: str) -> list[Span]:
    """The things of the form asked for in a text; of colours not those of another noun.

    The red of "the red lamp lights" is no pump's colour.
    """
    found = form.found_in(text, asked=question.text)
    if form.name != "colour" or not found:
        return found
    sentence = read_sentence(text, language=question.language)
    asked = {token.term for token in question.content}
    behind = [sentence.at(span.end) for span in found]
    return [
        span
        for span, place in zip(found, behind, strict=True)
        if sentence.tags[place : place + 1] != "N" or sentence.terms[place] in asked
    ]


def form_asked(question: Question) -> Form | None:
    """The form of what is asked for; None where it has none."""
    return _form(question.text, question.language)


@lru_cache(maxsize=16)  # a reply asks it of its question again and again
def _form(text: str, language: str) -> Form | None:
    return next((form for form in _forms(language) if form.asks.search(text)), None)


def times_of_day(text: str, language: str) -> list[Span]:
    """The times of day in a text, and from when to when: "9.25 p.m.", "noon", "from 7 to 21"."""
    return list(_in_forms(text, language, "clock", "hours"))


def hours_in(text: str, language: str) -> list[Span]:
    """The stretches of time in a text: "from 9 am to noon"."""
    return list(_in_forms(text, language, "hours"))


@lru_cache(maxsize=_KEPT)
def _in_forms(text: str, language: str, *names: str) -> tuple[Span, ...]:
    return tuple(span for f in _forms(language) if f.name in names for span in f.found_in(text))


@cache
def _forms(language: str) -> tuple[Form, ...]:
    tables = lexicon(f"statements_{language}").get("forms", {})
    return tuple(
        Form(
            name,
            re.compile(table["asks"], re.IGNORECASE),
            re.compile(table["told"], re.IGNORECASE),
            needed=table["needed"],
            language=language,
        )
        for name, table in tables.items()
    )
