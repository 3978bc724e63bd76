"""Words that look like nouns behind a noun phrase and are the verb or what is said of it."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import Sentence, syntax

_NOUNS = frozenset("NC")
_BEING = frozenset({"is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"})
_ADJECTIVES = """
open shut full free empty ready late early ill sick safe dead alive content angry happy sad sure
right wrong big small large long short high low deep heavy old new young busy quiet noisy loud warm
cold hot wet dry dark bright clean dirty good bad better worse fresh clear legal illegal valid
guilty ok okay cheap expensive strict worth due present absent afraid aware able
"""
_POINTING = frozenset({"this", "that", "these", "those"})  # "is this paint?"
_SAID_OF = frozenset(_ADJECTIVES.split())
_SAID_OF_ENDINGS = ("able", "ible", "ful", "less", "ous")
_NOT_DONE = frozenset({"bed", "seabed", "shed", "watershed", "sled", "moped"})


def without_verb(sentence: Sentence, tags: str, start: int, end: int) -> int:
    """The end of a phrase without what looks like a noun behind it: its verb, or "open" by "is".

    Behind "did" or "will" there must be a verb: where no other word is, it is the last of the
    phrase, unless one ends the clause ("what does a day ticket to Bergen cost?").
    """
    last = end - 1
    if last <= start or not any(tag in _NOUNS for tag in tags[start:last]):
        return end
    auxiliary = next((i for i in range(start - 1, -1, -1) if tags[i] == "X"), None)
    clause = re.split("[S,]", tags[end:])[0]
    if auxiliary is None or any(tag in "VEGX" for tag in tags[auxiliary + 1 : start] + clause):
        return end
    if auxiliary == start - 1 and (
        _is_said_of(sentence, auxiliary, last) or _is_all_said_of(sentence, tags, start, end)
    ):
        return last
    place = last
    known = syntax(sentence.language).tags
    needed = sentence.words[auxiliary] in syntax(sentence.language).leading
    if needed and _verb_comes_later(sentence, tags, last, end + len(clause.rstrip("."))):
        return end
    verbs = ("V", "E") if needed else ("E",)  # "is a deck chair": no base form follows "is"
    for candidate in range(last, start, -1):
        if known.get(sentence.words[candidate]) in verbs and tags[candidate - 1] in "NC#":
            place = candidate
            break
    return place if needed or known.get(sentence.words[place]) in verbs else end


def _is_said_of(sentence: Sentence, auxiliary: int, last: int) -> bool:
    """Whether the last word of a phrase behind "is" tells how its noun is: "is the pool open".

    Or what was done to it: "was the well lined with".
    """
    word = sentence.words[last]
    tells = word in _SAID_OF or word.endswith(_SAID_OF_ENDINGS)
    done = word.endswith("ed") and not word.endswith("eed") and word not in _NOT_DONE
    named = all(tag == "C" for tag in sentence.tags[auxiliary + 1 : last])  # "is Ann Lee serving"
    return (tells or done or (named and word.endswith("ing"))) and sentence.words[
        auxiliary
    ] in _BEING


def _is_all_said_of(sentence: Sentence, tags: str, start: int, end: int) -> bool:
    """Whether a question is nothing but "is", "the" and such a phrase, "is the paint toxic": the
    last word must say something of it.
    """
    told = start == 1 and sentence.words[0] in _BEING and tags[start] == "D"
    pointing = sentence.words[start] in _POINTING
    return told and not pointing and tags[end - 1] == "N" and not tags[end:].strip(".")


def _verb_comes_later(sentence: Sentence, tags: str, last: int, stop: int) -> bool:
    """Whether a clause ends in its verb: "does a day ticket to Bergen cost".

    Where the phrase that ends at `last` may end in it too, that one is the verb.
    """
    known = syntax(sentence.language).tags
    closing = stop - 1
    if closing <= last + 1 or tags[closing] != "N" or tags[closing - 1] not in "NC#":
        return False
    return known.get(sentence.words[closing]) == "V" and known.get(sentence.words[last]) != "V"
