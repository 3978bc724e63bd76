"""The amount of which lifted words are a part: with what is counted, and both ends of a range."""

from __future__ import annotations

import re

from bot.answering.amounts.counting import asks_how_many
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span

_BARE = re.compile(r"\d[\d.,]*")


def with_noun(question: Question, text: str, span: Span) -> Span:
    """A number with the noun that is counted, where the span stopped right before that.

    Without an article: "four main markets" of "the four main markets".
    """
    sentence = read_sentence(text, language=question.language)
    place = sentence.at(span.end)
    counted = read_question(question).head if asks_how_many(question) else ""
    noun = sentence.tags[place : place + 1] == "N" and sentence.terms[place] == counted
    bare = text[span.end - 1].isdigit() or text[span.start : span.end].isalpha()
    compound = place + 1 if noun and _goes_on(sentence, place) else place
    end = sentence.tokens.ends[compound] if noun and not bare else span.end
    article = pattern("widening.numbered", question.language).match(text, span.start, end)
    return Span(article.end() if article else span.start, end)


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a noun stands before the plural that a number counts: "three guarantor countries"."""
    words, behind = sentence.words, sentence.tags[place + 1 : place + 2]
    return behind == "N" and not words[place].endswith("s") and words[place + 1].endswith("s")


def part_of_term(question: Question, text: str, span: Span) -> Span:
    """How much of a term went by: "two years of his ten-year lease", unless that is asked for."""
    found = mentions(text, language=question.language)
    terms = [m.span for m in found if m.kind is MentionKind.DURATION]
    of = pattern("widening.of_term", question.language)
    part = next((t for t in terms if of.fullmatch(text, t.end, max(t.end, span.start))), None)
    sentence = read_sentence(text, language=question.language)
    end = sentence.run_end(sentence.at(span.end), "N-")
    asked = {token.term for token in question.content}
    return span if part is None or sentence.terms[end - 1] in asked else part


def own_currency(text: str, span: Span, language: str) -> Span:
    """The sum that a lifted one in brackets only tells in another currency."""
    if text[: span.start].rstrip()[-1:] != "(":
        return span
    told = text[: span.start].rstrip(" (")
    sums = (m.span for m in mentions(text, language=language) if m.kind is MentionKind.MONEY)
    return next((each for each in sums if each.end == len(told)), span)


def both_ends(text: str, span: Span, language: str) -> Span:
    """A figure that ends a range with the one that begins it: "between 44 and 53 mph"."""
    first = pattern("widening.first_end", language).search(text, 0, span.start)
    return Span(first.start(), span.end) if first and text[span.start].isdigit() else span


def from_either(text: str, span: Span, language: str) -> Span:
    """A figure with the one before it that may be as well: "three or four drops"."""
    either = pattern("widening.either", language).search(text, 0, span.start)
    return Span(either.start(), span.end) if either else span


def from_lesser(question: Question, text: str, span: Span) -> Span:
    """A figure with the lesser one before it: "20 to 40 miles"; a vote of "10 to 3" is no range,
    nor is a number that the question has: "Mixer 700 - 799 euros".
    """
    first = pattern("widening.lesser_end", question.language).search(text, 0, span.start)
    last = _BARE.match(text, span.start)
    if first is None or last is None or first["figure"] in question.text:
        return span
    lesser = _BARE.search(first["figure"])
    figures = [each[0].strip(".,").replace(",", "") for each in (lesser, last) if each]
    if any(figure.count(".") > 1 for figure in figures):
        return span
    return Span(first.start(), span.end) if float(figures[0]) < float(figures[-1]) else span


def whole_age(text: str, span: Span, language: str) -> Span:
    """An age without the half of "-year-old" that was lifted with it."""
    year = pattern("widening.age", language).search(text, span.start, span.end)
    old = pattern("widening.old", language).match(text, span.end)
    if old is None or year is None:
        return span
    return Span(span.start, year.end("number"))


def counted_before_hyphen(text: str, span: Span, language: str) -> Span:
    """A number without the article of what it counts: "thirteen" of "the thirteen-turbine farm"."""
    article = pattern("widening.article", language).match(text, span.start, span.end)
    return Span(article.end(), span.end) if article and text[span.end :].startswith("-") else span
