"""What an abbreviation stands for: "the Lunde Water Board (LWB)"."""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.question import Question
from retrieval.records import Span

_LONGEST = 9  # tokens of what is abbreviated
_WITHIN = "CoPD&-NR"


def stands_for(question: Question, sentence: Sentence) -> Span | None:
    """The words before an abbreviation in brackets, where it is asked what that stands for."""
    short = asked_short(question)
    if not short:
        return None
    text = sentence.tokens.text
    for found in re.finditer(rf"\({re.escape(short)}\)", text, re.IGNORECASE):
        first, end = _spelt(sentence, sentence.at(found.start()), short)
        if first < end:
            return Span(*sentence.slice(first, end))
    return None


def spells_out(question: Question, text: str) -> bool:
    """Whether a text says what the abbreviation stands for that a question asks about."""
    short = asked_short(question)
    if not short or f"({short.casefold()})" not in text.casefold():
        return False
    return stands_for(question, read_sentence(text, language=question.language)) is not None


def asked_short(question: Question) -> str:
    """The abbreviation of which it is asked what it stands for; "" where none is.

    It is written in capitals, or asked about as one: "what does igad stand for?".
    """
    asked = pattern("abbreviations.asked", question.language).search(question.text)
    if asked is None:
        return ""
    known = sum(map(str.isupper, asked["short"])) > 1 or "stand for" in question.text.casefold()
    return asked["short"] if known else ""


def _spelt(sentence: Sentence, end: int, short: str) -> tuple[int, int]:
    """The tokens before a bracket whose initials the abbreviation has, or at least letters of."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    near = end
    for first in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        capital = sentence.tokens.surface(first)[0].isupper()
        if sentence.tags[first] not in _WITHIN and not capital:
            break
        if not capital or first == end - 1 or sentence.words[first][0] != letters[0]:
            continue
        if _initials(sentence, first, end) == letters:
            return first, end
        if near == end and _takes(letters, "".join(sentence.words[first:end])):
            near = first
    return near, end


def _initials(sentence: Sentence, first: int, end: int) -> list[str]:
    """The first letters of the words with a capital."""
    words = (sentence.tokens.surface(place) for place in range(first, end))
    return [word[0].casefold() for word in words if word[0].isupper()]


def _takes(letters: list[str], said: str) -> bool:
    """Whether letters stand in words in their order."""
    rest = iter(said)
    return all(letter in rest for letter in letters)
