"""Slips in words that everybody uses, whether a collection has them or not: "desgined", "abuot".

A collection tells only of its own words; what else is English is known from the thesaurus and from
the small words of the language.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.spelling import LONG, Respelling, plausible, sound
from retrieval.synonyms import single_words

_SHORTEST = 4  # letters
_SECOND_SLIP = 9  # letters from which on a word may hold two slips


class CommonWords:
    """The words of one language, if it has a thesaurus; none of others."""

    def __init__(self, language: str) -> None:
        """Read the words."""
        self._analysis = analyser(language)
        words = single_words(language)
        words = words | self._analysis.stop_terms if words else words
        self._terms = {word: self._analysis.term(word) for word in words}
        self._known = frozenset(self._terms.values())
        table = lexicon(f"synonyms_{language}")
        self._endings = tuple(table.get("endings", "").split())
        self._inflections = frozenset(table.get("inflections", "").split())
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self._terms):
            if len(form) >= _SHORTEST - 1 and form.isalpha():
                self._by_letter[form[0]].append(form)

    def near(self, written: str, term: str) -> tuple[Respelling, ...]:
        """The nearest words that an unknown one with the term `term` may be meant to be.

        Those that sound like it come before others.
        Its term is compared as well, so that "desgined" is read as "designed" by "design".
        """
        word = written.casefold()
        if len(word) < _SHORTEST or not word.isalpha() or self._is_known(word, term):
            return ()
        near = {**self._close(term), **self._close(word)}
        least = min(near.values(), default=0)
        nearest = [form for form, slips in near.items() if slips == least]
        nearest = [form for form in nearest if sound(form) == sound(word)] or nearest
        meant = {self._terms[form]: self._ended(form, word, term) for form in nearest}
        return tuple(Respelling(written, form, other) for other, form in meant.items())

    def _is_known(self, word: str, term: str) -> bool:
        """Whether a word is known, or one with an ending: the "cheater" of "cheat"."""
        derived = (
            term.endswith(ending) and term.removesuffix(ending) in self._known
            for ending in self._endings
        )
        return word in self._terms or term in self._known or any(derived)

    def _close(self, form: str) -> dict[str, int]:
        """The words a few slips away, one more where they sound alike, and how many slips."""
        slips = 2 if len(form) >= _SECOND_SLIP else 1
        most = slips + (len(form) >= LONG)
        others = [o for o in self._by_letter[form[0]] if abs(len(o) - len(form)) <= most]
        found = process.extract(form, others, scorer=OSA.distance, score_cutoff=most, limit=None)
        return {
            other: int(distance)
            for other, distance, _ in found
            if (distance <= slips and plausible(form, other)) or sound(other) == sound(form)
        }

    def _ended(self, form: str, word: str, term: str) -> str:
        """A word with the ending that was written, if it is the same: "designed" for "desgined"."""
        ending = word[len(term) :] if word.startswith(term) else ""
        same = self._analysis.term(form + ending) == self._terms[form]
        return form + ending if ending in self._inflections and same else form


@cache
def common_words(language: str) -> CommonWords:
    """The words of a language, read once."""
    return CommonWords(language)
