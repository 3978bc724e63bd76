"""The answer that an operator wrote to a question, in a file of question-and-answer pairs."""

from __future__ import annotations

from retrieval.places import places_at
from retrieval.records import Passage, PlaceKind

LONGEST = 200  # characters of an answer that stands in front of its quote


def own_answer(passage: Passage) -> str:
    """The operator's answer that a passage holds, on one line.

    "" where the passage is no such pair, or the answer has more than LONGEST characters.
    """
    for place in places_at(passage.document, passage.start):
        if place.kind is PlaceKind.PAIR and passage.text.startswith(place.name):
            answer = " ".join(passage.text[len(place.name) :].split())
            return answer if len(answer) <= LONGEST else ""
    return ""
