"""What is put in the place of a stretch of an earlier question, or behind it."""

from __future__ import annotations

import re

from bot.follow_up.parts.reading import Reading

_ARTICLE = re.compile(r"\ban? $")
_VOWELS = frozenset("aeiou")


def put(earlier: Reading, start: int, end: int, word: str) -> str:
    head = _ARTICLE.sub(
        lambda _: "an " if word[:1].casefold() in _VOWELS else "a ", earlier.text[:start]
    )
    return f"{head}{word}{earlier.text[end:]}"


def appended(fragment: Reading, earlier: Reading) -> str:
    return f"{earlier.text.strip(' ?!.')} {fragment.text.strip(' ?!.,')}?"
