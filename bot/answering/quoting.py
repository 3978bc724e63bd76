"""Which hits are quoted, and which of their words are stressed in bold."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Quote, Side
from bot.answering.hits.blocks import is_title
from bot.answering.rivals import Rival
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Hit, Passage, Span

LEAST_SHARE = 0.25  # of the best hit's probability that a further quote must have
LEAST_PROBABILITY = 0.1
LIKELY_RIVAL = 0.03  # likelihood of a rival that is quoted before other hits
POSSIBLE_RIVAL = 0.01  # the same of one that is quoted behind the likeliest of them
LIKELY_BEHIND = 0.1  # the same of one that is not among the best hits


def choose_quotes(
    question: Question,
    hits: Sequence[Hit],
    *,
    proof: Sequence[int],
    sides: Sequence[Side],
    rivals: Sequence[Rival],
    alike: Sequence[int],
    count: int,
) -> tuple[Quote, ...]:
    """The quotes in order: one of every side, the `proof`, likely rivals, hits that agree, others.

    Of the others the likeliest comes first, then possible rivals: what another document tells is
    worth more than a third sentence of the same one. `proof` and `alike` are numbers of hits, the
    latter of those that tell the like. There are at most `count`, but always one of every side and
    all the proof.
    """
    bar = max(LEAST_PROBABILITY, LEAST_SHARE * hits[0].probability)
    likely = [
        hit.passage
        for n, hit in enumerate(hits)
        if n == 0 or (hit.probability >= bar and not is_title(hit.passage))
    ]
    needed = [*(side.quotes[0].passage for side in sides), *(hits[n].passage for n in proof)]
    against = _against(hits, [each for each in rivals if each.probability >= LIKELY_RIVAL])
    possible = _against(hits, rivals)
    agreeing = [quote.passage for side in sides for quote in side.quotes]
    chosen: dict[str, Passage] = {}
    same = [hits[n].passage for n in alike]
    further = [passage for passage in likely if passage not in needed]
    for passage in [*needed, *against, *agreeing, *same, *further[:1], *possible, *further]:
        chosen.setdefault(" ".join(passage.text.casefold().split()), passage)
    least = len({passage.number for passage in needed})
    return tuple(
        Quote(passage, stress(question, passage))
        for passage in list(chosen.values())[: max(count, least)]
    )


def _against(hits: Sequence[Hit], rivals: Sequence[Rival]) -> list[Passage]:
    """The passages of rivals, likeliest first; of those that tell the same figure only one."""
    found: dict[str, Passage] = {}
    for rival in rivals:
        passage = hits[rival.number].passage
        told = rival.claims.other if rival.claims else Span(0, len(passage.text))
        found.setdefault(passage.text[told.start : told.end].casefold(), passage)
    return list(found.values())


def stress(question: Question, passage: Passage) -> tuple[Span, ...]:
    """Where the question's words stand in a passage, relative to its start."""
    wanted = {token.term for token in question.content}
    tokens = analyser(passage.document.language).tokens(passage.text)
    return tuple(Span(token.start, token.end) for token in tokens if token.term in wanted)
