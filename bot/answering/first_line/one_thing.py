"""The person, place, time, amount or thing that is asked for, lifted from the best hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.amounts.charges import is_charge_of_case, is_other_charge
from bot.answering.amounts.fates import is_of_another_fate
from bot.answering.amounts.miscounts import is_of_another_rate
from bot.answering.amounts.quantities import whole_fraction
from bot.answering.first_line.bounds import as_allowed
from bot.answering.first_line.by_form import given_away
from bot.answering.first_line.cuts.amounts import OF_FIGURES, whole_figure
from bot.answering.first_line.extent import is_too_few, may_want_several
from bot.answering.first_line.fitting import fits, is_new
from bot.answering.first_line.misfits import is_of_other_clause
from bot.answering.first_line.other_languages import as_written
from bot.answering.first_line.quoted import within_speech
from bot.answering.first_line.several import several_at_once
from bot.answering.first_line.spelt_out import spelt_out
from bot.answering.first_line.subject import is_of_subject, tells_deed
from bot.answering.first_line.trimming import trimmed
from bot.answering.first_line.who import holder_among, role_among
from bot.answering.first_line.widening import widened
from bot.answering.forms.cases import case_asked
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.polarity import says_opposite
from bot.answering.grammar.question import read_question
from bot.answering.hits.other_case_behind import tells_other_case
from bot.answering.hits.posed import answers_the_same
from bot.answering.hits.reason_beside import reason_beside
from bot.answering.lifted import Lifted
from bot.answering.lists.cells import asked_cell, headed_cell, leaves_open_which, within_cell
from bot.answering.lists.entries import behind_label, is_in_label, is_of_label, whole_value
from bot.answering.lists.whole import whole_enumeration
from bot.answering.needs.holding import holding, tells_day
from bot.answering.people.ages import is_of_kin
from bot.answering.people.identity import asking_for_holder, asks_role
from bot.answering.people.misfits import only_consists
from bot.answering.short import short_answer
from bot.answering.times.lives import is_other_end
from bot.answering.times.misfits import lasts_no_time
from bot.answering.times.other_years import is_of_another_year
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Passage, Span

_AMISS: dict[Wanted, tuple[Callable[[Question, str, Span], bool], ...]] = {
    Wanted.NUMBER: (is_of_another_fate, is_of_another_rate, is_of_other_clause),
    Wanted.MONEY: (is_other_charge, is_charge_of_case, is_of_other_clause),
    Wanted.DURATION: (is_of_other_clause,),
    Wanted.DATE: (is_of_other_clause,),
}


def one_thing(question: Question, hits: Sequence[Hit], certainty: float) -> Lifted | None:
    """The person, place, time, amount or thing that is asked for."""
    if asks_role(question):
        role = _role(question, hits)
        if role is not None or question.kind in (Kind.DEFINITION, Kind.WHO):
            return role
    question = asking_for_holder(question)
    held = holder_among(question, hits)
    if held is not None and not is_of_label(hits[held.proof[0]].passage.text, held.line):
        return held
    numbers = holding(question, hits)
    beside = reason_beside(question, hits, numbers[0])
    if beside is not None:
        return Lifted(line="", proof=(beside, numbers[0]))
    return _among(question, hits, numbers, certainty)


def _among(
    question: Question, hits: Sequence[Hit], numbers: Sequence[int], certainty: float
) -> Lifted | None:
    """What is lifted from some hits, by their numbers, or the cell of a row that tells it."""
    texts = [hits[number].passage.text for number in numbers]
    odds = [hits[number].probability for number in numbers]
    lifted = _short(question, texts, odds, certainty)
    if lifted is None and may_want_several(question):
        lifted = several_at_once(question, texts[:1], odds[:1])
    proof = lifted.proof[0] if lifted is not None else 0
    passage = hits[numbers[proof]].passage
    told = lifted is None or (
        is_of_subject(question, passage, lifted.line)
        and tells_deed(question, passage.text, lifted.line)
        and not _is_of_label(question, passage, lifted.line)
        and not only_consists(question, passage.text, lifted.line)
        and not tells_other_case(question, passage.text)
    )
    cell = headed_cell(question, passage.text) or (
        asked_cell(question, passage.text, lifted=lifted is not None) if told else ""
    )
    if cell:
        return Lifted(line=cell, proof=(numbers[proof],))
    if lifted is None or not told or not lifted.line:
        return None
    if leaves_open_which(question, passage.text, lifted.line):
        return None
    if lifted.relative:
        lifted = _absolute(question, texts, odds, certainty) or lifted
    return replace(lifted, proof=tuple(numbers[place] for place in lifted.proof))


def _is_of_label(question: Question, passage: Passage, line: str) -> bool:
    """Whether words only name what an entry tells, or who answers in a chat: "Ida: at noon"."""
    if is_of_label(passage.text, line):
        return True
    return is_in_label(passage.text, line) and answers_the_same(question, passage)


def _role(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """What somebody is; the label of an entry tells that of nobody."""
    role = role_among(question, hits)
    if role is not None and is_in_label(hits[role.proof[0]].passage.text, role.line):
        return None
    return role


def _short(
    question: Question, texts: Sequence[str], probabilities: Sequence[float], certainty: float
) -> Lifted | None:
    """The short answer that the form of a sentence gives, or the model's if certain enough.

    Its line is empty where the words reach beyond one cell of a row.
    """
    texts = [text if tells_day(question, text) else "" for text in texts]
    found = given_away(question, texts)
    if found is None or _is_amiss(question, texts[found[0]], found[1]):
        found = _by_model(question, texts, probabilities, certainty)
    if found is None:
        return None
    number, span = found
    line = _line(question, texts[number], span)
    if pattern("lifting.lone_day", question.language).fullmatch(line):
        return None
    relative = question.wanted is Wanted.DATE and not any(map(str.isdigit, line))
    return Lifted(line=line, proof=(number,), relative=relative)


def _by_model(
    question: Question, texts: Sequence[str], probabilities: Sequence[float], certainty: float
) -> tuple[int, Span] | None:
    """The number of a passage and the words in it that answer likeliest, cut to the thing asked
    for; None where they are too uncertain, or can't be the answer.
    """
    if case_asked(question) is not None:  # only a whole clause tells what happens in a case
        return None
    found = short_answer(question, texts, probabilities=probabilities)
    if found is None or found.probability < certainty:
        return None
    text = texts[found.passage]
    span = trimmed(question, text, Span(found.start, found.end))
    span = whole_enumeration(question, text, span)
    span = whole_figure(question, text, span)
    span = as_written(question, text, span)
    words = text[span.start : span.end]
    if is_too_few(question, words) or not is_new(question, words):
        return None
    if says_opposite(read_question(question).head, text, question.language):
        return None
    return (found.passage, span) if fits(question, text, span) else None


def _line(question: Question, text: str, span: Span) -> str:
    """Lifted words widened to the whole of what they are a part of; "" where they reach beyond a
    cell.
    """
    span = within_speech(text, widened(question, text, span))
    span = spelt_out(question, text, span)
    span = whole_fraction(text, span) if question.wanted in OF_FIGURES else span
    span = as_allowed(question, text, span)
    span = within_cell(text, span) or Span(span.start, span.start)
    span = behind_label(question, text, span)
    span = whole_value(question, text, span)
    return " ".join(text[span.start : span.end].split())


def _is_amiss(question: Question, text: str, span: Span) -> bool:
    """Whether words that a form gave are of another year, of another's age or life, no time that
    something takes, another charge, of another thing, or the number of those of whom something else
    became.
    """
    always = (is_of_another_year, is_of_kin, lasts_no_time, is_other_end)
    amiss = (*always, *_AMISS.get(question.wanted, ()))
    return any(each(question, text, span) for each in amiss)


def _absolute(
    question: Question, texts: Sequence[str], probabilities: Sequence[float], certainty: float
) -> Lifted | None:
    """A date that is understood without the document's, from the first passage sure to have one.

    Each passage counts as likely as the best: what matters is whether it has such a date.
    """
    for number, text in enumerate(texts):
        lifted = _short(question, [text], [probabilities[0]], certainty)
        if lifted is not None and not lifted.relative:
            return replace(lifted, proof=(number,))
    return None
