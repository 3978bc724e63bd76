"""The amount of a part that a sentence tells beside that of the whole.

"We received eleven complaints, four of which were upheld" tells how many were upheld, "1.4 million,
of which the insurance will pay 900,000" what the insurance pays, "nine of the 36 boats sank" how
many sank.
"""

from __future__ import annotations

import re

from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence
from bot.answering.times.happening import doings
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span

_DECIMALS = re.compile(r"(?:[.,]\d+)+[^,;.]*")
_PARTS = AMOUNTS - {MentionKind.DURATION}  # no part of a whole is told as a time


def portion(question: Question, sentence: Sentence) -> Span | None:
    """The amount of the part, where the question says of it what the rest of a sentence doesn't."""
    text = sentence.tokens.text
    if question.kind is not Kind.HOW_MANY:
        return None
    part = pattern("amounts.part", sentence.language).search(text)
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
        if mention.kind in _PARTS and start <= mention.start < end
    ]
    return found[0] if own and len(found) == 1 else None


def chosen_of(question: Question, sentence: Sentence, whole: Span) -> Span | None:
    """The number of those to whom it happened, beside that of all: "nine of the 36 boats sank".

    Of "of 900 members, 600 were in favour" it is the number with the question's words behind it.
    None where nothing happened to them: "how many boats are there?" asks for all.
    """
    text = sentence.tokens.text
    found = [
        mention.span
        for mention in mentions(text, language=question.language)
        if mention.kind in _PARTS and mention.span != whole
    ]
    if not doings(question):
        return None
    out_of = pattern("amounts.out_of", sentence.language)
    before = [span for span in found if out_of.fullmatch(text, span.end, whole.start)]
    if before:
        return before[0]
    if not pattern("amounts.before_whole", sentence.language).search(text, 0, whole.start):
        return None
    behind = [span for span in found if span.start >= whole.end]
    ends = [*(span.start for span in behind[1:]), len(text)]
    asked = {token.term for token in question.content}
    told = [
        span
        for span, end in zip(behind, ends, strict=False)
        if asked & _terms(sentence, span.end, end)[0]
    ]
    return told[0] if len(told) == 1 else None


def _terms(sentence: Sentence, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The terms inside a stretch of a sentence, and those outside."""
    inside: set[str] = set()
    outside: set[str] = set()
    for place, term in zip(sentence.tokens.starts, sentence.terms, strict=True):
        (inside if start <= place < end else outside).add(term)
    return NOTHING.union(inside), NOTHING.union(outside)
