"""How something is done is told by the instructions below the heading that names the task."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.forms.tasks import instructs, named_task, task_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

KILN = """# The Ember kiln

## 1. Firing a glaze

A glaze fired by hand in a cold kiln needs patience. Many potters ask how a glaze is best fired.
Press Start twice, then hold the lower key for three seconds.

## 2. Replacing and cleaning the shelves

Shelves wear out. To get one out, lift it at the front and pull it towards you.

## 3. Error reporting

You should write to the workshop and give the number on the door.

## 4. Drying clay

Clay dries in a week. It is then the colour of chalk.

## 5. About this kiln

People who fire a glaze here fire a glaze in a kiln built to fire a glaze. When you clean shelves,
clean shelves last. Report an error as an error. To dry clay means to dry clay as a potter dries it.
"""


@pytest.fixture(scope="module")
def pottery(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"kiln.md": KILN}, tmp_path_factory.mktemp("pottery"))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("how do I fire a glaze?", "Press Start twice"),
        ("what is the way to clean the shelves", "To get one out, lift it"),
        ("how can one report an error?", "You should write to the workshop"),
        ("I want to fire a glaze", "Press Start twice"),
    ],
)
def test_the_instruction_below_the_heading_is_quoted_first(
    pottery: Assistant, question: str, quote: str
) -> None:
    assert pottery.ask(question).quotes[0].text.startswith(quote)


@pytest.mark.parametrize(
    "question",
    ["how do I dry clay?", "when do I fire a glaze?", "how do I know what glaze to fire?"],
)
def test_a_section_without_instructions_or_of_no_task_is_left_where_it_was(
    pottery: Assistant, question: str
) -> None:
    assert not instructs(pottery.ask(question).quotes[0].text)


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("How do I actually fire a glaze?", "fire"),
        ("how to dry clay", "dri"),
        ("I need to replace a shelf", "replac"),
        ("How do I find out why it smells?", ""),
        ("How many shelves are there?", ""),
        ("Who fires the glaze?", ""),
    ],
)
def test_what_a_question_asks_how_to_do(question: str, verb: str) -> None:
    assert task_asked(parse_question(question)) == verb


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Drying clay", "Drying clay"),
        ("How to dry clay", "How to dry clay"),
        ("Cutting, drying and storing clay", "drying clay"),
        ("Dry the clay", "Dry the clay"),
        ("Clay drying", "Clay drying"),
        ("Dry clay", ""),
        ("Firing clay", ""),
        ("The drying of clay takes long", ""),
    ],
)
def test_the_task_that_a_heading_names(heading: str, named: str) -> None:
    assert named_task(heading, "dri") == named


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Click Save and wait.", True),
        ("Then open the lid.", True),
        ("To fire it, press the green key.", True),
        ("In the menu, choose Fire.", True),
        ("If it is dry, you need to wet it.", True),
        ("2) Lift the shelf.", True),
        ("Open kilns lose heat.", False),
        ("The kiln is opened by the potter.", False),
        ("Check Positions Group", False),
        ("You can see smoke.", False),
        ("Press is a word for a machine.", False),
    ],
)
def test_which_sentences_tell_what_to_do(text: str, does: bool) -> None:
    assert instructs(text) is does


def test_a_whole_list_of_steps_stays_whole(tmp_path: Path) -> None:
    steps = "# The kite\n\n## Folding the kite\n\n1. Cut the string.\n2. Fold the wings.\n"
    lead = assistant_on({"kite.md": steps}, tmp_path).ask("how do I fold the kite?").lead
    assert "Cut the string" in lead
    assert "Fold the wings" in lead
