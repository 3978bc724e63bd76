"""The cells of a table's column that a question asks for, of every row that it tells of.

"Which plays does Ida Holm direct?" is answered by the column of plays, in all rows with her name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.answering.grammar.question import read_question
from bot.answering.hits.blocks import block_number, block_of
from bot.answering.lifted import LONGEST_LINE, Lifted
from bot.answering.lists.cells import named_cells
from retrieval.analysis import analyser
from retrieval.question import Kind, Question
from retrieval.records import BlockKind, Hit, Passage

MOST = 10  # cells of one
REACH = 200  # rows on either side of the best one that are read
_FEWEST = 2
_SEPARATOR = "; "
_ASKING = frozenset({Kind.WHO, Kind.LIST, Kind.WHICH, Kind.WHAT})
_KIN = 4  # letters that "drove" and "driver" share by the base form of the verb

_Row = dict[str, str]


def column(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """The cells that answer, of two rows or more; None where fewer do or no column is asked for."""
    best = dict(named_cells(hits[0].passage.text))
    wanted = _column_asked(question, best) if question.kind in _ASKING else ""
    if not wanted:
        return None
    rows = [(text.strip(), dict(named_cells(text))) for text in _rows(hits[0].passage)]
    rows = [(text, row) for text, row in rows if row.keys() == best.keys()]
    telling = _telling(question, best) - {str(len(rows))}
    chosen = [(text, row) for text, row in rows if telling <= _terms(question, row.values())]
    if len(chosen) == len(rows) and not _asks_for_all(question, best, len(rows)):
        return None  # nothing asked for tells rows apart, or it is nothing that cells say
    told = dict.fromkeys(row[wanted] for _, row in chosen)
    line = _SEPARATOR.join(told)
    if not _FEWEST <= len(told) <= MOST or len(line) > LONGEST_LINE:
        return None
    texts = {text for text, _ in chosen}
    proof = [n for n, hit in enumerate(hits) if hit.passage.text.strip() in texts]
    return Lifted(line, tuple(proof))


def _column_asked(question: Question, row: _Row) -> str:
    """The heading of the column that the wh-phrase names; "" for none.

    To "who drove" it is that of the drivers. A column one of whose cells the question says is none.
    """
    asked = read_question(question)
    analysis = analyser(question.language)
    said = {token.term for token in question.content}
    heads = {asked.head, *(token.term for token in question.focus)}
    for heading, cell in row.items():
        terms = set(analysis.terms(heading))
        doers = question.kind is Kind.WHO and len(asked.verb) >= _KIN
        named = bool(heads & terms) or (
            doers and any(term.startswith(asked.verb[:_KIN]) for term in terms)
        )
        if named and said.isdisjoint(analysis.terms(cell)):
            return heading
    return ""


def _asks_for_all(question: Question, row: _Row, count: int) -> bool:
    """Whether nothing is asked beside headings and how many rows there are: "which three races"."""
    verb = read_question(question).verb
    asked = {token.term for token in question.content} - {verb if question.kind is Kind.WHO else ""}
    numbered = str(count) in asked
    plural = question.kind is Kind.LIST or numbered
    return plural and asked - {str(count)} <= _terms(question, row)


def _telling(question: Question, row: _Row) -> set[str]:
    """The words of a question that stand in the cells of the best row, which tell rows apart."""
    return {token.term for token in question.content} & _terms(question, row.values())


def _terms(question: Question, texts: Iterable[str]) -> set[str]:
    analysis = analyser(question.language)
    return {term for text in texts for term in analysis.terms(text)}


def _rows(passage: Passage) -> Iterator[str]:
    """The rows of the table in which a passage is one, in order."""
    block, blocks = block_of(passage), passage.document.blocks
    if block is None or block.kind is not BlockKind.ROW:
        return
    own = block_number(passage)
    first = last = own
    while first > max(own - REACH, 0) and blocks[first - 1].kind is BlockKind.ROW:
        first -= 1
    while last + 1 < min(own + REACH, len(blocks)) and blocks[last + 1].kind is BlockKind.ROW:
        last += 1
    yield from (passage.document.part(b.start, b.end) for b in blocks[first : last + 1])
