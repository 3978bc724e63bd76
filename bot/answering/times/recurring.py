"""Times that come back: "the first Saturday of each month", "on Mondays and Thursdays".

They answer when something is, as a rule, and not when something was or will be once.
"""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import Sentence
from bot.answering.times.weekdays import DAY
from retrieval.question import Kind, Question
from retrieval.records import Span

_DAYS = rf"(?:{DAY}s|weekdays|weekends|public holidays)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_NTH = r"(?:first|second|third|fourth|last)"
_UNTIL = r"(?:to|until|till|through)"
RECURRING = re.compile(
    rf"\b(?:the )?{_NTH}(?: and {_NTH})? {DAY}s? (?:of|in) (?:each|every|the) month\b"
    rf"|\b(?:every|each|alternate) (?:(?:other|{_NTH}) )?{DAY}s?(?: (?:and|or) {DAY}s?)?"
    rf"|\b(?:every|each) (?:{_MONTH}(?: and {_MONTH})?|spring|summer|autumn|fall|winter)\b"
    rf"|\b{_DAYS}(?:(?:, {_DAYS})*,? (?:and|or) {_DAYS})?"
    rf"|\b(?:from )?{DAY}s? {_UNTIL} {DAY}s?\b",
    re.IGNORECASE,
)
_ONCE = frozenset({"was", "were", "did", "will", "next", "last", "first", "had", "has"})
_AS_A_RULE = frozenset({"is", "are", "do", "does", "can", "may"})


def recurring_told(question: Question, sentence: Sentence) -> Span | None:
    """The one time that comes back in a sentence, to the question when something is as a rule."""
    rule = _AS_A_RULE & question.words and not _ONCE & question.words
    if question.kind is not Kind.WHEN or not rule:
        return None
    found = list(RECURRING.finditer(sentence.tokens.text))
    return Span(*found[0].span()) if len(found) == 1 else None
