"""Text to tokens and their classes.

Classes, one character each. Words of time: M month, m doubtful month (May), W weekday, t today, p
part of a day, q clock, s season, e early, R last, a ago, U unit, v century, Y year, L decade, i
numeric date, E era. Numbers: D 1 to 31, N other figures, n number word, k scale, K vague scale, f
fraction, O ordinal, Q capitalised ordinal, c currency sign, d currency word, V its code (EUR), Z an
amount with its sign (£600m), % percent. Names: C
capitalised, X acronym, I initial, H title, h abbreviated title, J what may stand before a title, y
title in small letters, b particle. Small words: A a, T the, o of, & and, + the sign &, r to, j
for, B other prepositions before years, u other function words; F, P and S are u, B and A, T
capitalised; l anything else in small letters. Signs: - between words, _ a dash, z possessive, the
signs , . ( ) are themselves, " any quotation mark, x anything else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from retrieval.lexicon import lexicon

_UNIT = r"(?:h|hrs?|mins?|secs?|[kcm]?m|[km]?g|lbs?|oz|[mc]?l|ha|mph|kph|ft)"  # behind figures
# What stands behind figures for so many times as much; a single letter only behind a currency sign,
# but for pence, which count by themselves.
SCALES = {"p": 1, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_SCALED = rf"(?:{'|'.join(scale for scale in SCALES if len(scale) > 1)})"
_MONEY = rf"[$£€¥₹₽](?:US\b)?\s?\d+(?:[.,]\d+)*(?:[mMkKB]|\s?{_SCALED})\b"
_TOKEN = re.compile(
    rf"{_MONEY}|\d+(?:[.,]\d+)*{_SCALED}\b|"
    r"per cent\b|(?:[^\W\d_]\.){2,}(?![^\W\d_])"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm)?(?![^\W_]|[.,:]\d)"
    rf"|\d+(?:[.,]\d+)*(?={_UNIT}\b)"
    r"|\d[^\W_]*"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|['’]s\b|[^\w\s]|_"
)
_CONTRACTED = re.compile(r"(?<!ca)n['’]t$|['’].*")
_LONGEST_WORD = 40
_MOST_REMEMBERED = 200_000
REPLY = 256  # texts remembered as read: a reply reads each of its sentences many times
_SIGNS = {
    **dict.fromkeys("-–‐‑", "-"),
    **dict.fromkeys("—―−", "_"),
    **dict.fromkeys('"“”„«»‟', '"'),
    **dict.fromkeys("’'", "x"),
    **{sign: sign for sign in ",.()%"},
    "'s": "z",
    "’s": "z",
    "&": "+",
    "!": ".",
    "?": ".",
    ";": ",",
}
_CAPITALISED = dict(zip("uBrjATOao", "FPPPSSQFP", strict=True))
_KEPT_WHEN_CAPITALISED = frozenset("MWtsknKRpU%d&feF")


class Tokens(NamedTuple):
    """The tokens of a text: `text[starts[i]:ends[i]]` is of class `classes[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    classes: str

    def surface(self, number: int) -> str:
        """The letters of one token."""
        return self.text[self.starts[number] : self.ends[number]]


class Vocabulary:
    """The word lists of one language: classes of words, and what those words are worth."""

    def __init__(self, language: str) -> None:
        """`language` is an ISO 639-1 code; without word lists only figures and capitals tell."""
        lists = lexicon(f"entities_{language}")
        grammar = lexicon(language)
        self.language = language
        self.months: dict[str, int] = {
            **lists.get("months", {}),
            **{word.lower(): month for word, month in lists.get("doubtful_months", {}).items()},
        }
        self.weekdays: dict[str, int] = lists.get("weekdays", {})
        self.days: dict[str, int] = lists.get("days", {})
        self.numbers: dict[str, int] = grammar.get("numbers", {})
        self.scales: dict[str, int] = lists.get("scales", {})
        self.fractions: dict[str, float] = lists.get("fractions", {})
        self.ordinals: dict[str, int] = grammar.get("ordinals", {})
        self.currencies: dict[str, str] = lists.get("currencies", {})
        self.units: dict[str, str] = lists.get("units", {})
        self.seconds: dict[str, int] = lists.get("seconds", {})
        self.titles: dict[str, frozenset[str]] = _word_sets(lists.get("titles", {}))
        self.cues: dict[str, frozenset[str]] = _word_sets(lists.get("cues", {}))
        self.counted = frozenset(lists.get("words", {}).get("counted", "").split())
        before = (
            lists.get("approximate", {}).get("before", "").replace("\n", "").replace(" ", r"\s+")
        )
        self.approximate = re.compile(rf"\b(?:{before})\s+$", re.IGNORECASE) if before else None
        self._doubtful = frozenset(lists.get("doubtful_months", {}))
        self._eras = frozenset(lists.get("words", {}).get("eras", "").split())
        self._acronyms = frozenset(lists.get("words", {}).get("acronyms", "").split())
        self._small = self._small_words(lists.get("words", {}))
        self._known: dict[str, str] = dict(_SIGNS)

    def _small_words(self, words: dict[str, str]) -> dict[str, str]:
        """Word in small letters to class; later lists win."""
        classes: dict[str, str] = {}

        def put(letter: str, entries: object) -> None:
            listed = entries.split() if isinstance(entries, str) else entries
            classes.update(dict.fromkeys(listed, letter))  # type: ignore[call-overload]

        put("y", self.titles.get("heads", ()))
        put("y", [f"{head}s" for head in self.titles.get("heads", ())])
        put("u", words.get("function", ""))
        put("B", words.get("before_years", ""))
        put("r", "to through until till" if words else "")
        put("j", "for" if words else "")
        put("b", words.get("particles", ""))
        put("f", self.fractions)
        put("O", self.ordinals)
        put("n", self.numbers)
        put("k", self.scales)
        put("K", words.get("vague", ""))
        put("d", self.currencies)
        put("U", self.units)
        put("v", [word for word, unit in self.units.items() if unit == "century"])
        put("O", [w for w in self.ordinals if classes.get(w) == "U"])
        for name, letter in (
            *(("relative", "R"), ("parts_of_day", "p"), ("seasons", "s"), ("edges", "e")),
            *(("ago", "a"), ("articles", "A"), ("definite", "T"), ("of", "o"), ("and", "&")),
            ("percent", "%"),
        ):
            put(letter, words.get(name, ""))
        put("M", [month for month in self.months if month.title() not in self._doubtful])
        put("W", self.weekdays)
        put("t", self.days)
        return classes

    def kind(self, surface: str) -> str:
        """The class of a token, whatever stands around it."""
        known = self._known.get(surface)
        if known is None:
            if len(self._known) > _MOST_REMEMBERED:
                self._known = dict(_SIGNS)
            known = self._known[surface] = self._classify(surface)
        return known

    def is_month(self, surface: str) -> bool:
        """Whether a word is the name of a month as it is written: "May", not "may"."""
        return surface != "" and self.kind(surface) in "Mm"

    def _classify(self, surface: str) -> str:
        """The class of a surface that no list has as it is written: figures, signs, other words."""
        if surface[0].isdigit():
            return _figure(surface)
        if surface[0] in self.currencies:
            return "c" if len(surface) == 1 else "Z"
        if not surface[0].isalpha():
            return "x"
        small = surface.casefold()
        if surface[0].isupper():
            return self._capitalised(surface, small)
        return self._small.get(small, "l")

    def _capitalised(self, surface: str, small: str) -> str:
        """The class of a word with a capital letter."""
        bare = surface.replace(".", "")
        modifiers = self.titles.get("modifiers", frozenset())
        if surface in self._doubtful:
            return "m"
        if surface in self._eras:
            return "E"
        if bare.isupper() and (surface in self._acronyms or small not in self._small):
            return "X" if len(bare) > 1 else "I"
        if small in self.titles.get("abbreviated", ()):
            return "h"
        letter = self._small.get(_CONTRACTED.sub("", small), "")
        if letter == "d" and surface.isupper():
            return "V"
        if letter in _KEPT_WHEN_CAPITALISED and letter:
            return letter
        if letter in _CAPITALISED and not (letter == "u" and small in modifiers):
            return _CAPITALISED[letter]
        if letter == "y":
            return "H"
        return "J" if small in modifiers else "C"


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of `language`, read once."""
    return Vocabulary(language)


@lru_cache(maxsize=REPLY)
def tokenise(text: str, *, language: str = "en") -> Tokens:
    """Every token of `text` in order; only white space lies between tokens."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    kind = vocabulary(language).kind
    classes = [kind(text[a:b]) if b - a <= _LONGEST_WORD else "x" for a, b in spans]
    for number, (start, end) in enumerate(spans) if "-" in classes else ():
        apart = text[start - 1 : start].isspace() or text[end : end + 1].isspace()
        if apart and classes[number] == "-":
            classes[number] = "_"
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens(text, starts, ends, "".join(classes))


def _word_sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items()}


def _figure(surface: str) -> str:
    """The class of a token that begins with a digit."""
    if surface.isdecimal():
        if len(surface) == 4 and "1000" <= surface <= "2099":
            return "Y"
        return "D" if len(surface) <= 2 and 1 <= int(surface) <= 31 else "N"
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", surface):
        return "O"
    if re.fullmatch(r"\d{4}s", surface):
        return "L"
    if re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?|\d{1,2}(?::\d\d)?(?:am|pm)", surface):
        return "q"
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})", surface):
        return "i"
    if re.fullmatch(r"[1-9]\d?p", surface):
        return "Z"
    return "N" if re.fullmatch(rf"\d+(?:[.,]\d+)*(?:[¼½¾]|{_SCALED})?", surface) else "x"
