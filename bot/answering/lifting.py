"""The first line of an answer: words lifted from a passage, or yes or no proved by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.lists import list_items
from bot.answering.short import short_answer
from bot.answering.trimming import trimmed
from bot.answering.yes_no import yes_or_no
from bot.phrasing import Phrases
from retrieval.question import Kind, Question
from retrieval.records import Hit, Span

LIFTED_FROM = 3  # best hits from which a first line may come
LEAST_SHARE = 0.3  # of the best hit's probability that another hit must have
_SEPARATOR = ", "


@dataclass(frozen=True, slots=True)
class Lifted:
    """A first line, and the numbers of the hits that prove it, the main one first."""

    line: str
    proof: tuple[int, ...]


def lift(
    question: Question, hits: Sequence[Hit], *, phrases: Phrases, certainty: float
) -> Lifted | None:
    """The first line that the best hits give; None where none is at least `certainty` sure."""
    likely = [
        hit for hit in hits[:LIFTED_FROM] if hit.probability >= LEAST_SHARE * hits[0].probability
    ]
    texts = [hit.passage.text for hit in likely]
    if question.kind is Kind.YES_NO:
        return _decide(question, texts, phrases)
    if question.kind is Kind.LIST:
        listed = _enumerate(question, texts)
        if listed is not None:
            return listed
    found = short_answer(question, texts, probabilities=[hit.probability for hit in likely])
    if found is None or found.probability < certainty:
        return None
    text = texts[found.passage]
    start, end = trimmed(question, text, Span(found.start, found.end))
    return Lifted(line=" ".join(text[start:end].split()), proof=(found.passage,))


def _decide(question: Question, texts: Sequence[str], phrases: Phrases) -> Lifted | None:
    """Yes or no by the first passage that decides."""
    for number, text in enumerate(texts):
        decided = yes_or_no(question, text)
        if decided is not None:
            line = phrases.say("yes" if decided else "no", seed=question.text)
            return Lifted(line=line, proof=(number,))
    return None


def _enumerate(question: Question, texts: Sequence[str]) -> Lifted | None:
    """All items of the enumerations that answer."""
    items = list_items(question, texts)
    if not items:
        return None
    words = [" ".join(texts[item.passage][item.start : item.end].split()) for item in items]
    proof = dict.fromkeys(item.passage for item in items)
    return Lifted(line=_SEPARATOR.join(words), proof=tuple(proof))
