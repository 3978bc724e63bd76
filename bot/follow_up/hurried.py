"""Hurried spellings written out: "wht", "u", "whats"."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import syntax
from retrieval.analysis import analyser, surfaces
from retrieval.lexicon import lexicon

_WHO, _HOW = "who", "how"
_TIED = re.compile(r"^[&+./#-]\w|\w[&+/#-]$")


def in_plain_words(text: str, language: str) -> str:
    """A message with hurried spellings written out, "what's" among them; "Tel Aviv" is none."""
    chat: dict[str, str] = lexicon(language).get("chat", {})
    if chat.keys().isdisjoint(map(_as_listed, surfaces(text))):
        return text
    for token in reversed(list(analyser(language).tokens(text))):
        hurried = _as_listed(text[token.start : token.end])
        plain = "" if token.start and text[token.start].isupper() else chat.get(hurried, "")
        if plain and hurried.replace("'", "") == f"{plain}s":
            plain = f"{plain} is"
        elif "'" in hurried or _TIED.search(text[max(token.start - 1, 0) : token.end + 1]):
            plain = ""  # "they're" is plain, "r&d" no "are"
        if plain == _WHO and not syntax(language).degrees.isdisjoint(
            surfaces(text[token.end :])[:1]
        ):
            plain = _HOW  # "hwo many"
        if plain:
            text = f"{text[: token.start]}{plain}{text[token.end :]}"
    return text


def _as_listed(word: str) -> str:
    """A word as the lexicon writes hurried ones."""
    return word.casefold().replace("’", "'")
