"""Words of a yes-or-no question that a sentence need not repeat, since they stand around it.

"The water is not fit for drinking", below "Emptying the tank", speaks of the water in the tank. But
what a sentence says of the shop it does not say of the mill named before it.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.referring import (
    paragraph_start,
    points_back,
    referent,
    subject,
    title_terms,
)
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.places import places_at
from retrieval.records import Passage

_PAGE = 1_500  # characters on either side of a passage
_PHRASE = "NC#"  # tags of a noun phrase behind its article
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """The terms of what surrounds a sentence.

    `about`: what a pronoun at its head stands for; `title`: its document's title; `above`: the
    titles above it and its paragraph up to it; `page`: what stands around it; `beside`: the rest of
    the sentence of which it is a clause.
    """

    about: frozenset[str] = _NONE
    title: frozenset[str] = _NONE
    above: frozenset[str] = _NONE
    page: frozenset[str] = _NONE
    beside: frozenset[str] = _NONE


def setting_of(passage: Passage) -> Setting:
    """What surrounds a passage in its document."""
    document, start = passage.document, passage.start
    analysis = analyser(document.language or "en")

    def terms(*texts: str) -> frozenset[str]:
        return frozenset(term for text in texts for term in analysis.terms(text))

    title = title_terms(passage)
    headings = [place.name for place in places_at(document, start)]
    above = terms(*headings, document.part(paragraph_start(passage), start))
    end = passage.start + len(passage.text)
    page = terms(document.part(max(start - _PAGE, 0), start), document.part(end, end + _PAGE))
    stop = analysis.stop_terms
    return Setting(referent(passage), title, above - stop, (title | above | page) - stop)


def implied(
    missing: set[str], asked: Sentence, stated: Sentence, *, above: Set[str], covered: Set[str]
) -> set[str]:
    """The missing words that stand above the sentence, if these are fewer than those it says."""
    found = missing & above
    return found if len(found) < len(covered) and may_be_implied(found, asked, stated) else set()


def titled(missing: set[str], asked: Sentence, stated: Sentence, *, title: Set[str]) -> set[str]:
    """The only missing word that stands in the title."""
    found = missing & title
    return found if len(found) == 1 and may_be_implied(found, asked, stated) else set()


def may_be_implied(missing: Set[str], asked: Sentence, stated: Sentence) -> bool:
    """Whether a sentence may speak of some words without saying them.

    What the verb is done to must be said, and whom the question is about, unless a pronoun opens
    the sentence or some word of it does; and it tells of no place but its own: "guests may smoke
    on the terrace" is nothing about the café.
    """
    about = noun_phrase(asked, 1)
    if missing & _done_to(asked):
        return False
    if missing & about and not points_back(stated.tokens.text) and not subject(stated) & about:
        return False
    return not missing & _places(asked) or _places(stated) <= set(asked.terms)


def _places(sentence: Sentence) -> set[str]:
    """The words of the noun phrases behind "in", "at", "on" and the like."""
    found: set[str] = set()
    for place, word in enumerate(sentence.words):
        if word in listed("yes_no.where", sentence.language):
            found |= noun_phrase(sentence, place + 1)
    return found


def _done_to(asked: Sentence) -> set[str]:
    """The words of the noun phrase right behind the main verb: the bikes of "do you sell bikes"."""
    verb = next((place for place, tag in enumerate(asked.tags) if tag in "VEG"), None)
    return set() if verb is None else noun_phrase(asked, verb + 1)


def noun_phrase(asked: Sentence, start: int) -> set[str]:
    """The words of the noun phrase that begins at a token."""
    start += asked.tags[start : start + 1] == "D"
    end = asked.run_end(start, _PHRASE)
    return set(asked.terms[start:end])
