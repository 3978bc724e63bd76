"""Headings that tell when: "Version 2.2 (3 April 2023)" above what that version brings.

What stands below such a heading is quoted, the heading itself is not. Asked when the thing was
published or took place, the heading alone tells it, and of several things which one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.answering.grammar.alike import share_of
from bot.answering.hits.blocks import block_number
from bot.answering.hits.sections import heading_over
from bot.answering.times.in_passages import is_time
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question
from retrieval.records import BlockKind, Hit, Passage
from retrieval.retriever import Findings, Retriever
from retrieval.times.dating import is_dateline

LOOKED_AT = 5  # best hits near which headings are looked for
REACH = 40  # blocks on either side of one
LEAST_TOLD = 0.75  # of the words of a question that a passage below a date must hold
BEHIND = 0.2  # how likely every other hit is then, against what it was


def with_dated_heading(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the one heading first that dates what is asked about."""
    question = found.question
    if question.kind is not Kind.WHEN or not found.hits:
        return found
    told = {
        (near.document.id, start): near
        for hit in found.hits[:LOOKED_AT]
        for near, start in _headings(question, hit.passage)
    }
    if len(told) != 1:
        return found
    ((document, start), near) = next(iter(told.items()))
    number = retriever.passages.find(document, start, fingerprint=near.document.source.fingerprint)
    if number is None:
        return found
    heading = retriever.passages.passage(number)
    others = (h for h in found.hits if h.passage.number != number)
    lesser = (hit._replace(probability=BEHIND * hit.probability) for hit in others)
    return found.narrowed((Hit(heading, found.hits[0].probability), *lesser))


def _headings(question: Question, near: Passage) -> Iterator[tuple[Passage, int]]:
    """Where the headings around a passage begin that hold a date and nothing that isn't asked."""
    document, own = near.document, block_number(near)
    for block in document.blocks[max(own - REACH, 0) : own + REACH]:
        heading = block.kind is BlockKind.HEADING
        if heading and dates_it(question, document.part(block.start, block.end)):
            yield near, block.start


def dates_it(question: Question, heading: str) -> bool:
    """Whether a heading has a date, and beside it only what the question has: figures, a noun."""
    language = question.language
    analysis = analyser(language)
    found = [m for m in mentions(heading, language=language) if m.kind is MentionKind.DATE]
    if not found:
        return False
    tokens = list(analysis.tokens(heading))
    rest = [t.term for t in tokens if not any(m.start <= t.start < m.end for m in found)]
    said = set(rest) - analysis.stop_terms
    asked = [token.term for token in question.content]
    if not said or share_of(said, set(asked), language) < 1:
        return False
    figures = {term for term in asked if any(map(str.isdigit, term))}
    before = {term for term, behind in pairwise(asked) if behind in figures}  # "version" 4.1
    return set(asked) - said - (before - figures) <= _dating(language)


@cache
def _dating(language: str) -> frozenset[str]:
    """The terms of verbs for what a heading's date tells: "released", "held"."""
    table = str(lexicon(f"statements_{language}").get("absence", {}).get("dated_by_heading", ""))
    return frozenset(map(analyser(language).term, table.split()))


def date_above(question: Question, passage: Passage) -> str:
    """The heading above a passage that tells what is asked, if it says only a date: a chronicle's.

    "" where the passage tells a time of its own, or less than is asked.
    """
    asked = {token.term for token in question.content}
    said = set(analyser(question.language).terms(passage.text))
    if question.kind is not Kind.WHEN or share_of(asked, said, question.language) < LEAST_TOLD:
        return ""
    heading = heading_over(passage)
    text, language = passage.text, question.language
    found = [m for m in mentions(text, language=language) if m.kind is MentionKind.DATE]
    own = any(is_time(text, date, language) for date in found)
    return heading if heading and not own and is_dateline(heading) else ""
