"""Timelines: what the documents say of a topic, as dated quotes in the order of time."""

from __future__ import annotations

from bot.answer import Quote, Timeline, TimelineEntry
from bot.answering.quoting import stress
from retrieval.question import Question
from retrieval.records import Passage
from retrieval.retriever import Match, Retriever
from retrieval.times.moments import Moment, moments, when

PAGE = 5  # entries
LOOKED_AT = 200  # passages found for a topic
LEAST_SHARE = 0.5  # of the topic's weight that a passage with its title must hold


def timeline(retriever: Retriever, topic: Question, *, page: int) -> Timeline:
    """One page of the dated quotes about a topic; pages count from 1, the last one ends them.

    Passages that name a time themselves come at that time; where there are none, the others come at
    the date of their document.
    """
    about = _about(retriever, topic)
    dated = [(moment, passage) for passage in about if (moment := _told(passage)) is not None]
    if not dated:
        dated = [(moment, p) for p in about if (moment := when(p)) is not None]
    dated.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[1].number))
    pages = max(1, -(-len(dated) // PAGE))
    page = min(max(page, 1), pages)
    shown = dated[(page - 1) * PAGE : page * PAGE]
    return Timeline(
        topic=topic.text,
        entries=tuple(
            TimelineEntry(Quote(passage, stress(topic, passage)), moment)
            for moment, passage in shown
        ),
        page=page,
        pages=pages,
    )


def _told(passage: Passage) -> Moment | None:
    """The first time that a passage names itself."""
    document = passage.document
    named = moments(passage.text, language=document.language, written=document.date)
    return named[0] if named else None


def _about(retriever: Retriever, topic: Question) -> list[Passage]:
    """The passages that speak of most of a topic, those that say the same only once."""
    weights = {token.term: retriever.idf(token.term) for token in topic.content}
    least = LEAST_SHARE * sum(weights.values())
    said: set[str] = set()
    found = []
    for match in retriever.matching(topic, k=LOOKED_AT):
        words = " ".join(match.passage.text.casefold().split())
        if words not in said and _share(match, weights, retriever) >= least > 0:
            said.add(words)
            found.append(match.passage)
    return found


def _share(match: Match, weights: dict[str, float], retriever: Retriever) -> float:
    """The weight of the topic's terms that stand in a passage or in its document's title."""
    there = match.terms | retriever.title_terms(match.passage)
    return sum(weight for term, weight in weights.items() if term in there)
