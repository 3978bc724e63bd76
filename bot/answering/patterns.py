"""Short answers that the form of a sentence gives away: what is counted, what something is.

"It carries 120 passengers and 18 cars" tells how many cars, whatever else it counts; "A ledger is a
file that holds all bookings" tells what a ledger is; "because the harbour is closed" tells why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.answering.lists import enumerations
from bot.answering.short.asked import read_question
from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_AMOUNTS = frozenset({MentionKind.NUMBER, MentionKind.DURATION, MentionKind.MONEY})
_BETWEEN = 3  # tokens between an amount and what it is an amount of
_LONGEST_DEFINITION = 25  # tokens
_MOST_AROUND = 2  # times the length of an answer that the item around it may have
_CLAUSE_END = re.compile(r"[,;]\s")
_PLURAL = frozenset({"what", "who", "whom"})


def given_away(question: Question, texts: Sequence[str]) -> tuple[int, Span] | None:
    """The passage and the words in it that its form gives as the answer; None where it doesn't."""
    for number, text in enumerate(texts):
        sentence = read_sentence(text, language=question.language)
        span = None
        if question.kind is Kind.HOW_MANY:
            span = _counted(question, sentence)
        elif question.kind is Kind.DEFINITION:
            span = _defined(question, sentence)
        elif question.kind is Kind.WHY and not number:
            span = _reason(sentence)
        if span is not None:
            return number, span
    return None


def _counted(question: Question, sentence: Sentence) -> Span | None:
    """The one amount of the very thing that is counted or measured in the question."""
    head = read_question(question).head
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _AMOUNTS and head and _is_amount_of(mention, head, sentence)
    ]
    return Span(found[0].start, found[0].end) if len(found) == 1 else None


def _is_amount_of(mention: Mention, head: str, sentence: Sentence) -> bool:
    """Whether an amount ends in a noun, or has it right behind, "of" between them at the most."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    last = max((i for i, end in enumerate(ends) if end <= mention.end), default=0)
    if sentence.terms[last] == head and starts[last] > mention.start:
        return True
    for place in range(last + 1, min(last + 1 + _BETWEEN, len(starts))):
        if sentence.terms[place] == head:
            return True
        if sentence.tags[place] not in "NCo":
            return False
    return False


def _reason(sentence: Sentence) -> Span | None:
    """What follows the one "because", "due to" or the like, up to the end of its clause."""
    text = sentence.tokens.text
    found = list(_reasons(sentence.language).finditer(text))
    if len(found) != 1:
        return None
    start = found[0].start()
    stop = _CLAUSE_END.search(text, found[0].end()) if not text[:start].strip() else None
    end = stop.start() if stop else len(text.rstrip(' .!?"”'))
    return Span(start, end) if end > found[0].end() else None


@cache
def _reasons(language: str) -> re.Pattern[str]:
    """The words that a reason follows; a pattern that matches nothing where there is no list."""
    words = str(lexicon(f"statements_{language}").get("because", "")).split("|")
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{alternatives})\b" if alternatives else r"(?!)", re.IGNORECASE)


def _defined(question: Question, sentence: Sentence) -> Span | None:
    """What follows "X is" at the head of a sentence, X being what is to be defined."""
    wanted = {token.term for token in question.content}
    copulas = syntax(sentence.language).copulas
    place = next((i for i, word in enumerate(sentence.words) if word in copulas), 0)
    subject = {
        sentence.terms[i] for i in range(place) if sentence.tags[i] in "NC" and sentence.terms[i]
    }
    if not place or not wanted or subject != wanted or not set(sentence.tags[:place]) <= set("DNC"):
        return None
    stop = next((i for i in range(place, len(sentence.tags)) if sentence.tags[i] == "."), None)
    end = min(stop or len(sentence.tags), place + 1 + _LONGEST_DEFINITION)
    return Span(*sentence.slice(place + 1, end)) if end > place + 1 else None


def whole_enumeration(question: Question, text: str, span: Span) -> Span:
    """The enumeration of which the span is one item, where the question may want all; the span.

    "Who scored?" wants every name of "Ada, Lena and Ruth"; "which player scored" may want one.
    """
    asked = read_question(question)
    words = {word.strip("?,.").casefold() for word in question.text.split()}
    named = question.kind is Kind.WHO or question.wanted is Wanted.THING
    if not named or asked.head or not words & _PLURAL:
        return span
    sentence = read_sentence(text, language=question.language)
    for enumeration in enumerations(sentence):
        for item in enumeration.items:
            start, end = sentence.slice(*item)
            inside = start <= span.start and span.end <= end
            if inside and end - start <= _MOST_AROUND * (span.end - span.start):
                return Span(*sentence.slice(*enumeration.whole))
    return span
