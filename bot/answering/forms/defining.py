"""How plainly the head of a sentence says what a thing is: "A hold is a mark that ..."."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

from bot.answering.forms.definitions import THING
from bot.answering.grammar.lexical import pattern
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted

_KEPT = 64  # things: each is looked for in many sentences
_BEHIND_OTHERS = re.compile(r"\W*[^.:|,]{1,60}[:,|] ")  # "In weaving, a shed is", "Shed: a shed is"
_OPEN = frozenset({Wanted.THING, Wanted.DEFINITION})
_WIDEST = 4  # words of a thing


class Defining(IntEnum):
    """How plainly the head of a sentence says what a thing is; none where it says no such thing.

    "Hold: a mark" labels it, "a hold keeps ..." describes it, "hold means ..." and "holds are what
    ..." tell it, "the hold is a ..." classes this one, "a hold is a ..." each.
    """

    NONE = 0
    LABELS = 1
    DESCRIBES = 2
    TELLS = 3
    CLASSES_ONE = 4
    CLASSES = 5


_FORMS = {
    "classes": Defining.CLASSES,
    "tells": Defining.TELLS,
    "entry": Defining.LABELS,
    "describes": Defining.DESCRIBES,
}


def thing_asked(question: Question) -> str:
    """The thing of which a question asks what it is, in small letters; "" where it asks no such."""
    text, language = question.text.replace("’", "'"), question.language
    open_ = question.kind in (Kind.WHAT, Kind.DEFINITION) and question.wanted in _OPEN
    any_ = pattern("defining.asks_of_any", language).search(text) is not None
    asked = THING.search(text) if open_ or any_ else None
    asked = asked or (pattern("defining.asks_meaning", language).search(text) if open_ else None)
    thing = next((part for part in asked.groups() if part), "") if asked else ""
    return thing.casefold() if len(thing.split()) <= _WIDEST and question.content else ""


def defining(thing: str, text: str) -> Defining:
    """How plainly the head of a text says what a thing is.

    >>> defining("hold", "A hold is a mark that keeps a package as it is.").name
    'CLASSES'
    >>> defining("hold", "The hold is full.").name
    'NONE'
    """
    head = _head(thing)
    opened = head.match(text), _BEHIND_OTHERS.match(text)
    heads = (opened[0], opened[1] and head.match(text, opened[1].end()))
    return max((_told(found, text) for found in heads if found), default=Defining.NONE)


def _told(head: re.Match[str], text: str) -> Defining:
    """How plainly what stands behind the name of a thing says what it is."""
    found = _rest().match(text, head.end())
    if found is None or (found["describes"] and not head["any"]):
        return Defining.NONE
    name = next(name for name in _FORMS if found[name])
    return Defining.CLASSES_ONE if name == "classes" and head["the"] else _FORMS[name]


@lru_cache(maxsize=_KEPT)
def _head(thing: str) -> re.Pattern[str]:
    """A thing with its article."""
    words = r"[\W_]+".join(map(re.escape, re.findall(r"\w+", thing)))
    own = rf"[\"“'‘]?(?:{words}(?:e?s)?|{words.removesuffix('s')})[\"”'’]?"
    return re.compile(rf"\W*(?:(?P<the>the )|(?P<any>an? ))?{own}(?!\w)", re.IGNORECASE)


@cache
def _rest() -> re.Pattern[str]:
    """What stands behind a thing where it is said what that is."""
    told = lexicon("statements_en")["definitions"]
    aside = r"(?: ?\([^)]{1,60}\)|,[^,.:]{1,60},| or [\w-]+)?"
    is_one = rf"{aside},? (?:is|are|was|were) (?:(?:{told['hedging']}) )?"
    classes = rf"{is_one}(?:an?|one|any|some) (?!(?:{told['judging']})\b)"
    tells = (
        rf"{is_one}(?:the|what|where|when|how|those|something|anything|used (?:to|for|as)) "
        rf"|{aside} (?:means?|refers? to|stands? for|denotes?) "
    )
    entry = rf"(?::| [-–—]| \|) (?:[^|:]{{1,40}}: )?(?:{told['entering']}) \S+ \S+ \S"
    describes = rf"{aside} (?:{told['describing']}) "
    return re.compile(
        rf"(?P<classes>{classes})|(?P<tells>{tells})|(?P<entry>{entry})|(?P<describes>{describes})",
        re.IGNORECASE,
    )
