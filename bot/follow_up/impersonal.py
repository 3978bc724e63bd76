"""Pronouns that point to nothing said before: "is it true that", "those who"."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.grammar.words import words_of
from bot.follow_up.parts.reading import Reading
from bot.phrasing import FollowUpWords

_IT = "it"
_THAT = "that"
_THOSE = "those"


def points_on_its_own(word: str, language: str) -> bool:
    """Whether a word points without a noun behind it: "that", "these"."""
    return word in listed("impersonal.pointing", language)


def points_nowhere(message: Reading, place: int, words: FollowUpWords) -> bool:
    """Whether the pronoun at a token stands for nothing that was named before."""
    sentence = message.sentence
    word = sentence.words[place]
    pairs = {f"{_word(sentence, place - 1)} {word}", f"{word} {_word(sentence, place + 1)}"}
    if pairs & words.existence or _stands_for_a_clause(message, place):
        return True
    if _is_a_deed(message, place):
        return True
    if word == _THOSE and _tells_who_is_meant(message, place):
        return True
    return points_on_its_own(word, sentence.language) and (
        is_noun(message, place + 1) or _introduces(message, place) or _is_said(message, place)
    )


def is_noun(message: Reading, place: int) -> bool:
    """Whether a noun stands at a place, not the verb of "what does that mean?"."""
    sentence = message.sentence
    if sentence.tags[place : place + 1] not in ("N", "C", "#", "G"):
        return False
    if sentence.words[place] in listed("impersonal.no_possession", sentence.language):
        return False
    known = syntax(sentence.language).tags.get(sentence.words[place])
    return known != "V" or _word(sentence, place - 2) not in syntax(sentence.language).doing


def _stands_for_a_clause(message: Reading, place: int) -> bool:
    """Whether "it" stands for what follows: "is it true that", "is it possible to"."""
    sentence, tags = message.sentence, message.sentence.tags
    if sentence.words[place] != _IT:
        return False
    following = _word(sentence, place + 1)
    if following in listed("impersonal.cleft", sentence.language):
        return True  # "who was it that called?"
    if following in listed("impersonal.takes", sentence.language):
        ends = tags[place + 2 : place + 3] in ("", ".", "A")
        happening = _word(sentence, place + 2) in listed("impersonal.place", sentence.language)
        return not (ends or happening)
    behind = place + 2 + (tags[place + 1 : place + 2] == "A" and tags[place + 2 : place + 3] == "N")
    return _word(sentence, behind) in listed("impersonal.clauses", sentence.language)


def _tells_who_is_meant(message: Reading, place: int) -> bool:
    """Whether "those" is told of by what follows: "those who cycle", "those living in Oslo"."""
    sentence, tags = message.sentence, message.sentence.tags
    if _word(sentence, place + 1) in listed("impersonal.who_are_meant", sentence.language):
        return True
    return tags[place + 1 : place + 2] in ("E", "G") and tags[place - 1 : place] != "X"


def _is_said(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody said: "when did he say that?"."""
    sentence = message.sentence
    saying = words_of(sentence.language).saying
    return place > 0 and sentence.terms[place - 1] in saying


def _is_a_deed(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody does: "the men who did it", "how is that done"."""
    sentence, rules = message.sentence, syntax(message.sentence.language)
    word, before = sentence.words[place], _word(sentence, place - 2)
    if word not in listed("impersonal.deeds", sentence.language) or not before:
        return False
    done = _word(sentence, place - 1) in rules.doing
    ends = sentence.tags[place + 1 : place + 2] in ("", ".", "P", "A", ",")
    led = before in listed("impersonal.before_deeds", sentence.language) or before in rules.leading
    return done and ends and (led or sentence.tags[place - 2] == "R")


def _introduces(message: Reading, place: int) -> bool:
    """Whether "that" opens a clause: "said that the mine"."""
    sentence, tags = message.sentence, message.sentence.tags
    before, behind = tags[place - 1 : place], tags[place + 1 : place + 2]
    relative = before in tuple("EVR") and behind in tuple("XVE")
    return sentence.words[place] == _THAT and (
        relative
        or behind in ("D", "R")
        or before in ("N", "C")
        or _word(sentence, place - 1) == _THOSE
    )


def _word(sentence: Sentence, place: int) -> str:
    """The word at a place; "" before the first and behind the last."""
    return sentence.words[place] if 0 <= place < len(sentence.words) else ""
