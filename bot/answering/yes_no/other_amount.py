"""An amount in a yes-or-no question where the sentence tells another of the same thing.

To "did 500 people come?" the sentence "Some 300 people came" says no.
"""

from __future__ import annotations

from bot.answering.amounts.quantities import Quantity, comparable, compatible, quantity
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.entities import mentions


def other_amount(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The terms of the question's amount if the sentence tells another; none where it may be it.

    Both must hold one amount of the same, and the question no word such as "more" or "at least".
    """
    words = set(asked.words)
    if words & rules.measured or words & rules.asks_leave:
        return set()
    wanted, told = _amounts(asked), _amounts(stated)
    if len(wanted) != 1:
        return set()
    rivals = [each for each in told if comparable(wanted[0], each)]
    if len(rivals) != 1 or compatible(wanted[0], rivals[0]):
        return set()
    span = wanted[0].span
    terms = analyser(asked.language).terms(asked.tokens.text[span.start : span.end])
    return set(terms) - set(stated.terms)


def _amounts(sentence: Sentence) -> list[Quantity]:
    """The amounts of a sentence."""
    text, language = sentence.tokens.text, sentence.language
    found = (
        quantity(text, mention, language=language) for mention in mentions(text, language=language)
    )
    return [each for each in found if each is not None]
