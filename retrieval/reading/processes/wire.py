"""A Reading as one line of JSON, between a helper process and the one that asked for it.

The helper may have been taken over by a hostile file, so that what it sends is checked like any
other input: a line that doesn't describe a whole reading raises ValueError.
"""

from __future__ import annotations

import datetime
import json
from itertools import pairwise
from typing import Any

from retrieval.errors import UnreadableFileError
from retrieval.reading.files import Reading
from retrieval.reading.page import Page
from retrieval.records import Block, BlockKind, Place, PlaceKind

_KINDS = {kind.value: kind for kind in BlockKind}
_PLACES = {kind.value: kind for kind in PlaceKind}


def written(reading: Reading | UnreadableFileError) -> bytes:
    """The line that says what became of a file."""
    if isinstance(reading, UnreadableFileError):
        return _line({"reason": str(reading)})
    told: dict[str, Any] = {"size": reading.size, "fingerprint": reading.fingerprint}
    page = reading.page
    if page is not None:
        told["language"] = reading.language
        told["page"] = {
            "text": page.text,
            "blocks": [(block.kind.value, block.start, block.end) for block in page.blocks],
            "title": page.title,
            "publisher": page.publisher,
            "date": page.date.isoformat() if page.date else "",
            "language": page.language,
            "encoding": page.encoding,
            "places": [(place.kind.value, place.start, place.name) for place in page.places],
            "remarks": list(page.remarks),
        }
    return _line(told)


def reading_of(line: bytes) -> Reading:
    """What such a line says; raises UnreadableFileError if that is what it says."""
    told = json.loads(line)
    try:
        if "reason" in told:
            raise UnreadableFileError(_text(told["reason"]))
        page = _page(told["page"]) if "page" in told else None
        return Reading(
            int(told["size"]), _text(told["fingerprint"]), page, _text(told.get("language", ""))
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a reading: {error!r}") from None


def _page(told: dict[str, Any]) -> Page:
    """The page of a parsed line; raises ValueError where it is not whole."""
    text = _text(told["text"])
    blocks = tuple(Block(_KINDS[kind], start, end) for kind, start, end in told["blocks"])
    end = 0
    for block in blocks:
        if not end <= block.start < block.end <= len(text):
            raise ValueError("blocks must follow one another inside the text")
        end = block.end
    places = tuple(Place(_PLACES[kind], int(at), _text(name)) for kind, at, name in told["places"])
    if any(later.start < place.start for place, later in pairwise(places)):
        raise ValueError("places must be in order")
    return Page(
        text=text,
        blocks=blocks,
        title=_text(told["title"]),
        publisher=_text(told["publisher"]),
        date=datetime.date.fromisoformat(told["date"]) if told["date"] else None,
        language=_text(told["language"]),
        encoding=_text(told["encoding"]),
        places=places,
        remarks=tuple(map(_text, told["remarks"])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode("ascii") + b"\n"
