"""Which of the likely hits hold the kind of thing that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.hits.blocks import is_heading
from bot.answering.hits.likely import likely, possible
from bot.answering.needs.absence import plainest, telling
from retrieval.question import Question
from retrieval.records import Hit


def holding(question: Question, hits: Sequence[Hit]) -> tuple[int, ...]:
    """The numbers of the likely hits that hold the kind of thing asked for, all if none does.

    A less likely hit comes in only where the best ones hold none, a heading only where nothing else
    does.
    """
    told = telling(question, [hit.passage.text for hit in possible(question, hits)])
    told = tuple(n for n in told if not is_heading(hits[n].passage)) or told
    best = len(likely(hits))
    told = tuple(n for n in told if n < best) or told[:1] or tuple(range(best))
    plain = plainest(question, [hits[n].passage.text for n in told])
    return tuple(told[place] for place in plain)
