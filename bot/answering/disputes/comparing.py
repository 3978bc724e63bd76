"""Two statements side by side: they agree, they differ, or they speak of different things.

They are compared only where they are about the same: most of what each is about must be in the
other, and nothing may stand in one where something else stands in the other ("the north tower",
"the south tower"). Then they differ if amounts of the same can't both be right, if the same single
event is given times without a common day, or if one of them turns the other round. Whatever is
left in doubt counts as different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product

from bot.answering.amounts.quantities import Quantity, comparable, compatible
from bot.answering.disputes.matching import Match, match
from bot.answering.disputes.statements import Statement
from bot.answering.grammar.negation import turns
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.words import words_of
from bot.answering.times.days import Time, together
from retrieval.records import Span

LEAST_ALIKE = 0.5  # share of what both are about that they have in common
LEAST_ALIKE_TURNED = 0.66  # the same, where one is to turn the other round
LEAST_AGREED = 0.6  # the same, where they are to say the same


class Relation(StrEnum):
    """How two statements stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation, and where in each text stands what they differ or agree in; () for the whole."""

    relation: Relation
    first: tuple[Span, ...] = ()
    second: tuple[Span, ...] = ()


_APART = Comparison(Relation.APART)
LEAST_SHARED = 2  # words that both must be about where one is a clause


def compare(one: Statement, other: Statement, *, near: bool = False) -> Comparison:
    """How two statements of the same language stand to each other.

    `near` says that both were written within weeks, so that "on Sunday" in one of them alone does
    not tell two events apart.
    """
    found = _on_the_same(one, other)
    if found is None:
        return _APART
    turned = _turned(one, other, found)
    times = _times(one, other)
    if times is None and (
        (turned and _denied_for_all_time(one, other)) or (near and _loosely_dated(one, other))
    ):
        times = []
    if times is None:
        return _APART
    amounts = _amounts(one, other)
    if amounts is None:
        return _APART
    same_time = all(agree for _, _, agree in times)
    if turned:
        whole = found.alike >= LEAST_ALIKE_TURNED and same_time and not found.lacking_verb
        agreed = all(compatible(a, b) for a, b in amounts)
        return Comparison(Relation.DIFFER) if whole and agreed else _APART
    unlike = [(a, b) for a, b in amounts if not compatible(a, b)]
    if unlike:
        return _spans(Relation.DIFFER, unlike) if same_time else _APART
    if not same_time:
        if len(times) == 1 and _happens_once(one, found):
            return _spans(Relation.DIFFER, [(a, b) for a, b, _ in times])
        return _APART
    if found.alike >= LEAST_AGREED and not found.lacking_verb:
        return _spans(Relation.AGREE, amounts or [(a, b) for a, b, _ in times])
    return _APART


def _on_the_same(one: Statement, other: Statement) -> Match | None:
    """What two statements have in common where both are about the same; None where not."""
    if one.labels != other.labels:
        return None
    found = match(one, other, least=LEAST_ALIKE)
    return None if found is None or found.contrast else found


def compare_all(
    one: Sequence[Statement], other: Sequence[Statement], *, near: bool = False
) -> Comparison:
    """How two sentences stand to each other; each is given as a whole, then as its clauses.

    Clauses count where the wholes speak of different things: first what any differ in, then what
    they agree in.
    """
    whole = compare(one[0], other[0], near=near)
    if whole.relation is not Relation.APART:
        return whole
    agreed = _APART
    for a, b in islice(product(one, other), 1, None):  # the wholes are apart
        if len(a.terms & b.terms) >= LEAST_SHARED:
            found = compare(a, b, near=near)
            if found.relation is Relation.DIFFER:
                return found
            agreed = agreed if found.relation is Relation.APART else found
    return agreed


def _spans(
    relation: Relation, pairs: Sequence[tuple[Quantity, Quantity] | tuple[Time, Time]]
) -> Comparison:
    return Comparison(relation, tuple(a.span for a, _ in pairs), tuple(b.span for _, b in pairs))


def _times(one: Statement, other: Statement) -> list[tuple[Time, Time, bool]] | None:
    """The times of one with those of the other, and whether they agree; None where unsure."""
    if not one.times and not other.times:
        return []
    if len(one.times) != 1 or len(other.times) != 1:
        return None if {t.words for t in one.times} != {t.words for t in other.times} else []
    (a,), (b,) = one.times, other.times
    agree = together(a, b)
    if agree is None or (a.bound != b.bound and not agree):
        return None
    return [(a, b, agree)]


def _loosely_dated(one: Statement, other: Statement) -> bool:
    """Whether one alone tells a time, and without a year."""
    times = one.times or other.times
    return not (one.times and other.times) and all(t.yearless or t.first is None for t in times)


def _denied_for_all_time(one: Statement, other: Statement) -> bool:
    """Whether what one says of some time the other denies of any: "never", no time named."""
    denying = one if not one.times else other
    affirming = other if denying is one else one
    negations = polarity(one.sentence.language).negations
    denied = negations & set(denying.sentence.terms)
    return not denying.times and bool(denied) and not negations & set(affirming.sentence.terms)


def _amounts(one: Statement, other: Statement) -> list[tuple[Quantity, Quantity]] | None:
    """The amounts of the same in both; None where it isn't clear which belongs to which."""
    pairs = []
    for a in one.quantities:
        same = [b for b in other.quantities if comparable(a, b)]
        own = [c for c in one.quantities if comparable(a, c)]
        if len({b.value for b in same}) > 1 or len({c.value for c in own}) > 1:
            return None
        pairs += [(a, b) for b in same[:1]]
    if not pairs and one.quantities and other.quantities:
        return None
    return pairs


def _turned(one: Statement, other: Statement, found: Match) -> bool:
    """Whether one statement says that the other is not so."""
    count = len(found.turned)
    language = one.sentence.language
    small = polarity(language).light | words_of(language).stative
    both = small & set(one.sentence.terms) & set(other.sentence.terms)
    answered = found.shared | found.opposites | both
    count += turns(one.sentence, answered, found.opposites)
    count += turns(other.sentence, answered, found.opposites)
    return count % 2 == 1


def _happens_once(one: Statement, found: Match) -> bool:
    """Whether what both tell can have been at one time only."""
    if one.labels:
        return True
    words = words_of(one.sentence.language)
    return bool(found.shared & (words.once | words.once_nouns)) and not found.lacking_verb
