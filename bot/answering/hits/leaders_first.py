"""Who is at the head of what is named, whatever the office is called.

"Who runs the Selmark Post?" is answered by "Selmark Post chief executive Ida Holm", and so is
"who is its CEO?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reordering import reordered
from bot.answering.people.apposition import role_of
from bot.answering.people.holders import holder_told
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Question, parse_question
from retrieval.records import Hit
from retrieval.retriever import Findings, Retriever

_LOOKED_AT = 10  # best hits
_OF = " of "


def leaders_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found for the office by which a hit names the head of what is asked about, first.

    Where a hit tells it in the words of the question, what was found stays as it is.
    """
    found = _spelt_out(found, retriever)
    offices = list(_offices_for(found.question, retriever))
    if not offices or any(_tells(found.question, hit) for hit in found.hits[:_LOOKED_AT]):
        return found
    for office in offices:
        names_head = partial(_names_head, office)
        if any(map(names_head, found.hits[:_LOOKED_AT])):
            hits = reordered(found.hits, names_head, most=_LOOKED_AT)
            return replace(found, question=office, hits=hits)
    return found


def _spelt_out(found: Findings, retriever: Retriever) -> Findings:
    """What is found for "chief executive" where a question has "CEO", which no hit says."""
    question, full = found.question, _offices_in_full(found.question.language)
    said = [token for token in question.content if token.term in full]
    terms = analyser(question.language).terms
    if len(said) != 1 or any(said[0].term in terms(hit.passage.text) for hit in found.hits):
        return found
    text = question.text
    asked = f"{text[: said[0].start]}{full[said[0].term]}{text[said[0].end :]}"
    instead = retriever.search(parse_question(asked, language=question.language))
    return instead if instead.confidence > found.confidence else found


@cache
def _offices_in_full(language: str) -> dict[str, str]:
    """The offices for which letters stand, in small ones."""
    table: dict[str, str] = lexicon(f"statements_{language}").get("offices_in_full", {})
    return table


def _tells(question: Question, hit: Hit) -> bool:
    sentence = read_sentence(hit.passage.text, language=question.language)
    return holder_told(question, sentence) is not None


def _names_head(office: Question, hit: Hit) -> bool:
    """Whether somebody is named beside an office and what it is of: not any president."""
    sentence = read_sentence(hit.passage.text, language=office.language)
    span = holder_told(office, sentence)
    role = span and role_of(sentence, sentence.at(span.start), sentence.at(span.end))
    if not role:
        return False
    of = office.text.index(_OF)
    whose = {token.term for token in office.content if token.start > of}
    return not whose.isdisjoint(sentence.terms[slice(*role)])


def _offices_for(question: Question, retriever: Retriever) -> Iterator[Question]:
    """The questions for each office that the head of something may have."""
    for asks, offices in _forms(question.language):
        asked = asks.fullmatch(question.text)
        if asked is not None and _is_named(asked["whose"], question, retriever):
            for office in offices:
                said = f"Who is the {office}{_OF}{asked['whose']}?"
                yield parse_question(said, language=question.language)
            return


def _is_named(whose: str, question: Question, retriever: Retriever) -> bool:
    """Whether every word of what has a head is written large, or known as a name."""
    start = question.text.rindex(whose)
    words = [token for token in question.content if token.start >= start]
    return bool(words) and all(
        question.text[token.start].isupper()
        or retriever.words.names(question.text[token.start : token.end])
        for token in words
    )


@cache
def _forms(language: str) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """How the head of something is asked for, and the offices by which one may be told."""
    table = lexicon(f"statements_{language}").get("leaders", {})
    return tuple(
        (re.compile(form["asks"], re.IGNORECASE), tuple(form["offices"])) for form in table.values()
    )
