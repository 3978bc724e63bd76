"""A passage read for what it holds: its sentence, its mentions, its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answering.grammar.alike import NOTHING
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Mention, mentions
from retrieval.question import Question

_KEPT = 64  # passages: those of a reply, read by several rules


@dataclass(frozen=True, slots=True)
class Read:
    """A passage as a sentence with its mentions, those of the question left out.

    `about` are terms of what it is about without saying so: its title, what its pronoun stands for.
    """

    sentence: Sentence
    found: tuple[Mention, ...]
    about: frozenset[str] = NOTHING

    @property
    def is_statement(self) -> bool:
        """Whether it ends as sentences do, not as headings."""
        return self.sentence.tokens.text.rstrip("\"'”’)]} \n").endswith((".", "!", "?", "…"))

    @property
    def names_any(self) -> bool:
        """Whether it names what the question does not."""
        return any(mention.kind in NAMES for mention in self.found)

    def holds(self, words: frozenset[str]) -> bool:
        """Whether one of the terms stands in it."""
        return bool(words & set(self.sentence.terms))

    def speaks_of(self, words: frozenset[str]) -> bool:
        """Whether one of the terms stands in it, or it is about it."""
        return self.holds(words) or bool(words & self.about)


def read_all(
    question: Question, texts: Sequence[str], about: Sequence[frozenset[str]] = ()
) -> list[Read]:
    """Some passages read, the names of the question left out of what is found in them.

    `about` are the terms of what each is about, if these are known.
    """
    own = _names(question)
    read = [_read(text, question.language, own) for text in texts]
    if not about:
        return read
    return [replace(one, about=terms) for one, terms in zip(read, about, strict=True)]


@lru_cache(maxsize=_KEPT)
def _read(text: str, language: str, own: frozenset[str]) -> Read:
    term = analyser(language).terms
    found = tuple(
        mention
        for mention in mentions(text, language=language)
        if not (mention.kind in NAMES and set(term(mention.value)) <= own)
    )
    return Read(read_sentence(text, language=language), found)


def _names(question: Question) -> frozenset[str]:
    return frozenset(token.term for token in question.terms)
