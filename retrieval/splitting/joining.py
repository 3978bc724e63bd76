"""Boundaries that end no sentence, such as those behind initials and abbreviations."""

from __future__ import annotations

import re

from retrieval.lexicon import lexicon
from retrieval.records import Span

_INITIAL = re.compile(r"(?:^|[\s(\[\"“„«.-])(?:[^\W\d_]|[A-ZА-Я][a-zа-я])\.\s*$")
_ABBREVIATIONS = """
Dr Mr Mrs Ms Prof St Sgt Gen Lt Col Capt Maj Sen Rep Gov Pres Rev Hon Messrs Mt Ft Adm Cmdr Amb
approx ca cf viz vs e.g i.e esp incl resp Sra Srta Lic Ing Mme Mlle bzw z.B z.\xa0B d.h vgl u.a Hr
Fr Nr Abs Bd Hrsg им ул пр пер пл стр гл акад проф г-н г-жа т.е т.н напр см ср nr str dl dna bl sf
Doç Av Sn κ κα π.χ δηλ
"""
_BEFORE_NUMBERS = """
No Nos Nr n nº № p pp Art art Fig Figs fig Sec sec Vol vol Ch ch Eq Abb S Bd ст п рис approx Approx
ca Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec v Rs tel Tel д кв αρ τηλ
"""
_TIME_OF_DAY = re.compile(r"\d\s?[ap]\.m\.$")
_GOES_ON_FROM_TIME = re.compile(
    r"(?:[A-Z]{1,4}T|GMT|UTC)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:in|on|at|to|and|or|near|after|before|when"
    r"|as|by|for|until|from|with|local|morning|afternoon|evening|night)\b|[.,;)]|\s?$)"
)
_NUMBER_ONLY = re.compile(r"\s*(?:[-*•(]\s*)?(?:\d{1,3}|[a-zA-Zа-я])[.)]\s*$")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w .,/]{1,30}\. [A-ZÀ-Þ]{3,12} ?(?:--?|[–—]) "
    r"|[A-ZÀ-Þ][\w .,-]{1,30} /[A-ZÀ-Þ][\w .-]{1,20}/[.:]? "
)
_ORDINAL = re.compile(
    r"\b(?:[ad]e[rmsn]|[ai]m|zu[mr]|vo[mnr]|bis|seit|und|oder|die|das|–|-) ?\d{1,2}\.$"
)
_SAID = frozenset("\u0964\u3002\uff01\uff1f")
_OPENERS, _CLOSERS = " \"'“”„«»‘’([", " \"'”’»)"


def _ending_in(words: str) -> re.Pattern[str]:
    """A pattern for a text that ends in one of these words and a full stop."""
    alternatives = "|".join(map(re.escape, words.split()))
    return re.compile(rf"(?:^|[\s(\[\"“„«])(?:{alternatives})\.\s*$")


_ABBREVIATION, _BEFORE_NUMBER = _ending_in(_ABBREVIATIONS), _ending_in(_BEFORE_NUMBERS)


def goes_on(text: str, before: Span, end: int, language: str) -> bool:
    """Whether what follows a boundary, up to `end`, is still the same sentence."""
    after = text[before.end : min(end, before.end + 60)]
    rest = after.lstrip(_OPENERS)
    if not any(map(str.isalnum, rest)):
        return not any(map(str.isalnum, text[before.end : end]))
    said = text[before.start : before.end]
    if _NUMBER_ONLY.match(said[:12]) and len(said) < 12:
        return True
    tail = said[-24:].rstrip(_CLOSERS)
    if rest[0].islower() and tail[-1:] not in _SAID:
        return True
    if not any(map(str.isalnum, said)):
        return True
    return tail.endswith(".") and _is_abbreviated(said, tail, rest, language)


def _is_abbreviated(said: str, tail: str, rest: str, language: str) -> bool:
    """Whether the full stop in the end of `tail` is an abbreviation's."""
    if rest[0].isdigit():
        return _BEFORE_NUMBER.search(tail) is not None
    if _ABBREVIATION.search(tail):
        return True
    if _TIME_OF_DAY.search(tail) and _GOES_ON_FROM_TIME.match(rest):
        return True
    if len(said) < 50 and _DATELINE.match(said + rest[:30]):
        return True
    if language == "de" and _ORDINAL.search(tail):
        return True
    return _INITIAL.search(tail) is not None and _is_name(tail, rest, language)


def _is_name(tail: str, after: str, language: str) -> bool:
    """Whether an initial is followed by the rest of a name, not by a word that opens a sentence."""
    word = re.match(r"[^\W\d_]+\.?", after)
    if not word or not word.group()[0].isupper():
        return False
    initial = tail[-2:-1]
    little = str(lexicon(language or "en").get("stop", "")).split()
    if word.group().casefold() in little and not word.group().endswith("."):
        return False
    return initial.isupper() and not re.search(r"[^\W\d_]\.[^\W\d_]\.$", tail)
