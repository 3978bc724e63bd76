"""What an amount in a sentence counts: "64 residents" count people, "five islands" don't."""

from __future__ import annotations

from collections.abc import Set

from bot.answering.roles import names_person
from bot.answering.short.sentence import Sentence
from retrieval.entities import Mention

_PASSED = frozenset("oDA-")  # tags between an amount and what it counts: "two of the boats"
_MOST_PASSED = 2
_PEOPLE = frozenset({"person", "human", "individu", "life", "soul"})
_PHRASE = frozenset("NC")


def counts_another(sentence: Sentence, mention: Mention, alike: Set[str]) -> bool:
    """Whether an amount stands with a noun, and that is neither one of some terms nor a person
    where people are counted.
    """
    places = _counted(sentence, mention)
    terms = {sentence.terms[place] for place in places}
    if not places or terms & alike:
        return False
    people = bool(_PEOPLE & alike)
    return not (
        people
        and (
            terms & _PEOPLE
            or any(names_person(sentence.words[place], sentence.language) for place in places)
        )
    )


def _counted(sentence: Sentence, mention: Mention) -> list[int]:
    """The tokens of the noun phrase that an amount ends in or stands before; none if it is bare."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    inside = [
        place
        for place, start in enumerate(starts)
        if mention.start <= start and ends[place] <= mention.end and sentence.tags[place] in _PHRASE
    ]
    place = sentence.at(mention.end)
    passed = 0
    while sentence.tags[place : place + 1] in _PASSED and passed < _MOST_PASSED:
        place, passed = place + 1, passed + 1
    while sentence.tags[place : place + 1] in _PHRASE and place < len(starts):
        inside.append(place)
        place += 1
    return inside
