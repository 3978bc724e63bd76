"""Which cell of a table's row a question asks for: the one under the heading that it names."""

from __future__ import annotations

import re

from bot.answering.amounts.measures import Dimension, dimension
from bot.answering.grammar.sentence import read_sentence
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED

_OF_FIGURES = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DURATION})
_BETWEEN = re.compile(r"[|:]")
_NAMED = ": "  # between the heading of a column and its cell


def named_cells(row: str) -> list[tuple[str, str]]:
    """The cells of a row that stand behind the headings of their columns, with these."""
    parts = (part.partition(_NAMED) for part in row.split(PARTED))
    return [(heading.strip(), " ".join(cell.split())) for heading, named, cell in parts if named]


def is_label_of(text: str, nouns: frozenset[str], *, language: str = "en") -> bool:
    """Whether a cell, or what stands before a colon, is one of some nouns and another tells it.

    >>> is_label_of("Item: Colours | Value: chalk, slate", frozenset({"colour"}))
    True
    """
    said = (set(analyser(language).terms(part)) for part in _BETWEEN.split(text)[:-1])
    return any(terms and terms <= nouns for terms in said)


def asked_cell(question: Question, row: str) -> str:
    """The cell of a row whose heading shares most words with the question; "" if none is alone.

    A cell that the question says itself is none: it tells which row is meant.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("How many dockers were there in 1990?", language="en")
    >>> asked_cell(asked, "Year: 1990 | Ships: 412 | Dockers: 230")
    '230'
    """
    cells = named_cells(row)
    if len(cells) < 2:
        return ""
    analysis = analyser(question.language)
    asked = {token.term for token in question.terms} - analysis.stop_terms
    best, most, alone = "", 0, False
    figures = question.kind is Kind.HOW_MANY or question.wanted in _OF_FIGURES
    measured = dimension(question)
    for heading, cell in cells:
        if figures and not any(map(str.isdigit, cell)):
            continue  # "how much is a ticket?" asks for no ticket
        if measured is not None and not _tells(measured, f"{heading}{_NAMED}{cell}", question):
            continue
        if not asked.issuperset(analysis.terms(cell)):
            shared = len(asked.intersection(analysis.terms(heading)))
            if shared > most:
                best, most, alone = cell, shared, True
            elif shared == most:
                alone = False
    return best if alone else ""


def _tells(measured: Dimension, cell: str, question: Question) -> bool:
    """Whether a cell tells a measure of the dimension: no price in litres."""
    found = mentions(cell, language=question.language)
    return measured.told_by(read_sentence(cell, language=question.language), found)
