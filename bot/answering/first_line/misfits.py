"""Lifted words that can't be an answer: a list mark, half a phrase, what is denied."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.negation import reaches
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span

_MARK = re.compile(r"\s*\(?\d{1,2}[.)](?=\s)")
_SIGNS = '.,"()-x'
_PARTS = re.compile(r";\s+")
_WHOLE = 2  # ends of a sentence that no semicolon parts
_OWN_SUBJECT = re.compile(r"[DA#]*[NC][NC&,-]*[XVE]")
_CLAUSE = re.compile(r"[NCR#].*[VEX]")  # a subject, and its verb behind it


def says_nothing(question: Question, text: str, span: Span) -> bool:
    """Whether words end with a noun that was asked for, and only verbs are new before it."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    asked = {token.term for token in question.content}
    if last <= first or sentence.terms[last - 1] not in asked:
        return False
    rest = zip(sentence.terms[first:last], sentence.tags[first:last], strict=True)
    return all(term in asked or tag in "VEGXDRAt" for term, tag in rest)


def says_who(question: Question, text: str, span: Span) -> bool:
    """Whether words open with whom the question names, and go on: "police believe that he"."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    noun = next((n for n in range(first, last) if sentence.tags[n] in "NC"), last)
    named = noun < last and sentence.terms[noun] in {token.term for token in question.content}
    return named and not set(sentence.tags[noun + 1 : last]).isdisjoint("VEXS")


def is_all(question: Question, text: str, span: Span) -> bool:
    """Whether words are a whole sentence, or where no question word says what is asked for, the
    beginning of one with its verb: the quote tells as much.
    """
    sentence = read_sentence(text, language=question.language)
    whole = sentence.tags.strip(_SIGNS)
    start = sentence.tags.find(whole)
    first, last = sentence.at(span.start), sentence.at(span.end)
    covered = first <= start and (last >= start + len(whole) or question.kind is Kind.OTHER)
    return covered and _CLAUSE.search(sentence.tags[first:last]) is not None


def breaks_off(question: Question, text: str, span: Span) -> bool:
    """Whether words are but a part of what to do: what comes before it, or its first words."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    if sentence.words[first] in listed("fitting.doers", question.language):
        return True
    opens = first == 0 and sentence.tags[0] in "VC"
    return opens and sentence.tags[last : last + 1] in tuple("NCV")


def only_denies(question: Question, text: str, span: Span) -> bool:
    """Whether words only deny what comes behind them: "no longer", "not yet"."""
    denying = pattern("fitting.only_denies", question.language)
    return denying.fullmatch(text, span.start, span.end) is not None


def is_mark(_: Question, text: str, span: Span) -> bool:
    """Whether words are the number of an item or a section: "1. Anybody may join"."""
    found = _MARK.match(text)
    return found is not None and span.end <= found.end()


def is_reference(question: Question, text: str, span: Span) -> bool:
    """Whether words begin with the number of a section: "12.3" of "as told in section 12.3"."""
    language = question.language
    if pattern("fitting.asks_reference", language).search(question.text):
        return False
    return any(
        found.start() <= span.start < found.end()
        for found in pattern("fitting.reference", language).finditer(text)
    )


def is_no_thing(question: Question, text: str, span: Span) -> bool:
    """Whether words can't say what something is: no noun, a verb first, or but a part of a phrase.

    Of "an account where you can save" the "account" says too little.
    """
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    tags = sentence.tags
    relative = listed("fitting.relative", question.language)
    led = tags[first : first + 1] in tuple("VEGXS") or sentence.words[first] in relative
    goes_on = last == first + 1 and set(sentence.words[last : last + 1]) <= {"where", "that"}
    return led or goes_on or not set(tags[first:last]) & set("NC")


def is_salutation(question: Question, text: str, span: Span) -> bool:
    """Whether words are what a letter opens with: "Dear Ms Holm"."""
    found = pattern("fitting.salutation", question.language).match(text)
    return found is not None and found.start() <= span.start and span.end <= found.end()


def is_mere_deed(question: Question, text: str, span: Span) -> bool:
    """Whether words only tell what was done, where a thing is asked for by its kind: "opened" is no
    equipment.
    """
    sentence = read_sentence(text, language=question.language)
    lifted = sentence.tags[sentence.at(span.start) : sentence.at(span.end)]
    return bool(read_question(question).head) and bool(lifted) and set(lifted) <= set("VEGX")


def opens_unnamed(question: Question, text: str, span: Span) -> bool:
    """Whether words open a sentence and name nothing: "staff eat" in the canteen."""
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    named = "C" in sentence.tags[first + 1 : last] or last == first + 1
    return first == 0 and not named


def means_another(question: Question, text: str, _: Span) -> bool:
    """Whether it is asked what something means, of which a sentence doesn't speak."""
    meant = pattern("fitting.means", question.language).match(question.text)
    terms = analyser(question.language).terms
    return meant is not None and set(terms(meant["what"])).isdisjoint(terms(text))


def is_denied(question: Question, text: str, span: Span) -> bool:
    """Whether "not" stands right before words, where the question has none."""
    before = text[: span.start].split()[-1:]
    return before in (["not"], ["never"]) and not question.words & {"not", "never", "no"}


def is_undone(question: Question, text: str, span: Span) -> bool:
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


def is_origin(question: Question, text: str, span: Span) -> bool:
    """Whether words only tell where a thing is from, when it is asked what it is."""
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    behind = first > 0 and sentence.words[first - 1] == "from"
    return behind and read_question(question).copular and "from" not in question.words


def comes_from(question: Question, text: str, span: Span) -> bool:
    """Whether words name whom something is from or by, where it is asked where it is."""
    before = text[: span.start].split()[-1:]
    led = listed("fitting.origins", question.language).intersection(before)
    return bool(led) and led.isdisjoint(question.words)


def stands_in_for_another(question: Question, text: str, _: Span) -> bool:
    """Whether a sentence tells what is used instead of another thing than is asked about."""
    instead = pattern("things.instead", question.language)
    asked, told = instead.search(question.text), instead.search(text)
    if asked is None or told is None:
        return False
    term = analyser(question.language).term
    return term(told["other"].casefold()) != term(asked["other"].casefold())


def is_of_other_clause(question: Question, text: str, span: Span) -> bool:
    """Whether words stand in a part of a sentence on another thing: a semicolon parts it from the
    one that names what is asked about and tells such a time or amount of it. "Glass goes out on
    Monday; paper is fetched on Friday."
    """
    language = question.language
    starts = [0, *(found.end() for found in _PARTS.finditer(text)), len(text)]
    if len(starts) == _WHOLE:
        return False
    read = read_sentence(question.text, language=language)
    nouns = {t for t, tag in zip(read.terms, read.tags, strict=True) if tag in "NC"}
    asked = nouns & {token.term for token in question.content}
    near = {each for noun in asked for each in alike(noun, language)}
    parts = [read_sentence(text[slice(*ends)], language=language) for ends in pairwise(starts)]
    own = bisect_right(starts, span.start) - 1
    if not near.isdisjoint(parts[own].terms):
        return False
    found = mentions(text, language=language)
    kinds = {mention.kind for mention in found if mention.span.overlaps(span)}
    told = {bisect_right(starts, mention.start) - 1 for mention in found if mention.kind in kinds}
    named = any(not near.isdisjoint(parts[n].terms) for n in told)
    return named and _OWN_SUBJECT.match(parts[own].tags) is not None
