"""Terms that may be said for one another, as far as the synonyms know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import lru_cache

from retrieval.synonyms import BROADER, NEAR, SAME, alternatives

NOTHING: frozenset[str] = frozenset()
_KEPT = 1_000  # terms whose synonyms are remembered
_ROWS_KEPT = 16  # the same of rows of terms: each is compared with several passages


@lru_cache(maxsize=_KEPT)
def alike(term: str, language: str, *, least: float = BROADER) -> frozenset[str]:
    """A term and what else may be said for it in one word, at least so closely."""
    others = alternatives([term], language=language).get(term, {}) if term else {}
    near = (other for other, close in others.items() if close >= least and " " not in other)
    return frozenset({term, *near})


def share_of(terms: Set[str], among: Set[str], language: str) -> float:
    """The share of some terms that stand among others, or for which one of those stands."""
    held = [term for term in terms if alike(term, language) & among]
    return len(held) / len(terms) if terms else 0.0


def held_by(terms: tuple[str, ...], among: Set[str], language: str) -> frozenset[str]:
    """Those of some terms, in their order, that stand among others, or for which all of a phrase
    does that says the same: "premier" for both of "prime minister".
    """
    others = phrases_alike(terms, language)
    return frozenset(
        term
        for term in terms
        if term in among or any(phrase <= among for phrase in others.get(term, ()))
    )


@lru_cache(maxsize=_ROWS_KEPT)
def phrases_alike(
    terms: tuple[str, ...], language: str
) -> Mapping[str, tuple[frozenset[str], ...]]:
    """For each of some terms, in their order, the phrases that say the same, as sets of terms."""
    found = alternatives(terms, language=language)
    return {
        term: tuple(frozenset(phrase.split()) for phrase, close in others.items() if close >= SAME)
        for term, others in found.items()
    }


def weight_shared(
    terms: Set[str], among: Set[str], language: str, idf: Callable[[str], float]
) -> float:
    """The share of the weight of some terms that stand among others, or words that say the same."""
    weights = {term: idf(term) for term in terms}
    held = (w for term, w in weights.items() if alike(term, language, least=NEAR) & among)
    return sum(held) / sum(weights.values()) if weights else 0.0
