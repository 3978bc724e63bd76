"""Where documents differ, a reply shows every side with its date; where they agree, it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Answer, Verdict
from bot.assistant import Assistant
from bot.cli.batch import record
from bot.rendering import render_answer
from tests.helpers import assistant_on

EARLY = """---
title: Storm over Skarvoy
date: 2019-01-08
---

The storm of Sunday night damaged 40 boats in the harbour of Skarvoy. The lamp of the lighthouse
went out. The school was closed for two days.
"""
LATE = """---
title: After the storm
date: 2019-01-12
---

The storm damaged 65 boats in the harbour of Skarvoy, the harbour master said. The lamp of the
lighthouse did not go out. For two days the school was closed.
"""
UNDATED = """# The harbour master remembers

The storm damaged 65 boats in the harbour. It was the worst in a century.
"""


@pytest.fixture
def islanders(tmp_path: Path) -> Assistant:
    """An assistant on three reports of one storm."""
    return assistant_on({"early.md": EARLY, "late.md": LATE, "undated.md": UNDATED}, tmp_path)


def shown(assistant: Assistant, answer: Answer) -> str:
    return render_answer(answer, assistant.phrases()).text


def test_different_numbers_stand_side_by_side_with_their_dates(islanders: Assistant) -> None:
    answer = islanders.ask("How many boats did the storm damage?")
    assert answer.verdict is Verdict.DISPUTED
    assert {side.claim for side in answer.sides} == {"40 boats", "65 boats"}
    text = shown(islanders, answer)
    assert "40 boats" in answer.lead
    assert "65 boats" in answer.lead
    for line in ("8 January 2019", "undated"):
        assert line in text


def test_sources_that_say_the_same_make_one_side(islanders: Assistant) -> None:
    answer = islanders.ask("How many boats did the storm damage?")
    sizes = sorted(len(side.quotes) for side in answer.sides)
    assert sizes == [1, 2]


def test_opposite_statements_are_shown_whole(islanders: Assistant) -> None:
    answer = islanders.ask("Did the lamp of the lighthouse go out?")
    assert answer.verdict is Verdict.DISPUTED
    assert not answer.short
    assert {quote.passage.document.id for quote in answer.quotes[:2]} == {"early.md", "late.md"}


def test_agreement_is_told_above_the_second_quote(islanders: Assistant) -> None:
    answer = islanders.ask("How long was the school closed?")
    assert answer.verdict is Verdict.FOUND
    (side,) = answer.sides
    assert len(side.quotes) == 2
    assert "Another source says the same:" in shown(islanders, answer)


def test_a_difference_that_nobody_asked_for_is_left_alone(islanders: Assistant) -> None:
    answer = islanders.ask("In which harbour did the storm damage boats?")
    assert answer.verdict is Verdict.FOUND


def test_the_record_holds_every_side(islanders: Assistant) -> None:
    answer = islanders.ask("How many boats did the storm damage?")
    told = record(answer, name="1", milliseconds=0)
    assert told["verdict"] == "DISPUTED"
    texts = " ".join(passage["text"] for passage in told["passages"][:3])
    assert "40 boats" in texts
    assert "65 boats" in texts


WIRE = """---
date: 2020-05-05
---

Around 300 guests were led out of the Grand Astoria in Marvik after smoke spread through the hotel
on Monday, said Ida Holm of the Marvik fire service. Nobody was hurt.
"""
PAPER = """---
date: 2020-05-06
---

Smoke from a kitchen forced 240 guests to leave the Grand Astoria on Monday. In Marvik beds were set
up, Ida Holm said. The hotel has 900 beds.
"""
ELSEWHERE = """---
date: 2020-05-06
---

Smoke forced 90 guests to leave the Hotel Bellevue in Ostra on Monday, said Nils Lund of the police.
"""


@pytest.mark.parametrize(
    ("other", "claims"),
    [
        (PAPER, {"Around 300 guests", "240 guests"}),
        (PAPER.replace("240", "12"), set()),
        (ELSEWHERE, set()),
    ],
)
def test_two_reports_of_one_event_may_give_different_amounts_in_other_words(
    tmp_path: Path, other: str, claims: set[str]
) -> None:
    assistant = assistant_on({"wire.md": WIRE, "other.md": other}, tmp_path)
    answer = assistant.ask("How many guests did the smoke drive out of the Grand Astoria?")
    assert {side.claim for side in answer.sides if len(answer.sides) > 1} == claims


BOTH_HURT = """---
date: 2020-05-06
---

Smoke spread through the Grand Astoria in Marvik on Monday, and 240 people were led out, said Ida
Holm of the Marvik fire service. The hotel employs 73 people. A fire in 1987 drove out 90 people.
"""


@pytest.mark.parametrize(
    "question",
    ["How many people are employed at the Grand Astoria?", "How many people were led out?"],
)
def test_people_who_do_other_things_or_did_them_long_ago_are_no_other_side(
    tmp_path: Path, question: str
) -> None:
    wire = WIRE.replace("guests were led out of", "people fled from")
    assistant = assistant_on({"wire.md": wire, "other.md": BOTH_HURT}, tmp_path)
    claims = [side.claim for side in assistant.ask(question).sides]
    assert not {"73 people", "90 people"} & set(claims[1:])


def test_documents_on_things_of_other_names_take_no_sides(tmp_path: Path) -> None:
    dishes = {
        "one.md": "# Plain Lefse\n\nYou need 4 potatoes for the dough. Serve it warm.\n",
        "two.md": "# Kvernes Lefse\n\nYou need 7 potatoes for the dough. Serve it cold.\n",
    }
    answer = assistant_on(dishes, tmp_path).ask(
        "How many potatoes do I need for the Kvernes lefse?"
    )
    assert answer.verdict is not Verdict.DISPUTED
    assert answer.lead.startswith("7")
