"""An operator's own answers: pairs of question and answer, and other tables, to a Page.

A pair is one passage, the answer below its question, so that it is found by both and quoted whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from retrieval.errors import UnreadableFileError
from retrieval.lexicon import lexicon
from retrieval.reading.page import Page, Writer
from retrieval.records import BlockKind, PlaceKind
from retrieval.times.dating import date_of

NOT_PAIRS = (
    'there are no pairs of question and answer in it; name the two fields "question" and "answer", '
    "or keep the file elsewhere"
)


class Pair(NamedTuple):
    """A question and the operator's own answer to it."""

    question: str
    answer: str


def pairs_of(records: Iterable[object]) -> tuple[list[Pair], int]:
    """The pairs that records hold, and how many records hold none."""
    found, other = [], 0
    for record in records:
        pair = pair_of(record) if isinstance(record, Mapping) else None
        if pair:
            found.append(pair)
        else:
            other += 1
    return found, other


def pair_of(record: Mapping[Any, Any]) -> Pair | None:
    """The pair in a record with a question and an answer, {"question": …, "answer": …}.

    A record of one field whose name is a question, {"When do you open?": "At nine."}, is one too.
    """
    fields = {_field_name(name): value for name, value in record.items()}
    question = next((_said(fields[name]) for name in fields if name in _names("question")), "")
    answer = next((_said(fields[name]) for name in fields if name in _names("answer")), "")
    if len(record) == 1 and not question:
        ((name, value),) = record.items()
        question, answer = (_said(name), _said(value)) if _asks(_said(name)) else ("", "")
    return Pair(" ".join(question.split()), answer) if question and answer else None


def has_pairs(names: Sequence[str]) -> bool:
    """Whether columns of these names hold pairs."""
    fields = {_field_name(name) for name in names}
    return bool(fields & _names("question")) and bool(fields & _names("answer"))


def _field_name(name: object) -> str:
    """The name of a field or column, to be compared."""
    return "_".join(str(name).casefold().split())


def page_of_pairs(
    pairs: Sequence[Pair], *, other: int = 0, fields: Mapping[str, object] | None = None
) -> Page:
    """The page of an operator's answers; raises UnreadableFileError where there are none.

    `other` records are told to hold no pair; `fields` may give title, publisher and date.
    """
    if not pairs:
        raise UnreadableFileError(NOT_PAIRS)
    writer = Writer()
    for pair in pairs:
        writer.mark(PlaceKind.PAIR, pair.question)
        writer.write(BlockKind.PAIR, f"{pair.question}\n{pair.answer}")
    fields = fields or {}
    told = fields.get("date")
    if isinstance(told, datetime.datetime):
        told = told.date()
    remark = f"{other:,} of {len(pairs) + other:,} entries hold no pair of question and answer"
    return Page(
        writer.text,
        tuple(writer.blocks),
        title=_said(fields.get("title")),
        publisher=_said(fields.get("publisher")) or _said(fields.get("source")),
        date=told if isinstance(told, datetime.date) else date_of(_said(told)),
        places=tuple(writer.places),
        remarks=(remark,) if other else (),
    )


def _said(value: object) -> str:
    """What a field says; several values as paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool | int | float | datetime.date):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_said(item) for item in value[:100])))
    return ""


@cache
def _names(field: str) -> frozenset[str]:
    return frozenset(str(lexicon("pairs")[field]).split())


def _asks(text: str) -> bool:
    return text.rstrip().endswith(("?", "？", "؟", ";"))
