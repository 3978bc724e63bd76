"""Whether a passage may answer "how many" or "how much": it holds an amount of the thing."""

from __future__ import annotations

from bot.answering.amounts.counting import Counted, asks_how_many, counts_another
from bot.answering.amounts.quantities import AMOUNTS
from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.lexical import groups, listed, pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.words import Words
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention
from retrieval.question import Kind, Question, Wanted

_REACH = 4  # tokens behind "most" in which what is counted stands
_NOUN = ("N", "C", "o")
_DAY = "day"


def wants_amount(question: Question) -> bool:
    """Whether only an amount answers; "how much of it" may be answered by "most"."""
    if question.wanted is Wanted.NUMBER:
        return question.kind is Kind.HOW_MANY and asks_how_many(question)
    return question.wanted is Wanted.MONEY and question.kind is Kind.HOW_MANY


def counts(passage: Read, head: str, counted: Counted | None, words: Words) -> bool:
    """Whether a passage counts what is asked for, or may, or names several things of its kind."""
    return (
        _tells_how_many(passage, counted, words)
        or counts_it(passage, counted)
        or _names_several(passage, head)
    )


def _tells_how_many(passage: Read, counted: Counted | None, words: Words) -> bool:
    """Whether "several", "none" or the like stands in front of what is counted, or by itself.

    By itself it does so only where what is asked about was done: "most were taken by bus".
    """
    terms, tags = passage.sentence.terms, passage.sentence.tags
    for place, term in enumerate(terms):
        near = set(terms[place + 1 : place + 1 + _REACH])
        if term in words.countless and (
            counted is None
            or near & counted.alike
            or (passage.holds(counted.done) and tags[place + 1 : place + 2] not in _NOUN)
        ):
            return True
    return False


def _names_several(passage: Read, head: str) -> bool:
    """Whether an enumeration stands right beside the term of what is asked for."""
    terms = passage.sentence.terms
    places = [place for place, term in enumerate(terms) if head and term == head]
    return any(
        0 < each.whole.start - place <= _REACH or 0 <= place - each.whole.end < _REACH
        for each in enumerations(passage.sentence)
        for place in places
    )


def counts_it(passage: Read, counted: Counted | None) -> bool:
    """Whether a passage counts the very thing, or something of which it doesn't say what it is.

    Where nothing certain is asked for, any amount is one of it.
    """
    return any(
        mention.kind in AMOUNTS
        and not (counted and counts_another(passage.sentence, mention, counted))
        and not (counted and _is_share_of_others(passage, mention, counted))
        for mention in passage.found
    )


def _is_share_of_others(passage: Read, mention: Mention, counted: Counted) -> bool:
    """Whether a percentage is one of something else than what is counted, or did what was done."""
    if mention.kind is not MentionKind.PERCENTAGE:
        return False
    behind = passage.sentence.at(mention.end)
    near = set(passage.sentence.terms[behind : behind + _REACH])
    return not (near & counted.alike or passage.holds(counted.done))


def rate_asked(question: Question) -> frozenset[str] | None:
    """The words for the span of time in which it is asked how many: "day", "daily"; else None."""
    asked = pattern("amounts.rate", question.language).search(question.text)
    if asked is None or question.kind is not Kind.HOW_MANY:
        return None
    said = asked[0].casefold().split()[-1]
    return next(group for group in groups("amounts.rates", question.language) if said in group)


def tells_rate(question: Question, passage: Read) -> bool:
    """Whether a passage speaks of the span of time in which it is asked how many: "a day"."""
    rate = rate_asked(question)
    if rate is None:
        return True
    dated = not rate.isdisjoint(listed("amounts.dated_rates", question.language))
    told = dated and any(m.kind is MentionKind.DATE for m in passage.found)
    return told or says_rate(passage, rate)


def says_rate(passage: Read, rate: frozenset[str]) -> bool:
    """Whether a passage says one of the words for a span of time, or for a day "24 hours"."""
    whole_day = pattern("amounts.day_in_hours", passage.sentence.language)
    if _DAY in rate and whole_day.search(passage.sentence.tokens.text):
        return True
    return not rate.isdisjoint(_beside_spans(passage))


def _beside_spans(passage: Read) -> frozenset[str]:
    """The words of a passage that are no part of a longer span of time, "three days"."""
    spans = [
        mention.span
        for mention in passage.found
        if mention.kind is MentionKind.DURATION and not mention.value.startswith("1 ")
    ]
    starts = zip(passage.sentence.tokens.starts, passage.sentence.words, strict=True)
    return frozenset(
        word for start, word in starts if not any(s.start <= start < s.end for s in spans)
    )
