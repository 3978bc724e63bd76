"""A short answer cut to the thing asked for: the date of a span, a number and what it counts."""

from __future__ import annotations

import re

from bot.answering.amounts.quantities import amount_around
from bot.answering.forms.things import times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.offices import office_start
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_KINDS = {
    Wanted.DATE: (MentionKind.DATE,),
    Wanted.DURATION: (MentionKind.DURATION,),
    Wanted.MONEY: (MentionKind.MONEY,),
    Wanted.PERCENTAGE: (MentionKind.PERCENTAGE,),
    Wanted.NUMBER: (MentionKind.DURATION, MentionKind.MONEY, MentionKind.PERCENTAGE),
}
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\b[A-Z]{1,5}-$")
_NEAR_BY = 4  # tokens from a participle to its "by"
_BROKEN_OFF = frozenset({"CN", "CC", "NN"})
OF_FIGURES = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.DURATION})
_COUNTED = re.compile(r"\d[\d.,\s]*(?P<noun>[^\W\d_]+)")


def trimmed(question: Question, text: str, span: Span) -> Span:
    """The span, or the mention of the wanted kind that it overlaps, if it overlaps just one.

    Where it tells no day, a time of day is such a mention of a time.
    """
    kinds = _KINDS.get(question.wanted, ())
    found = [m.span for m in mentions(text, language=question.language) if m.kind in kinds]
    inside = [each for each in found if each.overlaps(span)]
    if question.wanted is Wanted.DATE and not inside:
        times = times_of_day(text, question.language)
        inside = [each for each in times if each.overlaps(span)]
        inside = [each for each in inside if not any(o != each and o.covers(each) for o in inside)]
    span = inside[0] if len(inside) == 1 else _with_unit(question, text, span)
    if question.kind is Kind.HOW_MANY and question.wanted is Wanted.NUMBER:
        span = _one_count(question, text, span)
    if question.wanted in OF_FIGURES:
        span = _before_next(text, span, question.language)
    span = _past_copula(question, text, span)
    span = _whole_phrase(question, text, _with_rest(text, span, question.language))
    if question.wanted is Wanted.THING:
        span = _without_time(question, text, span)
    if question.kind is Kind.WHERE:
        span = _past_date(text, _without_verb(question, text, span), question.language)
        span = _without_when(text, span, question.language)
    if question.kind is Kind.WHO:
        span = _whole_office(question, text, _own_clause(question, text, span))
        span = _past_office(text, span, question.language)
        span = _without_purpose(text, span, question.language)
        span = _with_doer(text, span, question.language)
    if question.wanted is Wanted.REASON:
        span = _from_reason(text, span, question.language)
    return Span(_with_every(text, span.start, question.language), span.end)


def _one_count(question: Question, text: str, span: Span) -> Span:
    """One number with all of what it counts, where the question names that.

    "Nine masts" of "20 lamps and nine", "four Water Board rules" of "four Water".
    """
    found = mentions(text, language=question.language)
    numbers = [m.span for m in found if m.kind is MentionKind.NUMBER and m.span.overlaps(span)]
    asked = {token.term for token in question.content}
    sentence = read_sentence(text, language=question.language)
    if len(numbers) > 1:
        terms = analyser(question.language).terms
        named = [each for each in numbers if asked & set(terms(text[each.start : each.end]))]
        return named[0] if len(named) == 1 else span
    start, end = sentence.at(span.start), sentence.at(span.end)
    cut = bool(numbers) and end - start > 1 and sentence.tags[end - 1 : end + 1] in _BROKEN_OFF
    behind = sentence.tags[end:]
    run = len(behind) - len(behind.lstrip("NC")) if cut else 0
    last = max((n for n in range(end, end + run) if sentence.terms[n] in asked), default=None)
    return span if last is None else Span(span.start, sentence.tokens.ends[last])


def _past_copula(question: Question, text: str, span: Span) -> Span:
    """What a sentence says that something is, without the end of its subject: "the road was 30"."""
    if not pattern("trimming.what_is", question.language).match(question.text):
        return span
    said = pattern("trimming.copula", question.language).search(text, span.start, span.end)
    return Span(said.end(), span.end) if said and said.end() < span.end else span


def _without_time(question: Question, text: str, span: Span) -> Span:
    """A thing without when it was: "a heart disease" of "a heart disease on June 3"."""
    found = mentions(text, language=question.language)
    dates = (m.start for m in found if m.kind is MentionKind.DATE and m.end >= span.end)
    when, aged = (pattern(f"trimming.{n}", question.language) for n in ("when", "at_age"))
    ends = [led.start() for at in dates if (led := when.search(text, span.start + 1, at))]
    early = aged.search(text, span.start + 1, span.end)
    ends += [early.start()] if early else []
    return Span(span.start, min((end for end in ends if end < span.end), default=span.end))


def _past_date(text: str, span: Span, language: str) -> Span:
    """A place without the date before it: "at the mill" of "9 February 2023 at the mill"."""
    found = mentions(text, language=language)
    dates = (m.end for m in found if m.kind is MentionKind.DATE and m.start <= span.start < m.end)
    sentence = read_sentence(text, language=language)
    for end in dates:
        place = sentence.at(end)
        if end < span.end and sentence.tags[place : place + 1] == "P":
            return Span(sentence.tokens.starts[place + 1], span.end)
    return span


def _without_when(text: str, span: Span, language: str) -> Span:
    """A place without a word for a time behind it: "off Grolle early" on Sunday."""
    words = text[span.start : span.end].split(" ")
    while len(words) > 1 and words[-1].casefold() in listed("trimming.times", language):
        words.pop()
    return Span(span.start, span.start + len(" ".join(words)))


def _without_verb(question: Question, text: str, span: Span) -> Span:
    """A place without the verb that the sentence goes on with: "Little Holm operates all year"."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    end = first
    while end < last and sentence.tags[end] == "C":
        end += 1
    verb = sentence.words[end] if first < end < last else ""
    bare = syntax(question.language).bases.get(verb, verb)
    return Span(span.start, sentence.tokens.ends[end - 1]) if bare != verb else span


def _before_next(text: str, span: Span, language: str) -> Span:
    """An amount without the next one and its verb: "3 kW" of "3 kW and holds 80 litres"."""
    joined = pattern("trimming.next_verb", language).search(text, span.start, span.end)
    return Span(span.start, joined.start()) if joined else span


def _own_clause(question: Question, text: str, span: Span) -> Span:
    """The subject of the verb asked about without the clause before it: "Lunde as Ostra" wins."""
    clause = pattern("trimming.next_clause", question.language)
    joined = clause.search(text, span.start, span.end)
    sentence = read_sentence(text, language=question.language)
    behind = sentence.at(span.end)
    verb = read_question(question).verb
    does = verb and sentence.terms[behind : behind + 1] == (verb,)
    return Span(joined.end(), span.end) if joined and does else span


def _whole_office(question: Question, text: str, span: Span) -> Span:
    """Somebody with both fields of an office: "Works and Water Minister Ida Holm"."""
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    return Span(sentence.tokens.starts[office_start(sentence, first)], span.end)


def _with_doer(text: str, span: Span, language: str) -> Span:
    """Whoever did what words tell: "a fund set up by fishermen" of "set up by fishermen"."""
    sentence = read_sentence(text, language=language)
    first = sentence.at(span.start)
    verb = sentence.words[first] in syntax(language).bases
    told = verb and "by" in sentence.words[first:][:_NEAR_BY]
    start = sentence.run_start(first, "NC#-") if told else first
    if start == first:
        return span
    return Span(
        sentence.tokens.starts[start - (start > 0 and sentence.tags[start - 1] == "D")], span.end
    )


def _without_purpose(text: str, span: Span, language: str) -> Span:
    """Somebody without what for: "the council" of "the council to speed up the works"."""
    sentence = read_sentence(text, language=language)
    for place in range(sentence.at(span.start) + 1, sentence.at(span.end) - 1):
        if sentence.tags[place] == "t" and sentence.tags[place + 1] in "NV":
            return Span(span.start, sentence.tokens.ends[place - 1])
    return span


def _past_office(text: str, span: Span, language: str) -> Span:
    """The name alone where words begin amidst the office before it: "Affairs Ida Holm"."""
    found = mentions(text, language=language)
    offices = [m for m in found if m.kind is MentionKind.TITLE and m.start < span.start < m.end]
    names = [m for m in found if m.kind is MentionKind.PERSON and m.end == span.end]
    if not offices or not names or text[offices[0].end : names[0].start].strip():
        return span
    return Span(names[0].start, span.end)


def _from_reason(text: str, span: Span, language: str) -> Span:
    """A reason from its "for" on: "by the county for lack of money" without the county."""
    led = pattern("trimming.reason", language).search(text, span.start + 1, span.end)
    return Span(led.start(), span.end) if led else span


def _with_rest(text: str, span: Span, language: str) -> Span:
    """Words with what belongs to them on either side.

    That is the "last Friday in" before a month, and the rest of a code of which they are a part:
    "BV-118".
    """
    day = pattern("trimming.day_of", language).search(text[: span.start])
    first = _WORD.match(text, *span)
    of_month = first is not None and vocabulary(language).is_month(first[0])
    start = day.start() if day and of_month else span.start
    code = _CODE.search(text[:start]) if text[start : start + 1].isdigit() else None
    return Span(code.start() if code else start, span.end)


def _whole_phrase(question: Question, text: str, span: Span) -> Span:
    """A noun phrase that broke off before its noun, whole: "the Russian" with "channel NTV"."""
    sentence = read_sentence(text, language=question.language)
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


def _with_every(text: str, start: int, language: str) -> int:
    """Where "every five minutes" begins, of which the mention is "five minutes"."""
    before = text[:start].rstrip()
    word = before.rpartition(" ")[2]
    every = word.casefold() in listed("trimming.every", language)
    return len(before) - len(word) if every else start


def _with_unit(question: Question, text: str, span: Span) -> Span:
    """A bare number that says how high or far, with the unit behind it."""
    language, said = question.language, set(question.text.casefold().split())
    if question.wanted is not Wanted.NUMBER or said & listed("trimming.counting", language):
        return span
    if said & listed("trimming.much", language):
        return amount_around(text, span, language=question.language)
    if not text[span.end - 1].isdigit():
        return span
    sentence = read_sentence(text, language=question.language)
    after = sentence.at(span.end)
    if sentence.tags[after : after + 1] == "N":
        return Span(span.start, sentence.tokens.ends[after])
    return span


def whole_figure(question: Question, text: str, span: Span) -> Span:
    """A lifted span as the figure that counts what the question names, else with its own unit.

    "120 pasajeros", not "18 coches", for "¿cuántos pasajeros?"; "4 euros" for a bare "4".
    """
    if syntax(question.language).tags or question.wanted not in OF_FIGURES:
        return span
    asked = {token.term for token in question.content}
    terms = analyser(question.language).terms
    for counted in _COUNTED.finditer(text):
        if asked & set(terms(counted["noun"])):
            return Span(counted.start(), counted.end())
    return amount_around(text, span, language=question.language)
