"""Whether lifted words can be what is asked for, by what they are and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answering.amounts.unlike import (
    amounts_to_another,
    is_amount,
    is_bare_number,
    is_measure,
    is_money,
    is_of_another_year,
    is_of_dimension,
)
from bot.answering.forms.reasons import is_no_reason
from bot.answering.forms.things import form_asked, times_of_day
from bot.answering.grammar.asked import read_question
from bot.answering.grammar.negation import reaches
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import read_sentence
from bot.answering.grammar.words import words_of
from bot.answering.people.unlike import (
    does_another,
    is_another,
    is_owned,
    names_asked,
    names_no_sort,
    only_says,
    repeats,
    speaks,
)
from bot.answering.times.lives import is_other_end
from bot.answering.times.told import is_comparison
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_FEW_DIGITS = re.compile(r"\d{1,2}")  # an age, or a part of a date: no time by itself
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_FROM = frozenset({"from", "by", "with", "against", "versus"})
_MARK = re.compile(r"\s*\(?\d{1,2}[.)](?=\s)")
_OLD = re.compile(r"[- ]olds?\b")
_SPANS = frozenset({MentionKind.DURATION, MentionKind.MONEY, MentionKind.PERCENTAGE})
_BEFORE_TIMES = re.compile(
    r"\b(?:in|on|at|by|during|after|before|since|until|till|from|to|within|for|over|through"
    r"|throughout|when|while|once|as)\s+$",
    re.IGNORECASE,
)
_BEFORE_PLACES = frozenset({"in", "at", "on", "from", "to", "over", "through", "within", "for"})
_MEANS = re.compile(r"what (?:does|do|did) (?P<what>.+?) mean\b", re.IGNORECASE)
_OTHER_THAN = re.compile(r"\b(?:before|after|besides|except|instead of|other than|next to)\b")
NAMED = frozenset({Wanted.PERSON, Wanted.PLACE, Wanted.GROUP})
_TIMES = frozenset({MentionKind.DATE, MentionKind.DURATION, MentionKind.ORDINAL})
_Check = Callable[[Question, str, Span], bool]


def fits(question: Question, text: str, span: Span) -> bool:
    """Whether words may count what is counted in the question, or name who is asked for.

    "Seven years" are no answer to how many rounds, "in Lunde" is none to who.
    """
    form = form_asked(question)
    if form is not None and form.needed:
        return any(found.overlaps(span) for found in form.found_in(text, asked=question.text))
    if not is_of_dimension(question, text, span):
        return False
    return not any(unlike(question, text, span) for unlike in _unlike(question))


def _unlike(question: Question) -> tuple[_Check, ...]:
    """What tells that words are not what a question of this kind asks for."""
    always: tuple[_Check, ...] = (_is_denied, _is_mark, _is_undone, is_of_another_year)
    always = (*always, names_no_sort, _means_another, _goes_on_name)
    if question.wanted is Wanted.DATE:
        timeless = (_is_timeless,) if question.kind is Kind.WHEN else ()
        return (*always, *timeless, _is_no_date, is_other_end)
    if question.wanted is Wanted.REASON:
        return (*always, _is_date, is_amount, _is_subject, is_no_reason)
    if question.wanted is Wanted.DURATION:
        return (*always, _is_age)
    if question.kind is Kind.HOW_MANY and question.wanted is Wanted.NUMBER:
        return (*always, amounts_to_another, is_money)
    if question.kind is Kind.WHERE:
        return (*always, _comes_from, _is_date, _opens_unnamed, _is_held)
    if question.kind is Kind.WHO:
        others = (is_another, does_another, is_owned, only_says, names_asked, repeats)
        return (*always, *others, is_amount, _opens_with_span)
    if question.kind is Kind.DEFINITION:
        return (*always, is_amount, _is_no_thing)
    if question.kind in (Kind.WHAT, Kind.WHICH) and question.wanted is Wanted.THING:
        return (*always, speaks, is_bare_number, _says_nothing)
    return always


def _is_no_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are a measure, a part of a date, or since when nothing was like it."""
    measured = is_measure(question, text, span) or _FEW_DIGITS.fullmatch(text, *span) is not None
    return measured or is_comparison(text, span.start)


def _is_timeless(question: Question, text: str, span: Span) -> bool:
    """Whether words hold no time, and stand behind nothing that leads to one: "after the war"."""
    language = question.language
    sentence = read_sentence(text, language=language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    led = _BEFORE_TIMES.search(text, 0, sentence.tokens.starts[first])
    if led and led[0].strip().casefold() in _BEFORE_PLACES and _is_place(text, span, language):
        return True
    said = set(sentence.terms[max(first - 1, 0) : last]) & words_of(language).whenever
    held = any(
        m.kind in _TIMES and m.span.overlaps(span) for m in mentions(text, language=language)
    )
    clock = any(time.overlaps(span) for time in times_of_day(text, language))
    figures = any(map(str.isdigit, text[span.start : span.end]))
    return not (led or said or held or clock or figures)


def _says_nothing(question: Question, text: str, span: Span) -> bool:
    """Whether words end with a noun that was asked for, and only verbs are new before it."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    asked = {token.term for token in question.content}
    if last <= first or sentence.terms[last - 1] not in asked:
        return False
    rest = zip(sentence.terms[first:last], sentence.tags[first:last], strict=True)
    return all(term in asked or tag in "VEGXDRAt" for term, tag in rest)


def _goes_on_name(question: Question, text: str, span: Span) -> bool:
    """Whether words only go on the name of what is to be defined: "Holm" of "Ida Holm"."""
    if question.kind is not Kind.DEFINITION:
        return False
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    asked = {token.term for token in question.content}
    named = first > 0 and sentence.tags[first - 1 : first + 1] == "CC"
    return named and sentence.terms[first - 1] in asked


def _means_another(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked what something means, of which a sentence doesn't speak."""
    meant = _MEANS.match(question.text)
    terms = analyser(question.language).terms
    return meant is not None and set(terms(meant["what"])).isdisjoint(terms(text))


def _is_place(text: str, span: Span, language: str) -> bool:
    """Whether words are a place's name and no feast's: "in North Holm", not "at Easter"."""
    feasts = str(lexicon(language).get("date", "")).split()
    found = mentions(text, language=language)
    named = any(m.kind is MentionKind.PLACE and m.span.covers(span) for m in found)
    return named and not set(text[span.start : span.end].casefold().split()) & set(feasts)


def _is_held(question: Question, text: str, span: Span) -> bool:
    """Whether words are what somebody has or does, and no place: "hold a Red Card"."""
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    behind_verb = first > 0 and sentence.tags[first - 1] in "VEG"
    return behind_verb and sentence.words[first] in ("a", "an")


def _is_denied(question: Question, text: str, span: Span) -> bool:
    """Whether "not" stands right before words, where the question has none."""
    before = text[: span.start].split()[-1:]
    return before in (["not"], ["never"]) and not question.words & {"not", "never", "no"}


def _is_undone(question: Question, text: str, span: Span) -> bool:
    """Whether words stand behind the question's verb where it is denied: "no longer stops in"."""
    language = question.language
    asked, rules = read_question(question), polarity(language)
    if not asked.verb or any(token.term in rules.negations for token in question.terms):
        return False
    sentence = read_sentence(text, language=language)
    first = sentence.at(span.start)
    places = [n for n, term in enumerate(sentence.terms[:first]) if term == asked.verb]
    if not places or set(sentence.tags[places[-1] : first]) & set(",.(&"):
        return False
    return any(
        term in rules.negations and reaches(sentence, place, frozenset({asked.verb}))
        for place, term in enumerate(sentence.terms[: places[-1]])
    )


def _is_age(_: Question, text: str, span: Span) -> bool:
    """Whether words are part of an age: the nine years of "nine-year-old"."""
    return _OLD.match(text, span.end) is not None


def _is_mark(_: Question, text: str, span: Span) -> bool:
    """Whether words are the number of an item or a section: "1. Anybody may join"."""
    found = _MARK.match(text)
    return found is not None and span.end <= found.end()


def _opens_with_span(question: Question, text: str, span: Span) -> bool:
    """Whether words begin with an age or a price: "six years old" is nobody."""
    found = mentions(text, language=question.language)
    return any(m.kind in _SPANS and m.start <= span.start < m.end for m in found)


def _is_subject(question: Question, text: str, span: Span) -> bool:
    """Whether words without a verb open a sentence, as who does something does."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    opens = not first or (first == 1 and sentence.tags[0] == "D")
    return opens and set(sentence.tags[first:last]) <= set("DNC#-zx")


def _is_no_thing(question: Question, text: str, span: Span) -> bool:
    """Whether words can't say what something is: no noun, a verb first, or but a part of a phrase.

    Of "an account where you can save" the "account" says too little.
    """
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    tags = sentence.tags
    led = tags[first : first + 1] in tuple("VEGXS") or sentence.words[first] in _RELATIVE
    goes_on = last == first + 1 and set(sentence.words[last : last + 1]) <= {"where", "that"}
    return led or goes_on or not set(tags[first:last]) & set("NC")


def _opens_unnamed(question: Question, text: str, span: Span) -> bool:
    """Whether words open a sentence and name nothing: "staff eat" in the canteen."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    named = "C" in sentence.tags[first + 1 : last] or last == first + 1
    return first == 0 and not named


def _comes_from(question: Question, text: str, span: Span) -> bool:
    """Whether words name whom something is from or by, where it is asked where it is."""
    before = text[: span.start].split()[-1:]
    return bool(before) and before[0] in _FROM and before[0] not in question.words


def _is_date(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but a date."""
    return any(
        mention.kind is MentionKind.DATE and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )


def is_new(question: Question, words: str) -> bool:
    """Whether words say more than the question: for a person or place more than a figure, too."""
    said = set(analyser(question.language).terms(words)) - {t.term for t in question.terms}
    if question.wanted in NAMED:
        return any(term[0].isalpha() for term in said) and not _is_other(question, words)
    return bool(said)


def _is_other(question: Question, words: str) -> bool:
    """Whether words name the one that a question sets aside: "who was mayor before Ms Holm?"."""
    aside = _OTHER_THAN.search(question.text)
    if aside is None:
        return False
    behind = {token.term for token in question.content if token.start >= aside.end()}
    return bool(behind & set(analyser(question.language).terms(words)))
