"""What an answer leads on to: its context, its reasons, its sources, what else was found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Answer, Context, Explanation, Quote
from bot.message import Draft, Message, Style
from bot.phrasing import Phrases
from bot.rendering import LONGEST_NAMED, draft_quote, shortened, source_line
from retrieval.records import Hit, Passage


def render_context(context: Context, phrases: Phrases) -> Message:
    """A quote among its neighbours, the quote itself marked, and where all that stands."""
    draft = Draft()
    if context.earlier:
        draft.line("…", Style.NOTE)
    for place, passage in enumerate(context.passages):
        draft.line(passage.text, Style.QUOTE if place == context.position else None)
    if context.later:
        draft.line("…", Style.NOTE)
    first = context.passages[0]
    draft.line("— " + source_line(first.document, phrases, at=first.start), Style.NOTE)
    return draft.message()


def render_quote(passage: Passage, phrases: Phrases) -> Message:
    """A quote alone, and where it stands."""
    draft = Draft()
    draft_quote(draft, Quote(passage=passage, stress=()), phrases)
    return draft.message()


def render_further(hits: Sequence[Hit], phrases: Phrases) -> Message:
    """Passages that were found besides the quotes of an answer."""
    draft = Draft()
    draft.line(phrases.say("further"))
    for hit in hits:
        draft.gap()
        draft_quote(draft, Quote(passage=hit.passage, stress=()), phrases)
    return draft.message()


def render_answer_sources(answer: Answer, phrases: Phrases) -> Message:
    """The documents that an answer quotes, numbered like its quotes."""
    draft = Draft()
    draft.line(phrases.say("stand_in"))
    for number, quote in enumerate(answer.quotes, 1):
        passage = quote.passage
        where = source_line(passage.document, phrases, at=passage.start)
        draft.line(f"{number}. {where} ({passage.document.id})")
    return draft.message()


def render_explanation(explanation: Explanation, phrases: Phrases) -> Message:
    """The arithmetic behind a quote: every part, and what they add up to."""
    draft = Draft()
    draft.line(phrases.say("why_passage"), Style.STRONG)
    draft.line(shortened(explanation.passage.text, LONGEST_NAMED), Style.QUOTE)
    draft.gap()
    draft.line(phrases.say("why_score", score=f"{explanation.score:.2f}"))
    words = [part.amount for part in explanation.parts]
    for part, amount in zip(explanation.parts, adding_up(words, explanation.score), strict=True):
        share = amount / explanation.score if explanation.score else 0.0
        draft.line(f"{amount:.2f} ({share:.0%})  {part.name}")
    if explanation.missing:
        draft.line(phrases.say("why_missing", words=", ".join(explanation.missing)))
    draft.gap()
    draft.line(phrases.say("why_odds"))
    signs = [part.amount for part in explanation.reasons]
    for part, amount in zip(explanation.reasons, adding_up(signs, explanation.odds), strict=True):
        draft.line(f"{amount:+.2f}  {phrases.reasons[part.name]}")
    total, likely = f"{explanation.odds:+.2f}", f"{explanation.probability:.0%}"
    draft.line(phrases.say("why_sum", odds=total, probability=likely), Style.STRONG)
    if explanation.runner_up is not None:
        draft.gap()
        other = explanation.runner_up
        draft.line(phrases.say("why_runner_up", probability=f"{other.probability:.0%}"))
        draft.line(shortened(other.passage.text, LONGEST_NAMED), Style.QUOTE)
    return draft.message()


def adding_up(amounts: Sequence[float], total: float) -> list[float]:
    """Amounts rounded to hundredths so that they add up to their rounded total.

    What rounding loses goes to the largest amount.

    >>> adding_up([1.004, 1.004, 1.004], 3.012)
    [1.01, 1.0, 1.0]
    """
    rounded = [round(amount, 2) for amount in amounts]
    if rounded:
        largest = max(range(len(rounded)), key=lambda place: abs(rounded[place]))
        rounded[largest] = round(rounded[largest] + round(total, 2) - sum(rounded), 2)
    return rounded
