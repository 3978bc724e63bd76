"""The places that a quote cites: its page, slide, chapter and the heading above it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from retrieval.records import BlockKind, Document, Place, PlaceKind

LONGEST_HEADING = 200  # characters; a longer one is no name of a place


def places_at(document: Document, offset: int) -> tuple[Place, ...]:
    """Where the character at `offset` stands, the widest place first, each kind once.

    A heading that says what the title or the chapter says is left out; so are headings above a
    pair, whose question is its place.
    """
    found: dict[PlaceKind, Place] = {}
    for place in document.places:
        if place.start > offset:
            break
        found[place.kind] = place
    heading = None if PlaceKind.PAIR in found else _heading(document, offset)
    if heading is not None:
        said = {_plain(document.title)} | {_plain(place.name) for place in found.values()}
        if _plain(heading.name) not in said:
            found[PlaceKind.HEADING] = heading
    return tuple(found[kind] for kind in PlaceKind if kind in found) if found else ()


def _heading(document: Document, offset: int) -> Place | None:
    """The last heading that begins before `offset` and does not hold it."""
    blocks = document.blocks
    begun = bisect_right(blocks, offset, key=attrgetter("start"))
    before = (blocks[number] for number in range(begun - 1, -1, -1))
    ended = (b for b in before if b.kind is BlockKind.HEADING and b.end <= offset)
    last = next(ended, None)
    if last is None or last.end - last.start > LONGEST_HEADING:
        return None
    name = " ".join(document.text[last.start : last.end].split()).rstrip(".:")
    return Place(PlaceKind.HEADING, last.start, name)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
