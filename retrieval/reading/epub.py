"""EPUB books to a Page: each file of the spine is read as a web page, chapters are its places."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from retrieval.errors import UnreadableFileError
from retrieval.reading import html
from retrieval.reading.archive import (
    DAMAGED,
    PASSWORD,
    Archive,
    attribute,
    first,
    local,
    resolved,
    said,
)
from retrieval.reading.encoding import decode
from retrieval.reading.page import Page, Writer
from retrieval.records import BlockKind, PlaceKind
from retrieval.times.dating import date_of

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_MOST_FILES = 5_000


def read(data: bytes) -> Page:
    """A page of an EPUB book, its table of contents left out.

    Raises UnreadableFileError where it is damaged or locked.
    """
    archive = Archive(data)
    if _is_locked(archive):
        raise UnreadableFileError(PASSWORD)
    root = first(archive.xml(_CONTAINER), "rootfile")
    place = resolved("", root.get("full-path", "")) if root is not None else ""
    package = archive.xml(place)
    folder = posixpath.dirname(place)
    writer = Writer()
    remarks = []
    for name in _spine(package, folder):
        if name in archive:
            _write_chapter(writer, html.read(decode(archive.read(name)).text))
        else:
            remarks.append(f"{name} is missing in it")
    if not writer.blocks:
        raise UnreadableFileError(f"{DAMAGED}: no chapter of it can be read")
    return Page(
        writer.text,
        tuple(writer.blocks),
        title=said(package, "title"),
        publisher=said(package, "publisher") or said(package, "creator"),
        date=date_of(said(package, "date")),
        language=said(package, "language").lower().replace("_", "-").split("-")[0],
        places=tuple(writer.places),
        remarks=tuple(remarks[:20]),
    )


def _write_chapter(writer: Writer, page: Page) -> None:
    """Append one file of a book; it is a chapter named by its first heading or its title."""
    headings = (page.text[b.start : b.end] for b in page.blocks if b.kind is BlockKind.HEADING)
    name = " ".join(next(headings, page.title).split())
    if name:
        writer.mark(PlaceKind.CHAPTER, name)
    for block in page.blocks:
        writer.write(block.kind, page.text[block.start : block.end])


def _spine(package: Element, folder: str) -> list[str]:
    """The names of a book's files in reading order, without those for navigation only."""
    files: dict[str, str] = {}
    for item in package.iter():
        is_page = local(item) == "item" and "html" in item.get("media-type", "")
        if is_page and "nav" not in item.get("properties", "").split():
            files[item.get("id", "")] = resolved(folder, item.get("href", ""))
    order = [attribute(item, "idref") for item in package.iter() if local(item) == "itemref"]
    return list(dict.fromkeys(files[name] for name in order if name in files))[:_MOST_FILES]


def _is_locked(archive: Archive) -> bool:
    """Whether more than fonts is encrypted."""
    if _LOCKS not in archive:
        return False
    methods = [
        attribute(element, "Algorithm")
        for element in archive.xml(_LOCKS).iter()
        if local(element) == "EncryptionMethod"
    ]
    return any(method not in _FONTS for method in methods)
