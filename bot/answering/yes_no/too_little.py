"""What says too little for a yes or a no: less than is asked, or something of another."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.negation import denies_another, left_open
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.yes_no.claim import Claim, decisive, lacked
from bot.answering.yes_no.described import lacks_particle, only_describes, qualifying
from bot.answering.yes_no.leave import asks_leave
from bot.answering.yes_no.mentioned import holds_mentions, swapped
from retrieval.question import Question

_BE = "be"


def says_too_little(asked: Sentence, stated: Sentence, claim: Claim, rules: Polarity) -> bool:
    """Whether a sentence says less than is asked, or only that it may be, or denies another."""
    asking = set(asked.terms) | (rules.gives_leave if asks_leave(asked, rules) else set())
    covered = set(claim.covered)
    said = set(stated.terms)
    said |= rules.whole if said & rules.whole else set()
    return (
        bool(rules.strict & set(asked.terms) - said)
        or lacks_particle(asked, stated)
        or _lacks_being(asked, stated, rules)
        or left_open(stated, asking, covered, rules)
        or denies_another(stated, covered, rules)
        or any(set(stated.terms) & rules.contraries.get(term, set()) for term in claim.missing)
        or _says_it_of_others(asked, stated, set(claim.words), rules)
    )


def _lacks_being(asked: Sentence, stated: Sentence, rules: Polarity) -> bool:
    """Whether it is asked if one may be another, of which nothing that is or serves is told."""
    if not asked.words or asked.words[0] not in rules.asks_leave or _BE not in asked.words:
        return False
    if set(asked.tags) & set("VEG"):
        return False
    being = syntax(asked.language).copulas | listed("yes_no.posts", asked.language)
    return being.isdisjoint((*stated.words, *stated.terms))


def _says_it_of_others(asked: Sentence, stated: Sentence, claim: set[str], rules: Polarity) -> bool:
    """Whether only one word is claimed, and the sentence says it of other things.

    To "was it arson?" it must be said that something is arson, to "can I make tea with it?" that
    tea is made.
    """
    told = claim - rules.light
    if len(told) != 1:
        return False
    if not syntax(asked.language).tags:
        refusing = {word for term in rules.permits for word in rules.opposites.get(term, ())}
        return (rules.negations | rules.denials | refusing).isdisjoint(stated.terms)
    if told <= qualifying(stated) and told.isdisjoint(qualifying(asked)):
        return True
    copulas = syntax(asked.language).copulas
    if asked.words[0] in copulas and asked.tags[1:2] == "R":
        places = [n for n, term in enumerate(stated.terms) if term in told]
        return not any(_is_predicate(stated, place, copulas) for place in places)
    light = asked.verbs & rules.light & listed("yes_no.doing", asked.language)
    return bool(light) and asked.verbs.isdisjoint(stated.terms)


def _is_predicate(stated: Sentence, place: int, copulas: frozenset[str]) -> bool:
    """Whether nothing but adverbs, articles and adjectives stands between "is" and a word."""
    start = place - 1
    while start > 0 and stated.tags[start] in "DAN" and stated.words[start] not in copulas:
        start -= 1
    return start >= 0 and (stated.words[start] in copulas or stated.tags[start] == "X")


def is_at_an_end(asked: Sentence, stated: Sentence) -> bool:
    """Whether it is asked when one thing happens of what lasts from one time to another: "opens
    from eight to five" does not deny that it closes at five.
    """
    happens = asked.words[0] in listed("yes_no.happening", asked.language) and "#" in asked.tags
    lasting = pattern("yes_no.from_to", asked.language)
    return happens and lasting.search(stated.tokens.text) is not None


def tells_another(
    question: Question,
    asked: Sentence,
    stated: Sentence,
    claim: Claim,
    about: frozenset[str],
    rules: Polarity,
) -> bool:
    """Whether a clause lacks a word, name or amount that decides, or turns two names round."""
    if decisive(asked, claim, rules) - claim.covered or lacked(asked) & claim.reworded:
        return True
    if swapped(question, stated) or only_describes(asked, stated):
        return True
    if claim.amount and (claim.missing or claim.near):
        return True
    told_otherwise = claim.amount | claim.times
    return not holds_mentions(question, stated.tokens.text, about | claim.near, told_otherwise)
