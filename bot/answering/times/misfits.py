"""Lifted words that can't be the time asked for, or are a time where something else is asked."""

from __future__ import annotations

from bot.answering.forms.things import times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence, syntax
from bot.answering.grammar.words import words_of
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_TIMES = frozenset({MentionKind.DATE, MentionKind.DURATION, MentionKind.ORDINAL})


def is_timeless(question: Question, text: str, span: Span) -> bool:
    """Whether words hold no time, and stand behind nothing that leads to one: "after the war"."""
    language = question.language
    sentence = read_sentence(text, language=language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    led = pattern("times.before", language).search(text, 0, sentence.tokens.starts[first])
    of_places = led and led[0].strip().casefold() in listed("times.before_places", language)
    if of_places and _is_place(text, span, language):
        return True
    said = set(sentence.terms[max(first - 1, 0) : last]) & words_of(language).whenever
    held = any(
        m.kind in _TIMES and m.span.overlaps(span) for m in mentions(text, language=language)
    )
    clock = any(time.overlaps(span) for time in times_of_day(text, language))
    figures = any(map(str.isdigit, text[span.start : span.end]))
    return not (led or said or held or clock or figures)


def is_recurring(question: Question, text: str, span: Span) -> bool:
    """Whether it is asked when something was, and told how often it is: "every twenty minutes"."""
    once = listed("times.past", question.language) & question.words
    often = pattern("fitting.often", question.language)
    return bool(once) and often.fullmatch(text, *span) is not None


def is_bygone(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked when something does happen, and told when it once did.

    "She opened the mill in 1936" doesn't tell when it opens.
    """
    asked = read_question(question)
    if question.words.isdisjoint(listed("times.present", question.language)) or not asked.verb:
        return False
    sentence = read_sentence(text, language=question.language)
    bases = syntax(question.language).bases
    standing = listed("times.standing", question.language)
    places = [n for n, term in enumerate(sentence.terms) if term == asked.verb]
    return bool(places) and all(
        sentence.words[n] not in question.words
        and sentence.words[n].endswith("ed")
        and bases.get(sentence.words[n], "") != sentence.words[n]
        and sentence.words[n - 1] not in standing
        for n in places
    )


def is_over(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked when something will be, and told what was: "it was moved in 1924"."""
    ahead, over, still = (
        listed(f"times.{n}", question.language) for n in ("asks_ahead", "over", "ahead")
    )
    if question.words.isdisjoint(ahead):
        return False
    sentence = read_sentence(text, language=question.language)
    said = set(sentence.words)
    past = "E" in sentence.tags and set(sentence.tags).isdisjoint("VX") and text.endswith(".")
    return (past or not said.isdisjoint(over)) and said.isdisjoint(still)


def is_to_come(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked when something was, and told only when the next one will be."""
    if question.words.isdisjoint(listed("times.bygone", question.language)):
        return False
    told = pattern("times.next_one", question.language).match(text)
    return told is not None and "next" not in question.words


def is_set_first(question: Question, text: str, span: Span) -> bool:
    """Whether it is asked until when something was put off, and words tell when it was to be before
    that: "the fair, which was to open in May, was put off to June".
    """
    language = question.language
    if not pattern("deadlines.put_off_to", language).search(question.text):
        return False
    if not pattern("deadlines.puts_off", language).search(text):
        return True
    return pattern("deadlines.set_first", language).search(text[: span.start]) is not None


def lasts_no_time(question: Question, text: str, span: Span) -> bool:
    """Whether words are no time that something takes, and the sentence tells one elsewhere.

    A bare number is none anywhere: "serves until the next one".
    """
    if question.wanted is not Wanted.DURATION:
        return False
    if pattern("times.bare", question.language).fullmatch(text, *span):
        return True
    if _is_of_another_task(question, text, span):
        return True
    found = mentions(text, language=question.language)
    times = [m.span for m in found if m.kind is MentionKind.DURATION]
    timed = [m.span for m in found if m.kind in _TIMES]
    return bool(times) and not any(each.overlaps(span) for each in timed)


def _is_of_another_task(question: Question, text: str, span: Span) -> bool:
    """Whether words tell how long it takes to do something that is not asked about: "it takes two
    weeks to clear the road" tells nothing of how long the snow lies.
    """
    task = pattern("times.task", question.language).match(text, span.end)
    if task is None or not pattern("times.takes", question.language).search(text, 0, span.start):
        return False
    terms = analyser(question.language).terms
    asked = {token.term for token in question.content}
    return asked.isdisjoint(terms(task["done"])) and question.words.isdisjoint(
        {"take", "takes", "took"}
    )


def _is_place(text: str, span: Span, language: str) -> bool:
    """Whether words are a place's name and no feast's: "in North Holm", not "at Easter"."""
    feasts = str(lexicon(language).get("date", "")).split()
    found = mentions(text, language=language)
    named = any(m.kind is MentionKind.PLACE and m.span.covers(span) for m in found)
    return named and not set(text[span.start : span.end].casefold().split()) & set(feasts)


def is_mere_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but a date, where a thing is asked for that is no time."""
    times = listed("fitting.times", question.language)
    if question.kind is Kind.WHICH and not read_question(question).head:
        return False  # "and to which was it put off?"
    led = pattern("fitting.led", question.language).match(text, span.start)
    bare = Span(led.end(), span.end) if led else span
    return times.isdisjoint(question.words) and is_date(question, text, bare)


def is_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but a date, or days and parts of days: "on Sundays"."""
    if pattern("fitting.time_alone", question.language).fullmatch(text, *span):
        return True
    return any(
        mention.kind is MentionKind.DATE and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )
