"""Questions as people paste them: quoted, itemised, in bold, with a link beside them."""

from __future__ import annotations

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant

HIGH = "How high is the tower?"
LINK = "https://harbour.example/towers?page=2"


@pytest.mark.parametrize(
    "pasted",
    [
        *(f"**{HIGH}**", f"_{HIGH}_", f'"{HIGH}"', f"> {HIGH}", f"- {HIGH}", f"> **{HIGH}**"),
        *(f"{HIGH} {LINK}", f"{HIGH}\n{LINK}", f"{LINK}\n\n{HIGH}", f"{HIGH}\n{LINK}\n"),
        *(f"'; DROP towers; -- {HIGH}", f"{{{{7*7}}}} {HIGH}", f"{HIGH} ${{x}}"),
        f"&quot;{HIGH}&quot;",
    ],
)
def test_it_is_answered_as_the_question_alone(assistant: Assistant, pasted: str) -> None:
    for before in ("Who was the last keeper?", f'"{HIGH}"'):
        assistant.ask(before, conversation=pasted)
        answer = assistant.ask(pasted, conversation=pasted)
        assert (answer.lead, answer.question.text) == ("31 metres", HIGH)


@pytest.mark.parametrize("message", [LINK, "**", ">", '""', "- "])
def test_where_nothing_else_stands_it_asks_nothing(assistant: Assistant, message: str) -> None:
    assert assistant.ask(message).verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    "asked",
    [
        f"What is told at {LINK}",
        f"What does {LINK} say?",
        '"Skarvoy" or "Bergen"',
        "*Havørn* or *Skarvoy*?",
        "-5 degrees?",
        "What does a { mean?",
        "The tower; how high is it -- or was it?",
    ],
)
def test_what_belongs_to_the_question_stays(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(asked).question.text == asked
