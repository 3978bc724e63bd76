"""Sections: a heading, and the passages below it."""

from __future__ import annotations

import re

from bot.answering.hits.blocks import block_of
from retrieval.places import places_at
from retrieval.records import Passage, PlaceKind
from retrieval.retriever import Retriever

_LONGEST = 40  # passages of a section that are looked at
_NUMBERED = re.compile(r"^(?:[A-Z]?\d+[.)]?)(?:\d+[.)]?)*\s+|^Q\d*[.:)]\s*")


def heading_text(heading: Passage) -> str:
    """The whole of a heading, which may be several sentences, without its number."""
    block = block_of(heading)
    return without_number(heading.document.part(block.start, block.end) if block else heading.text)


def without_number(heading: str) -> str:
    """A heading without the number before it: "3.1. ", "Q: "."""
    return _NUMBERED.sub("", heading.strip())


def heading_over(passage: Passage) -> str:
    """The heading that a passage stands under, "" for none."""
    places = places_at(passage.document, passage.start)
    names = [place.name for place in places if place.kind is PlaceKind.HEADING]
    return names[-1] if names else ""


def passages_below(heading: Passage, retriever: Retriever) -> range:
    """The numbers of the passages from behind a heading to the next one."""
    passages = retriever.passages
    _, last = passages.bounds(heading.number)
    first = heading.number
    while first < last and not passages.quotable[first]:
        first += 1
    end = first
    while end < min(last, first + _LONGEST) and passages.quotable[end]:
        end += 1
    return range(first, end)
