"""What is only wished for: "a proposal to allow hens", "a request for a grant was deferred"."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence
from bot.answering.yes_no.supposed import claimed_places

_PHRASE = "NCDPo#z-"  # tags between a word of wishing and "to"


def end_of_wish(
    stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity
) -> int | None:
    """The token that ends the wish in which a sentence says all that is claimed; None where it says
    that outside one.
    """
    subject = _end_of_subject(stated, covered, rules)
    if subject is not None:
        return subject
    told = claimed_places(stated, asked, covered, rules)
    wished = all(_is_wished(stated, place, rules) for place in told)
    return told[-1] if told and wished else None


def _end_of_subject(stated: Sentence, covered: set[str], rules: Polarity) -> int | None:
    """The verb behind a wish for something claimed, where a sentence opens with one."""
    verb = next((n for n, tag in enumerate(stated.tags) if tag == "X"), 0)
    wish = next((n for n in range(verb) if stated.terms[n] in rules.wishing), None)
    if wish is None or stated.tags[wish] not in "NC" or set(stated.tags[:verb]) & set("VES,"):
        return None
    led = not listed("yes_no.wished_for", stated.language).isdisjoint(stated.words[wish + 1 : verb])
    return verb if led and covered & set(stated.terms[wish + 1 : verb]) else None


def _is_wished(stated: Sentence, place: int, rules: Polarity) -> bool:
    """Whether a verb stands behind "to" and a word of wishing, or "be", as in "she asked that seats
    be kept".
    """
    to = stated.run_start(place, "A") - 1
    if to < 1 or stated.tags[to] != "t":
        that = stated.run_start(to, _PHRASE) - 1
        asked_that = that > 0 and stated.words[that] == "that" and stated.words[to] == "be"
        return asked_that and stated.terms[that - 1] in rules.wishing
    first = stated.run_start(to, _PHRASE)
    return any(term in rules.wishing for term in stated.terms[max(first - 1, 0) : to])
