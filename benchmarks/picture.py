"""Draw a console session on the starter collection as a picture for the README.

python -m benchmarks.picture FILE.svg
"""

from __future__ import annotations

import io
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console as Terminal
from rich.text import Text

from benchmarks.report import run
from bot.assistant import Assistant
from bot.console import Console
from bot.journal import open_journal
from bot.settings import load_settings

WIDTH = 96
SAID = (
    "When was the first Astana meeting held?",
    "and the second?",
    "Who are the guarantors of the ceasefire?",
    "Was there an agreement in the fifth round?",
    "Who won the 1998 World Cup?",
)


def typed(terminal: Terminal) -> Iterator[str]:
    """What a person types, shown as the prompt shows it."""
    for line in SAID:
        terminal.print(Text("? ", style="dim") + Text(line, style="bold"))
        yield line


def main(argv: Sequence[str]) -> None:
    """Hold the session and save it to the file named."""
    parser = ArgumentParser(description="A console session as a picture.")
    parser.add_argument("file", type=Path, metavar="FILE.svg")
    given = parser.parse_args(argv)
    terminal = Terminal(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )
    with tempfile.TemporaryDirectory() as folder:
        assistant = Assistant.open(load_settings(environment={}).with_index_in(Path(folder)))
        with open_journal(Path(folder) / "journal.sqlite3", days=1) as journal:
            console = Console(assistant, assistant.phrases(), terminal, journal=journal)
            console.run(typed(terminal))
    terminal.save_svg(str(given.file), title="quoth", unique_id="quoth")


if __name__ == "__main__":
    run(main)
