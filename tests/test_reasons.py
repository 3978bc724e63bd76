"""A sentence that only points to a reason hands on to the one that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.forms.reasons import gives_reason, reason_told
from bot.assistant import Assistant
from tests.helpers import assistant_on, settings_for, write_documents
from tests.lines import told_by

RULES = """Dust from the flour can damage the lungs of millers. That is why sweeping with a broom is
forbidden in the mill. Use the wet mop.

The year of the mill ended with a loss. The main reason was a new wheel. Nobody was dismissed.

Ida Holm proposed to sell the mill. This was rejected, because the town would lose its bread.

Income fell to 900 crowns, so that the bakery had to borrow money.
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return assistant_on({"rules.md": RULES}, tmp_path)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why is sweeping with a broom forbidden in the mill?", "Dust from the flour"),
        ("Why did the year of the mill end with a loss?", "The main reason was a new wheel."),
        ("Why was Ida Holm not allowed to sell the mill?", "This was rejected, because"),
    ],
)
def test_the_sentence_that_tells_the_reason_is_quoted_first(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.quotes[0].text.startswith(told)
    assert len(answer.quotes) > 1


def test_the_reason_for_what_so_that_tells_stands_before_it(assistant: Assistant) -> None:
    answer = assistant.ask("Why did the bakery have to borrow money?")
    assert answer.lead == "Income fell to 900 crowns"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The roof lost its tiles, so that the guests had to be carried to the barn.", None),
        ("The roof lost its tiles in May so that light can come in.", "so that light can come in"),
    ],
)
def test_what_came_of_a_thing_is_no_reason_for_it(text: str, reason: str | None) -> None:
    assert told_by(reason_told, "Why did the roof lose its tiles?", text) == reason


def test_a_quote_that_was_put_behind_is_explained(assistant: Assistant) -> None:
    answer = assistant.ask("Why did the year of the mill end with a loss?")
    assert assistant.explain(answer, quote=0) is not None


def test_what_somebody_said_who_did_a_thing_is_the_reason_for_it() -> None:
    text = "Ida Holm resigned on Friday, saying that nobody had shown her the plan."
    assert (
        told_by(reason_told, "Why did Ida Holm resign?", text) == " nobody had shown her the plan"
    )


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Since no office would employ her, she drew maps at home.", True),
        ("Since 1987 she had drawn maps at home, in the kitchen.", False),
        ("They left early in protest at the shelling.", True),
        ("Do not use steel wool: it scratches the bowl.", True),
        ("The roof is protected, which is why it may not be touched.", True),
        ("The roof may not be touched before July.", False),
        ("The green colour comes from iron in the sand.", True),
        ("He cited a lack of time.", True),
        ("She resigned on Friday, saying nobody had shown her the plan.", True),
        ("She is quoted as saying nobody had shown her the plan.", False),
        ("The two met in Ostra in a bid to save the mill.", True),
        ("The bid for the mill was made in June.", False),
        ("The bridge is closed in May while its bearings are renewed.", True),
        ("The pool is shut for repairs.", True),
        ("He declined on grounds of age.", True),
        ("Keep off the bank, for the mud is deep.", True),
        ("Bring a coat, for it is cold.", True),
        ("The bench was bought in May, for the guests.", False),
        ("It is open daily, for a fee that was raised.", False),
        ("She sang while the children were playing.", False),
    ],
)
def test_what_gives_a_reason_is_told_by_its_words(text: str, does: bool) -> None:
    assert gives_reason(text, "en") is does


BELL = """The bell of Orsk was taken down on 3 May. It hangs in the school now.

The town council took down the bell, since its frame had begun to rot.
"""


def test_a_sentence_that_gives_a_reason_comes_before_one_that_gives_none(tmp_path: Path) -> None:
    answer = assistant_on({"bell.txt": BELL}, tmp_path).ask("Why was the bell taken down?")
    assert "its frame had begun to rot" in answer.quotes[0].text


def test_a_question_for_a_reason_is_doubted_where_none_is_given(tmp_path: Path) -> None:
    untold = BELL.replace(", since its frame had begun to rot", " on a cold day")
    sure = []
    for name, text in {"told": BELL, "untold": untold}.items():
        folder = write_documents(tmp_path / name, {"bell.txt": text})
        assistant = Assistant.open(settings_for(folder, tmp_path / name))
        sure.append(assistant.ask("Why was the bell taken down?").confidence)
    told, doubted = sure
    assert doubted < told


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("They stayed at home because of the snow.", True),
        ("They stayed at home, since it snowed.", True),
        ("They stayed at home, as the road was shut.", True),
        ("They stayed at home, as the mayor had said.", False),
        ("They have stayed at home since 1987.", False),
        ("They have stayed at home, since May in the cellar.", False),
    ],
)
def test_since_gives_a_reason_where_a_clause_follows(text: str, does: bool) -> None:
    assert gives_reason(text, "en") is does
