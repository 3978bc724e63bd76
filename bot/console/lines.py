"""The lines that the console reads, typed or piped in, and the history of typed ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from bot.commands import Place, available


class History:
    """The file in which a person's lines are kept, for the arrow keys."""

    def __init__(self, file: Path) -> None:
        """Keep lines in `file`, which need not exist."""
        self.file = file

    def __len__(self) -> int:
        """How many lines are kept; 0 where the file can't be read."""
        try:
            text = self.file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return 0
        return sum(line.startswith("+") for line in text.splitlines())

    def forget(self) -> bool:
        """Delete what is kept; whether that was done."""
        try:
            self.file.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def typed_lines(history: History) -> Iterator[str]:
    """Lines as a person types them, with editing and a history.

    Ctrl-C drops the line begun, Ctrl-D ends. Once the history is forgotten, the arrow keys bring
    back nothing from before.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import FileHistory

    history.file.parent.mkdir(parents=True, exist_ok=True)
    names = [f"/{command.name}" for command in available(Place.CONSOLE, admin=True)]
    session: PromptSession[str] | None = None
    while True:
        if session is None or not history.file.exists():
            session = PromptSession(
                history=FileHistory(str(history.file)),
                completer=WordCompleter(names, sentence=True),
                complete_while_typing=False,
            )
        try:
            yield session.prompt("? ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def piped_lines(stream: TextIO) -> Iterator[str]:
    """Lines of a file or a pipe, without their ends."""
    for line in stream:
        yield line.rstrip("\r\n")
