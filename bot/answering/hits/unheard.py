"""What somebody says of whom no document speaks: they say nothing of anybody else."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from retrieval.retriever import Findings

UNHEARD = 4.0  # log-odds by which an answer is less likely


def doubted_unheard(found: Findings) -> Findings:
    """What was found, less likely where all words for the speaker asked about are unknown."""
    question, text = found.question, found.question.text
    asked = pattern("speaking.asks", question.language).match(text)
    start, end = asked.span("who") if asked else (0, 0)
    who = {text[t.start : t.end] for t in question.content if start <= t.start < end}
    return found.doubted(UNHEARD) if who and who.issubset(found.unknown) else found
