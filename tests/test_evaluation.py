"""`quoth evaluate`: an operator's own questions, the figures, what changed, and plots."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from bot.cli.evaluation import evaluate_report
from bot.cli.examples import read_examples
from bot.cli.plotting import MISSING, needed
from bot.errors import ExamplesError, PlotError
from bot.settings import Settings

LINES: list[dict[str, object]] = [
    {"id": "built", "question": "When was the lighthouse built?", "answer": "1874"},
    {
        "id": "keeper",
        "question": "when did he leave?",
        "dialogue": ["Who was the last keeper?"],
        "answer": ["3 March 1986", "in 1986"],
        "document": "lighthouse.md",
        "quote": "left the island",
    },
    {
        "id": "payers",
        "question": "Who paid for the restoration?",
        "answers": ["fisher", "Bergen"],
        "need": 2,
    },
    {"id": "pope", "question": "Who is the pope?", "answerable": False},
    {
        "id": "wrong",
        "question": "How many cars does the ferry carry?",
        "answer": "99",
        "kind": "cars",
    },
]


def questions(folder: Path, lines: list[dict[str, object]]) -> Path:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


def told(settings: Settings, file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    evaluate_report(settings, file, as_json=True, plot=None)
    record = json.loads(capsys.readouterr().out)
    assert isinstance(record, dict)
    return record


def test_the_figures_say_what_is_right_grounded_and_refused(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = told(settings, questions(tmp_path, LINES), capsys)
    figures = record["figures"]
    assert isinstance(figures, dict)
    assert (figures["right"], figures["grounded"]) == (0.75, 1.0)
    assert (figures["false refusals"], figures["honest"]) == (0.0, 1.0)
    assert 0 <= figures["calibration error"] <= 1
    assert record["kinds"]["cars"]["right"] == 0.0  # type: ignore[index]
    assert record["changes"] is None


def test_an_honest_reply_is_what_the_question_expects(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = {"question": "When was the lighthouse built?", "answerable": False, "answer": "1874"}
    lines = [
        {"id": "greeting", "question": "hello", "answerable": False, "expect": "no-passage"},
        {"id": "thanks", "question": "thanks", "answerable": False, "expect": "non-answer"},
        {"id": "may be told", "expect": "either", **built},
        {"id": "wrongly told", "expect": "either", **built, "answer": "1999"},
        {"id": "told", **built},
    ]
    outcomes = told(settings, questions(tmp_path, lines), capsys)["outcomes"]
    assert isinstance(outcomes, list)
    assert {outcome["name"]: outcome["honest"] for outcome in outcomes} == {
        "greeting": True,
        "thanks": True,
        "may be told": True,
        "wrongly told": False,
        "told": False,
    }


def test_the_next_run_tells_what_has_changed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = questions(tmp_path, LINES)
    told(settings, file, capsys)
    mended = [*LINES[:-1], {**LINES[-1], "answer": "18"}]
    spoilt = [{**mended[0], "answer": "1900"}, *mended[1:]]
    questions(tmp_path, spoilt)
    changes = told(settings, file, capsys)["changes"]
    assert isinstance(changes, dict)
    assert (changes["better"], changes["worse"]) == (["wrong"], ["built"])
    assert changes["figures"]["right"] == 0.0
    evaluate_report(settings, file, as_json=False, plot=None)
    printed = capsys.readouterr().out
    assert "Since the last run: the same figures." in printed
    assert "wrong: built (when), answered: 1874" in printed


def test_a_faulty_file_is_refused_with_each_fault_and_its_line() -> None:
    lines = [
        "{",
        '{"question": "Who?"}',
        '{"question": "Who?", "answers": ["("]}',
        '{"question": "Who?", "answer": 3}',
        '{"question": "Who?", "answer": "x", "id": "a"}',
        '{"question": "Who?", "answer": "x", "id": "a"}',
    ]
    with pytest.raises(ExamplesError) as caught:
        read_examples(lines)
    faults = str(caught.value).splitlines()
    assert [fault.split(":")[0] for fault in faults] == [f"line {n}" for n in (1, 2, 3, 4, 6)]
    assert 'neither "answer" nor "quote"' in faults[1]
    with pytest.raises(ExamplesError, match="no questions"):
        read_examples([" "])


def test_the_plot_is_drawn(settings: Settings, tmp_path: Path) -> None:
    if importlib.util.find_spec("matplotlib") is None:
        pytest.skip("the extra `plot` is not installed")
    picture = tmp_path / "picture.png"
    evaluate_report(settings, questions(tmp_path, LINES), as_json=True, plot=picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_the_extra_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(PlotError) as caught:
        needed()
    assert str(caught.value) == MISSING


def test_where_documents_differ_every_side_must_be_shown(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    built: dict[str, object] = {"question": "When was the lighthouse built?", "answer": "1874"}
    lines = [
        {"id": "told", **built, "sides": ["1874"]},
        {"id": "untold", **built, "sides": ["1874", "1999"]},
    ]
    outcomes = told(settings, questions(tmp_path, lines), capsys)["outcomes"]
    assert isinstance(outcomes, list)
    assert [outcome["sides"] for outcome in outcomes] == [True, False]
