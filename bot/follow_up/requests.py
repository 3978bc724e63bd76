"""Whole messages that ask of the last answer alone: "source?", "are you sure?", "tell me more"."""

from __future__ import annotations

from enum import Enum

from bot.follow_up.framing import without_frame
from bot.phrasing import FollowUpWords


class Asked(Enum):
    """What is asked of the last answer: its proof, or more of what was found."""

    PROOF = "proof"
    FURTHER = "further"


def asked_of_answer(text: str, words: FollowUpWords) -> Asked | None:
    """What a message asks of the last answer, if it asks for nothing else."""
    rest, _ = without_frame(text, words)
    said = " ".join(rest.casefold().replace("’", "'").split()).strip(" .!,?¿¡")
    if said in words.further:
        return Asked.FURTHER
    return Asked.PROOF if said in words.proofs else None
