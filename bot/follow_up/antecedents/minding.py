"""Of whom it can be said that they decide, refuse or advise: people, and bodies of them."""

from __future__ import annotations

from bot.follow_up.parts.phrases import group_words
from bot.follow_up.parts.reading import read


def may_mind(text: str, language: str) -> bool:
    """Whether what a pronoun may stand for is somebody, a name, or a body: "the two airlines"."""
    phrases = read(text, language=language).phrases[:1]
    bodies = group_words(language)
    titled = text.split()[-1:] != [] and text.split()[-1][0].isupper()  # not "Typical signs"
    named = any(p.person or p.group or (p.name and titled) for p in phrases)
    return named or not bodies.isdisjoint(map(_singular, text.casefold().split()))


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
