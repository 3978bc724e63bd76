"""A message without what only leads in or out, and with hurried spellings written out."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answering.grammar.sentence import syntax
from bot.phrasing import FollowUpWords
from retrieval.analysis import analyser, surfaces
from retrieval.lexicon import lexicon

_YEARS = re.compile(
    r"(?<![\d.,])(?P<first>[12]\d{3})(?:(?P<sign>[/–-])(?P<second>\d{4}|\d{2}))?(?![\d.,]\d|\d)"
)


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
    if chat.keys().isdisjoint(map(_as_listed, surfaces(text))):
        return text
    for token in reversed(list(analyser(language).tokens(text))):
        hurried = _as_listed(text[token.start : token.end])
        plain = chat.get(hurried)
        if plain and hurried.replace("'", "") == f"{plain}s":
            plain = f"{plain} is"
        if plain:
            text = f"{text[: token.start]}{plain}{text[token.end :]}"
    return text


def _as_listed(word: str) -> str:
    """A word as the lexicon writes hurried ones."""
    return word.casefold().replace("’", "'")


def in_the_year_beside(text: str, words: FollowUpWords, earlier: str) -> str:
    """ "In the year before" as the year before the last one in `earlier`: "in 2014", "in 2019/20".

    The message as it is where no year was spoken of, or where it has its own.
    """
    years = list(_YEARS.finditer(earlier))
    for pattern, step in ((words.year_before, -1), (words.year_after, 1)):
        match = pattern.search(text)
        if match is None or not years or _YEARS.search(text):
            continue
        told = words.in_year.replace("{year}", _beside(years[-1], step))
        return f"{text[: match.start()]}{told}{text[match.end() :]}"
    return text


def _beside(years: re.Match[str], step: int) -> str:
    """A year or two joined, so many years on: "2020/21" as "2019/20"."""
    first = str(int(years["first"]) + step)
    second = years["second"]
    if not second:
        return first
    return f"{first}{years['sign']}{str(int(first) + 1)[-len(second) :]}"


def at_that_time(text: str, words: FollowUpWords, last_date: Callable[[], str]) -> str:
    """ "Before that" and "since then" with the date that was last spoken of, "" for none."""
    anchor = last_date() if words.time.search(text) else ""
    if not anchor:
        return text
    return words.time.sub(lambda match: f"{match['relation']} {anchor}", text)
