"""Whole messages that ask of the last answer alone: "source?", "are you sure?", "tell me more"."""

from __future__ import annotations

from bot.follow_up.framing import without_frame
from bot.phrasing import FollowUpWords


def asks_proof(text: str, words: FollowUpWords) -> bool:
    """Whether a message asks for nothing but the proof of the last answer."""
    return _said(text, words) in words.proofs


def asks_further(text: str, words: FollowUpWords) -> bool:
    """Whether a message asks for nothing but more of what was found for the last question."""
    return _said(text, words) in words.further


def _said(text: str, words: FollowUpWords) -> str:
    """A message as the lists have it: "and", signs and capitals left out."""
    rest, _ = without_frame(text, words)
    return " ".join(rest.casefold().replace("’", "'").split()).strip(" .!,?¿¡")
