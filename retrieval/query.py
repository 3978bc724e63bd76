"""A question in one collection's words: slips of spelling mended, names in all their spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import OSA

from retrieval.analysis import Token, analyser, written
from retrieval.common_words import common_words
from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.indexing.words import Words
from retrieval.question import Question, by_number, idle_words, in_a_row, names_kind
from retrieval.relatives import Relatives
from retrieval.spelling import Respelling, Speller
from retrieval.synonyms import BROADER, SAME, AlternativesHeld
from retrieval.titles import Titles

LOOKED_THROUGH = 100  # passages in which two words may stand side by side
_TELLING = re.compile(r"\d+th|1\d{3}|20\d\d")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    `question` has the meant terms in place of misspelt ones, which `respelt` lists. `unknown` are
    the tokens that occur nowhere, nor does a word that may stand for them. `spellings` maps other
    spellings of names to the question's terms, `synonyms` its terms to phrases of the collection
    that may stand for them, with how close they are, 0 to 1.
    """

    question: Question
    respelt: tuple[Respelling, ...]
    unknown: tuple[Token, ...]
    spellings: Mapping[str, str]
    synonyms: Mapping[str, Mapping[str, float]]

    @property
    def unknown_words(self) -> tuple[str, ...]:
        """The unknown tokens as they were written, each once."""
        return written(self.question.text, self.unknown)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The ordinals and years of the question that occur nowhere: nothing can tell of those."""
        text = self.question.text
        return tuple(
            text[token.start : token.end]
            for token in self.unknown
            if _TELLING.fullmatch(token.term)
        )

    def unknown_within(self, spans: Iterable[tuple[int, int]]) -> int:
        """How many unknown tokens stand inside given spans of the question."""
        inside = list(spans)
        return sum(
            any(start <= token.start < end for start, end in inside) for token in self.unknown
        )


class QueryReader:
    """Reads questions in the words of one collection."""

    def __init__(self, index: Index, forward: Forward, words: Words, titles: Titles) -> None:
        """What is needed beside `words` is made when the first question needs it."""
        self._forward = forward
        self._titles = titles
        self._index = index
        self._words = words
        self._made: Speller | None = None
        self._alternatives = AlternativesHeld(lambda term: index.document_frequency(term) > 0)
        self._relatives = Relatives(index.vocabulary, frequency=index.document_frequency)

    def read(self, question: Question) -> Query:
        """A question in the words of the collection."""
        question = self._in_order(self._as_elsewhere(question))
        question = self._spelt_out(self._without_idle(question))
        synonyms = self._synonyms(question)
        strange = [token for token in question.content if not self._knows(token.term)]
        # A word that the thesaurus knows is no slip, whatever the collection's words look like.
        # An eighth is no eight.
        odd = [t for t in strange if t.term not in synonyms and not _TELLING.fullmatch(t.term)]
        meant = {token: self._respell(question, token) for token in odd}
        read = {token: found for token, found in meant.items() if found is not None}
        if read:
            question = _with_terms(question, {token: found.term for token, found in read.items()})
            question = _without_stops(question)
            synonyms = self._synonyms(question)
        for term, family in self._relatives.of(question).items():
            synonyms[term] = {**family, **synonyms.get(term, {})}
        return Query(
            question=question,
            respelt=tuple(read.values()),
            unknown=tuple(
                token
                for token in strange
                if token not in read
                and not names_kind(question, token)
                and not any(
                    closeness > BROADER for closeness in synonyms.get(token.term, {}).values()
                )
            ),
            spellings=self._spellings(question, {t: found.meant for t, found in read.items()}),
            synonyms=synonyms,
        )

    def _in_order(self, question: Question) -> Question:
        """The question with "sixth" for the "six" of a round six that no document calls so."""
        read = {
            token: ordinal
            for token, phrase, ordinal in in_a_row(question)
            if self._knows(ordinal) and not self._stands(phrase)
        }
        if not read:
            return question
        told = tuple(int(ordinal.removesuffix("th")) for ordinal in read.values())
        question = _with_terms(question, read)
        return replace(question, ordinals=(*question.ordinals, *told))

    def _without_idle(self, question: Question) -> Question:
        """The question without "large" of "how large was it?" where no document says that."""
        idle = {token for token in idle_words(question) if not self._knows(token.term)}
        content = tuple(token for token in question.content if token not in idle)
        return replace(question, content=content) if idle and content else question

    def _spelt_out(self, question: Question) -> Question:
        """The question with "annual general meeting" for an AGM that no document mentions."""
        unknown = [token for token in question.content if not self._knows(token.term)]
        whole = {token: self._words_for(token.term, question.language) for token in unknown}
        if not any(whole.values()):
            return question
        content = (
            token._replace(term=term)
            for token in question.content
            for term in whole.get(token) or (token.term,)
        )
        return replace(question, content=tuple(content))

    def _words_for(self, term: str, language: str) -> tuple[str, ...]:
        """The terms of the phrase that says the same and has the letters of a term for initials."""
        told = self._alternatives.of([term], language=language).get(term, {})
        same = (phrase.split() for phrase, closeness in told.items() if closeness >= SAME)
        initials = (words for words in same if [word[0] for word in words] == list(term))
        return tuple(next(initials, ()))

    def _as_elsewhere(self, question: Question) -> Question:
        """The question with the terms that its words have in documents of other languages.

        A stemmer of another language may leave another ending on the same name.
        """
        text = question.text
        found = {
            token: self._term(text[token.start : token.end])
            for token in question.content
            if not self._knows(token.term)
        }
        known = {token: term for token, term in found.items() if term and self._knows(term)}
        return _with_terms(question, known) if known else question

    def _respell(self, question: Question, token: Token) -> Respelling | None:
        """The word that was meant by an unknown token; None where none is near enough."""
        written = _unowned(question.text[token.start : token.end])
        meant = self._speller().respell(written, token.term)
        if meant is not None and (
            meant.term in analyser(question.language).stop_terms or not self._knows(meant.term)
        ):
            meant = None
        return self._common(question, written, token.term, meant)

    def _common(
        self, question: Question, written: str, term: str, meant: Respelling | None
    ) -> Respelling | None:
        """The common word that was meant, where it is nearer than `meant`, a word that is told.

        It must be told in other words, or be a small one; else nothing is known of what was meant.
        """
        language = question.language
        if written[:1].isupper():
            return meant
        near = common_words(language).near(written, term)
        if not near or (meant is not None and not _are_nearer(near, meant)):
            return meant
        stop = analyser(language).stop_terms
        told = [one for one in near if one.term in stop or self._is_told(one.term, language)]
        return told[0] if len(told) == 1 else None

    def _is_told(self, term: str, language: str) -> bool:
        """Whether the collection has a term, or a word that may stand for it."""
        others = self._alternatives.of([term], language=language).get(term, {})
        return self._knows(term) or any(near > BROADER for near in others.values())

    def _spellings(self, question: Question, meant: Mapping[Token, str]) -> dict[str, str]:
        """The terms of other spellings of the question's names, each with the term written."""
        words = {
            token.term: _unowned(question.text[token.start : token.end])
            for token in question.content
            if token.term[0].isalpha()
        }
        words.update({self._term(word): word for word in meant.values()})
        own = {token.term for token in question.terms}
        return {
            other: term
            for term, word in words.items()
            if self._words.names(word)
            for other in self._speller().variants(word)
            if other not in own
        }

    def other_spellings(self, question: Question) -> dict[str, frozenset[str]]:
        """The terms of other spellings of the words that a question writes large, by term.

        A name with an ending of its own is another word: "Kesmari" is no spelling of "Kesmar".
        """
        text = question.text
        return {
            token.term: frozenset(
                other
                for other in self._speller().variants(_unowned(text[token.start : token.end]))
                if not other.startswith(token.term) and not token.term.startswith(other)
            )
            for token in question.content
            if text[token.start].isupper()
        }

    def _term(self, word: str) -> str:
        return self._words.term(word)

    def _knows(self, term: str) -> bool:
        return self._index.document_frequency(term) > 0 or bool(self._titles.documents(term))

    def _synonyms(self, question: Question) -> dict[str, dict[str, float]]:
        """What may stand for the terms of a question, of what the collection holds."""
        terms = [token.term for token in question.terms]
        found = self._alternatives.of(terms, language=question.language)
        for ordinal, phrase in by_number(question):
            if self._stands(phrase):
                found[ordinal] = {**found.get(ordinal, {}), phrase: SAME}
        return found

    def _stands(self, phrase: str) -> bool:
        """Whether terms stand side by side in one of the passages that say most of them."""
        first, *rest = (self._index.vocabulary.number(term) for term in phrase.split())
        if first is None or None in rest:
            return False
        if not rest:
            return True
        found = self._index.search(dict.fromkeys(phrase.split(), 1.0), LOOKED_THROUGH).passages
        words, _ = self._forward.words(found.astype(np.int64))
        terms = self._forward.terms.take(words)
        return bool(((terms[:-1] == first) & (terms[1:] == rest[0])).any())

    def _speller(self) -> Speller:
        if self._made is None:
            self._made = self._words.speller(self._index.document_frequency)
        return self._made


def _are_nearer(near: Sequence[Respelling], meant: Respelling) -> bool:
    """Whether other words are nearer to what was written than `meant`, which is none of them."""
    same = meant.term in (one.term for one in near)
    return not same and _slips(near[0]) < _slips(meant)


def _slips(respelt: Respelling) -> int:
    return OSA.distance(respelt.written.casefold(), respelt.meant)


def _without_stops(question: Question) -> Question:
    """The question without words that were mended to small ones, if anything is left."""
    stop = analyser(question.language).stop_terms
    content = tuple(t for t in question.content if t.term not in stop or t in question.focus)
    return replace(question, content=content) if content else question


def _unowned(word: str) -> str:
    """A word without its "'s"."""
    return word.removesuffix("'s").removesuffix("’s")


def _with_terms(question: Question, terms: Mapping[Token, str]) -> Question:
    """The question with other terms for some of its tokens."""

    def read(tokens: Sequence[Token]) -> tuple[Token, ...]:
        return tuple(t._replace(term=terms[t]) if t in terms else t for t in tokens)

    return replace(
        question,
        content=read(question.content),
        terms=read(question.terms),
        focus=read(question.focus),
    )
