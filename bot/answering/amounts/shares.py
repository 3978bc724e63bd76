"""Lifted words that are but a share of something, or money, where something else is asked for."""

from __future__ import annotations

import re

from bot.answering.amounts.counting import asks_how_many, asks_how_much
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention, mentions
from retrieval.question import Question
from retrieval.records import Span

_LABELLED = re.compile(r"\W*[^\W\d_][^:.!?\n]{0,30}: *")


def is_money(question: Question, text: str, span: Span) -> bool:
    """Whether words are money, where it is asked how many there are."""
    return asks_how_many(question) and any(
        mention.kind is MentionKind.MONEY and mention.span.overlaps(span)
        for mention in mentions(text, language=question.language)
    )


def is_share_or_sum(question: Question, text: str, span: Span) -> bool:
    """Whether words are nothing but money or a share of something, which are no time."""
    return any(
        mention.kind in (MentionKind.MONEY, MentionKind.PERCENTAGE) and mention.span.covers(span)
        for mention in mentions(text, language=question.language)
    )


def is_bare_share(question: Question, text: str, span: Span) -> bool:
    """Whether words are but a share where a number is asked for: "half" is no population.

    Where it is asked how many there are, "60 % of members" may tell, but not "Turnout: 60 %".
    """
    if asks_how_many(question):
        return _is_share_of_another(question, text, span)
    counted = listed("amounts.in_all", question.language)
    if question.words.isdisjoint(counted) or asks_how_much(question):
        return False
    return is_share_or_sum(question, text, span)


def _is_share_of_another(question: Question, text: str, span: Span) -> bool:
    """Whether words are a share of nothing that is said, behind a label, or of another thing."""
    return any(
        mention.kind is MentionKind.PERCENTAGE
        and mention.span.overlaps(span)
        and (
            _is_of_another(question, text, mention)
            if text[mention.end :].lstrip().startswith("of ")
            else _LABELLED.fullmatch(text, 0, mention.start) is not None
        )
        for mention in mentions(text, language=question.language)
    )


def _is_of_another(question: Question, text: str, share: Mention) -> bool:
    """Whether a share is one of what only has to do with what is counted: "of the ship traffic"."""
    head = read_question(question).head
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(share.end) + 1
    end = sentence.run_end(first, "DNC#z-")
    nouns = [n for n in range(first, end) if sentence.tags[n] in "NC"]
    return bool(nouns) and head in sentence.terms[first : nouns[-1]]
