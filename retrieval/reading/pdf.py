"""PDF files to a Page: PDFium tells letters and their places, `layout` makes text of them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from retrieval.errors import UnreadableFileError
from retrieval.reading.origin import dated
from retrieval.reading.page import Page
from retrieval.reading.printed.layout import laid_out
from retrieval.reading.printed.runs import ASKEW, Run, runs_of

_LOCKED = 4  # PDFium's number for a password that is wanted
_MOST_PAGES = 5_000
_MOST_LETTERS = 200_000  # of a page
_TILTED = 15  # degrees that a page may lie askew in a scanner
_HYPHEN = "\x02"  # what PDFium gives for a hyphen at the end of a line
_MADE_UP = frozenset({"", "untitled", "(anonymous)", "title", "document"})
DAMAGED = "the file is damaged: it is no whole PDF"
LOCKED = "it is protected by a password; save a copy without one"
SCANNED = (
    "its pages are pictures without text; let a program such as ocrmypdf read them and put what it "
    "makes here"
)


def read(data: bytes) -> Page:
    """A page of a PDF file, columns in reading order, running heads told as furniture.

    Raises UnreadableFileError where it is damaged, locked or has no text.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = LOCKED if error.err_code == _LOCKED else DAMAGED
        raise UnreadableFileError(reason) from None
    with closing(document):
        pages = [runs_of(words) for words in _pages(document)]
        stated = " ".join(document.get_metadata_dict().get("Title", "").split())
        if not any(pages):
            raise UnreadableFileError(SCANNED if len(document) else "it has no pages")
        writer, title = laid_out(pages)
    empty = [str(number) for number, runs in enumerate(pages, start=1) if not runs]
    page = Page(
        writer.text,
        tuple(writer.blocks),
        title=title or (stated if stated.casefold() not in _MADE_UP else ""),
        places=tuple(writer.places),
        remarks=(_missing(empty),) if empty else (),
    )
    return dated(page)


def _missing(empty: list[str]) -> str:
    named = ", ".join(empty[:10]) + (f" and {len(empty) - 10} more" if len(empty) > 10 else "")
    return f"there is no text on page {named}"


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Run]]:
    """The words of each page."""
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                yield list(_words(text.raw, *page.get_size()))
        except pypdfium2.PdfiumError:
            yield []


def _words(text: object, width: float, height: float) -> Iterator[Run]:
    """The words of one page in the order of the file."""
    letters: list[str] = []
    begin, apart = 0, True
    count = min(pdfium.FPDFText_CountChars(text), _MOST_LETTERS)
    for at in range(count + 1):
        letter = chr(pdfium.FPDFText_GetUnicode(text, at)) if at < count else "\n"
        if letter == _HYPHEN:
            letter = "-"
        if not letter.isspace() and letter >= " ":
            begin = begin if letters else at
            letters.append(letter)
            continue
        if letters:
            turn = _turn(text, begin)
            place = _place(_box(text, begin), _box(text, at - 1), turn, width, height)
            yield _word(text, "".join(letters), begin, place, turn, apart=apart)
            apart = False
        letters = []
        apart = apart or letter in "\r\n"


class _Box(NamedTuple):
    """What a letter covers, in points from a corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


def _box(text: object, at: int) -> _Box:
    found = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, at, found)
    return _Box(found.left, found.bottom, found.right, found.top)


def _turn(text: object, at: int) -> int:
    """How many right angles a letter is turned to the right; ASKEW where it isn't by any."""
    angle = math.degrees(pdfium.FPDFText_GetCharAngle(text, at)) % 360
    right = round(angle / 90)
    return right % 4 if abs(angle - 90 * right) <= _TILTED else ASKEW


def _place(first: _Box, last: _Box, turn: int, width: float, height: float) -> _Box:
    """From the first letter to the last of a word, as if it were upright, counted from the upper
    left corner.
    """
    left, right = min(first.left, last.left), max(first.right, last.right)
    bottom, top = min(first.bottom, last.bottom), max(first.top, last.top)
    if turn == 1:  # it runs downwards
        return _Box(height - top, width - left, height - bottom, width - right)
    if turn == 2:
        return _Box(width - right, top, width - left, bottom)
    if turn == 3:  # upwards
        return _Box(bottom, right, top, left)
    return _Box(left, height - bottom, right, height - top)


def _word(text: object, said: str, begin: int, place: _Box, turn: int, *, apart: bool) -> Run:
    letter = _box(text, begin)
    high = letter.right - letter.left if turn in {1, 3} else letter.top - letter.bottom
    return Run(
        text=said,
        x0=place.left,
        x1=place.right,
        top=place.top,
        bottom=place.bottom,
        size=high or pdfium.FPDFText_GetFontSize(text, begin),
        bold=_is_bold(text, begin),
        apart=apart,
        turn=turn,
    )


def _is_bold(text: object, at: int) -> bool:
    """Whether a letter's font is a bold one, by its weight or its name."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    told = name.raw[: max(0, min(size, len(name)) - 1)].lower()
    return b"bold" in told or b"black" in told or b"heavy" in told
