"""Different amounts that two reports of one event give as the answer to the same question.

Sentences that share few words are held apart (see `disputes`). Where a question asks for an amount
and two likely passages of such reports each give one amount of the very thing, these answer it
both: "Some 120 firefighters came", "Ninety-six firefighters fought the blaze".
"""

from __future__ import annotations

import datetime
import re

from bot.answering.counting import PEOPLE
from bot.answering.disputes import Comparison, Relation, Statement
from bot.answering.disputes.quantities import Quantity, comparable, compatible
from bot.answering.disputes.times import together
from bot.answering.needs.reading import alike
from bot.answering.needs.times import doings
from bot.answering.short.asked import read_question
from retrieval.question import Question, Wanted
from retrieval.records import Document, Hit

AMOUNTS = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE, Wanted.DURATION})
LEAST_SHARE = 0.33  # of the best hit's probability that the other hit must have
LEAST_NAMES = 3  # that two reports of one event have in common
LEAST_NAMED = 0.25  # share of the names of the one that has fewer
MOST_TIMES = 4.0  # that one report's amount may be the other's
_LONG = datetime.timedelta(days=300)
_LOOKED_AT = 4_000  # characters of a document
_NAME = re.compile(r"(?<![.!?\n] )(?<!\n)(?<!^)\b[^\W\d_a-z][^\W\d_A-Z]{2,}")


def differing(
    question: Question,
    main: tuple[Hit, Statement],
    other: tuple[Hit, Statement],
    *,
    lifted: str,
) -> Comparison | None:
    """How two hits differ in the amount that was lifted from the main one; None if they don't."""
    (hit, said), (further, claimed) = main, other
    labelled = said.labels and claimed.labels and said.labels != claimed.labels
    if question.wanted not in AMOUNTS or not lifted or labelled:
        return None
    if further.probability < LEAST_SHARE * hit.probability:
        return None
    amount = _lifted(said, hit.passage.text, lifted)
    if amount is None or not _may_be_at_one_time(said, claimed):
        return None
    if _tells_of_past(said, hit) != _tells_of_past(claimed, further):
        return None
    rivals = [each for each in claimed.quantities if comparable(amount, each)]
    if len(rivals) != 1 or compatible(amount, rivals[0]) or _far_apart(amount, rivals[0]):
        return None
    if amount.of in PEOPLE and _only_one_tells(question, said, claimed):
        return None
    if not reports_of_one_event(hit.passage.document, further.passage.document):
        return None
    return Comparison(Relation.DIFFER, (amount.span,), (rivals[0].span,))


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts differ so much that they are of different things."""
    least, most = sorted((one.value, other.value))
    return most > MOST_TIMES * least


def reports_of_one_event(one: Document, other: Document) -> bool:
    """Whether two documents name the same people and places."""
    first, second = _names(one), _names(other)
    common = len(first & second)
    return common >= LEAST_NAMES and common >= LEAST_NAMED * min(len(first), len(second))


def _names(document: Document) -> frozenset[str]:
    """The words with a capital within sentences, from the beginning of a document."""
    return frozenset(match[0] for match in _NAME.finditer(document.text[:_LOOKED_AT]))


def _lifted(said: Statement, text: str, lifted: str) -> Quantity | None:
    """The one quantity that the first line shows."""
    shown = [
        each
        for each in said.quantities
        if (words := " ".join(text[each.span.start : each.span.end].split())) in lifted
        or lifted in words
    ]
    return shown[0] if len(shown) == 1 else None


def _may_be_at_one_time(one: Statement, other: Statement) -> bool:
    """Whether no time of the one rules out those of the other."""
    return all(together(a, b) is not False for a in one.times for b in other.times)


def _only_one_tells(question: Question, said: Statement, claimed: Statement) -> bool:
    """Whether the first of two statements says that what is asked was done, and the other not."""
    verb = read_question(question).verb
    deeds = doings(question) | ({verb} if verb else set())
    same = deeds.union(*(alike(deed, question.language) for deed in deeds))
    return bool(same & set(said.sentence.terms)) and not same & set(claimed.sentence.terms)


def _tells_of_past(statement: Statement, hit: Hit) -> bool:
    """Whether a statement is about what was long over when its document was written."""
    written = hit.passage.document.date
    return written is not None and any(
        time.last is not None and not time.yearless and written - time.last > _LONG
        for time in statement.times
    )
