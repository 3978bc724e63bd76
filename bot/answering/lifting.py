"""The first line of an answer: words lifted from a passage, or yes or no proved by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.lists import list_items
from bot.answering.short import short_answer
from bot.answering.trimming import trimmed
from bot.answering.yes_no import yes_or_no
from bot.phrasing import Phrases
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Span

LIFTED_FROM = 3  # best hits from which a first line may come
LEAST_SHARE = 0.25  # of the best hit's probability that another hit must have
_SEPARATOR = ", "


@dataclass(frozen=True, slots=True)
class Lifted:
    """A first line, and the numbers of the hits that prove it, the main one first.

    `relative` says that the line is a date seen from the day its document was written.
    """

    line: str
    proof: tuple[int, ...]
    relative: bool = False


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
    odds = [hit.probability for hit in likely]
    lifted = _short(question, texts, odds, certainty)
    if lifted is None or not lifted.relative:
        return lifted
    return _absolute(question, texts, odds, certainty) or lifted


def _short(
    question: Question, texts: Sequence[str], probabilities: Sequence[float], certainty: float
) -> Lifted | None:
    """The short answer, where it is certain enough."""
    found = short_answer(question, texts, probabilities=probabilities)
    if found is None or found.probability < certainty:
        return None
    text = texts[found.passage]
    start, end = trimmed(question, text, Span(found.start, found.end))
    line = " ".join(text[start:end].split())
    relative = question.wanted is Wanted.DATE and not any(map(str.isdigit, line))
    return Lifted(line=line, proof=(found.passage,), relative=relative)


def _absolute(
    question: Question, texts: Sequence[str], probabilities: Sequence[float], certainty: float
) -> Lifted | None:
    """A date that needs no document's date, from the first passage that certainly gives one.

    Each passage is taken to be as likely as the best: what matters is whether it has such a date.
    """
    for number, text in enumerate(texts):
        lifted = _short(question, [text], [probabilities[0]], certainty)
        if lifted is not None and not lifted.relative:
            return replace(lifted, proof=(number,))
    return None


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
