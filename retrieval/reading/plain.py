"""Plain text to a Page: lines to blocks, furniture told, the origin read where it is plain."""

from __future__ import annotations

from retrieval.reading.origin import origin_of
from retrieval.reading.page import Page
from retrieval.reading.text.blocks import blocks_of
from retrieval.reading.web.cleaning import clean


def read(text: str) -> Page:
    """A page of plain text, which may have been saved from the web."""
    blocks, headline = clean(text, blocks_of(text))
    title, publisher, date = origin_of(text, blocks, headline)
    return Page(text, blocks, title=title, publisher=publisher, date=date)
