"""From when to when something is open on the day that is asked about.

"From 8 am to 6.30 pm on weekdays and from 9 am to noon on Saturdays" tells each day its own hours.
"""

from __future__ import annotations

import re

from bot.answering.forms.things import hours_in
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question
from retrieval.records import Span

_SHUT = re.compile(r"\b(?:is|are|was|were|be|been|being)\b.*\b(?:closed|shut)\b", re.IGNORECASE)

_OPEN = re.compile(r"\b(?:is|are|was|were|be|been)\b.*\bopen\b", re.IGNORECASE)


def is_state(question: Question) -> bool:
    """Whether it is asked when something is open or closed, not when it opens or closes."""
    return is_shut(question) or _OPEN.search(question.text) is not None


def is_shut(question: Question) -> bool:
    """Whether it is asked when something is closed, not when it closes."""
    return _SHUT.search(question.text) is not None


def hours_told(question: Question, sentence: Sentence) -> Span | None:
    """The only hours in a sentence, or those with the day of the question behind them."""
    ends = lexicon(f"statements_{question.language}").get("ends", {})
    opens = question.kind is Kind.WHEN and question.words & set(ends.get("open", "").split())
    if not opens and not is_shut(question):
        return None
    text = sentence.tokens.text
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
    start, end = found[0]
    return Span(start, end - (end == len(text.rstrip()) and text[end - 1] == "."))
