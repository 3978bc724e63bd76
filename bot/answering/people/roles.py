"""Whether passages speak of the office whose holder is asked for.

"Who is the owner of the mill?" is not answered by who manages it; it may be by who bought it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted


@dataclass(frozen=True, slots=True)
class Office:
    """The term of an office, and the terms of which one stands where its holder is told."""

    name: str
    alike: frozenset[str]

    def stand_in(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of the office, or of it in a word of the same family."""
        return not self.alike.isdisjoint(sentence.terms)


def office(question: Question, asked: Asked) -> Office | None:
    """The office whose holder is asked for; None where there is none."""
    alike = _rows(question.language, "rows").get(asked.head)
    return Office(asked.head, alike) if alike and question.wanted is Wanted.PERSON else None


def duty(question: Question, asked: Asked) -> Office | None:
    """The office that "who headed the club?" asks the holder of; None where no verb says one."""
    if question.kind is not Kind.WHO or not asked.gap_first:
        return None
    alike = _rows(question.language, "duties").get(asked.verb)
    return Office(asked.verb, alike) if alike else None


def names_person(word: str, language: str) -> bool:
    """Whether a common noun, in small letters, names a person or persons: "judge", "foremen"."""
    endings, words, unlike = _persons(language)
    singular = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("men"):
        singular.add(f"{word[:-3]}man")
    known = any(one in words or one.endswith(endings) for one in singular)
    return known and not singular & unlike


@cache
def _persons(language: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """How nouns for persons end, those that end otherwise, and what ends so but is none."""
    table = lexicon(f"statements_{language}").get("persons", {})
    endings, words, unlike = (table.get(n, "").split() for n in ("endings", "words", "unlike"))
    return tuple(endings), frozenset(words), frozenset(unlike)


def _roles(language: str) -> dict[str, str]:
    roles: dict[str, str] = lexicon(f"statements_{language}").get("roles", {})
    return roles


@cache
def _rows(language: str, name: str) -> dict[str, frozenset[str]]:
    """The term of each office or verb of leading, and those of which one tells its holder."""
    term = analyser(language).term
    rows = _roles(language).get(name, "").splitlines()
    listed = [[term(word) for word in row.split()] for row in rows if row.strip()]
    return {terms[0]: frozenset(terms) for terms in listed}
