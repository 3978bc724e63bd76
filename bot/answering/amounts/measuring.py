"""The one amount in a sentence that a question asks for: by its unit, or by what it stands with.

"How fast was the wind?" is told by "140 kilometres an hour", "how heavy is it?" by "13.8 kg",
whatever other amounts stand beside them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.answering.amounts.counting import LIVES, asks_how_many, counts_persons
from bot.answering.amounts.measures import dimension, kin
from bot.answering.amounts.portions import chosen_of
from bot.answering.amounts.quantities import ABSOLUTE
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.negation import AGAINST, FOR
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_IN_UNITS = frozenset({"length", "distance", "depth", "weight", "speed", "temperature"})
_MEASURES = ABSOLUTE - {MentionKind.MONEY}
_LARGE = 1e6  # from which a number without its currency may be a sum: "sold for 3 million"
_BETWEEN = 3  # tokens between an amount and what it is an amount of
_CLAUSES = re.compile(r",\s+(?:while|whereas|but|and)\s+|;\s+|\s+(?:while|whereas|but)\s+")
_RATE = re.compile(r"[ ]?(?:/|an?\b|per\b)[ ]?(?P<unit>\w+)")


def in_unit(question: Question, sentence: Sentence) -> Span | None:
    """The one amount in a unit of what the question measures, with that unit; None without one."""
    measured = dimension(question)
    if measured is None or measured.name not in _IN_UNITS:
        return None
    spans = [
        span
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in _MEASURES
        and (span := _with_unit(sentence, mention, measured.units)) is not None
    ]
    return spans[0] if len(spans) == 1 else None


def _with_unit(sentence: Sentence, mention: Mention, units: frozenset[str]) -> Span | None:
    """An amount with one of some units in it or behind it, and with "an hour" behind that."""
    first, behind = sentence.at(mention.start), sentence.at(mention.end)
    unit_behind = units.intersection(sentence.words[behind : behind + 1])
    end = sentence.tokens.ends[behind] if unit_behind else mention.end
    rate = _RATE.match(sentence.tokens.text, end)
    if rate is not None and rate["unit"].casefold() in units:
        return Span(mention.start, rate.end())
    told = unit_behind or units.intersection(sentence.words[first:behind])
    return Span(mention.start, end) if told else None


def price(question: Question, sentence: Sentence) -> Span | None:
    """The one sum of money in a sentence, where the question asks for one; of several that for
    which something was sold.
    """
    asked = dimension(question)
    if asked is None or MentionKind.MONEY not in asked.kinds:
        return None
    text = sentence.tokens.text
    found = mentions(text, language=question.language)
    sums = [mention.span for mention in found if mention.kind is MentionKind.MONEY]
    if not question.words.isdisjoint(listed("amounts.paying", question.language)):
        behind = pattern("amounts.paid_for", question.language)
        large = [
            m.span for m in found if m.kind is MentionKind.NUMBER and float(m.value or 0) >= _LARGE
        ]
        paid = [each for each in sums + large if behind.search(text, 0, each.start)]
        if len(paid) == 1:
            return paid[0]
    return sums[0] if len(sums) == 1 else None


def amount_counted(question: Question, sentence: Sentence) -> Span | None:
    """The one amount of the very thing that is counted or measured in the question."""
    head = read_question(question).head
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in ABSOLUTE and head and _is_amount_of(mention, head, sentence)
    ]
    found = _of_one_clause(question, sentence, found) if len(found) > 1 else found
    if len(found) != 1:
        return None
    return chosen_of(question, sentence, found[0].span) or found[0].span


def lives_counted(question: Question, sentence: Sentence) -> Span | None:
    """The one amount of persons of any sort where lives are counted: "40 pupils"."""
    head = read_question(question).head
    if head not in LIVES or not asks_how_many(question):
        return None
    found = [
        mention.span
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in ABSOLUTE and counts_persons(sentence, mention)
    ]
    return found[0] if len(found) == 1 else None


def _of_one_clause(question: Question, sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """The amounts in the one clause that says nothing opposite to the question: "10 were for it".

    None where no other clause with an amount does.
    """
    text = sentence.tokens.text
    starts = [0, *(clause.end() for clause in _CLAUSES.finditer(text)), len(text)]
    told, contrary = [], 0
    for start, end in pairwise(starts):
        inside = [mention for mention in found if start <= mention.start < end]
        other = _says_opposite(question, sentence, sentence.at(start), sentence.at(end))
        contrary += bool(inside) and other
        told += [] if other else [inside]
    several = [inside for inside in told if inside]
    return several[0] if contrary and len(several) == 1 else found


def _says_opposite(question: Question, sentence: Sentence, start: int, end: int) -> bool:
    """Whether some tokens say the opposite of a word of the question that they lack."""
    opposites = polarity(question.language).opposites
    terms, words = set(sentence.terms[start:end]), set(sentence.words[start:end])
    for one, other in ((FOR, AGAINST), (AGAINST, FOR)):
        if question.words & one:
            return bool(words & other) and not words & one
    asked = {token.term for token in question.terms} - terms
    return any(opposites.get(term, frozenset()) & terms for term in asked)


def _is_amount_of(mention: Mention, head: str, sentence: Sentence) -> bool:
    """Whether an amount ends in a noun, or has it right behind, "of" between them at the most."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    last = max((i for i, end in enumerate(ends) if end <= mention.end), default=0)
    if sentence.terms[last] == head and starts[last] > mention.start:
        return True
    if sentence.tags[last + 1 : last + 2] == "-":
        return False  # "a fourteen-year-old"
    between = 0
    for place in range(last + 1, len(starts)):
        if sentence.terms[place] == head:
            return True
        joined = "-" in sentence.tags[max(place - 1, last) : place + 2]  # "four no-fly zones"
        between += sentence.tags[place] != "-"
        if between > _BETWEEN or not (joined or sentence.tags[place] in "NCo"):
            return False
    return False


def measure_beside(question: Question, sentence: Sentence) -> Span | None:
    """The one measure of "a depth of 12 metres" or "12 metres deep" to the question how deep."""
    alike = kin(question)
    found = [
        mention
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind in ABSOLUTE and alike and _stands_with(mention, alike, sentence)
    ]
    return found[0].span if len(found) == 1 else None


def time_of(question: Question, sentence: Sentence) -> Span | None:
    """The one time that a sentence says of the thing itself: how long the leave is, of "a 30-day
    paid leave" and "six weeks of leave".
    """
    if question.wanted is not Wanted.DURATION or not read_question(question).copular:
        return None
    asked = (
        {token.term for token in question.content} - kin(question) - {read_question(question).head}
    )
    found = [
        mention.span
        for mention in mentions(sentence.tokens.text, language=question.language)
        if mention.kind is MentionKind.DURATION and _is_time_of(mention, asked, sentence)
    ]
    return found[0] if len(found) == 1 else None


def _is_time_of(mention: Mention, asked: set[str], sentence: Sentence) -> bool:
    """Whether behind a time stands the noun phrase that ends in one of some terms."""
    first = sentence.at(mention.end)
    first += sentence.tags[first : first + 1] == "o"
    end = first
    while end < len(sentence.tags) and end - first <= _BETWEEN and sentence.tags[end] in "NC-E":
        end += 1
    return end > first and sentence.terms[end - 1] in asked


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
