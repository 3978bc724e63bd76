"""The amount of a part that a sentence tells beside that of the whole.

"We received eleven complaints, four of which were upheld" tells how many were upheld, "1.4 million,
of which the insurance will pay 900,000" what the insurance pays.
"""

from __future__ import annotations

import re

from bot.answering.needs.reading import NOTHING, alike
from bot.answering.short.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span

_PART = re.compile(
    r",\s+(?:and\s+)?(?:[\w.-]+\s+){0,4}?of\s+(?:which|whom|these|them)\b[^,;.]*", re.IGNORECASE
)
_DECIMALS = re.compile(r"(?:[.,]\d+)+[^,;.]*")
_AMOUNTS = frozenset({MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENTAGE})


def portion(question: Question, sentence: Sentence) -> Span | None:
    """The amount of the part, where the question says of it what the rest of a sentence doesn't."""
    text = sentence.tokens.text
    part = _PART.search(text) if question.kind is Kind.HOW_MANY else None
    if part is None:
        return None
    start, end = part.span()
    further = _DECIMALS.match(text, end)
    end = further.end() if further else end
    inside, outside = _terms(sentence, start, end)
    asked = [token.term for token in question.content]
    same = {term: alike(term, question.language) for term in asked}
    own = [term for term in asked if same[term] & inside and not same[term] & outside]
    found = [
        mention.span
        for mention in mentions(text, language=question.language)
        if mention.kind in _AMOUNTS and start <= mention.start < end
    ]
    return found[0] if own and len(found) == 1 else None


def _terms(sentence: Sentence, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The terms inside a stretch of a sentence, and those outside."""
    inside: set[str] = set()
    outside: set[str] = set()
    for place, term in zip(sentence.tokens.starts, sentence.terms, strict=True):
        (inside if start <= place < end else outside).add(term)
    return NOTHING.union(inside), NOTHING.union(outside)
