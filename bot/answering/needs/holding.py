"""Which of the likely hits hold the kind of thing that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.answering.grammar.passages import read_all
from bot.answering.grammar.words import words_of
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.likely import likely, possible
from bot.answering.needs.absence import takes_anything
from bot.answering.needs.needed import needed_for
from bot.answering.people.identity import asking_for_holder
from bot.answering.times.day_hours import part_of_day
from bot.answering.times.weekdays import day_told
from retrieval.question import Kind, Question
from retrieval.records import Hit


def holding(question: Question, hits: Sequence[Hit]) -> tuple[int, ...]:
    """The numbers of the likely hits that hold the kind of thing asked for, all if none does.

    A less likely hit comes in only where the best ones hold none, a heading only where nothing else
    does.
    """
    return _holding(question, tuple(hits))


@lru_cache(maxsize=2)  # several rules of a reply ask it; more would hold on to documents of old
def _holding(question: Question, hits: tuple[Hit, ...]) -> tuple[int, ...]:
    """As `holding`, of a tuple, by which it is cached."""
    told = telling(question, [hit.passage.text for hit in possible(question, hits)])
    told = tuple(n for n in told if not is_heading(hits[n].passage)) or told
    told = tuple(n for n in told if tells_day(question, hits[n].passage.text)) or (
        _day_beside(question, hits) or told
    )
    best = len(likely(hits))
    told = tuple(n for n in told if n < best) or told[:1] or tuple(range(best))
    plain = plainest(question, [hits[n].passage.text for n in told])
    return tuple(told[place] for place in plain)


def _day_beside(question: Question, hits: tuple[Hit, ...]) -> tuple[int, ...]:
    """The hit right before or behind the best one in its document that tells the day asked for."""
    best = hits[0].passage
    beside = (
        n
        for n, hit in enumerate(hits)
        if hit.passage.document.id == best.document.id
        and abs(hit.passage.number - best.number) == 1
        and part_of_day(question.text, hit.passage.text, question.language) is not None
    )
    return tuple(beside)[:1]


def tells_day(question: Question, text: str) -> bool:
    """Whether a text may tell of the weekday in a question: not one about Monday to Thursday."""
    told = day_told(question.text, text, language=question.language)
    return question.kind is Kind.YES_NO or told is not False


def telling(question: Question, texts: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the passages that hold the kind of thing asked for; all where any may."""
    everything = tuple(range(len(texts)))
    if not words_of(question.language).personal or takes_anything(question):
        return everything
    question = asking_for_holder(question)
    read = read_all(question, texts)
    needed = needed_for(question, read)
    if needed is None and question.kind in (Kind.WHO, Kind.WHERE):
        return tuple(n for n in everything if read[n].is_statement or read[n].names_any)
    if needed is None:
        return everything
    return tuple(n for n in everything if needed.told_by(read[n]))


def plainest(question: Question, texts: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the passages that plainly say what is counted or measured, or all."""
    everything = tuple(range(len(texts)))
    read = read_all(question, texts)
    needed = needed_for(question, read)
    if needed is None or needed.best_by is None:
        return everything
    return tuple(n for n in everything if needed.best_by(read[n])) or everything
