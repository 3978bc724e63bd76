"""Messages that ask for the proof of what was answered: "source?", "are you sure?"."""

from __future__ import annotations

from bot.follow_up.framing import without_frame
from bot.phrasing import FollowUpWords


def asks_proof(text: str, words: FollowUpWords) -> bool:
    """Whether a message asks for nothing but the proof of the last answer."""
    rest, _ = without_frame(text, words)
    return " ".join(rest.casefold().replace("’", "'").split()).strip(" .!,?¿¡") in words.proofs
