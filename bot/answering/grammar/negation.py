"""Which words of a sentence its negations and denials reach, and which they leave alone."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from bot.answering.grammar.polarity import Polarity, polarity
from bot.answering.grammar.sentence import Sentence, syntax

_NEW_CLAUSE = frozenset(
    {":", "but", "because", "while", "when", "after", "before", "since", "although", "though"}
)
FOR = frozenset({"for", "favour", "favor"})
AGAINST = frozenset({"against"})
_REACH = 8  # tokens between a negation and what it denies


def turns(stated: Sentence, covered: Set[str], answered: Set[str]) -> int:
    """How many negations and denials reach a covered word, denials among `answered` left out.

    Those that "and" joins deny side by side and count as one: "it is not needed and does not work",
    "neither the rider nor the steward".
    """
    rules = polarity(stated.language)
    cues = rules.negations | (rules.denials - answered)
    places = [
        place
        for place, term in enumerate(stated.terms)
        if (term in cues or _begins(stated, place, rules.negative_phrases))
        and not _begins(stated, place, rules.empty_phrases)
        and (
            reaches(stated, place, covered)
            or _undoes(stated, place, covered, rules)
            or _is_needless(stated, place, covered)
        )
    ]
    side_by_side = sum(
        "&" in stated.tags[one : other + 1]
        and {stated.terms[one], stated.terms[other]} <= rules.negations
        for one, other in pairwise(places)
    )
    return len(places) - side_by_side


def _undoes(stated: Sentence, place: int, covered: Set[str], rules: Polarity) -> bool:
    """Whether a word for nobody or nothing is what a covered verb is done to: "pays nothing"."""
    before = place - 1
    is_verb = before >= 0 and stated.tags[before] in "VEG"
    return stated.terms[place] in rules.nobody and is_verb and stated.terms[before] in covered


def _is_needless(stated: Sentence, place: int, covered: Set[str]) -> bool:
    """Whether a covered "need" stands right before: "towels need not be brought"."""
    return place > 0 and stated.words[place - 1] == "need" and stated.terms[place - 1] in covered


def denies_of(stated: Sentence, terms: Set[str]) -> bool:
    """Whether something is denied in a clause that holds one of some terms."""
    rules = polarity(stated.language)
    cues = rules.negations | rules.denials
    return any(
        term in cues
        and not _begins(stated, place, rules.empty_phrases)
        and _shares_clause(stated, place, terms)
        for place, term in enumerate(stated.terms)
    )


def _begins(sentence: Sentence, place: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of some phrases begins at a token."""
    return any(sentence.terms[place : place + len(phrase)] == phrase for phrase in phrases)


def reaches(sentence: Sentence, place: int, covered: Set[str]) -> bool:
    """Whether a covered word follows in the same clause, before another verb phrase ends it.

    In a language whose grammar is not known here, one before it counts as well.
    """
    if not syntax(sentence.language).tags:
        return _shares_clause(sentence, place, covered)
    for number in range(place + 1, min(place + 1 + _REACH, len(sentence.terms))):
        if sentence.tags[number] in ",.(" or sentence.words[number] in _NEW_CLAUSE:
            return False
        if sentence.terms[number] in covered:
            return True
    return False


def _shares_clause(sentence: Sentence, place: int, covered: Set[str]) -> bool:
    """Whether a covered word stands in the same clause, on either side."""
    start = _clause_start(sentence, place)
    ends = [end for sign in ",.)" if (end := sentence.tags.find(sign, place)) >= 0]
    clause = sentence.terms[start : min(ends, default=len(sentence.terms))]
    return bool(covered & set(clause))


def _clause_start(sentence: Sentence, place: int) -> int:
    """Where the clause of a token begins."""
    return max(sentence.tags.rfind(sign, 0, place) for sign in ",.(") + 1


def turned_question(asked: Sentence, said: set[str], rules: Polarity) -> int:
    """Denials that aren't said as well, and "never", "nobody"; "isn't it" asks as "is it" does."""
    denied = rules.denials - said
    content = set(asked.terms) - {""}
    return sum(
        term in rules.turning or (term in denied and reaches(asked, place, content))
        for place, term in enumerate(asked.terms)
    )


def votes_otherwise(stated: Sentence, asked: Sentence, covered: Set[str]) -> bool:
    """Whether "for" stands behind a verb on one side and "against" on the other."""
    sides = [_for_or_against(sentence, covered) for sentence in (asked, stated)]
    return None not in sides and sides[0] != sides[1]


def _for_or_against(sentence: Sentence, covered: Set[str]) -> bool | None:
    """Whether a covered word has "for" or "in favour" behind it, or "against"; None if neither."""
    for place, word in enumerate(sentence.words):
        behind = set(sentence.terms[max(place - 2, 0) : place])
        if word in FOR | AGAINST and behind & covered:
            return word in FOR
    return None


def denied_beside(asked: Sentence, rules: Polarity) -> bool:
    """Whether a question denies something beside what it asks: "can I go if I have not paid?"."""
    return any(
        term in rules.negations - rules.turning and any(tag in ".,S" for tag in asked.tags[:place])
        for place, term in enumerate(asked.terms)
    )


def left_open(stated: Sentence, asking: Set[str], covered: set[str], rules: Polarity) -> bool:
    """Whether a covered word is only said to be possible, which `asking` does not ask."""
    return any(
        term in rules.open
        and term not in asking
        and not (place and stated.tags[place] == "C")
        and reaches(stated, place, covered)
        for place, term in enumerate(stated.terms)
    )


def denies_another(stated: Sentence, covered: Set[str], rules: Polarity) -> bool:
    """Whether what is said of the covered words is denied: "holidays in May are not approved".

    The verb behind the negation is none of them, and no other verb in its part of the sentence is.
    """
    for place, term in enumerate(stated.terms):
        if term not in rules.negations or _begins(stated, place, rules.empty_phrases):
            continue
        if reaches(stated, place, covered):
            continue
        before = range(_clause_start(stated, place), place)
        held = {stated.terms[n] for n in before} & covered
        done = any(stated.tags[n] in "VEG" and stated.terms[n] in covered for n in before)
        denied = any(tag in "VEGN" for tag in stated.tags[place + 1 : place + 3])
        copula = place > 0 and stated.tags[place - 1] == "X"
        if copula and denied and not done and 2 * len(held) > len(covered):
            return True
    return False
