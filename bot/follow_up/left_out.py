"""Nouns that a message leaves out: "a new one", "how much does one cost?", "which ones?"."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import syntax
from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import HAVE, HOW_MANY, ONES
from retrieval.entities import Kind

_SEVERAL = frozenset({"ones"})
_NONE = "none"
_WHICH = frozenset({"which", "what"})
_OF_THINGS = frozenset({"cost", "weigh", "last", "take", "hold", "measure", "look"})
_DETERMINERS = frozenset(
    {"a", "an", "the", "some", "any", "no", "my", "your", "this", "that", "these", "those"}
    | {"his", "her", "its", "our", "their"}
)
_OTHER = "other"
_THERE = ("there",)
_BESIDE = re.compile(r"\bthe one (?P<side>after|before) (?:that|this|it)\b", re.IGNORECASE)
_ORDERS = {"after": "next", "before": "previous"}


def with_noun(message: Reading, earlier: Reading) -> str:
    """The message with the noun that it leaves out, from the question before; "" if it has all.

    "How much is a new one?" after "Where are tickets sold?" is "how much is a new tickets?": the
    number of the noun makes no difference to what is found.
    """
    beside = _BESIDE.search(message.text)
    counted = [p for p in earlier.phrases if not p.name and not (p.asked and p.time)]
    if beside is not None and counted:
        noun = _without_determiner(earlier.text[counted[0].start : counted[0].end])
        order = _ORDERS[beside["side"].casefold()]
        told = f"the {order} {noun.partition(' of ')[0].split()[-1]}"
        return f"{message.text[: beside.start()]}{told}{message.text[beside.end() :]}"
    if not counted or message.of(Kind.ORDINAL) or _OTHER in message.sentence.words:
        return ""
    for place in range(len(message.sentence.words)):
        noun = _in_place(message, place, earlier, counted[0])
        if noun:
            start, end = message.sentence.slice(place, place + 1)
            return f"{message.text[:start]}{noun}{message.text[end:]}"
    return ""


def with_counted(message: Reading, earlier: Reading) -> str:
    """ "How many were on board?" with whom the earlier question counted or was about.

    "How many people were on board?" after "how many people were hurt?", "how many miners died?"
    after "where are the miners?"; "" where the message counts something itself.
    """
    sentence, end = message.sentence, message.asking.end
    counts = sentence.words[message.asking.start : end] == HOW_MANY
    verb = sentence.words[end] if counts and end < len(sentence.words) else ""
    known = syntax(sentence.language).tags.get(verb)
    if known not in ("X", "V", "E"):
        return ""
    behind = sentence.tags[end + 1 :]
    pointing = "R" in behind and sentence.words[end + 1 : end + 2] != _THERE
    if pointing or (sentence.tags[end] == "X" and behind[:1] in tuple("DC")):
        return ""  # "how many did the club win?"
    leads = earlier.sentence.words[: len(HOW_MANY)] == HOW_MANY
    counted = next((p for p in earlier.phrases if leads or not p.asked), None)
    if counted is None or not counted.plural or counted.preposition or counted.time:
        return ""
    noun = _without_determiner(earlier.text[counted.start : counted.end]).lstrip("0123456789., ")
    place = sentence.tokens.ends[end - 1]
    return f"{message.text[:place]} {noun}{message.text[place:]}"


def _in_place(message: Reading, place: int, earlier: Reading, phrase: Phrase) -> str:
    """What stands for the "one" or "none" at a place; "" where another word stands there."""
    sentence = message.sentence
    word, before = sentence.words[place], sentence.words[place - 1] if place else ""
    if word != _NONE and word not in ONES:
        return ""
    behind = sentence.words[place + 1] if place + 1 < len(sentence.words) else "?"
    kind = sentence.tags[place - 1] if place else "."
    ends = sentence.tags[place + 1 : place + 2] in ("", ".", "P")
    noun = _without_determiner(earlier.text[phrase.start : phrase.end])
    if word == _NONE and before in syntax(sentence.language).copulas and behind != "of":
        return f"no {noun}"
    if word == _NONE or behind == "of" or _is_told_before(message, place):
        return ""
    if before in _WHICH:
        return noun
    if kind == "N" and (word in _SEVERAL or (place > 1 and sentence.tags[place - 2] == "D")):
        return noun.partition(" of ")[0].split()[-1]
    led = kind == "V" or before in HAVE or sentence.tags[max(place - 2, 0) : place] == "RN"
    if led and ends:
        return noun if phrase.plural else f"a {noun}"
    if before in syntax(message.sentence.language).doing and behind in _OF_THINGS:
        return f"one of the {noun}" if phrase.plural else f"a {noun}"
    return ""


def _is_told_before(message: Reading, place: int) -> bool:
    """Whether the message itself names what a "one" stands for, in a clause before it."""
    before, mark, _ = message.sentence.tags[:place].replace(".", ",").rpartition(",")
    return bool(mark) and not set("NC").isdisjoint(before)


def _without_determiner(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in _DETERMINERS else text
