"""Whether lifted words can be the answer: no check in any of the modules `misfits` rejects them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.answering.amounts.charges import is_charge_of_case, is_other_charge, is_time_alone
from bot.answering.amounts.fates import is_of_another_fate
from bot.answering.amounts.measures import dimension
from bot.answering.amounts.miscounts import (
    amounts_to_another,
    counts_in_a_case,
    is_age_of_some,
    is_no_count,
    is_of_another_rate,
    tells_deed_only,
)
from bot.answering.amounts.misfits import (
    is_amount,
    is_level,
    is_measure,
    is_of_dimension,
    is_other_amount,
    opens_with_measure,
)
from bot.answering.amounts.shares import is_bare_share, is_money, is_share_or_sum
from bot.answering.first_line.misfits import (
    breaks_off,
    comes_from,
    is_all,
    is_denied,
    is_mark,
    is_mere_deed,
    is_no_thing,
    is_of_other_clause,
    is_origin,
    is_reference,
    is_salutation,
    is_undone,
    means_another,
    only_denies,
    opens_unnamed,
    says_nothing,
    says_who,
    stands_in_for_another,
)
from bot.answering.first_line.other_languages import is_unwritten
from bot.answering.forms.reasons import is_no_reason
from bot.answering.forms.things import Form, form_asked, things_told
from bot.answering.grammar.alike import alike
from bot.answering.people.ages import is_no_age, is_of_kin
from bot.answering.people.deeds import (
    does_another,
    does_not,
    is_asked_of,
    only_says,
    stands_in_aside,
    stands_on_the_wrong_side,
)
from bot.answering.people.misfits import (
    is_another,
    is_command,
    is_in_named_cell,
    is_no_choice,
    is_nobody,
    is_somebody,
    names_asked,
    names_no_sort,
    repeats,
    tells_no_origin,
)
from bot.answering.times.deadlines import only_limits
from bot.answering.times.in_passages import is_comparison
from bot.answering.times.lives import is_other_end
from bot.answering.times.misfits import (
    is_bygone,
    is_date,
    is_mere_date,
    is_over,
    is_recurring,
    is_set_first,
    is_timeless,
    is_to_come,
    lasts_no_time,
)
from bot.answering.times.other_years import is_of_another_year
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import NEAR

_FEW_DIGITS = re.compile(
    r"\d{1,2}(?: and \d{1,2})?"
)  # an age, or a part of a date: no time by itself
_DIALLED = re.compile(r"[\d\s+()/-]{6,}")  # a telephone number, or a date in figures
_MARKS = re.compile(r"(?:[-*•◦]|\(?\d{1,2}[.)]|\[[ x]\]|\s)*")  # what may stand before an item
NAMED = frozenset({Wanted.PERSON, Wanted.PLACE, Wanted.GROUP})
_Check = Callable[[Question, str, Span], bool]


def fits(question: Question, text: str, span: Span) -> bool:
    """Whether the words at `span` of a sentence can be what the question asks for.

    "Seven years" can't be how many rounds there were, "in Lunde" can't be who came.
    """
    form = form_asked(question)
    if question.wanted is Wanted.NUMBER and is_of_another_fate(question, text, span):
        return False
    if form is not None and form.needed:
        return any(each.overlaps(span) for each in things_told(question, form, text))
    if not is_of_dimension(question, text, span) or is_unwritten(question, text, span):
        return False
    return not any(unlike(question, text, span) for unlike in _unlike(question, form))


def _unlike(question: Question, form: Form | None) -> Iterator[_Check]:
    """The checks for this kind of question; words that one of them finds true are no answer."""
    yield from _ALWAYS
    kind, wanted = question.kind, question.wanted
    if wanted is Wanted.DATE:
        yield from _OF_WHEN if kind is Kind.WHEN else ()
        yield from (_is_no_date, is_other_end, is_of_other_clause)
    elif wanted is Wanted.REASON:
        yield from (is_date, is_amount, is_no_reason)
    elif wanted in _OF_AMOUNTS and (kind is Kind.HOW_MANY or wanted is not Wanted.NUMBER):
        yield from (*_OF_AMOUNTS[wanted], is_of_other_clause, tells_deed_only)
    elif kind is Kind.WHERE:
        yield from (comes_from, is_date, opens_unnamed, tells_no_origin, is_in_named_cell)
    elif kind is Kind.WHO:
        yield from (*_OF_WHO, is_amount, is_date, opens_with_measure)
    elif kind is Kind.DEFINITION:
        yield from (is_amount, is_mere_date, is_no_thing, stands_on_the_wrong_side)
    elif kind in (Kind.WHAT, Kind.WHICH) and wanted is Wanted.THING:
        yield from (says_nothing, says_who, is_asked_of, is_origin, is_mere_deed, is_mere_date)
        yield stands_in_for_another
        yield from (is_other_amount,) if kind is Kind.WHICH else ()
    elif kind in (Kind.WHAT, Kind.WHICH) and wanted in NAMED:
        yield is_mere_date
    elif kind is Kind.HOW:
        yield from () if form or dimension(question) else (is_amount, is_date)
        yield breaks_off


def _is_label(question: Question, text: str, span: Span) -> bool:
    """Whether words are the label that a line or cell opens with: "Owner: Ida Holm"."""
    named = question.wanted in NAMED or "who" in question.words
    if not named or text[span.end : span.end + 1] != ":":
        return False
    before = text[: span.start].rstrip(" ")
    return _MARKS.fullmatch(before) is not None or before[-1] in "|\n"


def _is_no_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are a measure, a sum, a part of a date, a telephone number, or since when
    nothing was like it.
    """
    measured = is_measure(question, text, span) or _FEW_DIGITS.fullmatch(text, *span) is not None
    measured = measured or (
        _DIALLED.fullmatch(text, *span) is not None and not is_date(question, text, span)
    )
    measured = measured or is_share_or_sum(question, text, span)
    compared = is_comparison(text, span.start, question.language)
    return measured or compared or only_limits(question, text, span)


def is_new(question: Question, words: str) -> bool:
    """Whether words say what the question doesn't; neither a figure alone is a new person or place,
    nor the "bicycles" of bikes a new place.
    """
    said = set(analyser(question.language).terms(words)) - {t.term for t in question.terms}
    if question.wanted is Wanted.PLACE:
        same = (alike(token.term, question.language, least=NEAR) for token in question.content)
        said = said.difference(*same)
    if question.wanted in NAMED:
        return any(term[0].isalpha() for term in said)
    return bool(said)


_ALWAYS: tuple[_Check, ...] = (
    is_denied,
    is_mark,
    only_denies,
    is_undone,
    is_of_another_year,
    is_all,
    is_reference,
    is_salutation,
    names_no_sort,
    means_another,
    _is_label,
    is_no_age,
    is_bare_share,
    is_no_choice,
    is_somebody,
    is_level,
)
_OF_COUNTS = (
    amounts_to_another,
    counts_in_a_case,
    is_money,
    is_of_kin,
    is_of_another_rate,
    is_age_of_some,
    is_no_count,
)
_OF_AMOUNTS: dict[Wanted, tuple[_Check, ...]] = {
    Wanted.DURATION: (lasts_no_time,),
    Wanted.MONEY: (is_time_alone, is_other_charge, is_charge_of_case),
    Wanted.NUMBER: _OF_COUNTS,
}
_OF_WHEN = (is_timeless, is_recurring, is_bygone, is_over, is_to_come, is_set_first)
_OF_WHO = (
    is_nobody,
    is_another,
    is_asked_of,
    is_command,
    does_another,
    does_not,
    only_says,
    names_asked,
    stands_on_the_wrong_side,
    stands_in_aside,
    repeats,
)
