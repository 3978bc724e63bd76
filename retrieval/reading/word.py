"""Word documents to a Page, by way of the HTML that mammoth makes of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

import mammoth

from retrieval.errors import UnreadableFileError
from retrieval.reading import html
from retrieval.reading.archive import DAMAGED, Archive, local, parse, relations_of, said
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
_DOCUMENT, _MAIN = "officeDocument", "word/document.xml"
_READ = {f"word/{kind}.xml": kind for kind in ("styles", "numbering", "footnotes", "endnotes")}
_KEPT = frozenset({"name", "pPr"})  # of a style
_ALWAYS = ("[Content_Types].xml", relations_of(""))
_PROPERTIES = "docProps/core.xml"
_MADE_UP = frozenset({"", "word document", "untitled", "document"})


def read(data: bytes) -> Page:
    """A page of a .docx; running heads, comments and deleted text are left out.

    Raises UnreadableFileError where it is damaged, locked or no Word document.
    """
    archive = Archive(data)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(_reduced(archive)),
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


def _reduced(archive: Archive) -> bytes:
    """The parts of a document that hold its text, as an archive for mammoth.

    Its own XML reader knows no bounds, so that each part is parsed before; and it is slow, so that
    styles, often far longer than the text, are left with what it uses of them.
    """
    main = next((name for kind, name in archive.related("").values() if kind == _DOCUMENT), _MAIN)
    if main not in archive:
        raise UnreadableFileError(f"{DAMAGED}: there is no Word document in it")
    related = archive.related(main).values()
    parts = [main, *_READ, *(name for kind, name in related if kind in _READ.values())]
    places = [*parts, *map(relations_of, parts), *_ALWAYS]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as small:
        for name in dict.fromkeys(place for place in places if place in archive):
            data = archive.read(name)
            root = parse(data, name)
            small.writestr(name, _names(root) if local(root) == "styles" else data)
    return made.getvalue()


def _names(styles: ElementTree.Element) -> bytes:
    """Styles without what they look like."""
    for style in list(styles):
        if local(style) != "style":
            styles.remove(style)
        for part in [part for part in style if local(part) not in _KEPT]:
            style.remove(part)
    made: bytes = ElementTree.tostring(styles, encoding="utf-8")
    return made
