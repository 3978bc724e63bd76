"""Text that was encoded twice: UTF-8 taken for a code page and saved as UTF-8 once more.

"MÃ¼nchen" is "München" gone wrong. A line is of this kind if the bytes it has in the code page are
UTF-8, which hardly any other line's are; a text is if most of its lines beyond ASCII are.
"""

from __future__ import annotations

import re
from itertools import islice

_PAGES = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "latin_1", "mac_roman", "cp437")
_BEYOND = re.compile("[^\x00-\x7f]+")  # in all of these pages ASCII is itself, as in UTF-8
_LOOKED_AT = 400  # lines beyond ASCII
_LONGEST = 2_000  # characters of a line that are looked at
_LEAST_SHARE = 0.6  # of them


def twice_encoded(text: str) -> str:
    """The code page by way of which a text was encoded twice; "" if it wasn't."""
    if text.isascii():
        return ""
    beyond = (line for line in text.split("\n") if not line.isascii())
    lines = [
        line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0]
        for line in islice(beyond, _LOOKED_AT)
    ]
    for page in _PAGES:
        mended = sum(_mended(line, page) != line for line in lines)
        if mended >= _LEAST_SHARE * len(lines):
            return page
    return ""


def decoded_twice(text: str, page: str) -> str:
    """The text as it was before, line by line; lines that weren't encoded twice stay as they are.

    >>> decoded_twice("MÃ¼nchen, 20 â‚¬", "cp1252")
    'München, 20 €'
    """
    lines = text.split("\n")
    return "\n".join(line if line.isascii() else _mended(line, page) for line in lines)


def _mended(line: str, page: str) -> str:
    """A line with the second encoding undone; the line itself where that can't be."""
    try:
        return _BEYOND.sub(lambda run: _bytes(run.group(), page).decode("utf-8"), line)
    except UnicodeDecodeError:
        return line


def _bytes(run: str, page: str) -> bytes:
    try:
        return run.encode(page)
    except UnicodeEncodeError:
        return b"".join(_byte(character, page) for character in run)


def _byte(character: str, page: str) -> bytes:
    """A character's byte; what the code page lacks is written as the control it stands for."""
    try:
        return character.encode(page)
    except UnicodeEncodeError:
        return bytes([ord(character)]) if ord(character) < 256 else b"\xff"
