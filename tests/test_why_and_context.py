"""Why a quote was chosen, with parts that add up, and the paragraphs around it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant import Assistant
from bot.screens import render_explanation
from bot.screens.answers import adding_up

BUILT = "When was the lighthouse of Skarvoy built by dragons?"


def test_the_parts_shown_add_up_to_the_sums_shown(assistant: Assistant) -> None:
    answer = assistant.ask(BUILT)
    explanation = assistant.explain(answer)
    assert explanation is not None
    shown = render_explanation(explanation, assistant.phrases()).text
    words, signs = shown.split("What speaks for it")
    total = float(re.findall(r"together (\d+\.\d\d)", words)[0])
    parts = [float(found) for found in re.findall(r"(?m)^(\d+\.\d\d) \(", words)]
    assert sum(parts) == pytest.approx(total, abs=1e-9)
    *amounts, in_all = [float(found) for found in re.findall(r"(?m)^([+-]\d+\.\d\d) ", signs)]
    assert sum(amounts) == pytest.approx(in_all, abs=1e-9)
    assert "Not in it: dragons" in words


def test_what_the_conversation_adds_is_one_of_the_parts(assistant: Assistant) -> None:
    assistant.ask("Who was the last keeper?", conversation="a")
    answer = assistant.ask("when did he leave?", conversation="a")
    explanation = assistant.explain(answer)
    assert explanation is not None
    assert "nearness" in {part.name for part in explanation.reasons}
    assert sum(part.amount for part in explanation.reasons) == pytest.approx(explanation.odds)


@given(st.lists(st.floats(min_value=-9, max_value=9), min_size=1, max_size=9))
def test_rounded_parts_add_up(amounts: list[float]) -> None:
    total = sum(amounts)
    assert sum(adding_up(amounts, total)) == pytest.approx(round(total, 2), abs=1e-9)


def test_a_context_is_the_paragraph_and_one_may_read_on(assistant: Assistant) -> None:
    answer = assistant.ask("Who was the last keeper?")
    reference = answer.quotes[0].reference
    here = assistant.paragraph(reference)
    assert here is not None
    texts = [passage.text for passage in here.passages]
    assert texts[here.position] == answer.quotes[0].text
    assert texts[-1].startswith("The council did not sell")
    later = assistant.paragraph(reference, step=1)
    assert later is not None
    assert later.passages[0].text.startswith("The restoration cost")
    assert (later.position, later.later) == (-1, False)
    assert assistant.paragraph(reference, step=9) == later
