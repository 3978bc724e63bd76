"""The first line of an answer: words lifted from a passage, or the yes or no that one proves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.amounts.fates import is_of_another_fate
from bot.answering.amounts.quantities import whole_fraction
from bot.answering.first_line.by_form import given_away
from bot.answering.first_line.cuts.amounts import OF_FIGURES, whole_figure
from bot.answering.first_line.extent import is_too_few, may_want_several, wants_words
from bot.answering.first_line.fitting import fits, is_new
from bot.answering.first_line.operators_answer import own_answer
from bot.answering.first_line.other_languages import as_written
from bot.answering.first_line.quoted import within_speech
from bot.answering.first_line.spelt_out import spelt_out
from bot.answering.first_line.subject import is_of_subject, tells_deed
from bot.answering.first_line.trimming import trimmed
from bot.answering.first_line.who import holder_among, role_among
from bot.answering.first_line.widening import whole_words, widened
from bot.answering.forms.cases import case_asked
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.negation import turns
from bot.answering.grammar.polarity import says_opposite
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.dated import date_above
from bot.answering.hits.likely import likely
from bot.answering.hits.posed import answers_the_same, says_itself
from bot.answering.hits.reason_beside import reason_beside
from bot.answering.lifted import Lifted
from bot.answering.lists.cells import asked_cell, headed_cell, leaves_open_which, within_cell
from bot.answering.lists.columns import column
from bot.answering.lists.entries import behind_label, is_in_label, is_of_label, whole_value
from bot.answering.lists.itemised import items, items_line, said_with_lead
from bot.answering.lists.items import LEAST_SHARE, list_items
from bot.answering.lists.labelled import labelled
from bot.answering.lists.whole import whole_enumeration
from bot.answering.needs.holding import holding, tells_day
from bot.answering.people.ages import is_of_kin
from bot.answering.people.departed import has_left
from bot.answering.people.identity import asking_for_holder, asks_role
from bot.answering.people.misfits import tells_of_nobody
from bot.answering.short import short_answer
from bot.answering.times.lives import is_other_end
from bot.answering.times.misfits import lasts_no_time
from bot.answering.times.other_years import is_of_another_year
from bot.answering.yes_no import Decision, setting_of, yes_or_no
from bot.phrasing import Phrases
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Passage, Span

DECIDED_BY = 5  # best hits of which a likely one may say yes or no
_ALIKE = 0.1  # a later passage must hold so much more of a question than an earlier one
LEAST_OF_SEVERAL = 0.4  # share of all candidates in an enumeration that nobody asked for as such
_SEPARATOR = ", "


def lift(
    question: Question, hits: Sequence[Hit], *, phrases: Phrases, certainty: float
) -> Lifted | None:
    """The first line that the best hits give; None where none is at least `certainty` sure.

    Tried in turn are an operator's own answer, a whole list, what stands behind a label or in a
    column, yes or no, an enumeration, the date of a heading, and last the one thing that is asked
    for.
    """
    chosen = likely(hits)
    own = own_answer(chosen[0].passage) if chosen[0].probability >= certainty else ""
    if own:
        return Lifted(line=own, proof=(0,))
    if question.kind is not Kind.YES_NO and (listed := items(chosen[0].passage)):
        line = items_line(question, listed)
        return Lifted(line, (0,)) if line else None
    if several := labelled(question, hits) or column(question, hits):
        return several
    if question.kind is Kind.YES_NO:
        return _decide(question, likely(hits, most=DECIDED_BY), phrases)
    if question.kind is Kind.LIST:
        return _listed(question, chosen)
    if wants_words(question):
        return None
    above = date_above(question, chosen[0].passage)
    if above:
        return Lifted(above, (0,))
    lifted = _one_thing(question, hits, certainty)
    return None if lifted and has_left(question, hits, lifted) else lifted


def _listed(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """All items that answer; where the question denies something, from passages that deny it."""
    numbers = [n for n, hit in enumerate(hits) if _denies(question, hit.passage.text)]
    if not numbers or not _denies(question, question.text):
        numbers = list(range(len(hits)))
    texts = [hits[n].passage.text for n in numbers]
    lifted = _enumerate(question, texts, [hits[n].probability for n in numbers])
    return lifted and replace(lifted, proof=tuple(numbers[place] for place in lifted.proof))


def _denies(question: Question, text: str) -> bool:
    """Whether a text denies what the question's verb says: "they are not accepted"."""
    verb = read_question(question).verb
    deed = alike(verb, question.language) if verb else frozenset[str]()
    return turns(read_sentence(text, language=question.language), deed, frozenset()) % 2 == 1


def _one_thing(question: Question, hits: Sequence[Hit], certainty: float) -> Lifted | None:
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
    texts = [hits[number].passage.text for number in numbers]
    odds = [hits[number].probability for number in numbers]
    lifted = _short(question, texts, odds, certainty)
    if lifted is None and may_want_several(question):
        lifted = _several(question, texts[:1], odds[:1])
    proof = lifted.proof[0] if lifted is not None else 0
    passage = hits[numbers[proof]].passage
    told = lifted is None or (
        is_of_subject(question, passage, lifted.line)
        and tells_deed(question, passage.text, lifted.line)
        and not _is_of_label(question, passage, lifted.line)
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


def _several(
    question: Question, texts: Sequence[str], probabilities: Sequence[float]
) -> Lifted | None:
    """The items of a likely enumeration that nobody asked for as such; of who, if persons' only."""
    lifted = _enumerate(question, texts, probabilities, least=LEAST_OF_SEVERAL)
    if lifted is not None and question.kind is Kind.WHO and tells_of_nobody(question, lifted.line):
        return None
    return lifted


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
    given = given_away(question, texts)
    if given is not None and not _is_amiss(question, texts[given[0]], given[1]):
        number, span = given
    elif case_asked(question) is not None:  # only a whole clause tells what happens in a case
        return None
    else:
        found = short_answer(question, texts, probabilities=probabilities)
        if found is None or found.probability < certainty:
            return None
        number = found.passage
        span = trimmed(question, texts[number], Span(found.start, found.end))
        span = whole_enumeration(question, texts[number], span)
        span = whole_figure(question, texts[number], span)
        span = as_written(question, texts[number], span)
        if is_too_few(question, texts[number][span.start : span.end]):
            return None
        if not is_new(question, texts[number][span.start : span.end]):
            return None
        if says_opposite(read_question(question).head, texts[number], question.language):
            return None
        if not fits(question, texts[number], span):
            return None
    span = within_speech(texts[number], widened(question, texts[number], span))
    span = spelt_out(question, texts[number], span)
    span = whole_fraction(texts[number], span) if question.wanted in OF_FIGURES else span
    span = within_cell(texts[number], span) or Span(span.start, span.start)
    span = behind_label(question, texts[number], span)
    span = whole_value(question, texts[number], span)
    line = " ".join(texts[number][span.start : span.end].split())
    if pattern("lifting.lone_day", question.language).fullmatch(line):
        return None
    relative = question.wanted is Wanted.DATE and not any(map(str.isdigit, line))
    return Lifted(line=line, proof=(number,), relative=relative)


def _is_amiss(question: Question, text: str, span: Span) -> bool:
    """Whether words that a form gave are of another year, of another's age or life, no time that
    something takes, or the number of those of whom something else became.
    """
    counted = (is_of_another_fate,) if question.wanted is Wanted.NUMBER else ()
    amiss = (*counted, is_of_another_year, is_of_kin, lasts_no_time, is_other_end)
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


def _decide(question: Question, hits: Sequence[Hit], phrases: Phrases) -> Lifted | None:
    """Yes or no by the passage that holds most of the question, the best of those alike."""
    best: tuple[int, Decision] | None = None
    itself = says_itself(question, hits[0].passage)
    if itself is not None:
        best = 0, Decision(itself, 1.0)
    for number, hit in enumerate(hits):
        found = yes_or_no(question, said_with_lead(hit.passage), setting_of(hit.passage))
        if found is not None and (best is None or found.share > best[1].share + _ALIKE):
            best = number, found
    if best is None:
        return None
    line = phrases.say("yes" if best[1].yes else "no", seed=question.text)
    return Lifted(line=line, proof=(best[0],))


def _enumerate(
    question: Question,
    texts: Sequence[str],
    probabilities: Sequence[float],
    *,
    least: float = LEAST_SHARE,
) -> Lifted | None:
    """All items of the enumerations that answer, the best of which is at least so likely."""
    items = list_items(question, texts, probabilities=probabilities, least=least)
    if not items:
        return None
    spans = [whole_words(texts[item.passage], Span(item.start, item.end)) for item in items]
    proof = tuple(dict.fromkeys(item.passage for item in items))
    if len(proof) == 1:
        return Lifted(line=_in_a_row(texts[proof[0]], spans, question.language), proof=proof)
    words = [texts[item.passage][slice(*span)] for item, span in zip(items, spans, strict=True)]
    return Lifted(line=_SEPARATOR.join(" ".join(each.split()) for each in words), proof=proof)


def _in_a_row(text: str, spans: Sequence[Span], language: str) -> str:
    """Items as the sentence has them, "by bus and by boat", where only their ties part them."""
    tie = pattern("lifting.tie", language)
    parts = [text[slice(*spans[0])]]
    for before, after in pairwise(spans):
        between = text[before.end : after.start]
        parts += [between if tie.fullmatch(between) else _SEPARATOR, text[slice(*after)]]
    return " ".join("".join(parts).split())
