"""What is said of a thing against what is asked of it: "is it easy?" where it is difficult.

One excludes the other, though a thing may be neither. It is told where both are said of the thing
("the climb is difficult") or count it ("a small number"); "the small hall" is another than the
large one.
"""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence, syntax

_NOUNS = frozenset("NC#")


def contraries(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The terms of a question whose contraries a sentence says in the same way, and plainly."""
    if (rules.negations | rules.open) & set(stated.terms):
        return set()  # what is not dear need not be cheap
    told = {
        stated.terms[place] for place in range(len(stated.terms)) if _says(stated, place, rules)
    }
    return {
        asked.terms[place]
        for place in range(len(asked.terms))
        if rules.contraries.get(asked.terms[place], frozenset()) & told
        and asked.terms[place] not in stated.terms
        and (_counts(asked, place, rules) or _ends_phrase(asked, place))
    }


def _says(stated: Sentence, place: int, rules: Polarity) -> bool:
    """Whether a word is said of the subject, in no degree beside another's, or counts."""
    if stated.terms[place] not in rules.contraries:
        return False
    if _counts(stated, place, rules):
        return True
    start = place - 1
    while start > 0 and stated.tags[start] == "A":
        start -= 1
    degrees = listed("yes_no.degrees", stated.language)
    compared = not degrees.isdisjoint(stated.words[start + 1 : place])
    being = start >= 0 and stated.words[start] in syntax(stated.language).copulas
    return being and not compared and _ends_phrase(stated, place)


def _counts(sentence: Sentence, place: int, rules: Polarity) -> bool:
    """Whether a word stands between "a" and a noun for a number: "a large number"."""
    before, behind = sentence.words[place - 1 : place], sentence.terms[place + 1 : place + 2]
    return before in (("a",), ("an",)) and bool(behind) and behind[0] in rules.counted


def _ends_phrase(sentence: Sentence, place: int) -> bool:
    """Whether no noun follows a word, of which it would be an attribute."""
    return place > 0 and sentence.tags[place + 1 : place + 2] not in _NOUNS
