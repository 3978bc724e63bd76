"""Messages on a terminal: colour where there is some, quotes behind a bar."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console as Terminal
from rich.text import Text

from bot.message import Message, Style

__all__ = ["BAR", "Terminal", "show", "terminal"]

BAR = "│ "
_STYLES = {
    Style.STRONG: "bold",
    Style.QUOTE: "",
    Style.STRESS: "bold yellow",
    Style.NOTE: "dim",
}


def show(terminal: Terminal, message: Message) -> None:
    """Print a message; quotes stand behind a bar, so that they show without colour too."""
    text = Text(message.text)
    for styled in message.styles:
        text.stylize(_STYLES[styled.style], styled.start, styled.end)
    quoted = {
        message.text.count("\n", 0, styled.start)
        for styled in message.styles
        if styled.style is Style.QUOTE
    }
    for number, line in enumerate(text.split("\n", allow_blank=True)):
        bar = BAR if number in quoted else ""
        for row in _rows(terminal, line, width=terminal.width - len(bar)):
            terminal.print(Text(bar) + row, soft_wrap=True)


def _rows(terminal: Terminal, line: Text, *, width: int) -> Iterable[Text]:
    """A line in rows of at most `width` characters on a terminal, whole through a pipe."""
    if not terminal.is_terminal or not line:
        return [line]
    return line.wrap(terminal, max(width, 1))


def terminal() -> Terminal:
    """Standard output: colour and wrapping on a terminal only; NO_COLOR is respected."""
    return Terminal(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())
