"""Words of a question that a sentence has, but says of something else."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import Sentence, syntax

_PARTICIPLES = ("en", "ed")
_ENDS = ("N", "N.", "NP")


def only_describes(asked: Sentence, stated: Sentence) -> bool:
    """Whether the thing asked for only describes another: to "have a car" a "car park".

    Behind one thing no verb stands in its base form, so "park" is none.
    """
    wanted = {
        asked.terms[place]
        for place in range(1, len(asked.tags))
        if asked.tags[place : place + 2] in _ENDS and _is_unknown_yet(asked, place)
    }
    known = syntax(stated.language).tags
    return any(
        stated.tags[place : place + 2] == "NN"
        and known.get(stated.words[place + 1]) != "E"
        and not stated.words[place].endswith("s")
        and not stated.words[place + 1].endswith("s")
        and stated.terms.count(term) == 1
        for place, term in enumerate(stated.terms)
        if term in wanted
    )


def _is_unknown_yet(asked: Sentence, place: int) -> bool:
    """Whether a noun is brought up by its question: "a car", or "cars" right behind a verb."""
    before = asked.tags[place - 1]
    several = asked.words[place].endswith("s") and before in "XV"
    return asked.words[place - 1] in listed("yes_no.indefinite", asked.language) or several


def only_names(asked: Sentence, stated: Sentence) -> set[str]:
    """The terms that a sentence has in names alone, where the question has another word for them.

    "Is parking free?" is not about Albany Park.
    """
    written = set(asked.words)
    common = {
        term
        for place, term in enumerate(stated.terms)
        if stated.tags[place] != "C" or not place or stated.words[place] in written
    }
    return set(stated.terms) - common


def lacks_particle(asked: Sentence, stated: Sentence) -> bool:
    """Whether "is it over?" is asked of what doesn't say that something is "over".

    "An emergency over the strike" has the word and says nothing of that; another verb may say it:
    "the water came back".
    """
    words = asked.spoken()
    copulas = syntax(asked.language).copulas
    if words[0] not in copulas or words[-1] not in listed("yes_no.particles", asked.language):
        return False
    places = (n for n, word in enumerate(stated.words) if word == words[-1])
    return not any(_ends_phrase(stated, n) for n in places)


def _ends_phrase(sentence: Sentence, place: int) -> bool:
    """Whether a particle stands behind a verb or an adverb, and no noun phrase behind it."""
    before, behind = sentence.tags[place - 1 : place], sentence.tags[place + 1 : place + 2]
    return before in tuple("XVEAD") and behind not in tuple("DNC#R")


def qualifying(sentence: Sentence) -> frozenset[str]:
    """The participles right before a noun: by "frozen plums" none is told to be frozen."""
    return frozenset(
        sentence.terms[place]
        for place in range(1, len(sentence.tags) - 1)
        if sentence.words[place].endswith(_PARTICIPLES)
        and sentence.tags[place + 1] in "NC"
        and sentence.tags[place - 1] != "X"
    )
