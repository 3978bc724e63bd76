"""Marks of a text: whether it has quotation marks, brackets, a question mark, signs of money."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntFlag, auto
from itertools import accumulate

import numpy as np
import numpy.typing as npt

QUESTION_MARKS = "?？؟\u037e"
_ENDS = ".!?\"'”)»。！？」।؟\u037e"
_LOOK = 128  # the bit of bytes that only a look at the text itself can judge
_LAST = 126  # what of ASCII is neither blank nor a sign of control ends with it


class Mark(IntFlag):
    """What a look at a text's signs tells: quotation marks, brackets, a colon, a question, an end
    as sentences have it, signs of money and of percentages.
    """

    QUOTED = auto()
    BRACKETED = auto()
    COLON = auto()
    ASKS = auto()
    ENDED = auto()
    MONEY = auto()
    PERCENT = auto()


_SIGNS = {
    Mark.QUOTED: ('"', "“", "``", "«"),
    Mark.BRACKETED: ("(",),
    Mark.COLON: (":",),
    Mark.MONEY: ("$", "€", "£", "¥"),
    Mark.PERCENT: ("%",),
}


def marks_of(text: str) -> int:
    """The marks of one text, as one number."""
    found = 0
    for mark, signs in _PLAIN_SIGNS:
        for sign in signs:
            if sign in text:
                found |= mark
                break
    return found | _at_end(text.rstrip()[-1:])


def _at_end(last: str) -> int:
    asks = int(Mark.ASKS) if last and last in QUESTION_MARKS else 0
    return asks | (int(Mark.ENDED) if last and last in _ENDS else 0)


def marks_of_all(texts: Sequence[bytes]) -> npt.NDArray[np.uint8]:
    """The marks of texts in UTF-8: (n,); most are told by their bytes alone."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    letters = np.frombuffer(b"\n".join([*texts, b""]), dtype=np.uint8)
    if not texts:
        return np.zeros(0, dtype=np.uint8)
    found = np.bitwise_or.reduceat(_OF_BYTE.take(letters), starts[:-1])
    lasts = letters.take(np.array(starts[1:]) - 2, mode="clip")
    found |= _OF_LAST.take(lasts)
    for number in np.flatnonzero(found & _LOOK).tolist():
        found[number] = marks_of(texts[number].decode("utf-8", "surrogatepass"))
    return found


def _of_bytes() -> npt.NDArray[np.uint8]:
    """What each byte tells, wherever it stands in a text: (256,).

    One that begins a sign of several bytes has the text looked into.
    """
    table = np.zeros(256, dtype=np.uint8)
    for mark, signs in (*_SIGNS.items(), (Mark(0), tuple(_ENDS))):
        for sign in signs:
            first, *others = sign.encode()
            table[first] |= _LOOK if others else int(mark)
    return table


def _of_last(byte: int) -> int:
    """What the last byte of a text tells; blanks and parts of characters are looked into."""
    return _at_end(chr(byte)) if ord(" ") < byte <= _LAST else _LOOK


_PLAIN_SIGNS = tuple((int(mark), signs) for mark, signs in _SIGNS.items())  # flags are slow
_OF_BYTE = _of_bytes()
_OF_LAST = np.array([_of_last(byte) for byte in range(256)], dtype=np.uint8)
