"""From text to Terms: one definition, for passages and for questions.

A term is the normal form of one surface word, whatever stands around it; so a large text is
analysed by one regular expression and one look-up for each distinct word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

import Stemmer

from retrieval.lexicon import lexicon
from retrieval.scripts import (
    INSIDE,
    UNSPACED,
    folded,
    has_unspaced,
    is_unspaced,
    pieces,
    placed,
    plain,
)

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
REMEMBERED = 200_000  # surfaces with their terms, beyond which they are forgotten


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
        self._stem = _stemmer(language)
        self._writing = _writing(words.get("writing", {}))
        counted: dict[str, str] = {w: str(value) for w, value in words.get("numbers", {}).items()}
        others: dict[str, str] = {
            **{word: f"{value}th" for word, value in words.get("ordinals", {}).items()},
            **{
                form: self._stem(word)
                for word, forms in words.get("irregular", {}).items()
                for form in forms.split()
            },
        }
        self._given = {**counted, **others}
        self._stems: dict[str, str] = {}
        if self._writing.inflects:
            self._stems = {self._stem(word): term for word, term in others.items()}
        self._stop = words.get("stop", "").split()
        if self._writing.inflects:
            self._given |= {word: self._settled(word) for word in map(folded, self._stop)}
        self._terms = dict(self._given)

    @cached_property
    def stop_terms(self) -> frozenset[str]:
        """The terms of words that only carry grammar ("the", "of")."""
        return frozenset(map(self.term, self._stop))

    def tokens(self, text: str) -> Iterator[Token]:
        """Every term of `text` in order, with its place."""
        for start, end in _places(text):
            yield Token(self.term(text[start:end]), start, end)

    def terms(self, text: str) -> list[str]:
        """Every term of `text` in order.

        >>> Analyser("en").terms("The U.S. held its 7th meeting: 400,000 words")
        ['the', 'us', 'hold', 'it', '7th', 'meet', '400000', 'word']
        """
        return [self.term(surface) for surface in surfaces(text)]

    def term(self, surface: str) -> str:
        """The normal form of one surface word, never empty."""
        known = self._terms.get(surface)
        if known is None:
            if len(self._terms) > REMEMBERED:
                self._terms = dict(self._given)
            known = self._terms.setdefault(surface, self._normalise(surface))
        return known

    def _normalise(self, surface: str) -> str:
        """The normal form of a surface word, before it is remembered."""
        word = folded(surface)
        if word in self._given:
            return self._given[word]
        if word[0].isdigit():
            return self._writing.number(word)
        if not word.isalnum():
            word = word.replace(".", "").removesuffix("'s").replace("'", "")
        if self._writing.prefixes is not None:
            word = self._writing.prefixes.sub("", word)
        stem = self._stem(word)
        stem = self._stems.get(stem, stem)
        return self._settled(stem) or surface

    def _settled(self, word: str) -> str:
        """A word or stem without the accents that don't matter; stop words stay unstemmed, since
        many share a stem with a word that matters.
        """
        return placed(word) if self._writing.toned else plain(word)


def _stemmer(language: str) -> Callable[[str], str]:
    """What stems one word; it remembers none, since each is asked for once."""
    if language not in _STEMMERS:
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(_STEMMERS[language], 0).stemWord
    return stem


class _Writing(NamedTuple):
    """How a language writes numbers and words.

    `groups` matches a number whose thousands are set apart by the sign `between`, `ordinal` what
    makes a figure an ordinal, both not compiled before there is one; `prefixes` matches what may be
    joined to the front of a word; `toned` says that accents tell words apart, `inflects` that
    listed words stand for all their forms.
    """

    groups: str
    between: str
    ordinal: str
    prefixes: re.Pattern[str] | None
    toned: bool
    inflects: bool

    def number(self, word: str) -> str:
        """One spelling for a number: 400,000 is 400000, and 1st, 2nd, 3rd end in th."""
        if re.fullmatch(self.groups, word):
            return word.replace(self.between, "")
        return re.sub(self.ordinal, "th", word)


def _writing(table: Mapping[str, Any]) -> _Writing:
    """The writing that a lexicon describes; English where it describes none."""
    between = table.get("groups", ",")
    endings = "|".join(sorted(table.get("ordinal", "st nd rd").split(), key=len, reverse=True))
    prefixes = table.get("prefixes")
    sign = re.escape(between)
    return _Writing(
        groups=rf"\d{{1,3}}(?:{sign}\d{{3}})+|\d{{1,2}}(?:{sign}\d{{2}})+{sign}\d{{3}}",
        between=between,
        ordinal=rf"(?<=\d)(?:{endings})$" if endings else r"(?!)",
        prefixes=re.compile(prefixes) if prefixes else None,
        toned=bool(table.get("toned", False)),
        inflects=bool(table),
    )


@cache
def analyser(language: str) -> Analyser:
    """The analyser of `language`, made once; "" gives that of English."""
    return Analyser(language or DEFAULT_LANGUAGE)


def surfaces(text: str) -> list[str]:
    """Every surface word of `text` in order; of words without blanks between them, pieces.

    >>> surfaces("Don't call 9/11"), surfaces("在1990年代")
    (["Don't", 'call', '9', '11'], ['在', '1990', '年', '年代', '代'])
    """
    if has_unspaced(text):
        return [text[start:end] for start, end in _places(text)]
    return _surface(ascii_only=text.isascii()).findall(text)


@cache
def _surface(*, ascii_only: bool) -> re.Pattern[str]:
    """What a surface word is in any text, or in one of ASCII only, for which it is compiled sooner.

    Both cases of letters are written out, since with IGNORECASE compiling takes longer still.
    """
    letter, sign, s, quote = r"[^\W\d_]", rf"[^\W_{UNSPACED}]", "Ssſ", "'’"
    unspaced = rf"|[{UNSPACED}]+"  # words without blanks, parted by `pieces`
    marks = rf"(?:[{INSIDE}]+{sign}*)*"
    if ascii_only:
        letter, sign, s, quote, unspaced, marks = "[a-zA-Z]", "[a-zA-Z0-9]", "Ss", "'", "", ""
    return re.compile(
        rf"(?:{letter}\.){{2,}}(?!{letter})"  # U.S., e.g.
        rf"|\d+(?:[.,]\d+)*(?:[{s}][Tt]|[NnRr][Dd]|[Tt][Hh])?(?!{sign})"  # 400,000  3.14  7th
        rf"{unspaced}"
        rf"|{sign}+{marks}"
        rf"(?:[{quote}](?:[{s}TtDdMm]|[Ll][Ll]|[RrVv][Ee])(?!{sign}))?"  # don't
    )


def written(text: str, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words of `text` that tokens stand for, each once; overlapping pieces become one word.

    >>> written("原子弹", Analyser("zh").tokens("原子弹"))
    ('原子弹',)
    """
    stretches: list[tuple[int, int]] = []
    for token in sorted(tokens, key=lambda token: token.start):
        if stretches and token.start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(token.end, stretches[-1][1]))
        else:
            stretches.append((token.start, token.end))
    return tuple(dict.fromkeys(text[start:end] for start, end in stretches))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every surface word."""
    for match in _surface(ascii_only=text.isascii()).finditer(text):
        start, end = match.span()
        if is_unspaced(text, start):
            for first, last in pieces(match.group()):
                yield start + first, start + last
        else:
            yield start, end
