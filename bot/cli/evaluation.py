"""`quoth evaluate`: an operator's own questions asked, judged, and held against the last run."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console as Terminal
from rich.table import Table

from bot.answer import Answer
from bot.assistant import Assistant
from bot.cli.examples import Example, Outcome, judge, read_examples
from bot.errors import ExamplesError
from bot.settings import Settings
from retrieval.evaluation.measures import calibration_error

CONVERSATION = "evaluation"
_FIGURES = ("right", "short", "grounded", "false refusals", "honest", "sides")
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the last run, by the names of questions; `figures` are differences."""

    better: tuple[str, ...]
    worse: tuple[str, ...]
    figures: Figures


def evaluate_report(settings: Settings, file: Path, *, as_json: bool, plot: Path | None) -> None:
    """Ask the questions of `file`, print the figures and what changed, keep the run.

    Raises ExamplesError when the file can't be used, PlotError when plots can't be drawn.
    """
    examples = read_file(file)
    if plot is not None:
        from bot.cli.plotting import needed

        needed()
    assistant = Assistant.open(settings)
    outcomes = [judge(example, asked(assistant, example)) for example in examples]
    place = _place(settings, file)
    changes = compared(outcomes, _last(place))
    if as_json:
        sys.stdout.write(json.dumps(_record(outcomes, changes), ensure_ascii=False) + "\n")
    else:
        _print(outcomes, changes, Terminal(highlight=False, markup=False, emoji=False))
    if plot is not None:
        from bot.cli.plotting import draw

        draw(outcomes, plot, found=settings.answers.found, tentative=settings.answers.tentative)
    _keep(place, outcomes)


def read_file(file: Path) -> list[Example]:
    """The examples of a file; raises ExamplesError with what is wrong with it, and where."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return read_examples(lines)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ExamplesError(f"{file}: the questions can't be read: {reason}.") from None
    except ExamplesError as error:
        raise ExamplesError(
            "\n".join(f"{file}: {line}" for line in str(error).splitlines())
        ) from None


def asked(assistant: Assistant, example: Example) -> Answer:
    """The answer to an example's question, in a conversation of its own."""
    assistant.forget(CONVERSATION)
    for earlier in example.dialogue:
        assistant.ask(earlier, conversation=CONVERSATION)
    return assistant.ask(example.question, conversation=CONVERSATION)


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Shares from 0 to 1 of the questions each applies to; none that applies to no question.

    `calibration error` is the mean distance between confidence and the share answered rightly.
    """
    answerable = [o for o in outcomes if o.answerable]
    flags: dict[str, list[bool]] = {
        "right": [o.right for o in outcomes if o.right is not None],
        "short": [o.short for o in outcomes if o.short is not None],
        "grounded": [o.grounded for o in outcomes if o.grounded is not None],
        "false refusals": [o.refused for o in answerable],
        "honest": [o.honest for o in outcomes if o.honest is not None],
        "sides": [o.sides for o in outcomes if o.sides is not None],
    }
    found = {name: sum(told) / len(told) for name, told in flags.items() if told}
    if outcomes:
        confidences = [o.confidence for o in outcomes]
        found["calibration error"] = calibration_error(
            confidences, [bool(o.right) for o in outcomes]
        )
    return found


def compared(outcomes: Sequence[Outcome], last: dict[str, Any] | None) -> Changes | None:
    """What differs from the last run; None where there was none that can be read."""
    if last is None:
        return None
    good = {o.name: is_good(o) for o in outcomes}
    before = {name: flag for name, flag in last["good"].items() if name in good}
    now, then = figures(outcomes), last["figures"]
    return Changes(
        better=tuple(name for name, flag in before.items() if good[name] and not flag),
        worse=tuple(name for name, flag in before.items() if flag and not good[name]),
        figures={name: now[name] - then[name] for name in now if name in then},
    )


def is_good(outcome: Outcome) -> bool:
    """Whether a reply is right, or honest where the documents don't answer."""
    return bool(outcome.right if outcome.answerable else outcome.honest)


def _place(settings: Settings, file: Path) -> Path:
    """Where the last run of a file over a folder is kept: beside the indexes."""
    key = f"{file.resolve()}\n{settings.documents.folder.resolve()}"
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return settings.index.folder / "evaluations" / f"{name}.json"


def _last(place: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        good, numbers = told["good"], told["figures"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told if isinstance(good, dict) and isinstance(numbers, dict) else None


def _keep(place: Path, outcomes: Sequence[Outcome]) -> None:
    record = {"good": {o.name: is_good(o) for o in outcomes}, "figures": figures(outcomes)}
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(record), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{place}: this run can't be kept for the next: {error.strerror}.\n")


def _by_kind(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    kinds = sorted({o.kind for o in outcomes})
    return {kind: [o for o in outcomes if o.kind == kind] for kind in kinds}


def _record(outcomes: Sequence[Outcome], changes: Changes | None) -> dict[str, Any]:
    return {
        "questions": len(outcomes),
        "figures": figures(outcomes),
        "kinds": {kind: figures(told) for kind, told in _by_kind(outcomes).items()},
        "changes": asdict(changes) if changes else None,
        "outcomes": [asdict(outcome) for outcome in outcomes],
    }


def _print(outcomes: Sequence[Outcome], changes: Changes | None, terminal: Terminal) -> None:
    """Print the figures by kind of question, the replies that were wrong, and what has changed."""
    table = Table(box=None)
    table.add_column("")
    for name in ("questions", *_FIGURES):
        table.add_column(name, justify="right")
    for kind, told in {**_by_kind(outcomes), "all": list(outcomes)}.items():
        shares = figures(told)
        cells = [f"{shares[name]:.0%}" if name in shares else "–" for name in _FIGURES]
        table.add_row(kind, str(len(told)), *cells)
    terminal.print(table)
    error = figures(outcomes)["calibration error"]
    terminal.print(f"Confidence differs from the share answered rightly by {error:.0%} on average.")
    for outcome in outcomes:
        if not is_good(outcome):
            what = "refused" if outcome.refused else "answered"
            terminal.print(
                f"wrong: {outcome.name} ({outcome.kind}), {what}: {_short(outcome.answer)}"
            )
    _print_changes(changes, terminal)


def _print_changes(changes: Changes | None, terminal: Terminal) -> None:
    if changes is None:
        terminal.print("This is the first run of these questions on these documents.")
        return
    moved = [f"{name} {gap:+.0%}" for name, gap in changes.figures.items() if round(gap, 2)]
    terminal.print(f"Since the last run: {', '.join(moved) or 'the same figures'}.")
    for word, names in (("right now", changes.better), ("wrong now", changes.worse)):
        if names:
            terminal.print(f"{word}: {', '.join(names)}", soft_wrap=True)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"
