"""Words cut or widened to a whole phrase: without when it was, with the noun behind them."""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Question
from retrieval.records import Span

_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\b[A-Z]{1,5}-$")


def past_copula(question: Question, sentence: Sentence, span: Span) -> Span:
    """What a sentence says that something is, without the end of its subject: "the road was 30"."""
    text = sentence.tokens.text
    if not pattern("trimming.what_is", question.language).match(question.text):
        return span
    said = pattern("trimming.copula", sentence.language).search(text, span.start, span.end)
    return Span(said.end(), span.end) if said and said.end() < span.end else span


def without_time(sentence: Sentence, span: Span) -> Span:
    """A thing without when it was: "a heart disease" of "a heart disease on June 3"."""
    text, language = sentence.tokens.text, sentence.language
    found = mentions(text, language=language)
    dates = (m.start for m in found if m.kind is MentionKind.DATE and m.end >= span.end)
    when, aged = (pattern(f"trimming.{n}", language) for n in ("when", "at_age"))
    ends = [led.start() for at in dates if (led := when.search(text, span.start + 1, at))]
    early = aged.search(text, span.start + 1, span.end)
    ends += [early.start()] if early else []
    return Span(span.start, min((end for end in ends if end < span.end), default=span.end))


def from_reason(sentence: Sentence, span: Span) -> Span:
    """A reason from its "for" on: "by the county for lack of money" without the county."""
    text = sentence.tokens.text
    led = pattern("trimming.reason", sentence.language).search(text, span.start + 1, span.end)
    return Span(led.start(), span.end) if led else span


def with_preposition(sentence: Sentence, span: Span) -> Span:
    """How something is done with the preposition before it: "below 25 °C", "by night train"."""
    first = sentence.at(span.start)
    first -= first > 0 and sentence.tags[first - 1] == "D"
    led = first > 0 and sentence.tags[first - 1] == "P"
    return Span(sentence.tokens.starts[first - 1], span.end) if led else span


def with_rest(sentence: Sentence, span: Span) -> Span:
    """Words with what belongs to them on either side.

    That is the "last Friday in" before a month, and the rest of a code of which they are a part:
    "BV-118".
    """
    text, language = sentence.tokens.text, sentence.language
    day = pattern("trimming.day_of", language).search(text[: span.start])
    first = _WORD.match(text, *span)
    of_month = first is not None and vocabulary(language).is_month(first[0])
    start = day.start() if day and of_month else span.start
    code = _CODE.search(text[:start]) if text[start : start + 1].isdigit() else None
    return Span(code.start() if code else start, span.end)


def whole_phrase(question: Question, sentence: Sentence, span: Span) -> Span:
    """A noun phrase that broke off before its noun, whole: "the Russian" with "channel NTV"."""
    first, end = sentence.at(span.start), sentence.at(span.end)
    tags = sentence.tags
    broken = tags[first : first + 1] == "D" and tags[end - 1 : end + 1] in ("CN", '"N')
    asked = read_question(question)
    head = asked.head if asked.verb or asked.copular else ""  # "what hangs there" names nothing
    if head and sentence.terms[end : end + 1] == (head,) and tags[end - 1 : end] in ("N", "C", "A"):
        return _phrase_before(sentence, end, Span(first, end))
    while broken and tags[end : end + 1] and tags[end] in "NC":
        end += 1
    return Span(span.start, sentence.tokens.ends[end - 1]) if broken else span


def _phrase_before(sentence: Sentence, noun: int, lifted: Span) -> Span:
    """The noun phrase that a noun ends, where words broke off before it: "the grey button" of
    "Press the grey" for "which button".
    """
    start = noun
    while start > lifted.start and sentence.tags[start - 1] in "NC#A-":
        start -= 1
    start -= start > lifted.start and sentence.tags[start - 1] == "D"
    return Span(sentence.tokens.starts[start], sentence.tokens.ends[noun])


def with_every(sentence: Sentence, span: Span) -> Span:
    """A span of time with what says how often: "every five minutes" of "five minutes"."""
    before = sentence.tokens.text[: span.start].rstrip()
    word = before.rpartition(" ")[2]
    every = word.casefold() in listed("trimming.every", sentence.language)
    return Span(len(before) - len(word), span.end) if every else span


def from_case(sentence: Sentence, span: Span) -> Span:
    """A case without what stands before it: "when it is shut" of "the box when it is shut".

    Figures before it may be a time.
    """
    text, language = sentence.tokens.text, sentence.language
    case = pattern("trimming.case", language).search(text, *span)
    if case is None or any(map(str.isdigit, text[span.start : case.start()])):
        return span
    found = mentions(text, language=language)
    dated = any(m.kind is MentionKind.DATE and m.span.overlaps(span) for m in found)
    return span if dated else Span(case.end(), span.end)
