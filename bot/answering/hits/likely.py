"""Which hits are likely enough for an answer to be taken from them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.amounts.measures import dimension
from bot.answering.forms.things import form_asked
from bot.answering.grammar.question import read_question
from bot.answering.grammar.referring import points_back
from bot.answering.people.identity import asking_for_holder
from bot.answering.people.roles import office
from bot.answering.times.happening import order
from bot.answering.times.lives import asked_of_life
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit

LIFTED_FROM = 3  # best hits from which a first line may come
LIKELY = 5  # best hits in one of which the thing asked for must be
LEAST_SHARE = 0.25  # of the best hit's probability that another hit must have
HOLDING = 8  # the same of those in one of which the holder of an office must be named
SLIGHT_SHARE = 0.05  # the same where the answer must hold a measure or a form, which few hits do


def likely(
    hits: Sequence[Hit], *, most: int = LIFTED_FROM, share: float = LEAST_SHARE
) -> list[Hit]:
    """The first of some hits, given best first, that are not much less likely than the best.

    Sentences that go on from the best with "it" or "she" tell of the same, and may be less likely.
    """
    best = hits[0]
    behind = going_on(hits)
    least, least_behind = share * best.probability, min(share, SLIGHT_SHARE) * best.probability
    return [
        hit
        for hit in hits[:most]
        if hit.probability >= least
        or (hit.probability >= least_behind and hit.passage.number in behind)
    ]


def going_on(hits: Sequence[Hit]) -> range:
    """The numbers of the passages behind the best one that all open with a pronoun."""
    passages = {hit.passage.number: hit.passage for hit in hits}
    first = end = hits[0].passage.number + 1
    while end in passages and points_back(passages[end].text):
        end += 1
    return range(first, end)


def possible(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """The hits in one of which the kind of thing asked for must be, for there to be an answer."""
    form = form_asked(question)
    rare = dimension(question) is not None or (form is not None and form.needed)
    rare = rare or (question.wanted is Wanted.DATE and bool(order(question)))
    rare = rare or (question.kind is Kind.WHEN and bool(asked_of_life(question)))
    share = SLIGHT_SHARE if rare else LEAST_SHARE
    holder = asking_for_holder(question)
    held = office(holder, read_question(holder)) is not None
    return likely(hits, most=HOLDING if held else LIKELY, share=share)
