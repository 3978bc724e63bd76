"""Whether a passage may tell how many or how much: it holds an amount, best of that thing."""

from __future__ import annotations

from bot.answering.counting import counts_another
from bot.answering.enumerations import enumerations
from bot.answering.needs.reading import Lists, Read
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question, Wanted

_AMOUNTS = frozenset(
    {MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENTAGE, MentionKind.DURATION}
)


def wants_amount(question: Question) -> bool:
    """Whether only an amount answers; "how much of it" may be answered by "most"."""
    if question.wanted is Wanted.NUMBER:
        return question.kind is Kind.HOW_MANY and "many" in question.text.casefold().split()
    return question.wanted is Wanted.MONEY and question.kind is Kind.HOW_MANY


def counts(passage: Read, alike: frozenset[str], lists: Lists) -> bool:
    """Whether a passage counts or measures something that may be what is asked for."""
    if passage.holds(lists.countless):
        return True
    if passage.holds(alike) and any(True for _ in enumerations(passage.sentence)):
        return True
    return any(mention.kind in _AMOUNTS for mention in passage.found)


def counts_it(passage: Read, alike: frozenset[str]) -> bool:
    """Whether a passage counts the very thing, or something of which it doesn't say what it is."""
    return any(
        mention.kind in _AMOUNTS and not counts_another(passage.sentence, mention, alike)
        for mention in passage.found
    )
