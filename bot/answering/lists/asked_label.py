"""Lines whose label alone answers: "When: Saturday 5 May", "Venue: Town Hall".

Such a line shares no word with the question; the heading above it says what is asked about.
"""

from __future__ import annotations

import re
from functools import cache

from bot.answering.grammar.sentence import Sentence
from bot.answering.hits.blocks import is_heading
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question
from retrieval.reading.tables import PARTED
from retrieval.records import Hit, Passage, Span
from retrieval.retriever import Findings, Retriever

_NAMES = {Kind.WHEN: "when", Kind.WHERE: "where"}
_BELOW = 6  # passages below a heading among which the line is looked for
_LABEL = re.compile(r"\W*(?P<label>[^\W\d_][^:\n]{1,20}):\s+(?P<told>\S[^\n]*)")
_LONGEST = 120  # characters of a place that is told in one line


def with_asked_label(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the line with the label that is asked for before the heading above it."""
    if not found.hits or not _labels(found.question) or not is_heading(found.hits[0].passage):
        return found
    below = _below(found.question, found.hits[0].passage, retriever)
    if below is None:
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
    return _known(question.language, _NAMES.get(question.kind, ""))


@cache
def _known(language: str, name: str) -> frozenset[str]:
    table = lexicon(f"statements_{language}").get("labels", {})
    return frozenset(
        label.strip() for label in str(table.get(name, "")).split("/") if label.strip()
    )
