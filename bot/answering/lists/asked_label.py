"""Lines whose label alone answers: "When: Saturday 5 May", "Venue: Town Hall".

Such a line shares no word with the question; the heading above it says what is asked about.
"""

from __future__ import annotations

import re
from functools import cache

from bot.answering.grammar.alike import share_of
from bot.answering.grammar.referring import title_terms
from bot.answering.grammar.sentence import Sentence
from bot.answering.hits.blocks import is_heading
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED
from retrieval.records import Hit, Passage, Span
from retrieval.retriever import Findings, Retriever

_NAMES = {Kind.WHEN: "when", Kind.WHERE: "where"}
LEAST_NAMED = 0.75  # of the words of a question that a heading with its document's title must hold
_BELOW = 6  # passages below a heading among which the line is looked for
_LABEL = re.compile(r"\W*(?P<label>[^\W\d_][^:\n]{1,20})(?::\s+|\n(?:\n|[ \t]+))(?P<told>\S[^\n]*)")
_LONGEST = 120  # characters of a place that is told in one line


def with_asked_label(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the line with the label that is asked for before the heading above it and
    before the lines with other labels below that.
    """
    if not found.hits or not _labels(found.question):
        return found
    best = found.hits[0].passage
    heading = best if is_heading(best) else _above(found.question, best, retriever)
    below = heading and _below(found.question, heading, retriever)
    if below is None or below.number == best.number:
        return found
    rest = (hit for hit in found.hits if hit.passage.number != below.number)
    return found.narrowed((Hit(below, found.hits[0].probability), *rest))


def is_asked(question: Question, text: str) -> bool:
    """Whether a line has the label that is asked for: "When: Saturday" for when."""
    found = _LABEL.match(text) if PARTED not in text else None
    return found is not None and found["label"].casefold().strip() in _labels(question)


def place_labelled(question: Question, sentence: Sentence) -> Span | None:
    """The place behind a label such as "Where:", if a place is asked for."""
    found = _LABEL.match(sentence.tokens.text)
    text = sentence.tokens.text
    if question.kind is not Kind.WHERE or found is None or not is_asked(question, text):
        return None
    start, end = found.span("told")
    told = text[start:end].rstrip(" .")
    return Span(start, start + len(told)) if len(told) <= _LONGEST else None


def _above(question: Question, passage: Passage, retriever: Retriever) -> Passage | None:
    """The heading not far above a line with a label, if it names most of what is asked about."""
    if PARTED in passage.text or _LABEL.match(passage.text) is None:
        return None
    first, _ = retriever.passages.bounds(passage.number)
    for number in range(passage.number - 1, max(passage.number - _BELOW, first) - 1, -1):
        above = retriever.passages.passage(number)
        if is_heading(above):
            asked = {token.term for token in question.content} - _measuring(question)
            said = {*analyser(question.language).terms(above.text)} | title_terms(passage)
            return above if share_of(asked, said, question.language) >= LEAST_NAMED else None
    return None


def _measuring(question: Question) -> set[str]:
    """The terms of the labels that are asked for: of "what is the fee of the mill" the fee."""
    return set(analyser(question.language).terms(" ".join(_labels(question))))


def _below(question: Question, heading: Passage, retriever: Retriever) -> Passage | None:
    """The first line below a heading, before the next one, whose label is asked for."""
    _, last = retriever.passages.bounds(heading.number)
    for number in range(heading.number + 1, min(heading.number + 1 + _BELOW, last)):
        passage = retriever.passages.passage(number)
        if is_asked(question, passage.text):
            return passage
        if is_heading(passage):
            return None
    return None


def _labels(question: Question) -> frozenset[str]:
    """The labels of lines that tell what a question asks for."""
    name = "money" if question.wanted is Wanted.MONEY else _NAMES.get(question.kind, "")
    return _known(question.language, name)


@cache
def _known(language: str, name: str) -> frozenset[str]:
    table = lexicon(f"statements_{language}").get("labels", {})
    return frozenset(
        label.strip() for label in str(table.get(name, "")).split("/") if label.strip()
    )
