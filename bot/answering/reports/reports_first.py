"""Open questions about an event: what the reports on it open with, before what only names it.

"What happened in Dover?" is answered by the lead of the report, hardly by a sentence that has
"happened"; "who was at the sixth round?" by a sentence of the report on that round, not by what a
later report recalls of it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.hits.reordering import put_first
from bot.answering.reports.asked import Aspect, aspect_of, named
from bot.answering.reports.choosing import names_time, sentences_telling
from bot.answering.reports.finding import reports_on
from retrieval.question import Kind, Question, Wanted
from retrieval.retriever import Findings, Retriever
from retrieval.times.moments import Precision
from retrieval.times.periods import period_of

LOOKED_AT = 3  # best hits, one of which may name the day asked about
SURE = 0.9  # how likely the first is where nothing else was found
SURER = 1.5  # log-odds by which an answer is likelier
OF_DAY = 4.0  # the same where reports of the very day or month are asked for
STRANGE = 4.0  # by which it is less likely where all words for the event stand nowhere
LEAST_UNKNOWN = 0.5  # of those words, for the event to be another one


def reports_first(found: Findings, retriever: Retriever, *, asked: Question) -> Findings:
    """What was found, sentences of the reports on the event that is asked about first.

    Where the documents lack a word by which the event is named, it is likely another one.
    """
    aspect = aspect_of(asked)
    if aspect is None:
        return found
    event = named(asked)
    reports = reports_on(asked, event, found, retriever)
    first = sentences_telling(asked, aspect, event, reports, found, retriever)
    if not first:
        doubt = max(_unknown_share(found, event), _is_of_no_such_day(asked, found))
        return found.doubted(STRANGE * doubt)
    best = found.hits[0].probability if found.hits else SURE
    hits = put_first(first, found.hits, likely=best)
    if reports:
        found = found.surer(OF_DAY if asked.dates else SURER)
        found = replace(found, question=_at_large(found.question, aspect))
    return replace(found, hits=hits, unknown=(), lacking=())


def _at_large(question: Question, aspect: Aspect) -> Question:
    """A question for a story as one for no date, place or yes: "a summary of the season"."""
    if aspect not in (Aspect.STORY, Aspect.LATEST) or question.kind in (Kind.WHAT, Kind.WHO):
        return question
    return replace(question, kind=Kind.OTHER, wanted=Wanted.THING, focus=())


def _unknown_share(found: Findings, event: frozenset[str]) -> float:
    """The share of the words that name an event which stand nowhere; 0 where it is a lesser one."""
    text = found.question.text
    words = [text[t.start : t.end] for t in found.question.content if t.term in event]
    unknown = [word for word in words if word in found.unknown]
    share = len(unknown) / max(len(words), 1)
    return share if share >= LEAST_UNKNOWN else 0.0


def _is_of_no_such_day(asked: Question, found: Findings) -> bool:
    """Whether a day is asked about that no report is of and none of the best sentences names."""
    period = period_of(asked.text, language=asked.language) if asked.dates else None
    if period is None or period.first is None or period.first.precision is not Precision.DAY:
        return False
    return not any(names_time(period, hit.passage) for hit in found.hits[:LOOKED_AT])
