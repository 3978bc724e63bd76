"""The time a question asks about, the times sentences tell, and search that minds both."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.assistant import Assistant
from retrieval.times.moments import Moment, Precision, moments
from retrieval.times.periods import Relation, period_of
from tests.helpers import assistant_on

WRITTEN = datetime.date(2017, 10, 25)
FAIR = """---
title: The fair of Aurland
date: 2019-06-01
---

The fair of 2014 was visited by 300 people. The fair of 2016 was visited by 520 people. In May 2018
the fair was visited by 410 people. The band played until 1999 at every fair.
"""
NOTES = "The fair has a new tent. The mayor likes the fair.\n"


def day(year: int, month: int, day_: int) -> datetime.date:
    return datetime.date(year, month, day_)


@pytest.mark.parametrize(
    ("text", "relation", "rest"),
    [
        ("Who won before May 2017?", Relation.BEFORE, "Who won?"),
        ("Who has won since 2015?", Relation.SINCE, "Who has won?"),
        ("What was signed after 4 May?", Relation.AFTER, "What was signed?"),
        ("Who led it until 1994?", Relation.UNTIL, "Who led it?"),
        ("Who came in October?", Relation.WITHIN, "Who came?"),
        ("How many came between May and July 2016?", Relation.BETWEEN, "How many came?"),
        ("When was the latest round?", Relation.LATEST, "When was round?"),
        # the meeting may have been early in May
        ("What was signed after the May meeting?", Relation.SINCE, "What was signed meeting?"),
        ("Who led it before the 1994 vote?", Relation.UNTIL, "Who led it vote?"),
    ],
)
def test_a_bound_is_found_and_can_be_taken_out(text: str, relation: Relation, rest: str) -> None:
    found = period_of(text)
    assert found is not None
    assert (found.relation, found.without(text)) == (relation, rest)


@pytest.mark.parametrize(
    "text", ["May trainees work from home?", "Where are they from?", "Who left last year?"]
)
def test_other_questions_have_no_bound(text: str) -> None:
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("held on 23-24 January 2017", day(2017, 1, 23), day(2017, 1, 24), Precision.DAY),
        ("opened in March 2011", day(2011, 3, 1), day(2011, 3, 31), Precision.MONTH),
        ("The prize of 2015 went north.", day(2015, 1, 1), day(2015, 12, 31), Precision.YEAR),
        ("held on 15-16 February", day(2017, 2, 15), day(2017, 2, 16), Precision.DAY),
        ("starts on 30 October", day(2017, 10, 30), day(2017, 10, 30), Precision.DAY),
        ("agreed in December", day(2017, 12, 1), day(2017, 12, 31), Precision.MONTH),
    ],
)
def test_a_sentence_tells_a_time(
    text: str, first: datetime.date, last: datetime.date, precision: Precision
) -> None:
    assert moments(text, language="en", written=WRITTEN) == [Moment(first, last, precision)]


def test_a_date_without_year_in_an_undated_text_tells_no_time() -> None:
    assert moments("held on 15 February", language="en", written=None) == []
    assert moments("2015 ships came on Saturday", language="en", written=WRITTEN) == []


@pytest.fixture
def fair(tmp_path: Path) -> Assistant:
    return assistant_on({"fair.md": FAIR, "notes.txt": NOTES}, tmp_path)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("How many people visited the fair before 2015?", "The fair of 2014"),
        ("How many people visited the fair since 2017?", "In May 2018"),
        ("How many people visited the fair between 2015 and 2017?", "The fair of 2016"),
        ("How many people visited the latest fair?", "In May 2018"),
        ("Who played until 1999?", "The band played"),
    ],
)
def test_what_lies_outside_the_time_asked_about_is_left_out(
    fair: Assistant, question: str, quoted: str
) -> None:
    assert fair.ask(question).quotes[0].text.startswith(quoted)


def test_where_nothing_lies_inside_nothing_is_claimed(fair: Assistant) -> None:
    answer = fair.ask("How many people visited the fair before 1990?")
    assert answer.refused


def test_why_explains_what_was_found_for_a_bounded_question(fair: Assistant) -> None:
    answer = fair.ask("How many people visited the fair since 2017?")
    explanation = fair.explain(answer)
    assert explanation is not None
    assert explanation.passage.text.startswith("In May 2018")


def test_a_timeline_gives_dated_quotes_in_order(fair: Assistant) -> None:
    told = fair.timeline("the fair")
    assert [entry.moment.first.year for entry in told.entries] == [1999, 2014, 2016, 2018]
    assert (told.page, told.pages) == (1, 1)
    assert fair.timeline("submarines").entries == ()


@pytest.mark.parametrize("text", ["timeline of the fair", "Show me the timeline of the fair?"])
def test_a_sentence_may_ask_for_a_timeline(fair: Assistant, text: str) -> None:
    asked = fair.timeline_asked(text)
    assert asked is not None
    assert asked[0].entries == fair.timeline("the fair").entries


@pytest.mark.parametrize("text", ["timeline", "timeline of submarines", "When was the fair?", ""])
def test_what_asks_for_no_timeline_or_finds_none_is_a_question(fair: Assistant, text: str) -> None:
    assert fair.timeline_asked(text) is None


def test_a_timeline_has_pages(tmp_path: Path) -> None:
    years = range(1990, 2001)
    text = "\n\n".join(f"The regatta of {year} had {year % 7 + 3} boats." for year in years)
    assistant = assistant_on({"regatta.txt": text}, tmp_path)
    pages = [assistant.timeline("regatta", page=number) for number in (1, 2, 3, 9)]
    told = [entry.moment.first.year for page in pages[:3] for entry in page.entries]
    assert told == list(years)
    assert pages[3] == pages[2]
