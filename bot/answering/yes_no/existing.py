"""Where there was none, none was reached: "there was no agreement"."""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence
from bot.answering.yes_no.implied import noun_phrase

_THERE, _NO = "there", "no"
_OWN = frozenset("DNR")  # tags of a subject without a name


def none_reached(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The words of a question that need not be said where a sentence says that there was none.

    They are the verb of "did the sides reach an accord?" and those who would have reached it.
    """
    absent = _absent(stated)
    verb = next((n for n, term in enumerate(asked.terms) if term in rules.reaching), None)
    if not absent or not verb:
        return set()
    subject = asked.tags[1:verb]
    wanted = noun_phrase(asked, verb + 1) or noun_phrase(asked, 1)
    if not any(alike(term, asked.language) & absent for term in wanted):
        return set()
    unnamed = {term for term in asked.terms[1:verb] if set(subject) <= _OWN}
    return ({asked.terms[verb]} | unnamed) - wanted


def _absent(stated: Sentence) -> set[str]:
    """The nouns of which a sentence says that there were none."""
    words, tags = stated.words, stated.tags
    return set().union(
        *(
            noun_phrase(stated, place + 2)
            for place in range(len(words) - 2)
            if words[place] == _THERE and tags[place + 1] == "X" and words[place + 2] == _NO
        )
    )
