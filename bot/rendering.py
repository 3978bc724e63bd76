"""An Answer as a Message: the first line, the quotes, the notes, the questions on offer."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Quote, Verdict
from bot.message import Draft, Message, Style, displayable
from bot.phrasing import Phrases, say_date
from retrieval.places import places_at
from retrieval.question import Kind
from retrieval.records import Document

LONGEST_TITLE = 120
LONGEST_NAMED = 160  # characters of a text that is only named
LONGEST_PLACE = 80


def render_answer(answer: Answer, phrases: Phrases) -> Message:
    """The answer as people read it: short answer first, quotes with sources, notes, offers."""
    draft = Draft()
    left = {quote.reference for quote in answer.quotes}  # each is shown once
    for part in answer.parts:
        draft.gap()
        draft.line(part.question.text, Style.NOTE)
        quotes = tuple(quote for quote in part.quotes if quote.reference in left)
        left -= {quote.reference for quote in quotes}
        notes = tuple(note for note in part.notes if part.question.text not in note)
        _draft_answer(draft, replace(part, quotes=quotes, notes=notes, offers=()), phrases)
    if not answer.parts:
        _draft_answer(draft, answer, phrases)
    return draft.message()


def _draft_answer(draft: Draft, answer: Answer, phrases: Phrases) -> None:
    """Add the answer to one question."""
    if answer.refused or answer.short:
        draft.line(answer.lead, None if answer.refused else Style.STRONG)
    intro = _introduction(answer)
    if intro:
        draft.line(phrases.say(intro, seed=answer.question.text))
    heading = ""
    for quote in answer.quotes:
        draft.gap()
        heading, before = _heading(answer, quote), heading
        if heading and heading != before:
            draft.line(phrases.say(heading), Style.NOTE)
        draft_quote(draft, quote, phrases)
    _add_lines(draft, answer.notes)
    if answer.offers:
        draft.gap()
        if answer.offered:
            draft.line(phrases.say(answer.offered, seed=answer.question.text))
        for number, offer in enumerate(answer.offers, 1):
            draft.line(f"{number}. {offer}")


def draft_quote(draft: Draft, quote: Quote, phrases: Phrases) -> None:
    """Add a quote and the line that says where it stands."""
    draft.line(quote.text, Style.QUOTE, stress=quote.stress)
    passage = quote.passage
    draft.line("— " + source_line(passage.document, phrases, at=passage.start), Style.NOTE)


def source_line(document: Document, phrases: Phrases, *, at: int | None = None) -> str:
    """Title, publisher and date of a document, or that it bears no date.

    With an offset also the place there: page, slide, chapter, the heading above.
    """
    title = shortened(document.title, LONGEST_TITLE)
    when = say_date(document.date, phrases) if document.date else phrases.say("undated")
    places = () if at is None else places_at(document, at)
    where = [
        phrases.say(f"place_{place.kind}", place=shortened(place.name, LONGEST_PLACE))
        for place in places
    ]
    return ", ".join(part for part in (title, document.publisher, when, *where) if part)


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters of a text on one line, cut at a word."""
    line, _ = displayable(text)
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _heading(answer: Answer, quote: Quote) -> str:
    """The phrase above a quote: that another source says the same, or that it is just related."""
    if quote == answer.quotes[0] or any(quote == side.quotes[0] for side in answer.sides):
        return ""
    agreed = any(quote in side.quotes for side in answer.sides)
    return "agreed" if agreed else "also"


def _introduction(answer: Answer) -> str:
    """The phrase above the quotes, "" for none."""
    if answer.introduced:
        return answer.introduced
    if answer.verdict is Verdict.DISPUTED:
        return "disputed"
    if answer.question.kind is Kind.YES_NO and answer.quotes and not answer.short:
        return "undecided"
    if answer.verdict is Verdict.TENTATIVE:
        return "tentative"
    return "found" if answer.verdict is Verdict.FOUND and not answer.short else ""


def _add_lines(draft: Draft, lines: tuple[str, ...]) -> None:
    if lines:
        draft.gap()
    for line in lines:
        draft.line(line, Style.NOTE)
