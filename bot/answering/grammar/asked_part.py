"""The part of a question that a pattern names."""

from __future__ import annotations

import re

from retrieval.question import Question


def terms_named(question: Question, named: re.Pattern[str], *, group: str) -> frozenset[str]:
    """The question's terms that stand in a group of a pattern; none where it isn't met."""
    found = named.search(question.text)
    if found is None:
        return frozenset()
    start, end = found.span(group)
    return frozenset(token.term for token in question.content if start <= token.start < end)
