"""What is only believed ("thought to be"), awaited ("before it has been signed") or nearly so."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence

_WITHIN = "VEGXAtNCDR#zo-"  # tags between a word of thinking and what is thought


def only_supposed(stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity) -> bool:
    """Whether all that a sentence says of what is asked is thought, waited for or nearly so.

    What the question itself says so is asked for: "is he thought to be rich?".
    """
    told = claimed_places(stated, asked, covered, rules)
    thinking = rules.thinking - set(asked.terms)
    return bool(told) and all(
        _is_thought(stated, place, thinking)
        or _is_awaited(stated, place)
        or _is_near(stated, place)
        for place in told
    )


def claimed_places(
    stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity
) -> list[int]:
    """Where a sentence says what is claimed: the question's verbs, else its last covered word."""
    verbs = frozenset(asked.verbs & covered - rules.light)
    if not verbs:
        verbs = frozenset([term for term in asked.terms if term in covered][-1:])
    return [place for place, term in enumerate(stated.terms) if term in verbs]


def _is_thought(stated: Sentence, place: int, thinking: frozenset[str]) -> bool:
    """Whether a word of thinking stands before, in the same part of the sentence."""
    for before in range(place - 1, -1, -1):
        if stated.tags[before] not in _WITHIN and stated.words[before] != "that":
            return False
        if stated.terms[before] in thinking and stated.tags[before] in "VEGX":
            return True
    return False


def _is_awaited(stated: Sentence, place: int) -> bool:
    """Whether it stands behind "before it has", "until it is", with no comma between."""
    present = listed("yes_no.present", stated.language)
    awaiting = listed("yes_no.awaiting", stated.language)
    between: set[str] = set()
    for before in range(place - 1, -1, -1):
        if stated.tags[before] == ",":
            return False
        if stated.words[before] in awaiting:
            return bool(between & present)
        between.add(stated.words[before])
    return False


def _is_near(stated: Sentence, place: int) -> bool:
    """Whether "nearly" stands before a verb."""
    nearly = listed("yes_no.nearly", stated.language)
    return place > 0 and stated.tags[place] in "VEG" and stated.words[place - 1] in nearly
