"""Pronouns that point to nothing said before: "is it true that", "those who"."""

from __future__ import annotations

from bot.answering.grammar.auxiliaries import DO, LEADING
from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.follow_up.parts.reading import Reading
from bot.phrasing import FollowUpWords

POINTS_ON_ITS_OWN = frozenset({"that", "this", "these", "those"})
_IT = "it"
_DEEDS = frozenset({"it", "that", "this"})
_BEFORE_DEEDS = frozenset({"who", "to", *LEADING})
_CLAUSES = (("that",), ("to",), ("if",), ("when",))
_CLEFT = (("that",), ("who",))
_TAKES = (("take",), ("takes",), ("took",))
_PLACE = ("place",)
_DO = frozenset((word,) for word in DO)
_LEAVES_A_NOUN_OUT = frozenset({"that"})
_THOSE = "those"
_WHO_ARE_MEANT = frozenset({"who", "whose", "whom", "which", "that", "with", "without", "aged"})
_NO_POSSESSION = frozenset(
    {"afterwards", "today", "yesterday", "tomorrow", "tonight", "beforehand"}
)


def points_nowhere(message: Reading, place: int, words: FollowUpWords) -> bool:
    """Whether the pronoun at a token stands for nothing that was named before."""
    sentence = message.sentence
    word = sentence.words[place]
    before = sentence.words[place - 1] if place else ""
    behind = sentence.words[place + 1] if place + 1 < len(sentence.words) else ""
    pairs = {f"{before} {word}", f"{word} {behind}"}
    if pairs & words.existence or _stands_for_a_clause(message, place):
        return True
    if _is_the_weather(message, place, words) or (word in _DEEDS and _is_a_deed(message, place)):
        return True
    if word == _THOSE and _tells_who_is_meant(message, place):
        return True
    return word in POINTS_ON_ITS_OWN and (
        is_noun(message, place + 1) or _introduces(message, place) or _is_said(message, place)
    )


def is_noun(message: Reading, place: int) -> bool:
    """Whether a noun stands at a place, not the verb of "what does that mean?"."""
    sentence = message.sentence
    if sentence.tags[place : place + 1] not in ("N", "C", "#", "G"):
        return False
    if sentence.words[place] in _NO_POSSESSION:
        return False
    known = syntax(sentence.language).tags.get(sentence.words[place])
    return known != "V" or sentence.words[place - 2 : place - 1] not in _DO


def _stands_for_a_clause(message: Reading, place: int) -> bool:
    """Whether "it" stands for what follows: "is it true that", "is it possible to"."""
    words, tags = message.sentence.words, message.sentence.tags
    if words[place] == _IT and words[place + 1 : place + 2] in _CLEFT:
        return True  # "who was it that called?"
    if words[place] == _IT and words[place + 1 : place + 2] in _TAKES:
        ends = tags[place + 2 : place + 3] in ("", ".", "A")
        return not ends and words[place + 2 : place + 3] != _PLACE
    behind = place + 2 + (tags[place + 1 : place + 2] == "A" and tags[place + 2 : place + 3] == "N")
    return words[place] == _IT and words[behind : behind + 1] in _CLAUSES


def _is_the_weather(message: Reading, place: int, words: FollowUpWords) -> bool:
    """Whether "it" is nothing but how a place is: "how warm is it there", "is it noisy there"."""
    sentence = message.sentence
    if sentence.words[place] != _IT or place == 0:
        return False
    behind = place + 1 + (not message.asking.end)
    told = sentence.tags[place + 1 : behind]
    copulas = syntax(sentence.language).copulas
    return (
        sentence.words[place - 1] in copulas
        and told not in tuple("EVGD")
        and not words.places.isdisjoint(sentence.words[behind : behind + 1])
    )


def _tells_who_is_meant(message: Reading, place: int) -> bool:
    """Whether "those" is told of by what follows: "those who cycle", "those living in Oslo"."""
    words, tags = message.sentence.words, message.sentence.tags
    if not _WHO_ARE_MEANT.isdisjoint(words[place + 1 : place + 2]):
        return True
    return tags[place + 1 : place + 2] in ("E", "G") and tags[place - 1 : place] != "X"


def _is_said(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody said: "when did he say that?"."""
    sentence = message.sentence
    saying = words_of(sentence.language).saying
    return place > 0 and sentence.terms[place - 1] in saying


def _is_a_deed(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody does: "the men who did it", "how is that done"."""
    words = message.sentence.words
    if place < len(("who", "did")) or words[place - 1] not in DO:
        return False
    ends = message.sentence.tags[place + 1 : place + 2] in ("", ".", "P", "A", ",")
    return ends and (words[place - 2] in _BEFORE_DEEDS or message.sentence.tags[place - 2] == "R")


def _introduces(message: Reading, place: int) -> bool:
    """Whether "that" opens a clause: "said that the mine"."""
    tags = message.sentence.tags
    word = message.sentence.words[place]
    relative = tags[place - 1 : place] in tuple("EVR") and tags[place + 1 : place + 2] in tuple(
        "XVE"
    )
    return word in _LEAVES_A_NOUN_OUT and (
        relative
        or tags[place + 1 : place + 2] in ("D", "R")
        or tags[place - 1 : place] in ("N", "C")
        or message.sentence.words[place - 1 : place] == (_THOSE,)
    )
