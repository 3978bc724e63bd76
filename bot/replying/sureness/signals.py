"""Signals of whether the documents answer a question, seen from what would be replied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.referring import understood
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.likely import likely, possible
from bot.answering.hits.posed import question_above
from bot.answering.lifted import Lifted
from bot.answering.needs.absence import is_touched, needs_touch
from bot.answering.needs.holding import holding
from bot.answering.short import short_answer
from bot.replying.sureness.model import share_of_trees
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

FOREIGN, UNTOUCHED = "foreign", "untouched"
SIZE, UNKNOWN_NAMES = "size", "unknown_names"  # of the retriever
NOWHERE = -7.0  # log odds of a short answer where there is none


def signals(
    found: Findings, lifted: Lifted | None, *, retriever: Retriever, answered: float
) -> Mapping[str, float]:
    """Each signal by name, for what was found and arranged, at least one hit.

    `answered` in [0, 1] is how sure the retriever was before hits were arranged. Where the trees
    don't count, only what is asked without them is told.
    """
    question, hits = found.question, found.hits
    best = lifted.proof[0] if lifted else holding(question, hits)[0]
    told = {
        **found.signals,
        FOREIGN: float(_names_foreign(found, best, retriever)),
        UNTOUCHED: float(not _speaks_of_it(found)),
    }
    if not share_of_trees(question.language, size=told[SIZE]):
        return told
    return {
        **told,
        "arranged": log_odds(found.confidence) + found.doubt - log_odds(answered),
        **_form(question),
        **_hits(question, hits, best),
        **_first_line(question, hits, lifted),
        **_words(question, hits[best].passage, retriever),
    }


def _names_foreign(found: Findings, best: int, retriever: Retriever) -> bool:
    """Whether the document of a hit lacks a name of the question."""
    return bool(retriever.foreign_names(found.question, found.hits[best].passage))


def _speaks_of_it(found: Findings) -> bool:
    """Whether a likely hit speaks of enough of what is asked for a doubtful answer."""
    if not needs_touch(found.question):
        return True
    passages = [hit.passage for hit in possible(found.question, found.hits)]
    texts = [f"{question_above(passage)} {passage.text}" for passage in passages]
    return is_touched(found.question, texts, list(map(understood, passages)))


def _form(question: Question) -> dict[str, float]:
    """The form of the question and the type of thing that it wants."""
    kinds = {f"asks {kind.value}": float(question.kind is kind) for kind in Kind}
    wants = {f"wants {wanted.value}": float(question.wanted is wanted) for wanted in Wanted}
    return {**kinds, **wants}


def _hits(question: Question, hits: Sequence[Hit], best: int) -> dict[str, float]:
    """How likely the hits are, and which of them would be quoted."""
    second = hits[1].probability if len(hits) > 1 else 0.0
    return {
        "first hit": log_odds(hits[0].probability),
        "second hit": log_odds(second),
        "quoted hit": float(best),
        "possible hits": float(len(possible(question, hits))),
    }


def _first_line(question: Question, hits: Sequence[Hit], lifted: Lifted | None) -> dict[str, float]:
    """What would be answered in short, and how surely."""
    best = likely(hits)
    texts = [hit.passage.text for hit in best]
    short = short_answer(question, texts, probabilities=[hit.probability for hit in best])
    return {
        "lifted": float(lifted is not None),
        "lifted from the first": float(lifted is not None and lifted.proof[0] == 0),
        "short": log_odds(short.probability) if short else NOWHERE,
    }


def _words(question: Question, passage: Passage, retriever: Retriever) -> dict[str, float]:
    """Which words of the question the quoted passage says, and which stand nowhere near it."""
    language = question.language
    sentence = read_sentence(passage.text, language=language)
    said = frozenset(sentence.terms)
    above = set(analyser(language).terms(question_above(passage)))
    around = said | above | understood(passage) | retriever.title_terms(passage)
    weights = {token.term: retriever.idf(token.term) for token in question.content}
    total = sum(weights.values()) or 1.0
    meant = {term: alike(term, language) for term in weights}
    missing = [term for term in weights if around.isdisjoint(meant[term])]
    asked = read_question(question)
    return {
        "said": sum(weight for term, weight in weights.items() if term in said) / total,
        "meant": sum(w for term, w in weights.items() if said & meant[term]) / total,
        "most missing": max((weights[term] for term in missing), default=0.0) / total,
        "missing": len(missing) / max(len(weights), 1),
        "words asked": float(len(weights)),
        "words said": float(len(sentence.terms)),
        **_part("verb", asked.verb, said, around, language),
        **_part("noun", asked.head, said, around, language),
        "pairs": _pairs(asked, sentence.terms),
    }


def _part(
    name: str, term: str, said: frozenset[str], around: frozenset[str], language: str
) -> dict[str, float]:
    """Whether the question has such a part, and the passage says it, means it, is about it."""
    same = alike(term, language) if term else NOTHING
    return {
        f"{name} asked": float(bool(term)),
        f"{name} said": float(term in said),
        f"{name} meant": float(bool(said & same)),
        f"{name} around": float(bool(around & same)),
    }


def _pairs(asked: Asked, terms: Sequence[str]) -> float:
    """The share of the question's pairs of words that stand side by side in a sentence."""
    said = set(pairwise(term for term in terms if term))
    return len(asked.pairs & said) / max(len(asked.pairs), 1)
