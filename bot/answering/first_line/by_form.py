"""Short answers that the form of a sentence gives away, without any model.

"It carries 120 passengers and 18 cars" tells how many cars, whatever else it counts; "A ledger is a
file that holds all bookings" tells what a ledger is; "because the harbour is closed" tells why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.amounts.allotting import allotted
from bot.answering.amounts.collected import all_told
from bot.answering.amounts.measuring import (
    amount_counted,
    in_unit,
    lives_counted,
    measure_beside,
    price,
    time_of,
)
from bot.answering.amounts.miscounts import counts_in_a_case
from bot.answering.amounts.portions import portion
from bot.answering.forms.abbreviations import stands_for
from bot.answering.forms.capacities import capacity_told
from bot.answering.forms.cases import asks_what_follows, consequence_told
from bot.answering.forms.definitions import definition_told
from bot.answering.forms.gapping import placed_told, told_in_gap
from bot.answering.forms.names import name_told
from bot.answering.forms.purposes import purpose_told
from bot.answering.forms.reasons import reason_told
from bot.answering.forms.sorts import sort_told
from bot.answering.forms.things import chosen, form_asked, things_told
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.lists.asked_label import place_labelled
from bot.answering.people.advised import whom_advised
from bot.answering.people.agents import agent_told
from bot.answering.people.ages import age_told, is_no_age
from bot.answering.people.doers import doers_told
from bot.answering.people.entitled import entitled_told
from bot.answering.people.owners import whose_told
from bot.answering.people.speakers import speaker_told
from bot.answering.times.beside import time_beside
from bot.answering.times.day_hours import time_of_day_asked
from bot.answering.times.deadlines import deadline_told, latest_told
from bot.answering.times.events import deed_date, event_date
from bot.answering.times.hours import hours_told, is_shut, is_state
from bot.answering.times.lives import life_date, life_place
from bot.answering.times.recurring import recurring_told
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span


def given_away(question: Question, texts: Sequence[str]) -> tuple[int, Span] | None:
    """The number of a passage and the words in it that its form shows to answer; None if none."""
    form = form_asked(question)
    for number, text in enumerate(texts):
        sentence = read_sentence(text, language=question.language)
        shut = is_shut(question) and hours_told(question, sentence)
        if shut:
            return number, shut
        latest = None if number else latest_told(question, sentence)
        if latest is not None:
            return number, latest
        found = things_told(question, form, text) if form else []
        stretch = len(found) > 1 and is_state(question) and all(map(_has_figure(text), found))
        one = time_of_day_asked(question, form, text) or time_beside(question, text)
        one = one or (None if stretch else chosen(question, found))
        one = one or _behind_verb(question, sentence, found)
        if one is not None:
            return number, one
        span = _told(question, sentence, best=not number)
        if span is not None and not is_no_age(question, text, span):
            return number, span
    return None


def _has_figure(text: str) -> Callable[[Span], bool]:
    return lambda span: any(map(str.isdigit, text[span.start : span.end]))


def _told(question: Question, sentence: Sentence, *, best: bool) -> Span | None:
    """The words that the form of a sentence gives; some forms count in the `best` sentence only."""
    if told := _by_wording(question, sentence, best=best):
        return told
    if question.kind is Kind.DEFINITION:
        return (consequence_told(question, sentence) if best else None) or (
            definition_told(question, sentence)
        )
    if best and asks_what_follows(question):
        return consequence_told(question, sentence)
    if best and question.kind is Kind.WHO:
        return _doer_told(question, sentence)
    if best and question.kind is Kind.WHY:
        return reason_told(question, sentence) or purpose_told(question, sentence)
    if question.kind is Kind.WHERE:
        return life_place(question, sentence) or place_labelled(question, sentence)
    if question.wanted is Wanted.DATE:
        return _time_told(question, sentence, best=best)
    counting = question.kind is Kind.HOW_MANY
    given = portion(question, sentence) or (allotted(question, sentence) if counting else None)
    if given is None and best:
        given = price(question, sentence) or in_unit(question, sentence)
    return _count_told(question, sentence, best=best) if given is None and counting else given


def _count_told(question: Question, sentence: Sentence, *, best: bool) -> Span | None:
    """How many there are, as the form of a sentence tells; not how many in some case."""
    told = amount_counted(question, sentence) or measure_beside(question, sentence)
    told = told or time_of(question, sentence) or all_told(question, sentence)
    if told is not None and counts_in_a_case(question, sentence.tokens.text, told):
        return None
    return told or (lives_counted(question, sentence) if best else None)


def _doer_told(question: Question, sentence: Sentence) -> Span | None:
    """Whom to tell, whose something is, who says it, by whom it is done, whom a noun names."""
    told = whom_advised(question, sentence) or whose_told(question, sentence)
    told = told or speaker_told(question, sentence)
    told = told or agent_told(question, sentence) or entitled_told(question, sentence)
    return told or doers_told(question, sentence)


def _by_wording(question: Question, sentence: Sentence, *, best: bool) -> Span | None:
    """What letters stand for, who came third, in what role somebody takes part, how old one is."""
    short = question.kind in (Kind.DEFINITION, Kind.WHAT)
    told = stands_for(question, sentence) if short else None
    if told is None and best:
        told = placed_told(question, sentence) or told_in_gap(question, sentence)
        told = told or sort_told(question, sentence) or name_told(question, sentence)
        told = told or (agent_told(question, sentence) if question.kind is Kind.WHAT else None)
    return told or capacity_told(question, sentence) or age_told(question, sentence)


def _time_told(question: Question, sentence: Sentence, *, best: bool) -> Span | None:
    """When something is or was, as the form of a sentence tells."""
    told = life_date(question, sentence) or hours_told(question, sentence)
    told = told or allotted(question, sentence)
    if told is not None or not best:
        return told
    told = deed_date(question, sentence) or event_date(question, sentence)
    told = told or recurring_told(question, sentence)
    return told or deadline_told(question, sentence)


def _behind_verb(question: Question, sentence: Sentence, found: Sequence[Span]) -> Span | None:
    """Of several things of a form the first behind the question's verb, no other verb between."""
    verb = read_question(question).verb
    places = [n for n, term in enumerate(sentence.terms) if verb and term == verb]
    if len(places) != 1 or _is_adjective(sentence, places[0]):
        return None
    end = next(
        (n for n in range(places[0] + 1, len(sentence.tags)) if sentence.tags[n] in "VEX"),
        len(sentence.tags),
    )
    start, stop = sentence.tokens.ends[places[0]], sentence.tokens.ends[end - 1]
    return next((span for span in found if start <= span.start and span.end <= stop), None)


def _is_adjective(sentence: Sentence, place: int) -> bool:
    """Whether a verb in its base form stands behind "is": "it is open"."""
    rules = syntax(sentence.language)
    word = sentence.words[place]
    return sentence.words[place - 1] in rules.copulas and rules.bases.get(word, word) == word
