"""A short answer cut to the thing asked for: the date of a span, a number and what it counts."""

from __future__ import annotations

from bot.answering.first_line.cuts.amounts import OF_FIGURES, before_next, one_count, with_unit
from bot.answering.first_line.cuts.persons import cut_to_person
from bot.answering.first_line.cuts.phrases import (
    from_case,
    from_reason,
    past_copula,
    whole_phrase,
    with_every,
    with_preposition,
    with_rest,
    without_time,
)
from bot.answering.first_line.cuts.places import cut_to_place
from bot.answering.forms.things import times_of_day
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import read_sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_KINDS = {
    Wanted.DATE: (MentionKind.DATE,),
    Wanted.DURATION: (MentionKind.DURATION,),
    Wanted.MONEY: (MentionKind.MONEY,),
    Wanted.PERCENTAGE: (MentionKind.PERCENTAGE,),
    Wanted.NUMBER: (MentionKind.DURATION, MentionKind.MONEY, MentionKind.PERCENTAGE),
}


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
    inside = inside or _one_time(question, text, span)
    sentence = read_sentence(text, language=question.language)
    span = inside[0] if len(inside) == 1 else with_unit(question, sentence, span)
    if question.kind is Kind.HOW_MANY and question.wanted is Wanted.NUMBER:
        span = one_count(question, sentence, span)
    if question.wanted in OF_FIGURES:
        span = before_next(sentence, span)
    span = past_copula(question, sentence, span)
    span = whole_phrase(question, sentence, with_rest(sentence, span))
    if question.wanted is Wanted.MANNER:
        span = with_preposition(sentence, span)
    if question.wanted is Wanted.THING:
        span = without_time(sentence, span)
    if question.kind is Kind.WHEN:
        span = from_case(sentence, span)
    if question.kind is Kind.WHERE:
        span = cut_to_place(sentence, span)
    if question.kind is Kind.WHO:
        span = cut_to_person(question, sentence, span)
    if question.wanted is Wanted.REASON:
        span = from_reason(sentence, span)
    return with_every(sentence, span)


def _one_time(question: Question, text: str, span: Span) -> list[Span]:
    """A time without a number that "and" goes on from, where it is asked how long: "a week"."""
    if question.wanted is not Wanted.DURATION:
        return []
    found = pattern("trimming.one_time", question.language).finditer(text, *span)
    return [Span(*one.span()) for one in found]
