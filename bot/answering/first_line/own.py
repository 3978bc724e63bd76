"""What an operator has answered to a question beforehand."""

from __future__ import annotations

from retrieval.places import places_at
from retrieval.records import Passage, PlaceKind

LONGEST = 200  # characters of an answer that stands in front of its quote


def own_answer(passage: Passage) -> str:
    """The operator's own answer in a passage, on one line; "" where it is none or too long."""
    for place in places_at(passage.document, passage.start):
        if place.kind is PlaceKind.PAIR and passage.text.startswith(place.name):
            answer = " ".join(passage.text[len(place.name) :].split())
            return answer if len(answer) <= LONGEST else ""
    return ""
