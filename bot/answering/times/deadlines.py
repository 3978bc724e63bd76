"""How long something takes at most, or after which time it is: "within three days"."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span

_WITHIN = re.compile(r"\b(?:within|after)\s+(?:about |around |at most |some )?$", re.IGNORECASE)


def deadline_told(question: Question, sentence: Sentence) -> Span | None:
    """The one "within three days" of a sentence that tells no date, to the question when."""
    found = mentions(sentence.tokens.text, language=question.language)
    if question.kind is not Kind.WHEN or any(m.kind is MentionKind.DATE for m in found):
        return None
    terms = [
        Span(before.start(), mention.end)
        for mention in found
        if mention.kind is MentionKind.DURATION
        and (before := _WITHIN.search(sentence.tokens.text, 0, mention.start)) is not None
    ]
    return terms[0] if len(terms) == 1 else None
