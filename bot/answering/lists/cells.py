"""Which cell of a table's row a question asks for: the one under the heading that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.answering.amounts.dimensions import Dimension
from bot.answering.amounts.measures import dimension
from bot.answering.forms.things import form_asked, times_of_day
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED
from retrieval.records import Span

_NAMING = frozenset({Kind.WHO, Kind.WHAT, Kind.WHICH, Kind.WHEN, Kind.HOW_MANY, Kind.OTHER})
_OF_FIGURES = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DURATION})
_BETWEEN = re.compile(r"[|:]")
_BARE = re.compile(r"\d[\d.,' –-]*")  # a figure without a unit
_NAMED = ": "  # between the heading of a column and its cell
_FEWEST = 2  # lines of a record below its name
_MARKS = " \t-*•◦"
LEAST_HEADED = 0.5  # of the words of a heading that a question must say


def _parts_of(row: str) -> list[str]:
    """The cells of a row, or the lines of a record: a name, and what has labels below it."""
    lines = row.split("\n") if PARTED not in row else []
    record = len(lines) > _FEWEST and all(_NAMED in line for line in lines[1:])
    return [line.strip(_MARKS) for line in lines] if record else row.split(PARTED)


def named_cells(row: str) -> list[tuple[str, str]]:
    """The cells of a row that stand behind the headings of their columns, with these."""
    parts = (part.partition(_NAMED) for part in _parts_of(row))
    return [(heading.strip(), " ".join(cell.split())) for heading, named, cell in parts if named]


def within_cell(row: str, span: Span) -> Span | None:
    """The part of a span that lies in the cell where it begins; None where that is no cell's.

    A short answer names no column: of "Mill | Keeper: Ida" the "Mill".

    >>> row = "Site: Mill | Keeper: Ida"
    >>> within_cell(row, Span(6, 17))
    Span(start=6, end=10)
    """
    parts, start = row.split(PARTED), 0
    if len(parts) == 1 and len(_parts_of(row)) > 1:
        return _within_line(row, span)
    for part in parts if len(parts) > 1 else ():
        end = start + len(part)
        if start <= span.start < end:
            heading, named, _ = part.partition(_NAMED)
            first = start + len(heading + named) if named else start
            return Span(span.start, min(span.end, end)) if span.start >= first else None
        start = end + len(PARTED)
    return span


def _within_line(record: str, span: Span) -> Span | None:
    """The part of a span behind the label of the line of a record in which it begins."""
    start = record.rfind("\n", 0, span.start) + 1
    end = record.find("\n", start) if "\n" in record[start:] else len(record)
    label = record.find(_NAMED, start, end)
    first = label + len(_NAMED) if label >= 0 else start
    return Span(span.start, min(span.end, end)) if span.start >= first else None


def is_label_of(text: str, nouns: frozenset[str], *, language: str = "en") -> bool:
    """Whether a cell, or what stands before a colon, is one of some nouns and another tells it.

    >>> is_label_of("Item: Colours | Value: chalk, slate", frozenset({"colour"}))
    True
    """
    said = (set(analyser(language).terms(part)) for part in _BETWEEN.split(text)[:-1])
    return any(terms and terms <= nouns for terms in said)


def asked_cell(question: Question, row: str, *, lifted: bool = True) -> str:
    """The cell of a row whose heading shares most words with the question; "" if none is alone.

    A cell that the question says itself is none: it tells which row is meant. Where no heading
    shares any, the columns that tell when, where or why answer such a question. Where nothing was
    `lifted` from the row, the heading must name what is asked for, if that is no price.

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
    wanted = asked if lifted or question.wanted is Wanted.MONEY else _heads(question)
    best, most, alone = "", 0, False
    figures = question.kind is Kind.HOW_MANY or question.wanted in _OF_FIGURES
    measured = dimension(question)
    for heading, cell in cells:
        if figures and not _holds_figure(question, cell):
            continue  # "how much is a ticket?" asks for no ticket
        if measured is not None and not _tells(measured, f"{heading}{_NAMED}{cell}", question):
            continue
        if question.kind is Kind.WHERE and times_of_day(cell, question.language):
            continue
        if not asked.issuperset(analysis.terms(cell)):
            shared = len(wanted.intersection(analysis.terms(heading)))
            if shared > most:
                best, most, alone = cell, shared, True
            elif shared == most:
                alone = False
    return best if alone else _cells_of_kind(question, cells)


def leaves_open_which(question: Question, row: str, words: str) -> bool:
    """Whether words are no price, or one of several prices or times of a row that may be meant.

    "Depart: 6:40 | Arrive: 7:25" does not tell when the train is.
    """
    if question.wanted is Wanted.MONEY:
        told = [cell for _, cell in named_cells(row) if _holds_figure(question, cell)]
    elif question.kind is Kind.WHEN:
        language = question.language
        told = [cell for _, cell in named_cells(row) if times_of_day(cell, language)]
        told = told if any(words in cell for cell in told) else []
    else:
        return False
    return len(told) > 1 or (len(told) == 1 and words not in told[0])


def headed_cell(question: Question, row: str) -> str:
    """The cell that a question names by its column and its row, both; "" if none is alone.

    One of the two is what is asked for ("which deposit", "what does it require"), the other says of
    what. It holds a figure or a day where one is asked for.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("What does the mill grind?", language="en")
    >>> headed_cell(asked, "Site: Mill | Keeper: Ida | Grinds: oats")
    'oats'
    """
    cells, analysis = named_cells(row), analyser(question.language)
    if len(cells) < _FEWEST or question.kind not in _NAMING:
        return ""
    content = {token.term for token in question.content}
    wanted = (_heads(question) | {read_question(question).verb}) & content
    name = _parts_of(row)[0]
    first = set(analysis.terms(name))
    best, most, alone = "", 0, False
    for heading, cell in cells:
        terms = set(analysis.terms(heading)) - analysis.stop_terms
        said = terms & content
        told = set(analysis.terms(cell))
        if len(said) < LEAST_HEADED * len(terms) or not said or content <= told:
            continue
        others = {t for h, c in cells if c != cell for t in analysis.terms(c)} | first
        column = bool(said & wanted) and bool((content - said) & others)
        of_row = bool(first & wanted - told) and not name.endswith(cell)
        if not (column or of_row) or not _is_of_kind(question, cell):
            continue
        if len(said) > most:
            best, most, alone = cell, len(said), True
        elif len(said) == most:
            alone = False
    return best if alone else ""


def _is_of_kind(question: Question, cell: str) -> bool:
    """Whether a cell may answer a question for a figure, a day or time; any other may."""
    figures = question.kind is Kind.HOW_MANY or question.wanted in _OF_FIGURES
    if figures and not _holds_figure(question, cell):
        return False
    form = form_asked(question)
    if form is not None:
        return bool(form.found_in(cell, asked=question.text))
    if question.kind is not Kind.WHEN and question.wanted is not Wanted.DATE:
        return True
    found = mentions(cell, language=question.language)
    return any(m.kind is MentionKind.DATE for m in found) or bool(
        times_of_day(cell, question.language)
    )


def _holds_figure(question: Question, cell: str) -> bool:
    """Whether a cell holds a figure; that is a price in money, or bare: no "Child (4 to 15)"."""
    if question.wanted is not Wanted.MONEY:
        return any(map(str.isdigit, cell))
    found = mentions(cell, language=question.language)
    return _BARE.fullmatch(cell) is not None or any(m.kind is MentionKind.MONEY for m in found)


def _heads(question: Question) -> set[str]:
    """The terms of the noun that a question asks for: of "how many dockers" the dockers."""
    head = read_question(question).head
    return {head, *(token.term for token in question.focus)} - {""}


def _cells_of_kind(question: Question, cells: Sequence[tuple[str, str]]) -> str:
    """The cell under "Room" to where, a day with its time to when; "" where several could be meant.

    Another cell must say which row is meant.
    """
    headings = _headings_of(question.kind, question.language)
    terms = analyser(question.language).terms
    content = {token.term for token in question.content}
    told = [cell for heading, cell in cells if headings.intersection(terms(heading)) and cell]
    if question.kind is Kind.WHERE:
        told = [cell for cell in told if any(map(str.isalpha, cell))]  # a place in a race is none
    if not told or not any(content.intersection(terms(c)) for _, c in cells if c not in told):
        return ""
    clocks = [bool(times_of_day(cell, question.language)) for cell in told]
    day_and_time = question.kind is Kind.WHEN and clocks == [False, True]
    return ", ".join(told) if len(told) == 1 or day_and_time else ""


@cache
def _headings_of(kind: Kind, language: str) -> frozenset[str]:
    """The words, as terms, of headings over what a kind of question asks for."""
    words = lexicon(f"statements_{language}").get("columns", {}).get(kind.value, "")
    return frozenset(analyser(language).terms(words))


def _tells(measured: Dimension, cell: str, question: Question) -> bool:
    """Whether a cell tells a measure of the dimension: no price in litres."""
    found = mentions(cell, language=question.language)
    return measured.told_by(read_sentence(cell, language=question.language), found)
