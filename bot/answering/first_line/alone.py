"""What lifted words are by themselves that makes them no answer: a mark, a verb, half a phrase."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import read_sentence
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span

_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_MARK = re.compile(r"\s*\(?\d{1,2}[.)](?=\s)")
_MEANS = re.compile(r"what (?:does|do|did) (?P<what>.+?) mean\b", re.IGNORECASE)


def says_nothing(question: Question, text: str, span: Span) -> bool:
    """Whether words end with a noun that was asked for, and only verbs are new before it."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    asked = {token.term for token in question.content}
    if last <= first or sentence.terms[last - 1] not in asked:
        return False
    rest = zip(sentence.terms[first:last], sentence.tags[first:last], strict=True)
    return all(term in asked or tag in "VEGXDRAt" for term, tag in rest)


def is_mark(_: Question, text: str, span: Span) -> bool:
    """Whether words are the number of an item or a section: "1. Anybody may join"."""
    found = _MARK.match(text)
    return found is not None and span.end <= found.end()


def is_subject(question: Question, text: str, span: Span) -> bool:
    """Whether words without a verb open a sentence, as who does something does."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    opens = not first or (first == 1 and sentence.tags[0] == "D")
    return opens and set(sentence.tags[first:last]) <= set("DNC#-zx")


def is_no_thing(question: Question, text: str, span: Span) -> bool:
    """Whether words can't say what something is: no noun, a verb first, or but a part of a phrase.

    Of "an account where you can save" the "account" says too little.
    """
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    tags = sentence.tags
    led = tags[first : first + 1] in tuple("VEGXS") or sentence.words[first] in _RELATIVE
    goes_on = last == first + 1 and set(sentence.words[last : last + 1]) <= {"where", "that"}
    return led or goes_on or not set(tags[first:last]) & set("NC")


def opens_unnamed(question: Question, text: str, span: Span) -> bool:
    """Whether words open a sentence and name nothing: "staff eat" in the canteen."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    named = "C" in sentence.tags[first + 1 : last] or last == first + 1
    return first == 0 and not named


def means_another(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked what something means, of which a sentence doesn't speak."""
    meant = _MEANS.match(question.text)
    terms = analyser(question.language).terms
    return meant is not None and set(terms(meant["what"])).isdisjoint(terms(text))
