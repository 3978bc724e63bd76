"""A message after earlier ones, as tests of follow-ups read it."""

from __future__ import annotations

from bot.answer import Reference
from bot.conversation import Turn
from bot.follow_up import Background, Resolved, resolve
from bot.follow_up.parts.reading import Reading, read
from bot.phrasing import load_phrases
from bot.settings import PROJECT_FILES

WORDS = load_phrases(PROJECT_FILES / "config" / "phrases")["en"].follow_up
NAMES = frozenset({"oslo", "bergen", "astana"})


def background(*turns: Turn, passage: str = "") -> Background:
    def read_in(text: str, language: str) -> Reading:
        return read(text, language=language, is_name=NAMES.__contains__)

    return Background(turns=turns, passage=lambda _: passage, read=read_in)


def after(
    message: str, *earlier: str, short: str = "", offers: tuple[str, ...] = (), passage: str = ""
) -> Resolved:
    """The likeliest reading of a message, before the documents are asked."""
    quoted = Reference("a.txt", 0, 1, "f") if passage else None
    turns = [Turn(text, "en", short, quoted, offers) for text in earlier]
    known = background(*turns, passage=passage)
    return resolve(message, known, words=WORDS, language="en")[0]


def readings(message: str, earlier: str, *, short: str = "") -> list[str]:
    """Every reading of a message after one question, likeliest first."""
    known = background(Turn(earlier, "en", short))
    return [found.text for found in resolve(message, known, words=WORDS, language="en")]
