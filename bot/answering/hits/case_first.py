"""The sentence that tells what happens in the very case asked about, before others of its words."""

from __future__ import annotations

from bot.answering.forms.cases import Case, case_asked, share_told
from bot.answering.grammar.lexical import listed
from bot.answering.hits.reordering import before_others
from retrieval.records import Passage
from retrieval.retriever import Findings, Retriever

LOOKED_AT = 100  # passages with the words of the case and of cases
LEAST = 0.7  # how much of the case a sentence says, 0 to 1
MOST = 2  # sentences put first
LIKELIER = 1.0  # log-odds by which an answer is likelier where the case is told
_OF_CASE = 2.0  # what a word of the case weighs, against "if" and "no"


def case_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first the sentences that speak of the case asked about.

    The words that make it that case are small ones: "if there is no chair".
    """
    case = case_asked(found.question) if found.hits else None
    if case is None:
        return found
    told = {
        passage: _share(case, passage, retriever) for passage in _with_words(case, found, retriever)
    }
    best = max(told.values(), default=0.0)
    if best < LEAST or _share(case, found.hits[0].passage, retriever) >= best:
        return found
    numbers = [passage.number for passage, share in told.items() if share == best]
    return before_others(found, retriever.among(found.question, numbers)[:MOST], likelier=LIKELIER)


def _share(case: Case, passage: Passage, retriever: Retriever) -> float:
    return share_told(case, passage.text, passage.document.language, retriever.idf)


def _with_words(case: Case, found: Findings, retriever: Retriever) -> list[Passage]:
    """The passages with most words of a case, those that only carry grammar among them."""
    openers = listed("cases.openers", found.question.language)
    weights = dict.fromkeys((*case.written, *openers), 1.0)
    weights |= dict.fromkeys(case.terms, _OF_CASE)
    return retriever.holding(weights, k=LOOKED_AT)
