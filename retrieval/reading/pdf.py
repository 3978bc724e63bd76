"""PDF files to a Page: PDFium tells letters and their places, `layout` makes text of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from retrieval.errors import UnreadableFileError
from retrieval.reading.layout import laid_out
from retrieval.reading.origin import dated
from retrieval.reading.page import Page
from retrieval.reading.runs import Run, runs_of

_LOCKED = 4  # PDFium's number for a password that is wanted
_MOST_PAGES = 5_000
_MOST_LETTERS = 200_000  # of a page
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
                yield list(_words(text.raw, page.get_height()))
        except pypdfium2.PdfiumError:
            yield []


def _words(text: object, height: float) -> Iterator[Run]:
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
            yield _word(text, "".join(letters), begin, at - 1, height, apart=apart)
            apart = False
        letters = []
        apart = apart or letter in "\r\n"


def _word(text: object, said: str, begin: int, end: int, height: float, *, apart: bool) -> Run:
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, begin, first)
    pdfium.FPDFText_GetLooseCharBox(text, end, last)
    bottom, top = min(first.bottom, last.bottom), max(first.top, last.top)
    drawn = pdfium.FPDFText_GetFontSize(text, begin)
    return Run(
        text=said,
        x0=min(first.left, last.left),
        x1=max(first.right, last.right),
        top=height - top,
        bottom=height - bottom,
        size=(first.top - first.bottom) or drawn,
        bold=_is_bold(text, begin),
        apart=apart,
    )


def _is_bold(text: object, at: int) -> bool:
    """Whether a letter's font is a bold one, by its weight or its name."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    told = name.raw[: max(0, min(size, len(name)) - 1)].lower()
    return b"bold" in told or b"black" in told or b"heavy" in told
