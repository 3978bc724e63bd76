"""Word documents to a Page, by way of the HTML that mammoth makes of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from xml.parsers.expat import ExpatError

import mammoth

from retrieval.errors import UnreadableFileError
from retrieval.reading import html
from retrieval.reading.archive import DAMAGED, Archive, said
from retrieval.reading.origin import dated
from retrieval.reading.page import Page

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_FAULTS = (
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, OSError),
    *(zipfile.BadZipFile, zlib.error, ExpatError),
)
_PROPERTIES = "docProps/core.xml"
_MADE_UP = frozenset({"", "word document", "untitled", "document"})


def read(data: bytes) -> Page:
    """A page of a .docx; running heads, comments and deleted text are left out.

    Raises UnreadableFileError where it is damaged, locked or no Word document.
    """
    archive = Archive(data)
    if not any(name.startswith("word/") for name in archive.names):
        raise UnreadableFileError(f"{DAMAGED}: there is no Word document in it")
    for name in archive.names:
        if name.startswith("word/") and name.endswith((".xml", ".rels")):
            archive.xml(name)  # mammoth's own XML reader knows no bounds
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=lambda _: [],
        )
    except _FAULTS as error:
        raise UnreadableFileError(
            f"{DAMAGED}: it is no whole Word document ({type(error).__name__})"
        ) from None
    page = html.read(f"<html><body><article>{made.value}</article></body></html>")
    properties = archive.xml(_PROPERTIES) if _PROPERTIES in archive else None
    stated = said(properties, "title")
    title = page.title or ("" if stated.casefold() in _MADE_UP else stated)
    return replace(dated(page), title=title)
