"""The answers to several questions of one message as one Answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.replying.compact_hits import Hits
from retrieval.passages import Passages
from retrieval.question import parse_question

BETWEEN = "; "  # what is said first to each


def together(parts: Sequence[Answer], passages: Passages) -> Answer:
    """One answer that holds others, of which one at least claims something.

    Each is proved by one quote, or by those of all its sides.
    """
    parts = [part if len(part.sides) > 1 else _brief(part) for part in parts]
    main = next(part for part in parts if not part.refused)
    quotes = {quote.reference: quote for part in parts for quote in part.quotes}
    hits = {hit.passage.number: hit for part in parts for hit in part.hits}
    asked = " ".join(f"{part.question.text.rstrip(' ?!.')}?" for part in parts)
    return replace(
        main,
        question=parse_question(asked, language=main.language),
        lead=BETWEEN.join(part.lead for part in parts),
        short=all(part.short for part in parts),
        quotes=tuple(quotes.values()),
        notes=(),
        offers=(),
        hits=Hits(tuple(hits.values()), passages),
        confidence=min(part.confidence for part in parts if not part.refused),
        sides=(),
        parts=tuple(parts),
    )


def _brief(part: Answer) -> Answer:
    return replace(part, quotes=part.quotes[:1])
