"""Lifted words that are told of another year than the one that is asked about."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.years import years_in
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span


def is_of_another_year(question: Question, text: str, span: Span) -> bool:
    """Whether "in" and a year stand behind words, and another year in the question.

    So it is where a sentence opens with a year, or tells of "the race of" one.
    """
    asked, language = set(years_in(question.text)), question.language
    if not asked:
        return False
    behind = pattern("years.behind", language).match(text, span.end)
    if behind is not None and int(behind["year"]) not in asked:
        return True
    held = not asked.isdisjoint(years_in(text))
    if held or not pattern("years.within", language).search(question.text):
        return False
    if pattern("years.opening", language).match(text):
        return True
    terms, term = {token.term for token in question.content}, analyser(language).term
    told = pattern("years.of", language).finditer(text)
    return any(term(each["noun"].casefold()) in terms for each in told)
