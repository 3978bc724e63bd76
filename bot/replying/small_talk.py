"""Small talk: messages that greet, thank or say goodbye, and ask nothing of the documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.phrasing import Phrases

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
LONGEST = 12  # words; whoever writes more than that has something to ask
SLIPS = ((4, 1), (12, 2))  # from so many characters on, so many slips of spelling are forgiven
SHORT = 5  # characters; in shorter messages no letter is taken for another


def small_talk(text: str, phrases: Phrases) -> str:
    """The subject of small talk that `text` consists of, "" if there is more in it.

    Several in a row ("hi, how are you?") give the last.
    """
    words = _words(text)
    if not 0 < len(words) <= LONGEST:
        return ""
    known = _known(phrases)
    return _last_subject(words, known, phrases.fillers) or _nearest(" ".join(words), known)


@lru_cache(maxsize=16)  # each message is compared with the phrases of every language
def _words(text: str) -> tuple[str, ...]:
    lowered = _DRAWN_OUT.sub(r"\1", text.casefold().replace("’", "'"))
    return tuple(_WORD.findall(lowered))


@dataclass(frozen=True, slots=True)
class _Known:
    """Every phrase that people write with its subject, how many words the longest has, and how many
    characters.
    """

    subjects: dict[str, str]
    phrases: tuple[str, ...]
    longest: int
    length: int


@lru_cache(maxsize=16)
def _known_of(matches: tuple[tuple[str, tuple[str, ...]], ...]) -> _Known:
    known = {}
    for subject, texts in matches:
        for text in texts:
            known[" ".join(_words(text))] = subject
    longest = max((len(phrase.split()) for phrase in known), default=1)
    return _Known(known, tuple(known), longest, max(map(len, known), default=0))


def _known(phrases: Phrases) -> _Known:
    """Every phrase that people write, folded as messages are, with its subject."""
    matches = tuple((name, talk.match) for name, talk in phrases.small_talk.items())
    return _known_of(matches)


def _last_subject(words: Sequence[str], known: _Known, fillers: frozenset[str]) -> str:
    """The subject of the last phrase if the words are nothing but phrases and fillers in a row."""
    subjects = {0: ""}
    for end in range(1, len(words) + 1):
        starts = [start for start in range(max(0, end - known.longest), end) if start in subjects]
        if not starts:
            return ""
        for start in starts:
            subject = known.subjects.get(" ".join(words[start:end]))
            passed_over = start == end - 1 and words[start] in fillers and subjects[start]
            if subject and not passed_over:
                subjects[end] = subject
                break
        if end not in subjects and words[end - 1] in fillers and end - 1 in subjects:
            subjects[end] = subjects[end - 1]
    return subjects.get(len(words), "")


def _nearest(text: str, known: _Known) -> str:
    """The subject of a phrase that differs by a slip or two of spelling."""
    allowed = max((slips for length, slips in SLIPS if len(text) >= length), default=0)
    if not allowed or len(text) > known.length + allowed:
        return ""
    found = process.extractOne(text, known.phrases, scorer=OSA.distance, score_cutoff=allowed)
    if found is None:
        return ""
    best = found[0]
    if _has_another_word(text, best):
        return ""
    if len(text) < SHORT and len(best) == len(text) and sorted(best) != sorted(text):
        return ""
    return known.subjects[best]


def _has_another_word(text: str, phrase: str) -> bool:
    """Whether both slips are in one short word, which is another then: no "ask" is "pack"."""
    pairs = list(zip(text.split(), phrase.split(), strict=False))
    several = len(text.split()) == len(phrase.split()) > 1
    return several and any(OSA.distance(*pair) > 1 for pair in pairs if len(pair[1]) <= SHORT)
