"""Open questions about an event: the reports on it are quoted, not what only names it."""

from __future__ import annotations

import datetime

import pytest

from bot.answering.reports.asked import Aspect, aspect_of, named, without_general
from bot.assistant import Assistant
from retrieval.by_date import ByDate
from retrieval.question import parse_question
from tests.helpers import assistant_on

DOCUMENTS = {
    "1.md": """---
title: Bell tower of Ostry leans after frost
publisher: Vale Post
date: 2016-02-05
---

The bell tower of Ostry began to lean on Thursday when frost cracked its western wall.

Nobody was hurt, but forty neighbours had to sleep in the gymnasium. In 1911 the tower had burnt
down to the first floor.
""",
    "2.md": """---
title: Bell tower of Ostry held up by steel
publisher: Vale Post
date: 2016-03-19
---

Builders have propped up the bell tower of Ostry with twelve beams of steel.

What happened in the frost must not happen again, said the sexton Ilja Brod. The bells will ring
again at Whitsun.
""",
    "3.md": """---
title: First pilots' council meets in Lemberk
publisher: River Sheet
date: 2018-05-03
---

Pilots from Dorn, Kestrel and Aumont met in Lemberk on Wednesday for their first council.

Observers from the river police listened. The council agreed to light the narrows of Tolm by night.
They did not agree on a common fee.

The second council will be held in Aumont in October.
""",
    "4.md": """---
title: Second pilots' council breaks up in Aumont
publisher: River Sheet
date: 2018-10-20
---

The second council of the pilots broke up in Aumont on Friday without any agreement.

The delegations of Dorn and Aumont left at noon. Speaking of the first council, Wanda Reil of
Kestrel said that the lights of Tolm had been worth it.
""",
    "5.md": """---
title: "Parish meeting of 7 June 2019: minutes"
publisher: Parish of Ostry
date: 2019-06-09
---

## Present
Chair Olga Minn; members Petr Aust, Lena Krohn and Tibor Falk.

## Graveyard
The meeting decided to plant forty limes in the graveyard. Tibor Falk voted against.

## Organ
The repair of the organ was put off until spring.
""",
    "6.txt": "Whatever happened to good manners? I will tell you what happened: nobody cares.\n",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on reports of a tower, of two councils and of a parish meeting."""
    return assistant_on(DOCUMENTS, tmp_path_factory.mktemp("reports"))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What happened in Ostry?", "The bell tower of Ostry began"),
        ("what happened to the bell tower", "The bell tower of Ostry began"),
        ("Tell me about the bell tower", "The bell tower of Ostry began"),
        ("Can you give me a summary of the bell tower affair?", "The bell tower of Ostry began"),
        ("What's the latest on the bell tower?", "Builders have propped up"),
        ("Any news of the bell tower?", "Builders have propped up"),
        ("What happened on 5 February 2016?", "The bell tower of Ostry began"),
        ("What happened in March 2016?", "Builders have propped up"),
        ("What happened on 7 June 2019?", "The meeting decided to plant"),
        ("Summary of the meeting on 7 June", "The meeting decided to plant"),
    ],
)
def test_a_story_is_told_by_the_lead_of_its_report(
    reports: Assistant, question: str, opening: str
) -> None:
    answer = reports.ask(question)
    assert not answer.refused
    assert answer.quotes[0].text.startswith(opening)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who was at the first council?", "Pilots from Dorn, Kestrel and Aumont"),
        ("Who took part in the 2nd council?", "The delegations of Dorn and Aumont"),
        ("Who was at the meeting on 7 June 2019?", "Chair Olga Minn; members Petr Aust"),
        ("What was agreed at the first council?", "The council agreed to light the narrows"),
        ("What was the outcome of the second council?", "The second council of the pilots broke"),
        ("What was decided on 7 June 2019?", "The meeting decided to plant forty limes"),
        ("What happens next with the bell tower?", "The bells will ring"),
    ],
)
def test_what_is_asked_of_an_event_is_told_by_the_report_on_it(
    reports: Assistant, question: str, opening: str
) -> None:
    assert reports.ask(question).quotes[0].text.startswith(opening)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in Brackel?",
        "What happened on 9 July 2017?",
        "Summary of the meeting on 12 August",
        "Who was at the eighth council?",
        "Where was the eighth council held?",
        "What was the outcome of the lawsuit?",
        "What did the sheriff say about the bell tower?",
    ],
)
def test_other_events_are_not_told(reports: Assistant, question: str) -> None:
    assert reports.ask(question).refused


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("What happened at the quay?", Aspect.STORY),
        ("Summarise the trial", Aspect.STORY),
        ("what do we know about the robbery", Aspect.STORY),
        ("Is there any news about the ferry?", Aspect.LATEST),
        ("What's new at the zoo?", Aspect.LATEST),
        ("Which countries took part in the talks?", Aspect.ATTENDANCE),
        ("How did the strike end?", Aspect.OUTCOME),
        ("What did the board decide about the roof?", Aspect.OUTCOME),
        ("What's next for the mine?", Aspect.NEXT),
        ("What is the quarrel over the mill about?", Aspect.SUBJECT),
        ("What did Dorn and Aumont disagree about?", Aspect.DISPUTE),
        ("What happens if I lose my ticket?", None),
        ("How many people took part?", None),
        ("How long does the update take?", None),
        ("Who was at the wheel?", Aspect.ATTENDANCE),
        ("When was the meeting?", None),
    ],
)
def test_what_a_question_asks_of_an_event(question: str, aspect: Aspect | None) -> None:
    assert aspect_of(parse_question(question)) is aspect


def test_an_event_is_named_by_the_words_that_ask_nothing() -> None:
    event = named(parse_question("What was decided about the harbour dispute on 4 May?"))
    assert event == {"harbour", "disput"}
    assert without_general(event, "en") == {"harbour"}


def test_documents_are_found_by_their_date(reports: Assistant) -> None:
    dated = ByDate(reports.snapshot.retriever.passages.documents)
    assert dated.years == range(2016, 2020)
    assert dated.written(datetime.date(2016, 2, 5), datetime.date(2016, 3, 18)) == [0]
    assert dated.written(datetime.date(2018, 1, 1), datetime.date(2018, 12, 31)) == [2, 3]
    assert dated.written(datetime.date(2031, 1, 1), datetime.date(2031, 2, 1)) == []
    assert ByDate([]).years == range(0)


def test_what_the_documents_are_about_is_told_by_their_titles(reports: Assistant) -> None:
    answer = reports.ask("What is this folder about?")
    assert answer.lead.startswith(
        "There are 6 documents here. The newest: “Parish meeting of 7 June"
    )
    assert "First pilots' council meets in Lemberk" in answer.lead
    assert answer.offers
    assert not reports.ask(answer.offers[0]).refused
