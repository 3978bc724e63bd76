"""What a line of a web page looks like: prose, a call to act, a menu, a byline, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from retrieval.lexicon import lexicon
from retrieval.times.dating import is_dateline

LOOKED_AT = 2_000
PROSE_WORDS = 8
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_ENDED = re.compile(r"""[.!?。！？।؟]["'”’»)\]」』]*(?:\s*\[\d+\])*$""")
_TRAILING = re.compile(r"""(?:\.\.\.|…)["'”’»)\]]*$""")
_EDGES = re.compile(r"^[^\w©]+|[^\w]+$")
_DIGITS = re.compile(r"[\s(\[]*\d+[\s)\]]*")
_DASHES = re.compile(r"\s+[-–—]\s+")
_LABEL = re.compile(r"^\w+:\s+")
_DASHED_PARTS, _MENU_WORDS = 4, 3
_PARTS = re.compile(r"\s+[|/>»•·›]\s+|\s*\|\s*|\s{3,}|\t+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|@\w{2,}", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/?", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
_QUOTES = str.maketrans("’‘“”ʼ", "''\"\"'")
_FIRST_SENTENCE = re.compile(r"[^.!?]+[.!?](?=\s)")
_TOLD_WORDS = 6  # of a sentence before a call, with which a line says more than the call
_STARTS_WORDS, _WITHIN_WORDS, _BYLINE_WORDS = 16, 24, 7


def words_of(text: str) -> tuple[str, ...]:
    """The casefolded words at the head of a text; pairs of characters in scripts without blanks."""
    return _words(text[:LOOKED_AT])


@lru_cache(maxsize=64)  # a line is looked at from many sides, one after another
def _words(text: str) -> tuple[str, ...]:
    head = text.casefold()
    if _DENSE.search(head) is None:
        return tuple(_WORD.findall(head))
    words: list[str] = []
    for word in _WORD.findall(head):
        if not word.isascii() and _DENSE.match(word):
            words += [word[at : at + 2] for at in range(0, max(1, len(word) - 1), 2)]
        else:
            words.append(word)
    return tuple(words)


def _is_teaser(text: str) -> bool:
    """Whether a text breaks off with an ellipsis."""
    return _TRAILING.search(text[-20:]) is not None


def is_prose(text: str) -> bool:
    """Whether a text ends as a sentence does and has the words of one (eight or more).

    Scripts that don't mark the end of a sentence need twice as many.
    """
    if _is_teaser(text):
        return False
    words = len(words_of(text))
    unmarked = _DENSE.search(text[:LOOKED_AT]) is not None and words >= 2 * PROSE_WORDS
    return unmarked or (words >= PROSE_WORDS and _ENDED.search(text[-40:]) is not None)


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, however short."""
    return _ENDED.search(text[-40:]) is not None and not _is_teaser(text)


def is_call(text: str) -> bool:
    """Whether a line says what only pages say: share, subscribe, related stories, cookies."""
    plain = _plain(text)
    bare = _EDGES.sub("", plain)
    if bare in _entries("whole") or _DIGITS.sub("", bare) in _entries("whole"):
        return True
    words = len(words_of(text))
    if words <= _STARTS_WORDS and plain.lstrip(" •-*»>→▶").startswith(_starts()):
        return True
    told = _FIRST_SENTENCE.match(plain)
    opening = told[0] if told and len(told[0].split()) >= _TOLD_WORDS else plain
    return words <= _WITHIN_WORDS and any(entry in opening for entry in _entries("within"))


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a picture as agencies begin it, however long it is."""
    return _plain(text).startswith(tuple(_entries("captions")))


def is_opener(text: str) -> bool:
    """Whether a line opens a list of other stories."""
    return _EDGES.sub("", _plain(text)) in _entries("openers")


def is_legal(text: str) -> bool:
    """Whether a line reserves rights."""
    plain = _plain(text)
    short = len(words_of(text)) <= _WITHIN_WORDS
    return short and any(entry in plain for entry in _entries("legal"))


def menu_words(text: str) -> int:
    """How many of the parts of a line ("Home | News | Sport") are words of menus."""
    return _of_menus(_PARTS.split(_plain(text)))


def is_menu(text: str) -> bool:
    """Whether a line is a menu by itself: three parts or more, half of them words of menus.

    Dashes part a longer one: "MENU: City - Sport - Weather - Contact".
    """
    parts = _PARTS.split(text[:LOOKED_AT].strip())
    if len(parts) >= 3:
        return menu_words(text) * 2 >= len(parts)
    parts = _DASHES.split(_LABEL.sub("", _plain(text[:LOOKED_AT]).strip()))
    brief = all(len(part.split()) <= _MENU_WORDS for part in parts)
    return brief and len(parts) >= _DASHED_PARTS and _of_menus(parts) * 2 >= len(parts)


def _of_menus(parts: Sequence[str]) -> int:
    return sum(_EDGES.sub("", part) in _entries("menu") for part in parts)


def is_byline(text: str) -> bool:
    """Whether a line names its author: "By" and a few capitalised names."""
    words = _WORD.findall(text[:LOOKED_AT])
    if not 2 <= len(words) <= _BYLINE_WORDS or is_sentence(text):
        return False
    opening = _plain(text).startswith(tuple(f"{entry} " for entry in _entries("byline")))
    labelled = _plain(text).startswith(tuple(f"{entry}:" for entry in _entries("byline")))
    return (opening and all(not word[0].islower() for word in words[1:])) or labelled


def is_address(text: str) -> bool:
    """Whether a line is a web address, a mail address or a handle with at most three words."""
    if len(text) > LOOKED_AT or not (_ADDRESS.search(text) or _SITE.fullmatch(text)):
        return False
    return len(words_of(_ADDRESS.sub(" ", text))) <= 3


def is_site(text: str) -> bool:
    """Whether a line is the bare name of a site, as Example.org."""
    return len(text) <= 60 and _SITE.fullmatch(text) is not None


def is_widget(text: str) -> bool:
    """Whether half of a short line's words are numbers: weather, exchange rates, counters."""
    words = text.split()
    numbers = sum(_NUMBER.search(word) is not None for word in words)
    return 1 <= len(words) <= 12 and numbers * 2 >= len(words) and not is_sentence(text)


def is_dated(text: str) -> bool:
    """Whether a line says nothing but a date and a time."""
    return is_dateline(text)


def _plain(text: str) -> str:
    return " ".join(text[:LOOKED_AT].casefold().translate(_QUOTES).split())


@cache
def _entries(table: str) -> frozenset[str]:
    languages = lexicon("furniture")[table].values()
    return frozenset(_plain(entry) for entries in languages for entry in entries)


@cache
def _starts() -> tuple[str, ...]:
    return tuple(sorted(_entries("starts")))
