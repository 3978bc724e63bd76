"""Text to Terms: the one definition, for passages and for questions.

A term is the normal form of one surface word, whatever stands around it, so that a large text is
analysed by one regular expression and one look-up per distinct surface.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import Stemmer

from retrieval.lexicon import lexicon

SURFACE = re.compile(
    r"(?:[^\W\d_]\.){2,}(?![^\W\d_])"  # U.S., e.g.
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])"  # 400,000  3.14  7th
    r"|[^\W_]+(?:['’](?:s|t|ll|re|ve|d|m)(?![^\W_]))?",  # words; Syria's and don't are one
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
DEFAULT_LANGUAGE = "en"


class Token(NamedTuple):
    """A term and where its surface stands: `text[start:end]`."""

    term: str
    start: int
    end: int


class Analyser:
    """Turns text of one language into terms; the same surface always gives the same term."""

    def __init__(self, language: str) -> None:
        """`language` is an ISO 639-1 code; unknown ones are analysed without stemming."""
        words = lexicon(language)
        self.language = language
        self.stop_terms: frozenset[str] = frozenset()
        self._stem = Stemmer.Stemmer(_STEMMERS[language]).stemWord if language in _STEMMERS else str
        self._terms: dict[str, str] = {
            **{word: str(value) for word, value in words.get("numbers", {}).items()},
            **{word: f"{value}th" for word, value in words.get("ordinals", {}).items()},
            **{
                form: self._stem(word)
                for word, forms in words.get("irregular", {}).items()
                for form in forms.split()
            },
        }
        self.stop_terms = frozenset(self.term(word) for word in words.get("stop", "").split())

    def tokens(self, text: str) -> Iterator[Token]:
        """Every term of `text` in order, with its place."""
        for match in SURFACE.finditer(text):
            yield Token(self.term(match.group()), match.start(), match.end())

    def terms(self, text: str) -> list[str]:
        """Every term of `text` in order.

        >>> Analyser("en").terms("The U.S. held its 7th meeting: 400,000 words")
        ['the', 'us', 'held', 'it', '7th', 'meet', '400000', 'word']
        """
        return [self.term(surface) for surface in SURFACE.findall(text)]

    def term(self, surface: str) -> str:
        """The normal form of one surface word, never empty."""
        known = self._terms.get(surface)
        if known is None:
            known = self._terms.setdefault(surface, self._normalise(surface))
        return known

    def _normalise(self, surface: str) -> str:
        word = unicodedata.normalize("NFKC", surface).casefold().replace("’", "'")
        if word in self._terms:
            return self._terms[word]
        if word[0].isdigit():
            return _number(word)
        word = word.replace(".", "").removesuffix("'s").replace("'", "")
        return _plain(self._stem(word)) or surface


@cache
def analyser(language: str) -> Analyser:
    """The analyser of `language`, made once; "" gives that of English."""
    return Analyser(language or DEFAULT_LANGUAGE)


def _number(word: str) -> str:
    """One spelling for a number: 400,000 is 400000, and 1st, 2nd, 3rd end in th."""
    if _GROUPED.fullmatch(word):
        return word.replace(",", "")
    return re.sub(r"(?<=\d)(?:st|nd|rd)$", "th", word)


def _plain(word: str) -> str:
    """Without accents: é is e. Marks that are letters of their script (Thai, Hindi) stay."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    kept = (c for c in marks if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))
