"""Leave to do something, asked for with "can I" or "is it allowed", and how it is given or refused.

"Dogs are welcome" and "dogs may come" give it; "dogs are forbidden", "dogs may not come" and "dogs
must stay outside" refuse it. What the dog would do, come or be brought, need then not be repeated.
"""

from __future__ import annotations

from bot.answering.grammar.negation import reaches
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence


def asks_leave(asked: Sentence, rules: Polarity) -> bool:
    """Whether leave is asked for."""
    begins = bool(asked.words) and asked.words[0] in rules.asks_leave
    return begins or bool(rules.permits & set(asked.terms))


def leave_denied(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The words for leave that a sentence denies, where it is asked for: "proxies are not allowed".

    Those in brackets are of something else.
    """
    if not asks_leave(asked, rules):
        return set()
    end = stated.tags.index("(") if "(" in stated.tags else len(stated.tags)
    return {
        term
        for place, term in enumerate(stated.terms[:end])
        if term in rules.permits
        and not rules.negations.isdisjoint(stated.terms[stated.run_start(place, "AX") : place])
    }


def leave_refused(asked: Sentence, stated: Sentence, rules: Polarity) -> set[str]:
    """The words for leave, where it is asked for and the sentence tells that there is none."""
    said = set(stated.terms)
    if not asks_leave(asked, rules) or rules.permits & said:
        return set()
    forbidden = {word for word in rules.permits if rules.opposites.get(word, frozenset()) & said}
    if not forbidden and not _is_shut_out(stated, rules):
        return set()
    return set(rules.permits & set(asked.terms)) or {min(forbidden or rules.permits)}


def leave_told(
    asked: Sentence, missing: set[str], stated: Sentence, covered: set[str], rules: Polarity
) -> set[str]:
    """The missing words that need not be said where leave is asked for, and those that give it."""
    if not asks_leave(asked, rules):
        return set()
    general = missing & rules.general
    if leave_refused(asked, stated, rules):
        return general
    given = rules.permits & set(stated.terms)
    if given:
        return general | given if general else set()
    free = any(
        word in rules.gives_leave and reaches(stated, place, covered | rules.general)
        for place, word in enumerate(stated.words)
    )
    if not free:
        return set()
    return (missing & rules.permits) | (general if rules.general & set(stated.terms) else set())


def _is_shut_out(stated: Sentence, rules: Polarity) -> bool:
    """Whether something must stay outside."""
    bound = rules.binding & set(stated.terms)
    return bool(bound) and bool(rules.outside & set(stated.terms))
