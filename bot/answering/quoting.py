"""Which hits are quoted, and which of their words are stressed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Quote
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Hit, Passage, Span

LEAST_SHARE = 0.25  # of the best hit's probability that a further quote must have
LEAST_PROBABILITY = 0.1


def choose_quotes(
    question: Question, hits: Sequence[Hit], *, proof: Sequence[int], count: int
) -> tuple[Quote, ...]:
    """At most `count` quotes: first the hits numbered in `proof`, then other likely ones."""
    bar = max(LEAST_PROBABILITY, LEAST_SHARE * hits[0].probability)
    others = [n for n, hit in enumerate(hits) if n == 0 or hit.probability >= bar]
    order = dict.fromkeys([*proof, *others])
    chosen: list[Passage] = []
    said: set[str] = set()
    for number in order:
        passage = hits[number].passage
        words = " ".join(passage.text.casefold().split())
        if words not in said:
            said.add(words)
            chosen.append(passage)
    return tuple(Quote(passage, stress(question, passage)) for passage in chosen[:count])


def stress(question: Question, passage: Passage) -> tuple[Span, ...]:
    """Where the question's words stand in a passage, relative to its start."""
    wanted = {token.term for token in question.content}
    tokens = analyser(passage.document.language).tokens(passage.text)
    return tuple(Span(token.start, token.end) for token in tokens if token.term in wanted)
