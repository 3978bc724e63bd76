"""Who comes next in an office: told by whom somebody is succeeded, not by who holds it now.

"Who will be the new head?" is answered by "her successor will be Arvo Lenk" behind the sentence in
which the old head leaves, hardly by the sentence that has "head".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.grammar.alike import held_by
from bot.answering.grammar.lexical import pattern
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.reordering import put_first
from retrieval.analysis import analyser
from retrieval.entities import NAMES, mentions
from retrieval.question import Question
from retrieval.reading.tables import PARTED
from retrieval.records import Passage
from retrieval.retriever import Findings, Retriever

LOOKED_AT = 5  # best hits, with the sentences behind them
BEHIND_A_HIT = 2  # sentences
SURER = 1.5  # log-odds by which an answer is likelier where somebody is told to come
UNTOLD = 2.5  # log-odds by which an answer is less likely where nobody is told to come


def successors_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the sentence first that tells who comes next in an office.

    Where none tells that, whoever holds it now is no answer to who will.
    """
    question, language = found.question, found.question.language
    if not found.hits or not pattern("successors.asks", language).search(question.text):
        return found
    office = _office(question)
    told = [p for p in _near(found, retriever) if _tells(question, p)]
    told = [p for p in told if _named(office, p, retriever)]
    if not told:
        ahead = pattern("successors.ahead", language).search(question.text)
        return found.doubted(UNTOLD) if ahead else found
    first = max(told, key=lambda p: (_day(p), _named(office, p, retriever)))
    hits = put_first([first], found.hits, likely=found.hits[0].probability)
    return replace(found.surer(SURER), hits=hits, unknown=())


def _office(question: Question) -> tuple[str, ...]:
    """The terms for the office, and for whoever holds it, that a question names."""
    known = pattern("successors.plain", question.language)
    text = question.text
    office = (t.term for t in question.content if not known.fullmatch(text[t.start : t.end]))
    return tuple(dict.fromkeys(office))


def _near(found: Findings, retriever: Retriever) -> Iterator[Passage]:
    """The hits, and the sentences behind the best of them."""
    seen = set()
    for place, hit in enumerate(found.hits):
        number = hit.passage.number
        _, last = retriever.passages.bounds(number)
        end = min(number + 1 + BEHIND_A_HIT * (place < LOOKED_AT), last)
        for near in range(number, end):
            if near not in seen and retriever.passages.quotable[near]:
                seen.add(near)
                yield retriever.passages.passage(near)


def _tells(question: Question, passage: Passage) -> bool:
    """Whether a sentence tells that somebody whom it names comes next in an office."""
    text, language = passage.text, question.language
    furniture = is_heading(passage) or PARTED in text or text.endswith("?")
    if furniture or pattern("successors.open", language).search(text):
        return False
    if not pattern("successors.tells", language).search(text):
        return False
    asked = set(analyser(language).terms(question.text))
    return any(
        mention.kind in NAMES
        and asked.isdisjoint(analyser(language).terms(text[mention.start : mention.end]))
        for mention in mentions(text, language=language)
    )


def _named(office: tuple[str, ...], passage: Passage, retriever: Retriever) -> float:
    """How much a sentence names an office: fully by itself, half by what stands before it and the
    title, not at all where some of the words for the office stand in neither.
    """
    language = passage.document.language
    terms = analyser(language).terms
    own = set(terms(passage.text))
    first, _ = retriever.passages.bounds(passage.number)
    before = range(max(first, passage.number - BEHIND_A_HIT), passage.number)
    texts = [passage.document.title, *(retriever.passages.passage(n).text for n in before)]
    around = {term for text in texts for term in terms(text)} | own
    if not office or len(held_by(office, around, language)) < len(office):
        return 0.0
    return (1 + len(held_by(office, own, language)) / len(office)) / 2


def _day(passage: Passage) -> datetime.date:
    return passage.document.date or datetime.date.min
