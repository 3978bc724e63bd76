"""When somebody was born or died, by the dates in brackets behind a name, or words that tell it.

"Ida Holm (3 May 1871 – 19 October 1948) was a baker" tells both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.answering.forms.things import end_words
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import NAMES, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question
from retrieval.records import Span

_NEAR = 40  # characters behind "passed away" in which its date stands
_WORD = re.compile(r"[^\W\d_]+")
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
_DAYS = re.compile(rf"(?P<born>{_DAY})\s*[–-]\s*(?P<died>{_DAY})")
_LINE = re.compile(r"\s*\n\s*\(?(?P<born>1\d{3})\s?[–-]\s?(?P<died>(?:1\d|20)\d\d)\b")
_ENDS = ("birth", "death")


@lru_cache(maxsize=16)  # a reply asks it of its question again and again
def asked_of_life(question: Question) -> frozenset[str]:
    """The terms of which one tells a birth or a death, whichever is asked about; none for neither.

    >>> from retrieval.question import parse_question
    >>> "birthplac" in asked_of_life(parse_question("Where was Ida Holm born?"))
    True
    """
    for name in _ENDS:
        if question.words & end_words(question.language, name):
            return _telling(question.language, name)
    return frozenset()


def tells_life(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the birth or the death that is asked about."""
    told = not asked_of_life(question).isdisjoint(sentence.terms)
    died = question.words & end_words(question.language, "death")
    passed = pattern("lives.passed", question.language)
    return told or bool(died and passed.search(sentence.tokens.text))


@cache
def _telling(language: str, name: str) -> frozenset[str]:
    """The terms of which one tells an end of a life."""
    words = sorted(end_words(language, name))
    terms = {*map(analyser(language).term, words)}
    terms |= {*read_sentence(" ".join(words), language=language).terms}
    return frozenset(terms).union(*(alike(one, language) for one in terms))


def life_date(question: Question, sentence: Sentence) -> Span | None:
    """The date of birth or of death, whichever is asked for, behind a name in the question."""
    born, died = (question.words & end_words(question.language, name) for name in _ENDS)
    if bool(born) == bool(died):
        return None
    asked = {token.term for token in question.content}
    text = sentence.tokens.text
    bracketed = _bracketed(question.language)
    for place, end in enumerate(sentence.tokens.ends):
        found = bracketed.match(text, end) or _LINE.match(text, end)
        if found is not None and sentence.terms[place] in asked:
            return Span(*found.span("born" if born else "died"))
    days = _DAYS.search(text)
    if days is not None and asked & set(sentence.terms[: sentence.at(days.start())]):
        return Span(*days.span("born" if born else "died"))
    told = _behind_label(question, sentence)
    dates = [
        m.span for m in mentions(text, language=question.language) if m.kind is MentionKind.DATE
    ]
    labelled = next((date for date in dates if told and told.covers(date)), None)
    passed = pattern("lives.passed", question.language).search(text) if died else None
    if labelled or passed is None:
        return labelled
    behind = (d for d in dates if passed.end() <= d.start <= passed.end() + _NEAR)
    return next(behind, None) if asked & set(sentence.terms) else None


@cache
def _bracketed(language: str) -> re.Pattern[str]:
    """Both ends of a life in brackets, a word before each or none: "(b. 1871 – d. 1948)"."""
    born, died, to = (pattern(f"lives.{name}", language).pattern for name in ("born", "died", "to"))
    return re.compile(
        rf"\s*\((?:{born})?(?P<born>[^()–-]*?\d{{3,4}})\s*(?:[–-]|{to})\s*"
        rf"(?:{died})?(?P<died>[^()–-]*?\d{{3,4}})\)"
    )


def life_place(question: Question, sentence: Sentence) -> Span | None:
    """Where somebody was born or died, before the date behind "Born:" or "Died:"."""
    told = _behind_label(question, sentence)
    if told is None or question.kind is not Kind.WHERE:
        return None
    text = sentence.tokens.text
    dates = (
        m.start for m in mentions(text, language=question.language) if m.kind is MentionKind.DATE
    )
    end = next((start for start in dates if told.start < start < told.end), told.end)
    place = text[told.start : end].rstrip(" ,(;")
    return Span(told.start, told.start + len(place)) if place else None


def _behind_label(question: Question, sentence: Sentence) -> Span | None:
    """What stands behind "Born:" or "Died:", whichever is asked, of the name before it, if any."""
    text = sentence.tokens.text
    asked = {token.term for token in question.content} - asked_of_life(question)
    language = question.language
    unnamed = pattern("lives.label", language).match(text) is not None
    for name in _ENDS:
        label = pattern(f"lives.{name}", language)
        found = label.search(text) if question.words & end_words(language, name) else None
        before = set(sentence.terms[: sentence.at(found.start())]) if found else set()
        if found and (asked & before or unnamed):
            return Span(*found.span("told"))
    return None


def is_other_end(question: Question, text: str, span: Span) -> bool:
    """Whether words tell of a birth where a death is asked for, or the other way round."""
    language = question.language
    born, died = (end_words(language, name) for name in _ENDS)
    if bool(question.words & born) == bool(question.words & died):
        return False
    if _is_of_namesake(question, text[: span.start]):
        return True
    said = _WORD.findall(text[: span.start].casefold())
    last = next((word for word in reversed(said) if word in born | died), "")
    return last in (died if question.words & born else born)


def _is_of_namesake(question: Question, before: str) -> bool:
    """Whether somebody else of the same last name is the one named last: a husband, a daughter."""
    named = [mention.value.split() for mention in question.names]
    said = [
        m.value.split() for m in mentions(before, language=question.language) if m.kind in NAMES
    ]
    alike = [(one, other) for one in named for other in said[-1:] if one[-1:] == other[-1:]]
    return any(len(one) > 1 < len(other) and one[0] != other[0] for one, other in alike)
