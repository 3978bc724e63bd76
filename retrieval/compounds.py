"""Words that are written in one here and apart there: "deescalation" and "de-escalation".

What a question writes in one and the collection only with a hyphen or a blank, is read as the
collection writes it, and the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.analysis import Token
from retrieval.index import Index
from retrieval.indexing.words import Words
from retrieval.passages import Passages
from retrieval.question import Question, parse_question
from retrieval.scripts import is_spelt, is_unspaced
from retrieval.spelling import Respelling
from retrieval.synonyms import alternatives, particles_of

SHORTEST = 3  # letters of each part where they are written with a blank, of the last one always
SHORTEST_WHOLE = 5  # letters of a word written in one
_LOOKED_AT = 20  # passages in which two parts may stand together
_BETWEEN = re.compile(r"[- ]")


@dataclass(frozen=True, slots=True)
class Compounds:
    """Reads questions as one collection parts and joins its words."""

    words: Words
    index: Index
    passages: Passages

    def read(self, question: Question) -> tuple[Question, tuple[Respelling, ...]]:
        """The question as the collection parts its words, and which were written otherwise."""
        text = question.text
        if all(self._occurs(token) for token in question.terms):
            return question, ()
        found = [*self._to_part(question), *self._to_join(question)]
        if not found:
            return question, ()
        for start, end, meant in sorted(found, reverse=True):
            text = f"{text[:start]}{meant}{text[end:]}"
        read = tuple(
            Respelling(question.text[start:end], meant, self.words.term(meant))
            for start, end, meant in found
        )
        return parse_question(text, language=question.language), read

    def _to_part(self, question: Question) -> Iterator[tuple[int, int, str]]:
        """The words written in one that the collection writes apart: where, and how there."""
        for token in question.terms:
            word = question.text[token.start : token.end].casefold()
            if len(word) < SHORTEST_WHOLE or not word.isalpha():
                continue
            if self._is_strange(token, word, question.language):
                ways = (self._apart(word, cut) for cut in range(1, len(word) - SHORTEST + 1))
                meant = next(filter(None, ways), "")
                if meant:
                    yield token.start, token.end, meant

    def _to_join(self, question: Question) -> Iterator[tuple[int, int, str]]:
        """The words written apart that the collection writes in one."""
        text, particles = question.text, particles_of(question.language)
        for first, second in pairwise(question.terms):
            strange = not (self._occurs(first) and self._occurs(second))
            between = _BETWEEN.fullmatch(text[first.end : second.start])
            if not strange or not between or second.end - second.start < SHORTEST:
                continue
            if between[0] == " " and (
                first.end - first.start < SHORTEST or second.term in particles  # "set up", a verb
            ):
                continue
            whole = (text[first.start : first.end] + text[second.start : second.end]).casefold()
            if whole.isalpha() and self.words.term(whole):
                yield first.start, second.end, whole

    def _occurs(self, token: Token) -> bool:
        return self.index.document_frequency(token.term) > 0

    def _is_strange(self, token: Token, word: str, language: str) -> bool:
        """Whether a word occurs nowhere, and the thesaurus knows no other for it."""
        if self._occurs(token) or not is_spelt(word) or is_unspaced(word):
            return False
        return not alternatives([token.term], language=language)

    def _apart(self, word: str, cut: int) -> str:
        """A word parted at a place, as a passage of the collection has it; "" where none does."""
        parts = word[:cut], word[cut:]
        terms = [self.words.term(part) for part in parts]
        if not all(terms):
            return ""
        sign = "[- ]" if cut >= SHORTEST else "-"
        written = re.compile(rf"\b{parts[0]}{sign}{parts[1]}\b", re.IGNORECASE)
        for number in self.index.search(dict.fromkeys(terms, 1.0), _LOOKED_AT).passages.tolist():
            if met := written.search(self.passages.passage(number).text):
                return met[0]
        return ""
