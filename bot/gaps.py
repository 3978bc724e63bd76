"""Gaps: questions that the documents left unanswered or answered badly, the most frequent first."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.assistant import Assistant
from bot.conversation import Said
from bot.journal import GapRow
from retrieval.question import parse_question

CHECKED = 200  # groups that are asked again to see whether they are still open
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a cell of a spreadsheet a formula


@dataclass(frozen=True, slots=True)
class Gap:
    """One open question: its most frequent wording, and how often it was asked.

    `unanswered` of those times the documents said nothing, `unhelpful` counts votes against the
    answers; `first` and `last` are when it was asked, in seconds since 1970.
    """

    question: str
    times: int
    unanswered: int
    unhelpful: int
    first: float
    last: float


def open_gaps(rows: Sequence[GapRow], assistant: Assistant) -> tuple[Gap, ...]:
    """The open questions, those that ask the same in other words as one.

    The most frequent come first, of equal ones the latest. What was unanswered and is answered by
    the documents as they are now is left out.
    """
    groups: dict[tuple[str, ...], list[GapRow]] = {}
    for row in rows:
        groups.setdefault(_meaning(row.searched, assistant), []).append(row)
    gaps = sorted(map(_gap, groups.values()), key=lambda gap: (-gap.times, -gap.last))
    still = [gap for gap in gaps[:CHECKED] if gap.unhelpful or _unanswered(gap, assistant)]
    return (*still, *gaps[CHECKED:])


def gaps_csv(gaps: Sequence[Gap]) -> str:
    """The open questions as a table for spreadsheets, in which no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["question", "times", "unanswered", "not helpful", "first asked", "last asked"])
    for gap in gaps:
        writer.writerow(
            [_cell(gap.question), gap.times, gap.unanswered, gap.unhelpful, *_days(gap)]
        )
    return out.getvalue()


def _meaning(text: str, assistant: Assistant) -> tuple[str, ...]:
    """What questions that ask the same have in common: the wanted type and the content words."""
    question = parse_question(text, language=assistant.snapshot.language)
    terms = sorted({token.term for token in question.content})
    return (question.wanted.value, *terms) if terms else (" ".join(text.casefold().split()),)


def _gap(rows: Sequence[GapRow]) -> Gap:
    """The gap of questions that ask the same."""
    wordings = Counter(" ".join(row.searched.split()) for row in rows)
    return Gap(
        question=wordings.most_common(1)[0][0],
        times=len(rows),
        unanswered=sum(not row.answered for row in rows),
        unhelpful=sum(row.unhelpful for row in rows),
        first=min(row.asked for row in rows),
        last=max(row.asked for row in rows),
    )


def _unanswered(gap: Gap, assistant: Assistant) -> bool:
    return assistant.again([Said(gap.question)]).refused


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _days(gap: Gap) -> list[str]:
    return [
        datetime.datetime.fromtimestamp(moment).isoformat(" ", "minutes")
        for moment in (gap.first, gap.last)
    ]
