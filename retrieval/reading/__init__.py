"""The formats of documents: one module a format, each turning decoded text into a Page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.reading.page import Page

UNSUPPORTED = frozenset({".pdf", ".doc", ".docx", ".odt", ".epub", ".rtf", ".pptx"})


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: its name and its reader, which takes text with "\\n" newlines."""

    name: str
    read: Callable[[str], Page]


def _plain(text: str) -> Page:
    from retrieval.reading.plain import read

    return read(text)


def _markdown(text: str) -> Page:
    from retrieval.reading.markdown import read

    return read(text)


def _html(text: str) -> Page:
    from retrieval.reading.html import read

    return read(text)


_TEXT, _MARKDOWN, _HTML = (
    Format("text", _plain),
    Format("markdown", _markdown),
    Format("html", _html),
)
_FORMATS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
}


def format_of(suffix: str) -> Format | None:
    """The format that a file's suffix (".md") stands for; None if such files aren't documents.

    Readers are imported when they are first used: a folder of plain text loads no HTML parser.
    """
    return _FORMATS.get(suffix.lower())
