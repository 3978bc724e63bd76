"""From when to when something is open on the day that is asked about.

"From 8 am to 6.30 pm on weekdays and from 9 am to noon on Saturdays" tells each day its own hours.
"""

from __future__ import annotations

from bot.answering.forms.things import end_words, hours_in, times_of_day
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span


def is_state(question: Question) -> bool:
    """Whether it is asked when something is open or closed, not when it opens or closes."""
    opened = pattern("hours.open", question.language).search(question.text)
    return is_shut(question) or opened is not None


def is_shut(question: Question) -> bool:
    """Whether it is asked when something is closed, not when it closes."""
    return pattern("hours.shut", question.language).search(question.text) is not None


def hours_told(question: Question, sentence: Sentence) -> Span | None:
    """The only hours in a sentence, or those with the day of the question behind them.

    Asked when something closes, the end of them.
    """
    text = sentence.tokens.text
    opens, closes = (question.words & end_words(question.language, n) for n in ("open", "closing"))
    shut = is_shut(question)
    asks = shut or (opens and question.kind is Kind.WHEN) or (closes and not opens)
    if question.wanted is not Wanted.DATE or not asks:
        return None
    if shut and pattern("hours.closed", question.language).search(text) is None:
        return None
    found = hours_in(text, question.language)
    if not found:
        return None
    asked = {token.term for token in question.content}
    terms = analyser(question.language).terms
    parts = [
        asked.intersection(terms(text[span.end : after]))
        for span, after in zip(found, [*(s.start for s in found[1:]), len(text)], strict=True)
    ]
    fitting = [span for span, held in zip(found, parts, strict=True) if held]
    if len(fitting) == 1:
        found = fitting
    if len(found) != 1:
        return None
    if closes and not (opens or shut):
        return _last_clock(question, text, found[0]) if fitting else None
    start, end = found[0]
    return Span(start, end - (end == len(text.rstrip()) and text[end - 1] == "."))


def _last_clock(question: Question, text: str, hours: Span) -> Span | None:
    """The time of day at which some hours end."""
    clocks = [c for c in times_of_day(text, question.language) if hours.covers(c) and c != hours]
    return max(clocks, key=lambda clock: clock.end, default=None)
