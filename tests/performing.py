"""Plays: conversations at the console, written down as a person and Quoth had them.

    python -m tests.performing tests/plays/*.txt

writes Quoth's part of each anew. Read what it changed before you keep it: a conversation has to end
as a person would want.

A play names its collection, a folder told from this one; then come the asker's lines, each with the
reply to the letter.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from rich.console import Console as Terminal

from bot.assistant import Assistant
from bot.console import Console
from bot.console.terminal import show
from bot.journal import open_journal
from tests.helpers import settings_for

HERE = Path(__file__).parent
ASKER, QUOTH, COLLECTION = "ASKER: ", "QUOTH: ", "Collection: "
INDENT = " " * len(QUOTH)


def performed(play: str, place: Path) -> str:
    """A play with Quoth's part spoken anew; what stands before the asker's first line stays.

    `place` is a folder for the index and the journal.
    """
    heading, *_ = play.partition(ASKER)
    folder = next(line for line in heading.splitlines() if line.startswith(COLLECTION))
    documents = (HERE / folder.removeprefix(COLLECTION)).resolve()
    assistant = Assistant.open(settings_for(documents, place))
    with open_journal(assistant.settings.journal.file, days=1) as journal:
        console = Console(assistant, assistant.phrases(), _terminal(), journal=journal)
        lines = [line for line in play.splitlines() if line.startswith(ASKER)]
        return heading + "\n".join(_exchange(console, line) for line in lines)


def _exchange(console: Console, line: str) -> str:
    """The asker's line, and the reply as the console prints it, indented."""
    reply = console.reply(line.removeprefix(ASKER))
    if reply is None:
        raise ValueError(f"nothing is replied to {line!r}")
    terminal = _terminal()
    show(terminal, reply)
    assert isinstance(terminal.file, io.StringIO)
    first, *rows = terminal.file.getvalue().rstrip("\n").split("\n")
    return "\n".join([line, QUOTH + first, *(f"{INDENT}{row}".rstrip() for row in rows), ""])


def _terminal() -> Terminal:
    return Terminal(file=io.StringIO(), width=100, highlight=False, markup=False, emoji=False)


def main(files: list[str]) -> None:
    """Perform the plays named and write them down."""
    for file in map(Path, files):
        with tempfile.TemporaryDirectory() as place:
            play = performed(file.read_text(encoding="utf-8"), Path(place))
        file.write_text(play, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
