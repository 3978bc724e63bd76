"""A question without what a message says in front of it: "Hello!", "I am writing a paper."."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answering.grammar.referring import holds_pronoun
from bot.answering.grammar.sentence import syntax
from retrieval.entities import Kind, mentions
from retrieval.question import Question, asking_part, parse_question

_AND = "&"  # the class of "and" and "but"
_WORD = re.compile(r"[\w'’]+")
_TOLD = frozenset({Kind.DATE, Kind.ORDINAL, Kind.NUMBER, Kind.MONEY})
_SENTENCE_END = (".", "!", "?", "\n")
_AT_WHAT_WAS_SAID = frozenset({"this", "that", "these", "those", "there", "then", "one", "such"})


def asked_alone(question: Question, *, is_name: Callable[[str], bool]) -> Question:
    """The question alone, where what stands in front of it asks and names nothing.

    It stays whole where it points at what was said in front: "I saw a seal. Where was it?".
    """
    text, language = question.text, question.language
    tags = syntax(language).tags
    if not tags or question.of_several:
        return question
    start = asking_part(text, language=language).start
    if not text[max(start - 1, 0) : start + 1].count(" "):  # inside of a link
        return question
    before, rest = text[:start].strip(), text[start:].strip()
    if not before or not rest or tags.get(before.casefold()) == _AND:
        return question
    if _tells(before, language, is_name):
        return question
    if before.endswith(_SENTENCE_END) and len(before.split()) > 1 and _points(rest):
        return question
    alone = parse_question(rest, language=language)
    same = (alone.kind, alone.wanted) == (question.kind, question.wanted)
    return alone if same and _terms(alone) == _terms(question) else question


def _tells(text: str, language: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a text names something of the documents, or a time or an amount."""
    told = any(mention.kind in _TOLD for mention in mentions(text, language=language))
    return told or any(len(word) > 1 and is_name(word) for word in _WORD.findall(text))


def _points(text: str) -> bool:
    """Whether a question points at something said before, or at a place: "how long was that?"."""
    words = set(map(str.casefold, _WORD.findall(text)))
    return holds_pronoun(text) or not words.isdisjoint(_AT_WHAT_WAS_SAID)


def _terms(question: Question) -> list[str]:
    return [token.term for token in question.content]
