"""Scripts: how the letters of each are folded for comparing words, and where words have no blanks.

Text is always shown as it stands; only for comparing do ligatures, full-width forms, combining
marks, soft hyphens, vowel points and the several shapes of one letter count as nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from retrieval.lexicon import lexicon

_IDEOGRAPHS = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SYLLABLES = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1780-\u17d3"
# Letters of scripts without blanks between words: Chinese and Japanese; Thai, Lao, Burmese, Khmer.
UNSPACED = _IDEOGRAPHS + _SYLLABLES
# Inside a word without being letters: combining marks, joiners, soft hyphens, variation selectors.
INSIDE = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51"
    "\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7"
    "\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57"
    "\u0d81-\u0d83\u0dca-\u0df3\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
# Not needed to tell words apart: Arabic and Hebrew points, the Arabic stroke that only lengthens,
# the Hindi dot of foreign sounds, joiners, marks of direction.
_UNSEEN = (
    "\u00ad\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05c7\u093c\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        "ة": "ه",
        "ک": "ك",
        "ँ": "ं",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
    }
)
_FIRST_UNSPACED = "\u0e01"  # no character before it is of such a script
# A consonant with the vowel before it and the vowels and tones above, below and behind it.
_CLUSTER = (
    "[\u0e40-\u0e44\u0ec0-\u0ec4]?.[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece"
    "\u102b-\u103e\u17b6-\u17d3]*"
)
_TONE = "(o|u)(a|e|y)([\u0300\u0301\u0303\u0309\u0323])$"
_SPELT = rf"[^\W\d_](?:[^\W\d_]|[{INSIDE}])*"


def is_unspaced(text: str, start: int = 0) -> bool:
    """Whether the character at `start` is of a script without blanks between words."""
    return text[start : start + 1] >= _FIRST_UNSPACED and bool(_any_of(UNSPACED).match(text, start))


def has_unspaced(text: str) -> bool:
    """Whether any character is of a script without blanks between words."""
    return not text.isascii() and _any_of(UNSPACED).search(text) is not None


def is_spelt(word: str) -> bool:
    """Whether a word is nothing but letters and their marks."""
    return _compiled(_SPELT).fullmatch(word) is not None


def pieces(run: str) -> Iterator[tuple[int, int]]:
    """Start and end of the overlapping pieces by which a run without blanks is compared.

    Ideographs: each and each pair of neighbours, since one or two make most words. Syllables:
    pairs of neighbours, each a consonant with its vowels and tones; the words of Thai grammar stand
    for themselves, so that no pair reaches from one word into the next across them.

    >>> [run[a:b] for run in ["原子弹", "ป้อมของเมือง"] for a, b in pieces(run)]
    ['原', '原子', '子', '子弹', '弹', 'ป้อ', 'อม', 'ของ', 'เมือ', 'อง']
    """
    if _any_of(_IDEOGRAPHS).match(run):
        for place in range(len(run)):
            yield place, place + 1
            if place + 2 <= len(run):
                yield place, place + 2
        return
    bounds = [0, *(cluster.end() for cluster in _compiled(_CLUSTER).finditer(run))]
    start = 0
    for end, behind in _grammar(run, bounds):
        inside = bounds[bisect_left(bounds, start) : bisect_left(bounds, end) + 1]
        for place in range(max(len(inside) - 2, 1) if end > start else 0):
            yield inside[place], inside[min(place + 2, len(inside) - 1)]
        if behind > end:
            yield end, behind
        start = behind


def _grammar(run: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of the words of grammar in a run, and last of nothing at its end."""
    for found in _little_words().finditer(run):
        start, end = found.span()
        if all(bounds[bisect_left(bounds, place)] == place for place in (start, end)):
            yield start, end
    yield len(run), len(run)


@cache
def _any_of(characters: str) -> re.Pattern[str]:
    """A pattern of one of some characters, compiled only when asked for, since that takes long."""
    return re.compile(f"[{characters}]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first asked for."""
    return re.compile(pattern)


@cache
def _little_words() -> re.Pattern[str]:
    words = sorted(lexicon("th")["stop"].split(), key=len, reverse=True)
    return re.compile("|".join(words))


def folded(surface: str) -> str:
    """A word in small letters and plain digits, without what isn't needed to tell it from others.

    >>> folded("ﬁ\u00adnal"), folded("１９９０"), folded("١٩٩٠"), folded("مُحَمَّد")
    ('final', '1990', '1990', 'محمد')
    """
    if surface.isascii():
        return surface.lower()
    word = unicodedata.normalize("NFKC", surface)
    if not word.isascii():
        word = _any_of(_UNSEEN).sub("", word)
        if word[:1].isdecimal():
            word = "".join(str(unicodedata.decimal(c, c)) for c in word)
    return word.casefold().replace("’", "'").replace("i\u0307", "i") or surface


def unaccented(text: str) -> str:
    """A text in small letters without accents, character by character: places stay the same.

    >>> unaccented("¿Cuándo?"), unaccented("ΠΌΣΟΙ")
    ('¿cuando?', 'ποσοι')
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_bare, text))


@lru_cache(maxsize=10_000)
def _bare(character: str) -> str:
    """One character in its plain small form."""
    small = character.casefold()[:1].translate(_SHAPES)[:1]
    return unicodedata.normalize("NFD", small)[:1] or character


def placed(word: str) -> str:
    """A Vietnamese syllable with its tone where the older spelling puts it: hoà is hòa."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _compiled(_TONE).sub(r"\1\3\2", marks))


def plain(word: str) -> str:
    """Without accents: é is e. Marks that are letters of their script (Thai, Hindi) stay."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word.translate(_SHAPES))
    kept = (c for c in marks if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))
