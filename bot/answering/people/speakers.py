"""Who says what a sentence tells, as its form shows: "according to the union", "said Ida Holm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.grammar.words import words_of
from retrieval.question import Kind, Question
from retrieval.records import Span

_ACCORDING = ("according", "to")
_PHRASE = r"[DR]?[NC#z-]+(?:o[DR]?[NC#z-]+)*"
_BEHIND = re.compile(_PHRASE)
_BEFORE = re.compile(  # the phrase, what it is in commas, auxiliaries
    rf"(?:^|(?<=[,\"S.(&-]))({_PHRASE}(?:&{_PHRASE})*)(?:,({_PHRASE}),)?[XA]*$"
)
_QUOTED = frozenset({'"', ","})  # in front of "said Ida Holm"


def speaker_told(question: Question, sentence: Sentence) -> Span | None:
    """The one whom a sentence names for what it says; None where it names none or several."""
    asked = read_question(question)
    anyhow = listed("speaking.anyhow", question.language)
    if question.kind is not Kind.WHO or not asked.gap_first or asked.verb not in anyhow:
        return None
    tags = _with_owners(sentence)
    said = words_of(sentence.language).saying
    told = {*_according(sentence, tags), *_saying(sentence, tags, said)}
    return Span(*sentence.slice(*told.pop())) if len(told) == 1 else None


def _with_owners(sentence: Sentence) -> str:
    """The tags of a sentence, where "by" and "for" tie as "of" does."""
    pairs = zip(sentence.words, sentence.tags, strict=True)
    of = listed("speaking.of", sentence.language)
    return "".join("o" if word in of else tag for word, tag in pairs)


def _according(sentence: Sentence, tags: str) -> Iterator[tuple[int, int]]:
    """Whoever stands behind "according to", as token numbers."""
    for place in range(len(sentence.words) - 2):
        if sentence.words[place : place + 2] == _ACCORDING:
            found = _BEHIND.match(tags, place + 2)
            if found is not None:
                yield found.span()


def _saying(sentence: Sentence, tags: str, said: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The subjects of words of saying, in front of them or behind the end of what was said."""
    for place, term in enumerate(sentence.terms):
        if not place or term not in said or not _is_said(sentence, place):
            continue
        before = _BEFORE.search(tags[:place])
        if before is not None:
            named = "C" in (before[2] or "") and "C" not in before[1]  # "the mayor, Ida Holm,"
            yield before.span(2 if named else 1)
            continue
        behind = _BEHIND.match(tags, place + 1)
        quoted = sentence.words[place - 1] in _QUOTED
        if behind is not None and quoted and tags[behind.end() :][:1] not in tuple("XVE"):
            yield behind.span()


def _is_said(sentence: Sentence, place: int) -> bool:
    """Whether a word of saying is a verb there: "police say", but no "damage reported by them"."""
    if sentence.words[place - 1] in syntax(sentence.language).copulas:
        return False  # "is said to be"
    if sentence.terms[place] in listed("speaking.verbs", sentence.language):
        return True
    behind = sentence.tags[place + 1 : place + 2]
    of_several = sentence.words[place - 1].endswith("s") and behind == "S"  # "critics claim that"
    return of_several or (sentence.tags[place] in "VE" and behind != "P")
