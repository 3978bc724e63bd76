"""Sections whose heading asks what is asked, as those of an FAQ do.

The heading has the asker's words, the answer below it need not have any of them; so the ranker, who
looks for words, finds others who use these in passing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.answering.grammar.alike import alike, weight_shared
from bot.answering.grammar.polarity import polarity
from bot.answering.hits.sections import heading_text, passages_below
from retrieval.odds import log_odds, shifted
from retrieval.question import Question, Wanted, parse_question
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever
from retrieval.synonyms import NEAR

LOOKED_AT = 10  # headings that share most with a question
LEAST = 0.6  # how much alike heading and question are, 0 to 1
LEAST_ONE = 0.7  # the same where they share one word only
LEAST_WHOLE = 0.5  # the same where the heading asks in the same form and lacks no word asked for
LIKELIER = 2.0  # log-odds by which an answer is likelier below such a heading
FIRST, LATER = 2.0, 0.7  # log-odds for the first sentence below it, and less for each that follows
MOST = 3  # sentences of a section
_OPEN = frozenset({Wanted.THING, Wanted.MANNER, Wanted.DEFINITION, Wanted.TITLE, Wanted.YES_NO})


class _Section(NamedTuple):
    """A heading and how much alike it and the question are, 0 to 1."""

    heading: Passage
    alike: float


def asked_above_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first what stands below a heading that asks the same.

    They take the first places, and are likelier than who stood there.
    """
    if not found.hits:
        return found
    section = _section(found.question, retriever)
    if section is None:
        return found
    numbers = passages_below(section.heading, retriever)
    hits = _section_first(found, numbers, retriever)
    likely = [hit.probability for hit in found.hits]
    likely += likely[-1:] * (len(hits) - len(likely))
    gain = LIKELIER * section.alike
    placed = [
        hit._replace(probability=shifted(p, gain if hit.passage.number in numbers else 0.0))
        for hit, p in zip(hits, likely, strict=True)
    ]
    return replace(found.likelier(gain), hits=tuple(placed))


def _section_first(found: Findings, numbers: range, retriever: Retriever) -> Sequence[Hit]:
    """The hits, the best of a section before all others, unless one of it is first already."""
    if not numbers or _stands_in(found.hits[0].passage, numbers, retriever):
        return found.hits
    below = _below(found.question, numbers, retriever)
    known = {hit.passage.number for hit in below}
    return (*below, *(hit for hit in found.hits if hit.passage.number not in known))


def _section(question: Question, retriever: Retriever) -> _Section | None:
    """The heading that asks most nearly the same, if one does."""
    best = None
    for heading in retriever.asking_headings(question, k=LOOKED_AT):
        share = _share(question, heading_text(heading), retriever)
        if share and (best is None or share > best.alike):
            best = _Section(heading, share)
    return best


def _share(question: Question, heading: str, retriever: Retriever) -> float:
    """How much alike a question and a heading that asks are: the harmonic mean of the shares of
    the weight of either's words that the other has; 0 where they ask for different things.
    """
    other = parse_question(heading, language=question.language)
    if not _is_of_kind(question, other):
        return 0.0
    asked, said, language = _content(question), _terms(other), question.language
    denied = polarity(language).negations
    same = bool(_terms(question) & denied) is bool(said & denied)
    if not same or asked.isdisjoint(said):
        return 0.0
    held = weight_shared(asked, said, language, retriever.idf)
    fitting = weight_shared(_content(other), _terms(question), language, retriever.idf)
    mean = 2 * held * fitting / (held + fitting) if held and fitting else 0.0
    shared = [term for term in asked if alike(term, language, least=NEAR) & said]
    least = LEAST if len(shared) > 1 else LEAST_ONE
    if held == 1 and len(shared) > 1 and question.wanted is other.wanted:
        least = LEAST_WHOLE
    return mean if mean >= least else 0.0


def _is_of_kind(question: Question, other: Question) -> bool:
    """Whether what answers one may answer the other."""
    return question.wanted is other.wanted or {question.wanted, other.wanted} <= _OPEN


def _content(question: Question) -> set[str]:
    return {token.term for token in question.content or question.terms}


def _terms(question: Question) -> set[str]:
    return {token.term for token in question.terms}


def _stands_in(passage: Passage, numbers: Sequence[int], retriever: Retriever) -> bool:
    """Whether a passage, maybe of several that belong together, begins among some."""
    first, last = (retriever.passages.passage(n) for n in (numbers[0], numbers[-1]))
    return passage.document.id == first.document.id and first.start <= passage.start < last.end


def _below(question: Question, numbers: Sequence[int], retriever: Retriever) -> Sequence[Hit]:
    """The passages of a section that answer most likely, the first one sooner than later ones."""
    odds = {
        hit: log_odds(hit.probability) + max(FIRST - LATER * (hit.passage.number - numbers[0]), 0.0)
        for hit in retriever.among(question, numbers)
    }
    return sorted(odds, key=lambda hit: -odds[hit])[:MOST]
