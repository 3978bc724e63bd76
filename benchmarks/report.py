"""What every benchmark command shares: its arguments, its table, its one JSON object."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from retrieval.errors import RetrievalError

WIDTH = 140  # characters of a table at the most where the terminal is no wider
Figures = dict[str, float]
Rows = dict[str, Figures]


def arguments(about: str, *, paths: str) -> argparse.ArgumentParser:
    """The arguments that all commands have: paths, `--peers`, `--json`."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("paths", nargs="+", type=Path, metavar=paths)
    parser.add_argument("--peers", action="store_true", help="run today's tools beside it")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def show(found: Mapping[str, Rows], *, as_json: bool) -> None:
    """Print a table for each data set: one row a system, one column a figure."""
    if as_json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    from rich.console import Console  # searches that are timed in other processes need no table
    from rich.table import Table

    console = Console(highlight=False, width=max(WIDTH, Console().width))
    for name, rows in found.items():
        table = Table(title=name, title_justify="left", box=None)
        columns = list(dict.fromkeys(column for figures in rows.values() for column in figures))
        table.add_column("")
        for column in columns:
            table.add_column(column, justify="right")
        for system, figures in rows.items():
            cells = [_cell(figures[c]) if c in figures else "–" for c in columns]
            table.add_row(system, *cells)
        console.print(table)
        console.print()


def run(command: Callable[[Sequence[str]], None]) -> None:
    """Run a command on the program's arguments; a fault ends in one sentence."""
    try:
        command(sys.argv[1:])
    except (RetrievalError, OSError) as error:
        sys.exit(str(error))


def _cell(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}"
