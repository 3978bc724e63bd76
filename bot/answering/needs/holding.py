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
from bot.answering.people.asked import asking_for_holder
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
    told = telling(question, [hit.passage.text for hit in possible(question, hits)])
    told = tuple(n for n in told if not is_heading(hits[n].passage)) or told
    best = len(likely(hits))
    told = tuple(n for n in told if n < best) or told[:1] or tuple(range(best))
    plain = plainest(question, [hits[n].passage.text for n in told])
    return tuple(told[place] for place in plain)


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
