"""What a reply would be made of, before it is decided whether there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.answering.first_line.lifting import lift
from bot.answering.hits.reason_beside import with_reason_beside
from bot.answering.lifted import Lifted
from bot.phrasing import Phrases
from bot.replying.arranging import arranged
from bot.replying.notes import as_meant
from bot.replying.sureness.signals import signals
from retrieval.question import Kind, Question
from retrieval.retriever import Findings, Retriever

_PLAIN = frozenset({Kind.WHO, Kind.WHEN, Kind.HOW_MANY, Kind.DEFINITION})


@dataclass(frozen=True, slots=True)
class Considered:
    """What was found, arranged for an answer; the first line that it gives, None for none; and the
    signals of whether the documents answer at all, none where there are no hits.
    """

    found: Findings
    lifted: Lifted | None = None
    signals: Mapping[str, float] = field(default_factory=dict)


def consider(
    found: Findings,
    retriever: Retriever,
    *,
    phrases: Phrases,
    certainty: float,
    asked: Question | None = None,
) -> Considered:
    """What was found with what may be lifted from it, at least `certainty` sure, as if it was known
    that the documents answer.

    `asked` is the question with the words that were left out of the search, "the latest".
    """
    answered = found.confidence
    found = arranged(found, retriever, asked=asked or found.question)
    if not found.hits:
        return Considered(found)
    found = with_reason_beside(found, retriever)
    lifted = lift(_as_read(found), found.hits, phrases=phrases, certainty=certainty)
    told = signals(found, lifted, retriever=retriever, answered=answered)
    return Considered(found, lifted, told)


def _as_read(found: Findings) -> Question:
    """The question in the spelling that was meant, if all of it is mended and asks the same."""
    mended = found.respelt and not found.unknown
    if not mended or found.question.kind not in _PLAIN:  # "were is" asks no yes or no
        return found.question
    meant, asked = as_meant(found), found.question
    same = (meant.kind, meant.wanted) == (asked.kind, asked.wanted)
    return meant if same else asked
