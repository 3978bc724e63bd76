"""A message without what only leads in or out, and with hurried spellings written out."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.grammar.sentence import syntax
from bot.phrasing import FollowUpWords
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon


def without_frame(text: str, words: FollowUpWords) -> tuple[str, bool]:
    """The message without "and" or "no, I meant" around it, and whether one stood in front."""
    opened = False
    while True:
        match = words.opener.match(text)
        if match is None or not text[match.end() :].strip(" ?!.,"):
            break
        if opened and syntax(words.language).tags.get(match.group().strip(" ,")) == "D":
            break  # the "an" of "and an apple?" is no slip for "and"
        text, opened = text[match.end() :], True
    while True:
        match = words.trailer.search(text)
        if match is None or not text[: match.start()].strip(" ?!.,"):
            return text, opened
        text = text[: match.start()]


def in_plain_words(text: str, language: str) -> str:
    """A message with the hurried spellings of question words written out, "what's" among them."""
    chat: dict[str, str] = lexicon(language).get("chat", {})
    for token in reversed(list(analyser(language).tokens(text))):
        hurried = text[token.start : token.end].casefold().replace("’", "'")
        plain = chat.get(hurried)
        if plain and hurried.replace("'", "") == f"{plain}s":
            plain = f"{plain} is"
        if plain:
            text = f"{text[: token.start]}{plain}{text[token.end :]}"
    return text


def at_that_time(text: str, words: FollowUpWords, last_date: Callable[[], str]) -> str:
    """ "Before that" and "since then" with the date that was last spoken of, "" for none."""
    anchor = last_date() if words.time.search(text) else ""
    if not anchor:
        return text
    return words.time.sub(lambda match: f"{match['relation']} {anchor}", text)
