"""A sentence as a statement: what it is about, and its amounts, times, names and labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering.amounts.quantities import AMOUNTS, Quantity, quantity
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.grammar.words import Words, words_of
from bot.answering.times.days import Time, time_of
from retrieval.entities import NAMES, Kind, Mention, mentions
from retrieval.records import Span

_CONTENT = "NCVEGA"
_VERBS = "VEG"
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says, ready to be held against another.

    `labels` are the numbers by which one of several things is named ("the third", "version 2").
    `content` are places of the tokens that tell what it is about: no quantities, dates, reporting
    or light words. `verbs` are those of them that are verbs, `names` those inside names.
    `about` are the terms of what a pronoun at its head stands for, `terms` those of all that it is
    about, `known` those of every word besides.
    """

    sentence: Sentence
    content: tuple[int, ...]
    verbs: frozenset[int]
    names: frozenset[int]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    labels: frozenset[str]
    about: frozenset[str]
    terms: frozenset[str]
    known: frozenset[str]


def read_statement(
    text: str,
    *,
    language: str = "en",
    about: frozenset[str] = frozenset(),
    within: Sequence[Span] = (),
) -> Statement:
    """The statement that a sentence makes; `about` is what a pronoun at its head stands for.

    With `within` only what stands in those spans of the text counts.
    """
    sentence = read_sentence(text, language=language)
    words = words_of(language)
    inside = within or (Span(0, len(text)),)
    found = [m for m in mentions(text, language=language) if _within(m.start, inside)]
    named = [m for m in found if m.kind in NAMES]
    left_out = _attribution(sentence, words) | sentence.places(_aside(found))
    left_out |= _speakers(sentence, named, words)
    numbered = [m for m in found if _is_label(sentence, m)]
    counted = [m for m in found if m not in numbered]
    content = tuple(_content(sentence, sentence.places(inside) - left_out, words))
    about = about - words.hollow - words.turning
    terms = about.union(sentence.terms[place] for place in content)
    return Statement(
        sentence=sentence,
        content=content,
        verbs=frozenset(_verbs(sentence, content)),
        names=sentence.places(named).intersection(content),
        quantities=tuple(q for m in counted if (q := quantity(text, m, language=language))),
        times=tuple(_times(sentence, found, words)),
        labels=frozenset(_labels(text, found, numbered)),
        about=about,
        terms=terms,
        known=terms.union(sentence.terms),
    )


def _content(sentence: Sentence, places: Iterable[int], words: Words) -> Iterator[int]:
    """The places at which a sentence says what it speaks of, and not only that it says so."""
    for place in sorted(places):
        term = sentence.terms[place]
        if sentence.tags[place] not in _CONTENT or not term or term in words.hollow:
            continue
        if term not in words.turning or _is_noun(sentence, place):
            yield place


def _verbs(sentence: Sentence, content: Iterable[int]) -> Iterator[int]:
    """Those of some places at which a verb stands."""
    for place in content:
        if sentence.tags[place] in _VERBS and not _is_noun(sentence, place):
            yield place


def _times(sentence: Sentence, found: Iterable[Mention], words: Words) -> Iterator[Time]:
    """When what is said was so, with what bounds it; not when it was said."""
    for mention in found:
        if mention.kind is Kind.DATE and not _is_of_saying(sentence, mention, words):
            yield time_of(mention, sentence.tokens.text, bound=_bound(sentence, mention, words))


def _is_noun(sentence: Sentence, place: int) -> bool:
    """Whether a word that may be a verb is a noun here: an article before it, none behind."""
    behind = sentence.tags[place + 1 : place + 2]
    return place > 0 and sentence.tags[place - 1] == "D" and behind in ("", ".", ",", "P", "o")


def _aside(found: list[Mention]) -> list[Span]:
    """Where dates, labels and quantities stand, without what a number counts."""
    kinds = (AMOUNTS - {Kind.NUMBER}) | {Kind.DATE, Kind.ORDINAL}
    return [mention.span for mention in found if mention.kind in kinds]


def _labels(text: str, found: list[Mention], numbered: list[Mention]) -> Iterator[str]:
    """The numbers by which one of several things is named."""
    for mention in found:
        if mention.kind is Kind.ORDINAL:
            yield mention.value
        elif mention in numbered:
            yield text[mention.start : mention.end]
        elif mention.kind in NAMES:
            yield from _FIGURES.findall(mention.value)


def _is_label(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number names one of several things, as in "version 2.0" or "Resolution 2254"."""
    if mention.kind is not Kind.NUMBER or not sentence.tokens.text[mention.end - 1].isdigit():
        return False
    before = _ended(sentence, mention)
    return before > 0 and sentence.tags[before - 1] in "NC" and mention.start > 0


def _within(place: int, spans: Sequence[Mention | Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _ended(sentence: Sentence, mention: Mention) -> int:
    """How many tokens end before a mention starts."""
    return bisect_right(sentence.tokens.ends, mention.start)


def _attribution(sentence: Sentence, words: Words) -> frozenset[int]:
    """The tokens that only tell who says it: ", the chairman confirmed" at the end."""
    comma = sentence.tags.rfind(",")
    behind = range(comma + 1, len(sentence.tags))
    told = [i for i in behind if sentence.terms[i] in words.saying]
    subject = bool(told) and set(sentence.tags[comma + 1 : told[0]]) <= set("DNCRz-A")
    return frozenset(behind) if comma > 0 and subject else frozenset()


def _speakers(sentence: Sentence, named: Iterable[Mention], words: Words) -> frozenset[int]:
    """The tokens of names that only say who says it."""
    found: set[int] = set()
    for mention in named:
        first, last = sentence.at(mention.start), sentence.at(mention.end)
        before = sentence.words[max(0, first - 3) : first]
        after = sentence.terms[last : last + 2]
        if "according" in before or not words.reporting.isdisjoint(after):
            found.update(range(first, last))
    return frozenset(found)


def _is_of_saying(sentence: Sentence, mention: Mention, words: Words) -> bool:
    """Whether a date tells only when something was said: "the lawyer said on Monday"."""
    before = _ended(sentence, mention)
    said = [i for i in range(max(before - 3, 0), before) if sentence.terms[i] in words.saying]
    return bool(said) and all(sentence.tags[i] in "PDt" for i in range(said[-1] + 1, before))


def _bound(sentence: Sentence, mention: Mention, words: Words) -> str:
    """The word before a date that makes it a limit, "" for none."""
    place = _ended(sentence, mention) - 1
    before = sentence.words[place] if place >= 0 else ""
    return before if before in words.bounds else ""
