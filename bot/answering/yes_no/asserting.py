"""Whether what a sentence speaks of came about, or is only wished for, or holds in part."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import Polarity
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.yes_no.leave import asks_leave
from bot.answering.yes_no.supposed import only_supposed
from bot.answering.yes_no.wished import end_of_wish


def asserted(
    stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity, *, refused: bool = False
) -> bool | None:
    """Whether what a sentence speaks of came about; None where it says only a part, or a wish.

    "A proposal to allow hens" allows none; it did not where "it was rejected", it did where "it was
    approved". "Hens are allowed only behind the barn" is neither. Where leave is `refused`, an
    exception is no matter.
    """
    if _is_to_come(stated, asked, covered) or only_supposed(stated, asked, covered, rules):
        return None
    if _excepted(stated, covered, rules):
        return False
    if _only_excepted(stated, covered, rules):
        return None
    limits = rules.limiting - rules.excepting if refused else rules.limiting
    if not refused and _on_condition(stated, asked, rules):
        return None
    if _limited(stated, asked, covered, limits) or _narrowed(stated, asked, covered, rules):
        return None
    end = None if rules.wishing & set(asked.terms) else end_of_wish(stated, asked, covered, rules)
    if end is None:
        return True
    behind = set(stated.terms[end + 1 :])
    if behind & rules.refused:
        return False
    return True if behind & rules.granted else None


def _is_to_come(stated: Sentence, asked: Sentence, covered: set[str]) -> bool:
    """Whether it is asked what was or is, and told what must or will be: "it is to open in May"."""
    first = asked.words[0] if asked.words else ""
    language = asked.language
    bygone = first in listed("yes_no.bygone", language)
    if not bygone and first not in syntax(language).copulas:
        return False
    if not listed("yes_no.going", language).isdisjoint(asked.words) or "t" in asked.tags:
        return False
    told = [
        place
        for place, tag in enumerate(stated.tags)
        if stated.terms[place] in covered and (tag in "VEG" or stated.tags[place - 1] in "Xt")
    ]
    return bool(told) and all(_is_ahead(stated, n, bygone) for n in told)


def _is_ahead(stated: Sentence, place: int, bygone: bool) -> bool:
    """Whether "is to" stands before a verb, or, where it is asked what was, "will" or "must"."""
    start, being = place - 1, listed("yes_no.being", stated.language)
    while start > 0 and (stated.tags[start] == "A" or stated.words[start] in being):
        start -= 1
    if start > 0 and stated.tags[start] == "t":
        return stated.words[start - 1] in syntax(stated.language).copulas
    return bygone and start >= 0 and stated.words[start] in listed("yes_no.ahead", stated.language)


def _excepted(stated: Sentence, covered: set[str], rules: Polarity) -> bool:
    """Whether what is asked for is the exception: "daily except Mondays"."""
    for place, term in enumerate(stated.terms):
        if term not in rules.excepting:
            continue
        behind = stated.run_end(place + 1, "PDo")
        if behind < len(stated.terms) and stated.terms[behind] in covered:
            end = stated.run_end(behind, "NC-#")
            return bool(covered & {*stated.terms[:place], *stated.terms[end:]})
    return False


def _only_excepted(stated: Sentence, covered: set[str], rules: Polarity) -> bool:
    """Whether a noun asked about stands in a clause of exceptions alone: "except that boats"."""
    for place, term in enumerate(stated.terms):
        if term in rules.excepting and stated.tags[place + 1 : place + 2] == "S":
            nouns = {t for t, tag in zip(stated.terms, stated.tags, strict=True) if tag in "NC"}
            return bool(covered & nouns & set(stated.terms[place:]) - set(stated.terms[:place]))
    return False


def _narrowed(stated: Sentence, asked: Sentence, covered: set[str], rules: Polarity) -> bool:
    """Whether leave is given for one sort of what it is asked for: "guide dogs are allowed"."""
    if not asks_leave(asked, rules):
        return False
    asking = set(asked.terms)
    named = covered & asking
    nouns = [n for n, t in enumerate(stated.terms) if t in named and stated.tags[n] in "NC"]
    if any(_is_aged(stated, place) for place in nouns):
        return True
    return bool(rules.permits & covered) and any(
        place and stated.tags[place - 1] in "NCVEG" and stated.terms[place - 1] not in asking
        for place in nouns
    )


def _on_condition(stated: Sentence, asked: Sentence, rules: Polarity) -> bool:
    """Whether leave is asked for and given on a condition that isn't: "if nobody objects"."""
    told = rules.conditions & set(stated.terms)
    return bool(told - set(asked.terms)) and asks_leave(asked, rules)


def _is_aged(stated: Sentence, place: int) -> bool:
    """Whether a noun is one of some age or number alone: "children of 8 years and older"."""
    behind = stated.words[place + 1 : place + 3]
    aged = listed("yes_no.aged", stated.language).intersection(behind[:1])
    return bool(aged) and stated.tags[place + 2 : place + 3] == "#"


def _limited(stated: Sentence, asked: Sentence, covered: set[str], limits: frozenset[str]) -> bool:
    """Whether a covered word is followed by "only in ..." or "except ..." that wasn't asked for."""
    for place, term in enumerate(stated.terms):
        if term not in limits or term in asked.terms or stated.tags[place] == "C":
            continue
        if stated.tags[place + 1 : place + 2] not in tuple("PtSDoNCXVE"):
            continue
        rest = {
            term
            for term, tag in zip(stated.terms[place + 1 :], stated.tags[place + 1 :], strict=True)
            if tag in "NC#"
        }
        if covered & set(stated.terms[:place]) and rest - covered:
            return True
    return False
