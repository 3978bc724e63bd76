"""Questions of many kinds over little collections on many subjects, each answered as one hopes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from tests.helpers import settings_for

FOLDER = Path(__file__).parent / "collections"
QUESTIONS = tomllib.loads((FOLDER / "questions.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(subject, case, id=f"{subject}: {case['ask']}")
    for subject, cases in QUESTIONS.items()
    for case in cases
]


@pytest.fixture(scope="module")
def assistants(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assistant]:
    """An assistant on each little collection."""
    return {
        subject: Assistant.open(settings_for(FOLDER / subject, tmp_path_factory.mktemp(subject)))
        for subject in QUESTIONS
    }


def first_lines(answer: Answer) -> str:
    """What a reader sees without looking at the proof: the lead and the notes.

    Where no short answer stands there, the quotes speak.
    """
    if answer.short or answer.refused:
        return "\n".join([answer.lead, *answer.notes])
    return "\n".join(quote.text for quote in answer.quotes)


@pytest.mark.parametrize(("subject", "case"), CASES)
def test_questions_on_many_subjects_are_answered(
    assistants: dict[str, Assistant], subject: str, case: dict[str, object]
) -> None:
    answer = assistants[subject].ask(str(case["ask"]))
    told = first_lines(answer)
    if "verdict" in case:
        assert answer.verdict == case["verdict"], told
    else:
        assert not answer.refused, told
    wanted = case.get("every", [case["says"]] if "says" in case else [])
    assert isinstance(wanted, list)
    missing = [pattern for pattern in wanted if not re.search(pattern, told)]
    assert not missing, told
