"""Stories that go on: figures grow, dates are put off, offices are left, hearings follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.times.happening import doings, happening
from bot.answering.times.misfits import is_set_first
from bot.assistant import Assistant
from retrieval.question import Kind, parse_question
from retrieval.records import Span
from tests.helpers import assistant_on

REPORTS = {
    "spring.md": (
        "---\ndate: 2031-03-02\n---\n\nThe new bridge at Orsk is to cost 12 million crowns, the "
        "harbour master Ida Holm said. The opening of the bridge at Orsk is planned for May 2032.\n"
    ),
    "autumn.md": (
        "---\ndate: 2031-10-20\n---\n\nThe new bridge at Orsk will cost 15 million crowns. The "
        "opening of the bridge, which was to be in May 2032, has been put off to August 2032. "
        "Holm resigned as harbour master in September.\n"
    ),
    "late.md": (
        "---\ndate: 2033-01-08\n---\n\nThe new bridge at Orsk cost 19 million crowns after the "
        "storm of 3 January 2030. The gull count went on.\n"
    ),
}


@pytest.fixture
def orsk(tmp_path: Path) -> Assistant:
    """An assistant on three reports of a bridge, months apart."""
    return assistant_on(REPORTS, tmp_path)


def test_the_latest_figure_is_the_one_written_last(orsk: Assistant) -> None:
    assert "19 million" in orsk.ask("What is the latest cost of the new bridge?").quotes[0].text


def test_the_latest_of_several_happenings_is_that_of_the_last_day(tmp_path: Path) -> None:
    texts = {
        "new.md": "---\ndate: 2031-05-01\n---\n\nThe fair of May 2027 was visited by 300 people.\n",
        "old.md": "---\ndate: 2030-07-01\n---\n\nThe fair of May 2030 was visited by 450 people.\n",
    }
    fair = assistant_on(texts, tmp_path)
    answer = fair.ask("How many people visited the latest fair?")
    assert "450 people" in answer.quotes[0].text


def test_the_figure_told_first_is_the_one_written_first(orsk: Assistant) -> None:
    answer = orsk.ask("How much was the new bridge first said to cost?")
    assert "12 million" in answer.quotes[0].text


def test_when_something_was_first_announced_is_no_matter_of_order(orsk: Assistant) -> None:
    searched = orsk.ask("When was the opening of the bridge first announced?").searched
    assert searched is not None
    assert "announc" in {token.term for token in searched.content}


def test_how_reports_differ_shows_every_side(orsk: Assistant) -> None:
    answer = orsk.ask("How do the reports differ on the cost of the new bridge?")
    assert answer.verdict is Verdict.DISPUTED
    told = " ".join(quote.text for quote in answer.quotes)
    assert all(figure in told for figure in ("12 million", "15 million", "19 million"))


def test_until_when_something_was_put_off_is_not_when_it_was_to_be(orsk: Assistant) -> None:
    answer = orsk.ask("When was the opening of the bridge put off to?")
    assert answer.lead == "August 2032"


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("The fair was put off from May to June.", "May", True),
        ("The fair was put off from May to June.", "June", False),
        ("The fair, which was to open in May, was postponed to June.", "May", True),
        ("The fair is to open in May.", "May", True),
        ("The fair, which was to open in May, stays shut until June.", "June", False),
    ],
)
def test_the_time_that_was_set_first(text: str, words: str, first: bool) -> None:
    question = parse_question("When was the fair put off to?")
    start = text.index(words)
    assert is_set_first(question, text, Span(start, start + len(words))) is first
    other = parse_question("When was the fair to open?")
    assert not is_set_first(other, text, Span(start, start + len(words)))


def test_who_has_left_an_office_holds_it_no_more(orsk: Assistant) -> None:
    assert "Holm" not in orsk.ask("Who is the harbour master?").lead.split(".")[0][:20]
    assert orsk.ask("Who was the harbour master in March 2031?").lead.endswith("Ida Holm")


@pytest.mark.parametrize(
    "text", ["When was the second hearing of the case?", "When was the 3rd crossing?"]
)
def test_a_noun_in_ing_behind_an_ordinal_is_what_happened(text: str) -> None:
    question = parse_question(text)
    assert not doings(question)
    assert {"hear", "cross"} & happening(question)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What was the total number of visitors?", Kind.HOW_MANY),
        ("Do the papers agree on the number of people hurt?", Kind.HOW_MANY),
        ("What is the number of the bus?", Kind.WHAT),
        ("What is the phone number of the club?", Kind.WHAT),
    ],
)
def test_the_number_of_several_asks_how_many(text: str, kind: Kind) -> None:
    assert parse_question(text).kind is kind
