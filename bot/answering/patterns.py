"""Short answers that the form of a sentence gives away: what is counted, what something is.

"It carries 120 passengers and 18 cars" tells how many cars, whatever else it counts; "A ledger is a
file that holds all bookings" tells what a ledger is; "because the harbour is closed" tells why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.answering.allotting import allotted
from bot.answering.doers import doers_told
from bot.answering.enumerations import enumerations
from bot.answering.forms import chosen, form_asked
from bot.answering.holders import agent_told
from bot.answering.measures import kin
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
_ASKS_WHAT_FOLLOWS = re.compile(
    r"(?i)\bwhat (?:does|do|did) .+ mean\b|\bwhat (?:happens|if|to do|follows)\b"
    r"|\bwhat (?:should|must|can|do|shall) (?:i|we|one|you)(?: have to)? do\b"
)
_CASE = re.compile(r"(?:If|When|Should|Where|Once|In case)\b[^,;.]{3,80}, (?:then )?(?=\S)")
_CLAUSE_END = re.compile(r"[,;]\s")
_PLURAL = frozenset({"what", "who", "whom"})


def given_away(question: Question, texts: Sequence[str]) -> tuple[int, Span] | None:
    """The passage and the words in it that its form gives as the answer; None where it doesn't."""
    form = form_asked(question)
    for number, text in enumerate(texts):
        found = chosen(question, form.found_in(text)) if form else None
        if found is not None:
            return number, found
        sentence = read_sentence(text, language=question.language)
        span = None
        if not number and _ASKS_WHAT_FOLLOWS.search(question.text):
            span = _consequence(text)
        elif question.kind is Kind.WHO and not number:
            span = agent_told(question, sentence) or doers_told(question, sentence)
        elif question.kind is Kind.HOW_MANY:
            span = (
                allotted(question, sentence)
                or _counted(question, sentence)
                or _measured(question, sentence)
            )
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
    return found[0].span if len(found) == 1 else None


def _measured(question: Question, sentence: Sentence) -> Span | None:
    """The one measure of "a depth of 12 metres" or "12 metres deep" to the question how deep."""
    alike = kin(question)
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _AMOUNTS and alike and _stands_with(mention, alike, sentence)
    ]
    return found[0].span if len(found) == 1 else None


def _stands_with(mention: Mention, alike: frozenset[str], sentence: Sentence) -> bool:
    """Whether one of some terms stands right behind an amount, or before it and "of" or "is"."""
    behind = sentence.at(mention.end)
    first = next(n for n, end in enumerate(sentence.tokens.ends) if end > mention.start)
    if sentence.terms[behind : behind + 1] and sentence.terms[behind] in alike:
        return True
    before = range(max(first - _BETWEEN, 0), first)
    return any(sentence.terms[n] in alike for n in before) and any(
        sentence.tags[n] in "oX" for n in before
    )


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


def _consequence(text: str) -> Span | None:
    """What a sentence says of a case that it opens with: "If it flashes, the tank is empty."."""
    found = _CASE.match(text)
    if found is None:
        return None
    return Span(found.end(), len(text.rstrip(' .!?"”')))


@cache
def _reasons(language: str) -> re.Pattern[str]:
    """The words that a reason follows; a pattern that matches nothing where there is no list."""
    words = str(lexicon(f"statements_{language}").get("because", "")).split("|")
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{alternatives})\b" if alternatives else r"(?!)", re.IGNORECASE)


def _defined(question: Question, sentence: Sentence) -> Span | None:
    """What follows "X is" at the head of a sentence, X being what is to be defined."""
    wanted = {token.term for token in question.content}
    asked = set(read_question(question).focus)
    copulas = syntax(sentence.language).copulas
    place = next((i for i, word in enumerate(sentence.words) if word in copulas), 0)
    subject = {
        sentence.terms[i] for i in range(place) if sentence.tags[i] in "NC" and sentence.terms[i]
    }
    if (
        not place
        or not wanted
        or subject not in (wanted, asked)
        or not set(sentence.tags[:place]) <= set("DNC")
    ):
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
