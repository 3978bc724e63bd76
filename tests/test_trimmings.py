"""Greetings, closings and what stands for pictures are not quoted where there is more."""

from __future__ import annotations

import pytest

from bot.answering.hits.trimmings import without_trimmings
from retrieval.evaluation.paragraphs import document_of
from retrieval.question import parse_question
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings
from tests.lines import hits_of

TOLD = "The saw has gone to the college."


def left(question: str, *texts: str) -> list[str]:
    """The sentences that are left of some, the best of them first."""
    hits = hits_of(*((text, 0.9 - 0.1 * number) for number, text in enumerate(texts)))
    found = Findings(parse_question(question), tuple(hits), 0.6, (), (), ())
    return [hit.passage.text for hit in without_trimmings(found).hits]


@pytest.mark.parametrize(
    "line",
    [
        "Dear borrowers,",
        "Yours sincerely, Ida Lund",
        "[Picture gallery: 12 images] [Video: lorry]",
        "(Reporting by J. Lund; editing by T. Moe)",
        "Subscribers: photos available under SAW-3.",
        "Monday 29 April 2024, 07:15",
        "20 March 2025 | Updated 21:15 | Reading time 3 min",
        "Published: 3 October 2025",
    ],
)
def test_a_line_that_tells_nothing_is_left_out(line: str) -> None:
    assert left("who got the old one?", line, TOLD) == [TOLD]


def test_it_stays_where_it_says_a_word_of_the_question_or_nothing_else_is_there() -> None:
    video = "[Video: lorry]"
    assert left("is there a video?", video, TOLD) == [video, TOLD]
    assert left("who got the old one?", video) == [video]


def test_a_date_that_stands_by_itself_farther_down_may_answer() -> None:
    """Below "Next meeting" it is no day on which anything was written."""
    written = "Friday 3 October 2025, 7 pm"
    text = f"{TOLD} " * 30 + f"\n\nNext meeting\n\n{written}"
    document = document_of(text, name="0", title="", language="en")
    below = Hit(Passage(0, document, len(text) - len(written), len(text)), 0.9)
    found = Findings(parse_question("when is it?"), (below, *hits_of((TOLD, 0.2))), 0.6, (), (), ())
    assert len(without_trimmings(found).hits) == 2


def test_a_reply_is_less_sure_without_the_line_that_was_likeliest() -> None:
    hits = tuple(hits_of(("Dear borrowers,", 0.9), (TOLD, 0.2)))
    found = Findings(parse_question("who got the old one?"), hits, 0.6, (), (), ())
    assert without_trimmings(found).confidence < found.confidence
