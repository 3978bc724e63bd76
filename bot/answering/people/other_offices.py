"""Whether a sentence tells of another office than the one asked for: a deputy's, a past one."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from bot.answering.grammar.alike import alike
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence
from bot.answering.people.nations import nations_among
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question

_OWNING = frozenset({"'s", "’s", "'", "’"})
_OWNERS = tuple((sign,) for sign in _OWNING)
_LESSER_REACH = 2  # tokens before an office in which "deputy" stands


def holds_another_office(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the office asked for only as a deputy's, or as another's.

    That is one held before, of somebody who is named there and not asked about, or one whose
    holder is named only as owning something: "the president's envoy".
    """
    head = read_question(question).head
    asked = terms_asked(question)
    places = [n for n, term in enumerate(sentence.terms) if head and term == head]
    lesser = _lesser(sentence.language) & question.words
    return bool(places) and all(
        not lesser.issubset(sentence.words)
        or is_lesser(sentence, place, asked)
        or _is_of_another(question, sentence, place, asked)
        or _is_of_another_sort(question, sentence, place)
        or sentence.words[place + 1 : place + 2] in _OWNERS
        for place in places
    )


def terms_asked(question: Question) -> set[str]:
    """The terms that a question asks about; "which minister" takes a deputy minister for one."""
    under = _lesser_still(question.language) if question.kind is Kind.WHICH else frozenset()
    return {*(token.term for token in question.content), *under}


def is_lesser(sentence: Sentence, place: int, asked: set[str]) -> bool:
    """Whether "deputy", "former" or the like stands before an office, unless it is asked for."""
    before = range(max(place - _LESSER_REACH, 0), place)
    lesser = _lesser(sentence.language)
    return any(
        sentence.words[n] in lesser and sentence.terms[n] not in asked
        for n in before
        if set(sentence.tags[n:place]) <= set("NC-")
    )


def _is_of_another(question: Question, sentence: Sentence, place: int, asked: set[str]) -> bool:
    """Whether a name that isn't asked about owns an office: "Rovers' captain" of Thornley's."""
    owned = place > 1 and sentence.words[place - 1] in _OWNING and sentence.tags[place - 2] == "C"
    of_one = bool(question.names) or any(word.endswith(("'s", "’s")) for word in question.words)
    return owned and of_one and sentence.terms[place - 2] not in asked


def _is_of_another_sort(question: Question, sentence: Sentence, place: int) -> bool:
    """Whether another noun than asked says what an office is for: an interior minister is no prime
    minister, a station master no harbour master.
    """
    head = read_question(question).head
    terms = [token.term for token in question.content]
    sort = terms[terms.index(head) - 1] if head in terms[1:] else ""
    joined = any(
        one.term == sort and other.term == head and other.start - one.end == 1
        for one, other in pairwise(question.content)
    )
    if not joined or place == 0 or sentence.tags[place - 1] not in "NC":
        return False
    meant = alike(sort, question.language)
    told = sentence.terms[place - 1] not in terms and meant.isdisjoint(sentence.terms)
    return told and not nations_among({sentence.terms[place - 1]}, sentence.language)


@cache
def _lesser_still(language: str) -> frozenset[str]:
    """The terms of those of which "which minister" may mean one: "deputy"."""
    words = str(lexicon(f"statements_{language}").get("under", "")).split()
    return frozenset(map(analyser(language).term, words))


@cache
def _lesser(language: str) -> frozenset[str]:
    """The words before an office that make it another one: "deputy", "former"."""
    return frozenset(str(lexicon(f"statements_{language}").get("lesser", "")).split())
