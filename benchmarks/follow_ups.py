"""Conversations: whether questions that lean on earlier ones find what was meant.

    python -m benchmarks.follow_ups benchmarks/dialogues/*.jsonl [--failures] [--json]

Each line of a file is a dialogue, `{"collection": FOLDER, "turns": [{"say", "quote", "searched",
"fresh"}]}`; the folder lies beside the file and holds invented documents. A turn is right where the
first quote holds the words `quote`; it is complete where what was searched for holds every word of
`searched`, or, where `fresh` is true, is the message itself. `dev.jsonl` was used to make the
rules, `held.jsonl`, of other collections, was written before them and never looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.report import Figures, Rows, run, show
from bot.assistant import Assistant
from bot.settings import load_settings


@dataclass(frozen=True, slots=True)
class Judged:
    """One turn: its place in the dialogue from 0, whether it was right and, if told, complete."""

    place: int
    right: bool
    complete: bool | None
    told: str


def main(argv: Sequence[str]) -> None:
    """Measure with the files named."""
    parser = argparse.ArgumentParser(description="Whether follow-ups find what was meant.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--failures", action="store_true", help="show the turns that failed")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    found: dict[str, Rows] = {}
    for path in given.paths:
        judged = judge(path)
        found[path.name] = {"Quoth": figures(judged)}
        if given.failures:
            for turn in judged:
                if not turn.right or turn.complete is False:
                    sys.stdout.write(turn.told + "\n")
    show(found, as_json=given.json)


def judge(path: Path) -> list[Judged]:
    """Every turn of every dialogue of a file."""
    judged: list[Judged] = []
    assistants: dict[str, Assistant] = {}
    with tempfile.TemporaryDirectory() as cache:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            dialogue = json.loads(line)
            name = dialogue["collection"]
            if name not in assistants:
                shipped = load_settings(documents=path.parent / name, environment={})
                assistants[name] = Assistant.open(shipped.with_index_in(Path(cache)))
            for place, turn in enumerate(dialogue["turns"]):
                judged.append(_turn(assistants[name], turn, place, f"{path.name}:{number}"))
    return judged


def _turn(assistant: Assistant, turn: dict[str, object], place: int, key: str) -> Judged:
    say, quote = str(turn["say"]), str(turn["quote"])
    answer = assistant.ask(say, conversation=key)
    searched = answer.question.text
    first = " ".join(answer.quotes[0].text.split()) if answer.quotes else ""
    complete: bool | None = None
    words = turn.get("searched")
    if turn.get("fresh"):
        complete = searched == say
    elif isinstance(words, list):
        complete = all(str(word).casefold() in searched.casefold() for word in words)
    right = quote.casefold() in first.casefold()
    told = f"{key} {place} {'+' if right else '-'} {say!r}: searched {searched!r}, found {first!r}"
    return Judged(place=place, right=right, complete=complete, told=told)


def figures(judged: Sequence[Judged]) -> Figures:
    """The share of turns that were right, by place, and of completed questions."""
    later = [turn for turn in judged if turn.place]
    shares = {
        "questions": float(len(judged)),
        "opening right": _share([turn.right for turn in judged if not turn.place]),
        "follow-ups right": _share([turn.right for turn in later]),
        "first": _share([turn.right for turn in later if turn.place == 1]),
        "second and later": _share([turn.right for turn in later if turn.place > 1]),
        "complete": _share([turn.complete for turn in judged if turn.complete is not None]),
    }
    return {name: share for name, share in shares.items() if not np.isnan(share)}


def _share(flags: Sequence[bool]) -> float:
    return float(np.mean(flags)) if flags else float("nan")


if __name__ == "__main__":
    run(main)
