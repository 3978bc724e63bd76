"""Lifted words that can't be the amount asked for, or are an amount where none is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.amounts.counting import counted_in, counts_another
from bot.answering.amounts.measures import Dimension, dimension
from bot.answering.amounts.quantities import ABSOLUTE, AMOUNTS, amount_around
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.people.roles import names_person
from bot.answering.times.in_passages import is_time
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question
from retrieval.records import Span

_BEFORE_SUMS = frozenset({"is", "was", "are", "were", "at", "for", "of", "to", "from"})
_LABELLED = re.compile(r"\W*[^\W\d_][^:.!?\n]{0,30}: *")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WITHIN_YEAR = re.compile(r"\b(?:in|of|for|during) (?:1[5-9]|20)\d\d\b", re.IGNORECASE)
_OPENING_YEAR = re.compile(r"In (?:1[5-9]|20)\d\d\b")
_OF_YEAR = re.compile(r"\b(\w+) of (?:1[5-9]|20)\d\d\b")
_IN_YEAR = re.compile(r"(?:\s+[a-z]+)?\s+in\s+((?:1[5-9]|20)\d\d)\b")


def is_of_dimension(question: Question, text: str, span: Span) -> bool:
    """Whether words may tell the measure asked for: "320 watts" tell no weight, a bare 320 may."""
    asked = dimension(question)
    if asked is None:
        return True
    start, end = amount_around(text, span, language=question.language, kinds=ABSOLUTE)
    words = text[start:end]
    if not asked.spans and _is_year(text, span, question.language):
        return False
    found = mentions(words, language=question.language)
    if not _holds_measure(words, found):
        return MentionKind.MONEY not in asked.kinds or _is_sum(asked, text, span)
    told = replace(asked, beside=frozenset())
    return told.told_by(read_sentence(words, language=question.language), found)


def _is_year(text: str, span: Span, language: str) -> bool:
    """Whether words are a year and no more, as a date has it: "opened in 2014"."""
    dates = (m.span for m in mentions(text, language=language) if m.kind is MentionKind.DATE)
    return _YEAR.fullmatch(text, *span) is not None and any(each.covers(span) for each in dates)


def is_money(question: Question, text: str, span: Span) -> bool:
    """Whether words are money, where it is asked how many there are."""
    return "many" in question.words and any(
        mention.kind is MentionKind.MONEY and mention.span.overlaps(span)
        for mention in mentions(text, language=question.language)
    )


def is_level(question: Question, text: str, span: Span) -> bool:
    """Whether words are what something rose or fell to, where it is asked by how much it did."""
    if not pattern("amounts.by_how_much", question.language).search(question.text):
        return False
    before = text[: span.start].casefold().split()[-1:]
    return not listed("amounts.before_levels", question.language).isdisjoint(before)


def is_share_or_sum(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but money or a share of something, which are no time."""
    return any(
        mention.kind in (MentionKind.MONEY, MentionKind.PERCENTAGE) and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )


def is_bare_share(question: Question, text: str, span: Span) -> bool:
    """Whether words are but a share where a number is asked for: "half" is no population.

    Where it is asked how many there are, "60 % of members" may tell, but not "Turnout: 60 %".
    """
    if "many" in question.words:
        return _is_share_of_another(question, text, span)
    counted = listed("amounts.in_all", question.language)
    if question.words.isdisjoint(counted) or "much" in question.words:
        return False
    return is_share_or_sum(question, text, span)


def _is_share_of_another(question: Question, text: str, span: Span) -> bool:
    """Whether words are a share of nothing that is said, behind a label, or of another thing."""
    return any(
        mention.kind is MentionKind.PERCENTAGE
        and mention.span.overlaps(span)
        and (
            _is_of_another(question, text, mention)
            if text[mention.end :].lstrip().startswith("of ")
            else _LABELLED.fullmatch(text, 0, mention.start) is not None
        )
        for mention in mentions(text, language=question.language)
    )


def _is_of_another(question: Question, text: str, share: Mention) -> bool:
    """Whether a share is one of what only has to do with what is counted: "of the ship traffic"."""
    head = read_question(question).head
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(share.end) + 1
    end = sentence.run_end(first, "DNC#z-")
    nouns = [n for n in range(first, end) if sentence.tags[n] in "NC"]
    return bool(nouns) and head in sentence.terms[first : nouns[-1]]


def is_amount(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but an amount."""
    return any(
        mention.kind in AMOUNTS
        and mention.span.covers(span)
        and not names_person(text[: mention.end].split()[-1].casefold(), question.language)
        for mention in mentions(text, language=question.language)
    )


def opens_with_measure(question: Question, text: str, span: Span) -> bool:
    """Whether words open with a time or a sum, which is nobody: "thirty years at sea"."""
    return any(
        mention.kind in (MentionKind.DURATION, MentionKind.MONEY) and mention.start <= span.start
        for mention in mentions(text, language=question.language)
        if mention.span.overlaps(span)
    )


def is_measure(question: Question, text: str, span: Span) -> bool:
    """Whether words hold an amount of something, and no time: "20 litres in 24 hours"."""
    held = [m for m in mentions(text, language=question.language) if m.span.overlaps(span)]
    timed = any(is_time(text, mention, question.language) for mention in held)
    return _holds_measure(text, held) and not timed


def amounts_to_another(question: Question, text: str, span: Span) -> bool:
    """Whether words count something else than what it is asked how many of there are."""
    head = read_question(question).head
    if not head or "many" not in question.words:
        return False
    counted = counted_in(question, head)
    sentence = read_sentence(text, language=question.language)
    return any(
        mention.kind in ABSOLUTE
        and mention.span.overlaps(span)
        and counts_another(sentence, mention, counted)
        for mention in mentions(text, language=question.language)
    )


def counts_in_a_case(question: Question, text: str, span: Span) -> bool:
    """Whether words count in some case, where it is asked how many there are in all.

    Neither "any two members may" nor "when there are 5 members or fewer" tells that, nor what
    stands behind the whole: "has up to nine members, of whom at least 3".
    """
    language = question.language
    if not pattern("amounts.of_all", language).search(question.text):
        return False
    if any(each.start() <= span.start < each.end() for each in _ratios(text, language)):
        return True
    whole = pattern("amounts.whole", language).search(text)
    if whole is not None and span.start >= whole.end():
        return True
    if pattern("amounts.or_so", language).search(text[span.start :]):
        return True
    return pattern("amounts.in_case", language).search(text[: span.start]) is not None


def _ratios(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text tells one part in several: "nine in ten households"."""
    return pattern("amounts.ratio", language).finditer(text)


def is_of_another_year(question: Question, text: str, span: Span) -> bool:
    """Whether "in" and a year stand behind words, and another year in the question.

    So it is where a sentence opens with a year, or tells of "the race of" one.
    """
    asked = _YEAR.findall(question.text)
    if not asked:
        return False
    year = _IN_YEAR.match(text, span.end)
    if year is not None and year[1] not in asked:
        return True
    held = not set(_YEAR.findall(text)).isdisjoint(asked)
    if held or not _WITHIN_YEAR.search(question.text):
        return False
    opening = _OPENING_YEAR.match(text)
    terms = {token.term for token in question.content}
    of = _OF_YEAR.finditer(text) if opening is None else ()
    term = analyser(question.language).term
    return opening is not None or any(term(each[1].casefold()) in terms for each in of)


def _is_sum(asked: Dimension, text: str, span: Span) -> bool:
    """Whether a figure without a currency is a price, by the word before it: "costs 180"."""
    if not text[span.start : span.end].strip()[-1:].isdigit() or "£" in text:
        return True
    before = [word.strip(",(").casefold() for word in text[: span.start].split()[-2:]]
    return bool((asked.units | _BEFORE_SUMS) & set(before))


def _holds_measure(text: str, found: Sequence[Mention]) -> bool:
    """Whether one of some mentions is an amount with its unit, or with what it counts."""
    return any(
        mention.kind in ABSOLUTE and any(map(str.isalpha, text[mention.start : mention.end]))
        for mention in found
    )
