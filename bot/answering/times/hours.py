"""From when to when something is open on the day that is asked about.

"From 8 am to 6.30 pm on weekdays and from 9 am to noon on Saturdays" tells each day its own hours.
"""

from __future__ import annotations

from bot.answering.forms.things import hours_in
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question
from retrieval.records import Span


def hours_told(question: Question, sentence: Sentence) -> Span | None:
    """The only hours in a sentence, or those with the day of the question behind them."""
    ends = lexicon(f"statements_{question.language}").get("ends", {})
    if question.kind is not Kind.WHEN or not question.words & set(ends.get("open", "").split()):
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
