"""Search within the time that a question asks about: "since 2015", "in October", "the latest".

What lies outside is left out or comes later. The words of such a bound stand in no passage, so they
are taken out of the question and the passages' dates decide; where a passage has the very words, it
is found by them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from retrieval.lexicon import lexicon
from retrieval.odds import log_odds, probability_of, shifted
from retrieval.question import Question, Wanted, parse_question
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever
from retrieval.times.moments import Moment, moments, when, written
from retrieval.times.periods import ORDERS, Period, Relation, period_of
from retrieval.times.turns import in_turn

BEHIND = 10  # hits that are kept beside the best ones
WIDE = 40  # passages whose dates are looked at
INSIDE = 0.5  # log-odds that a passage gains by a date in the time asked about
OUTSIDE = -2.0  # that it gains by dates outside it
ONLY_WRITTEN = -0.7  # that it gains where only its document's date lies inside
UNDATED = -1.0  # that it gains where it has no date at all and a bound is asked for
OF_ANOTHER = 0.5  # of what a passage on another turn is likelier: it tells that turn's details
STEP = 1.0  # log-odds between one of them and the next in order
_FIGURES = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE})
_NOUN_REACH = 2  # words behind "latest" among which stands its noun
RIVALS = 2.5  # log-odds from the best within which the order of time decides


def search_in_time(retriever: Retriever, question: Question, *, k: int) -> Findings:
    """The best `k` passages for a question within the time it asks about, if it names one, and the
    next few behind them.
    """
    found = _in_time(retriever, question, k + BEHIND)
    return replace(found, hits=found.hits[:k], behind=found.hits[k:])


def _in_time(retriever: Retriever, question: Question, k: int) -> Findings:
    """The best `k` passages within the time asked about."""
    period = period_of(question.text, language=question.language)
    untold = question.wanted not in _FIGURES
    if period is None or (period.relation is Relation.FIRST_TOLD and untold):
        return _of_its_turn(retriever, question, k)
    found = retriever.search(question, k=WIDE)
    if period.relation is Relation.WITHIN:
        best = _best([_weighed(hit, period) for hit in found.hits], k)
        return replace(_dated(found, best, period, question), hits=best)
    if _literal(found, period, question):
        return replace(found, hits=found.hits[:k])
    bare = parse_question(period.without(question.text), language=question.language)
    within = retriever.search(bare, k=WIDE)
    found = within if bare.content and period.relation in ORDERS else _joined(within, found)
    if period.relation in ORDERS:
        return replace(found, hits=_in_order(question, found.hits, period, k))
    hits = [kept for hit in found.hits if (kept := _kept(hit, period)) is not None]
    return _bounded(found, _best(hits, k))


def _of_its_turn(retriever: Retriever, question: Question, k: int) -> Findings:
    """The best passages that speak of the turn asked about, where the question names one."""
    if not question.ordinals:
        return retriever.search(question, k=k)
    found = retriever.search(question, k=WIDE)
    return _bounded(found, in_turn(question, found.hits)[:k], OF_ANOTHER)


def _literal(found: Findings, period: Period, question: Question) -> bool:
    """Whether the best passage has the very words of the bound: "led it until 1994"."""
    if not found.hits:
        return False
    words = question.text[period.span.start : period.span.end].casefold()
    return words in found.hits[0].passage.text.casefold()


def _joined(first: Findings, second: Findings) -> Findings:
    """What was found in either way, each passage as likely as it was at best."""
    best: dict[int, Hit] = {}
    for hit in (*first.hits, *second.hits):
        known = best.get(hit.passage.number)
        if known is None or hit.probability > known.probability:
            best[hit.passage.number] = hit
    sure = max(first, second, key=lambda found: found.confidence)
    return replace(sure, hits=_best(list(best.values()), WIDE), lacking=())


def _named(passage: Passage) -> list[Moment]:
    document = passage.document
    return moments(passage.text, language=document.language, written=document.date)


def _weighed(hit: Hit, period: Period) -> Hit:
    """A hit that gains by a date in the time asked about and loses by others."""
    named = _named(hit.passage)
    if any(map(period.holds, named)):
        return _moved(hit, INSIDE)
    if named:
        return _moved(hit, OUTSIDE)
    moment = when(hit.passage)
    if moment is None:
        return hit
    return _moved(hit, INSIDE / 2 if period.holds(moment) else OUTSIDE / 4)


def _dated(found: Findings, best: tuple[Hit, ...], period: Period, question: Question) -> Findings:
    """What was found; no word of the time asked about is lacking if the best hit is dated in it."""
    moment = when(best[0].passage) if best else None
    if moment is None or not period.holds(moment):
        return found
    said = set(question.text[period.span.start : period.span.end].split())
    return replace(
        found,
        unknown=tuple(word for word in found.unknown if word not in said),
        lacking=tuple(word for word in found.lacking if word not in said),
    )


def _kept(hit: Hit, period: Period) -> Hit | None:
    """A hit inside a bound; None for one outside it."""
    named = _named(hit.passage)
    if named:
        return hit if any(map(period.holds, named)) else None
    moment = when(hit.passage)
    if moment is None:
        return _moved(hit, UNDATED)
    return _moved(hit, ONLY_WRITTEN) if period.holds(moment) else None


def _in_order(question: Question, hits: tuple[Hit, ...], period: Period, k: int) -> tuple[Hit, ...]:
    """The hits nearly as likely as the best by their time, then the others as they were.

    The latest toll is the one that was written last, whatever day it is of; the latest fair is not.
    """
    if not hits:
        return ()
    bar = log_odds(hits[0].probability) - RIVALS
    rivals = [hit for hit in hits if log_odds(hit.probability) >= bar]
    time = written if _tells_figures(question, period) else when
    dated = [(moment, hit) for hit in rivals if (moment := time(hit.passage)) is not None]
    past = [pair for pair in dated if not _lies_ahead(*pair)]
    dated = past or dated
    told = [pair for pair in dated if pair[0].told]
    dated = told if 2 * len(told) >= len(dated) else dated
    key: Callable[[tuple[Moment, Hit]], int] = lambda pair: pair[0].last.toordinal()  # noqa: E731
    dated.sort(key=key, reverse=period.relation is Relation.LATEST)
    best = log_odds(hits[0].probability)
    first = [
        hit._replace(probability=probability_of(best - STEP * place))
        for place, (_, hit) in enumerate(dated)
    ]
    known = {hit.passage.number for hit in first}
    return tuple([*first, *(hit for hit in hits if hit.passage.number not in known)][:k])


def _tells_figures(question: Question, period: Period) -> bool:
    """Whether the order is that in which figures were told: "latest toll", "first said to cost"."""
    if period.relation is Relation.FIRST_TOLD:
        return True
    words = lexicon(question.language).get("period", {}).get("figures", "").split()
    behind = question.text[period.span.end :].casefold().split()[:_NOUN_REACH]
    return any(word.strip("?.,") in words for word in behind)


def _lies_ahead(moment: Moment, hit: Hit) -> bool:
    """Whether a time lies after the day on which its document was written."""
    day = hit.passage.document.date
    return day is not None and moment.first > day


def _bounded(found: Findings, hits: tuple[Hit, ...], share: float = 1.0) -> Findings:
    """The findings with hits inside a bound; nothing is sure where there are none."""
    return found.narrowed(hits, share=share) if hits else replace(found, hits=(), confidence=0.0)


def _best(hits: list[Hit], k: int) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: -hit.probability)[:k])


def _moved(hit: Hit, gain: float) -> Hit:
    return hit._replace(probability=shifted(hit.probability, gain))
