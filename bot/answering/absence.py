"""Whether the kind of thing asked for is in none of the likely passages, so that none can answer.

Passages may speak of the very subject of a question and still not tell what it asks: how many,
when, who, what something is called. Quoting them would look like an answer. Each kind of question
has one thing that an answer must hold; without it in any likely passage the documents don't say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.counting import counted_in
from bot.answering.disputes import read_statement
from bot.answering.disputes.statements import words_of
from bot.answering.forms import form_asked
from bot.answering.holders import holds_another_office
from bot.answering.lives import asked_of_life, life_date
from bot.answering.measures import dimension, kin
from bot.answering.naming import asking_for_holder
from bot.answering.needs.amounts import counts, counts_it, tells_rate, wants_amount
from bot.answering.needs.people import (
    deed,
    names_of_others,
    of_another,
    tells_who,
    wants_person,
)
from bot.answering.needs.reading import NOTHING, Read, alike, lists_of, read_all
from bot.answering.needs.subjects import subject_of
from bot.answering.needs.times import (
    dates,
    dates_once,
    doings,
    happening,
    happens_once,
    order,
    tells_of,
)
from bot.answering.polarity import polarity
from bot.answering.roles import duty, office
from bot.answering.short.asked import Asked, read_question
from retrieval.entities import NAMES
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import NARROWER, SAME

_ASKED_FOR_A_CASE = re.compile(
    r"(?i)when (?:should|must|can|may|(?:do|does) (?:i|you|we|one|they|people|an?))\b"
    r"|, (?:who|what|which|how)\b"
)


_OPENING = 4  # tokens in one of which a pronoun for the subject stands: "all of them"
_NAMING = re.compile(r"(?i)\b(?:names? of|(?:is|was|are|were)\b.{2,60}\b(?:called|named))\b")
_COSTING = frozenset({"cost", "costs", "price", "fee", "is", "are", "be"})
_TITLES = frozenset({MentionKind.TITLE, MentionKind.QUOTED})


class Absence(StrEnum):
    """What the likely passages lack."""

    COUNT = "count"
    AMOUNT = "amount"
    DATE = "date"
    PERSON = "person"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class _Needed:
    """What an answer must hold: what is said of it where it lacks, and whether a passage has it.

    `best_by` are the passages that are read first, if there are any.
    """

    lack: Absence
    told_by: Callable[[Read], bool]
    best_by: Callable[[Read], bool] | None = None


def absent(
    question: Question, texts: Sequence[str], about: Sequence[frozenset[str]] = ()
) -> Absence | None:
    """What none of the likely passages has that an answer must hold; None where one may answer.

    `about` are the terms of what each passage is about without saying so, if they are known.
    """
    if not lists_of(question.language).personal or _takes_anything(question):
        return None
    if not all(any(figure in text for text in texts) for figure in _labels(question)):
        return Absence.THING
    question = asking_for_holder(question)
    read = read_all(question, texts, about)
    needed = _needed(question, read)
    return needed.lack if needed is not None and not any(map(needed.told_by, read)) else None


def _takes_anything(question: Question) -> bool:
    """Whether whatever is said may answer: what wants a yes, or a list of things of no form."""
    form = form_asked(question)
    formless = form is None or not form.needed
    return question.kind is Kind.YES_NO or (question.kind is Kind.LIST and formless)


def is_touched(question: Question, texts: Sequence[str]) -> bool:
    """Whether one passage speaks of half of what a question asks to be so or not."""
    light = polarity(question.language).light
    terms = {token.term for token in question.content} - light
    read = read_all(question, texts)
    held = (sum(text.holds(alike(term, question.language)) for term in terms) for text in read)
    return not terms or 2 * max(held, default=0) >= len(terms)


def telling(question: Question, texts: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the passages that hold the kind of thing asked for; all where any may."""
    everything = tuple(range(len(texts)))
    if not lists_of(question.language).personal or _takes_anything(question):
        return everything
    question = asking_for_holder(question)
    read = read_all(question, texts)
    needed = _needed(question, read)
    if needed is None and question.kind in (Kind.WHO, Kind.WHERE):
        return tuple(n for n in everything if read[n].is_statement or read[n].names_any)
    if needed is None:
        return everything
    return tuple(n for n in everything if needed.told_by(read[n]))


def plainest(question: Question, texts: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the passages that plainly say what is counted or measured, or all."""
    everything = tuple(range(len(texts)))
    read = read_all(question, texts)
    needed = _needed(question, read)
    if needed is None or needed.best_by is None:
        return everything
    return tuple(n for n in everything if needed.best_by(read[n])) or everything


def _needed(question: Question, read: Sequence[Read]) -> _Needed | None:
    """What an answer must hold; None where the form of the question tells nothing of it."""
    asked = read_question(question)
    return (
        _measure(question)
        or _form(question)
        or _office(question, asked)
        or _amount(question, asked)
        or _life(question)
        or _time(question, read)
        or _reason(question, asked)
        or _speaker(question, asked)
        or _person(question, asked, read)
        or _bearer(question, asked)
        or _name(question)
    )


def _form(question: Question) -> _Needed | None:
    form = form_asked(question)
    if form is None:
        return None
    lack = Absence.DATE if question.wanted is Wanted.DATE else Absence.THING

    def holds(text: Read) -> bool:
        return bool(form.found_in(text.sentence.tokens.text, asked=question.text))

    return _Needed(lack, holds if form.needed else lambda _: True, holds)


def _measure(question: Question) -> _Needed | None:
    measured = dimension(question)
    if measured is None:
        return None
    paying = "pay" in question.words and bool({"do", "does"} & question.words)
    priced = measured.bare and (bool(_COSTING & question.words) or (paying and not question.names))
    subject = subject_of(question) if measured.physical or priced else NOTHING

    def tells(text: Read) -> bool:
        told = measured.told_by(text.sentence, text.found) and not of_another(text, question)
        lives = measured.living and "R" in text.sentence.tags
        return told and (not subject or lives or text.speaks_of(subject))

    return _Needed(Absence.AMOUNT, tells, lambda text: text.holds(kin(question)))


def _office(question: Question, asked: Asked) -> _Needed | None:
    held = office(question, asked) or duty(question, asked)
    if held is None:
        return None

    def tells(text: Read) -> bool:
        return held.stand_in(text.sentence) and not holds_another_office(question, text.sentence)

    return _Needed(Absence.PERSON, tells)


def _amount(question: Question, asked: Asked) -> _Needed | None:
    if not wants_amount(question):
        return None
    head, lists = asked.head, lists_of(question.language)
    counted = counted_in(question, head, least=NARROWER) if head else None
    return _Needed(
        Absence.COUNT if question.wanted is Wanted.NUMBER else Absence.AMOUNT,
        lambda text: counts(text, head, counted, lists) and tells_rate(question, text),
        (lambda text: counts_it(text, counted)) if head else None,
    )


def _time(question: Question, read: Sequence[Read]) -> _Needed | None:
    if question.wanted is not Wanted.DATE or _ASKED_FOR_A_CASE.search(question.text):
        return None
    lists = lists_of(question.language)
    if question.kind is not Kind.WHEN:
        return _Needed(Absence.DATE, lambda text: dates(text, lists))
    happened, deeds, chosen = happening(question), doings(question), order(question)
    once = happens_once(question)
    same = NOTHING.union(*(alike(deed, question.language, least=SAME) for deed in deeds))

    def tells(text: Read) -> bool:
        about = text.speaks_of(happened) or "R" in text.sentence.tags[:_OPENING]
        done = text.holds(deeds) and about
        dated = dates_once(text, lists, same) if once else dates(text, lists)
        return dated and (done or not happened or tells_of(text, happened))

    if not any(tells(text) and text.holds(chosen) for text in read):
        return _Needed(Absence.DATE, tells)
    return _Needed(
        Absence.DATE,
        lambda text: tells(text) and text.holds(chosen),
        lambda text: text.holds(chosen),
    )


def _life(question: Question) -> _Needed | None:
    """Of when or where somebody was born or died: a word for that, or the dates of a life."""
    told = asked_of_life(question)
    if not told or question.kind not in (Kind.WHEN, Kind.WHERE):
        return None

    def tells(text: Read) -> bool:
        dated = question.kind is Kind.WHEN and dates(text, lists_of(question.language))
        lived = life_date(question, text.sentence) is not None
        return lived or (text.holds(told) and (dated or question.kind is Kind.WHERE))

    return _Needed(Absence.DATE if question.kind is Kind.WHEN else Absence.THING, tells)


def _reason(question: Question, asked: Asked) -> _Needed | None:
    """Of why: anything, best where it is said that what is asked about was done."""
    deeds = doings(question) | ({asked.verb} - {""})
    if question.kind is not Kind.WHY or not deeds:
        return None
    return _Needed(Absence.THING, lambda _: True, lambda text: text.holds(deeds))


def _speaker(question: Question, asked: Asked) -> _Needed | None:
    """Of who said something: a word of saying. A document may say it itself, in nobody's name."""
    words = words_of(question.language)
    if question.kind is not Kind.WHO or not asked.gap_first or asked.verb not in words.saying:
        return None
    return _Needed(Absence.PERSON, lambda text: text.holds(words.attributing))


def _person(question: Question, asked: Asked, read: Sequence[Read]) -> _Needed | None:
    if wants_person(question, asked, lists_of(question.language)):
        others = names_of_others(read)
        return _Needed(Absence.PERSON, lambda text: tells_who(text, others))
    done = deed(question, asked)
    if not done:
        return None
    return _Needed(Absence.PERSON, lambda text: text.holds(done) or tells_who(text, frozenset()))


def _bearer(question: Question, asked: Asked) -> _Needed | None:
    """Of a hotel or a ship: something that bears the word in its name, or is called so."""
    carried = asked.head in lists_of(question.language).carried
    if not carried or question.kind not in (Kind.WHAT, Kind.WHICH):
        return None
    same = alike(asked.head, question.language)
    return _Needed(Absence.THING, lambda text: text.holds(same))


def _name(question: Question) -> _Needed | None:
    """Of what something is called: any name or title that the question does not hold."""
    if question.kind is not Kind.WHAT or not _NAMING.search(question.text):
        return None
    return _Needed(
        Absence.THING,
        lambda text: any(
            mention.kind in _TITLES or mention.kind in NAMES for mention in text.found
        ),
    )


def _labels(question: Question) -> frozenset[str]:
    """The figures by which the question names one of several things, as in "version 5.0"."""
    labels = read_statement(question.text, language=question.language).labels
    return frozenset(label for label in labels if "." in label)
