"""The reason for what the best sentence tells, in the sentence beside it.

Before "That is why it is shut." stands the reason, and often behind: "The reason was the frost."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from bot.answering.forms.reasons import because
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.referring import points_back
from retrieval.lexicon import lexicon
from retrieval.question import Question, Wanted
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

_NEVER = r"(?!)"
_CANDIDATES = 60  # hits among which the one beside the best is looked for


def number_beside(found: Findings, retriever: Retriever) -> int | None:
    """The number of the passage beside the best hit that tells the reason for it; None for none."""
    if found.question.wanted is not Wanted.REASON or not found.hits:
        return None
    passage = found.hits[0].passage
    first, last = retriever.passages.bounds(passage.number)
    near = [n for n in (passage.number - 1, passage.number + 1) if first <= n < last]
    texts = {n: retriever.passages.passage(n).text for n in near}
    return _telling(found.question, passage, texts)


def with_reason_beside(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the sentence beside the best that tells the reason for it put behind."""
    number = number_beside(found, retriever)
    if number is None or number in {hit.passage.number for hit in found.hits}:
        return found
    every = retriever.search(found.question, k=_CANDIDATES).hits
    return replace(found, hits=(*found.hits, *(h for h in every if h.passage.number == number)))


def reason_beside(question: Question, hits: Sequence[Hit], best: int) -> int | None:
    """The place of the hit beside the best that tells the reason for it; None for no such hit."""
    if question.wanted is not Wanted.REASON:
        return None
    passage = hits[best].passage
    of_document = {
        hit.passage.number: place
        for place, hit in enumerate(hits)
        if hit.passage.document.id == passage.document.id
    }
    texts = {number: hits[place].passage.text for number, place in of_document.items()}
    number = _telling(question, passage, texts)
    return None if number is None else of_document[number]


def _telling(question: Question, passage: Passage, texts: Mapping[int, str]) -> int | None:
    """The number of the passage beside one that tells the reason for it, of some with texts."""
    back, forth = _pointing(question.language)
    if back.match(passage.text):
        return passage.number - 1 if passage.number - 1 in texts else None
    following = texts.get(passage.number + 1, "")
    if forth.match(following) or _goes_on_with_reason(question, passage.text, following):
        return passage.number + 1
    return None


def _goes_on_with_reason(question: Question, text: str, following: str) -> bool:
    """Whether a sentence that opens with "this" or "they" tells the reason that one before lacks.

    "He proposed to go to court. This was rejected, because it would take a year."
    """
    this = pattern("reasons.this", question.language)
    if not following or not (points_back(following) or this.match(following)):
        return False
    told, beside = (because(question.language).search(one) is not None for one in (text, following))
    return beside and not told


@cache
def _pointing(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence begins whose reason stands before it, and one that tells a reason."""
    table = lexicon(f"statements_{language}").get("reasons", {})
    back, forth = (
        re.compile(table.get(name, _NEVER), re.IGNORECASE) for name in ("before", "told")
    )
    return back, forth
