"""Whether it is asked who or what a name is, and where a sentence names the one asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.people.roles import names_person
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question, Wanted

_WHO = re.compile(r"\s*(?:who|¿?\s*qui[eé]n(?:es)?|кто)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s*[Ww]ho(?:['’]s| is| was| are| were)"
    r"(?:(?: [a-z-]+){1,4} of\b|(?: [\w-]+){0,4} [\w-]+(?:['’]s|s['’])(?: [a-z-]+){1,4}\W*$)"
)
_THING = re.compile(
    r"\s*what(?:['’]s| is| are| was| were)(?: (?:the|an?))?((?: [\w'’-]+){1,4})[?.! ]*",
    re.IGNORECASE,
)
_NAMED = frozenset({MentionKind.PERSON, MentionKind.NAME})


def asks_role(question: Question) -> bool:
    """Whether it is asked who or what somebody or something named is, not who holds an office."""
    if _WHO.match(question.text) and not syntax(question.language).tags:
        return _asks_of_names_only(question)
    if _WHO.match(question.text):
        return question.kind is Kind.DEFINITION and not _asks_for_holder(question)
    thing = _THING.fullmatch(question.text)
    whole = thing is not None and len(thing[1].split()) == len(question.content)
    return whole and bool(question.names)


def _asks_of_names_only(question: Question) -> bool:
    """Whether nothing but a name is asked about."""
    named = [(name.start, name.end) for name in question.names]
    return bool(question.content) and all(
        any(start <= token.start < end for start, end in named) for token in question.content
    )


def asking_for_holder(question: Question) -> Question:
    """ "Who is mayor of Bergen?" as what it is, a question for a person; others as they are."""
    if question.kind is Kind.DEFINITION and _asks_for_holder(question):
        return replace(question, kind=Kind.WHO, wanted=Wanted.PERSON)
    return question


def _asks_for_holder(question: Question) -> bool:
    """Whether an office stands behind "who is": "mayor of Bergen", "the board's chair", "chair"."""
    if _OFFICE.match(question.text):
        return True
    words = [question.text[token.start : token.end] for token in question.content]
    alone = len(words) == 1 and words[0].islower() and _WHO.match(question.text) is not None
    return alone and names_person(words[0], question.language)


def asks_for_person(question: Question) -> bool:
    """Whether a question begins with "who"."""
    return _WHO.match(question.text) is not None


def named_in(question: Question, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a sentence names the one asked for, as token numbers: a person by part of a name."""
    asked = [token.term for token in question.content]
    if not asked:
        return
    if not _WHO.match(question.text):
        yield from _runs(asked, sentence)
        return
    term = analyser(question.language).term
    text = sentence.tokens.text
    for mention in mentions(text, language=question.language):
        said = [term(word) for word in text[mention.start : mention.end].split()]
        if mention.kind in _NAMED and _is_same(asked, said):
            first, last = sentence.at(mention.start), sentence.at(mention.end)
            opening = not first and last > 1 and sentence.terms[0] not in asked
            yield first + (opening and opens_as_person(sentence)), last


def _runs(asked: list[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the terms of a name stand in a row that is no part of a longer name."""
    size = len(asked)
    for first in range(len(sentence.terms) - size + 1):
        last = first + size
        whole = sentence.tags[last : last + 1] != "C" and sentence.tags[max(first - 1, 0)] != "C"
        if list(sentence.terms[first:last]) == asked and (whole or not first):
            yield first, last


def _is_same(asked: list[str], said: list[str]) -> bool:
    """Whether two names may be one person's: the same last name, and one's names among the other's.

    >>> _is_same(["lavrov"], ["sergei", "lavrov"]), _is_same(["ida", "holm"], ["nils", "holm"])
    (True, False)
    """
    same = asked[-1] == said[-1]
    return same and (set(asked) <= set(said) or set(said) <= set(asked))


def opens_as_person(sentence: Sentence) -> bool:
    """Whether a sentence opens with a noun for a person, with a capital for that alone."""
    return names_person(sentence.words[0], sentence.language)
