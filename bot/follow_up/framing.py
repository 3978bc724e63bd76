"""A message without what only leads in or out, and with hurried spellings written out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from bot.answering.grammar.sentence import read_sentence, syntax
from bot.follow_up.parts.reading import Reading
from bot.phrasing import FollowUpWords
from retrieval.analysis import analyser, surfaces
from retrieval.entities import Kind
from retrieval.lexicon import lexicon
from retrieval.question.form import grammar_of

_ASKING_OF_IT = frozenset({"how", "what", "when", "where", "why"})
_WHO, _HOW = "who", "how"
_IN_A_PHRASE = frozenset("DNCG#-Pot")
_POINTING = frozenset({"it", "they", "he", "she"})
_FIGURES = re.compile(r"\d+")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_TIED = re.compile(r"^[&+./#-]\w|\w[&+/#-]$")
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


def without_request(text: str, language: str) -> str:
    """The question of "can you tell me when" and "do you know who paid it", without the request.

    The message as it is where no wh-word follows: "tell me about the mill".
    """
    lead = grammar_of(language).leads.match(text)
    rest = text[lead.end() :] if lead is not None else ""
    words = surfaces(rest)[:2]
    syntactic = syntax(language)
    led = words[1:] if syntactic.tags.get(words[0] if words else "") in ("P", "t") else words[:1]
    return rest if not syntactic.asking.isdisjoint(led) else text


def in_its_place(text: str, language: str) -> str:
    """ "The tour, how long is it?" as "how long is the tour?": what is named first in its place."""
    plain = set(surfaces(text.casefold()))
    if not syntax(language).tags or not plain & _ASKING_OF_IT or not plain & _POINTING:
        return text
    sentence = read_sentence(text, language=language)
    tags, words = sentence.tags, sentence.words
    asking = next((n for n, word in enumerate(words) if word in _ASKING_OF_IT), 0)
    end = asking - (tags[asking - 1 : asking] == ",")
    if end < 1 or tags[0] not in "DNCG" or not set(tags[:end]) <= _IN_A_PHRASE:
        return text
    place = next((i for i in range(asking, len(tags) - 1) if tags[i : i + 2] == "XR"), -1) + 1
    if not place or words[place] not in _POINTING:
        return text
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    thing = text[: ends[end - 1]]
    if text[ends[end - 1] : starts[asking]].strip(" ,"):
        return text  # "the tower; how high is it"
    if tags[0] == "D":
        thing = thing[0].lower() + thing[1:]
    return f"{text[starts[asking] : starts[place]]}{thing}{text[ends[place] :]}"


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


def in_the_turn_beside(text: str, earlier: Reading) -> str:
    """ "The one before that" with its number: "the second", where the third was spoken of.

    The message as it is where nothing was numbered, or where it names a number itself.
    """
    language = earlier.sentence.language
    numbered = earlier.of(Kind.ORDINAL)
    beside = _beside_pattern(language)
    match = beside.search(text) if numbered else None
    if match is None:
        return text
    told = earlier.text[numbered[-1].start : numbered[-1].end]
    ordinals: dict[str, int] = lexicon(language)["ordinals"]
    figures = _FIGURES.match(told)
    number = int(figures[0]) if figures is not None else ordinals.get(told.casefold(), 0)
    number += -1 if match["before"] else 1
    names = {n: word for word, n in ordinals.items()}
    word = names.get(number, "") if figures is None else f"{number}{_suffix(number)}"
    return f"{text[: match.start()]}the {word}{text[match.end() :]}" if number and word else text


def _suffix(number: int) -> str:
    """What makes a number in figures an ordinal: "2nd", "12th"."""
    teen = number % 100 // 10 == 1
    return "th" if teen else _SUFFIXES.get(number % 10, "th")


@cache
def _beside_pattern(language: str) -> re.Pattern[str]:
    turns: dict[str, list[str]] = lexicon(language).get("turns", {})
    if not turns:
        return re.compile(r"(?!)")
    before, after = ("|".join(turns[name]) for name in ("before", "after"))
    return re.compile(
        rf"(?<!\w)(?:the )?(?:(?P<before>{before})|(?P<after>{after}))(?!\w)", re.IGNORECASE
    )


def at_that_time(text: str, words: FollowUpWords, last_date: Callable[[], str]) -> str:
    """ "Before that" and "since then" with the date that was last spoken of, "" for none."""
    anchor = last_date() if words.time.search(text) else ""
    if not anchor:
        return text
    return words.time.sub(lambda match: f"{match['relation']} {anchor}", text)
