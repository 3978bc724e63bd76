"""Terms that may be said for one another, as far as the synonyms know."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache

from retrieval.synonyms import BROADER, NEAR, alternatives, stand_ins

NOTHING: frozenset[str] = frozenset()
_KEPT = 1_000  # terms whose synonyms are remembered


@lru_cache(maxsize=_KEPT)
def alike(term: str, language: str, *, least: float = BROADER) -> frozenset[str]:
    """A term and what else may be said for it in one word, at least so closely."""
    others = alternatives([term], language=language).get(term, {}) if term else {}
    near = (other for other, close in others.items() if close >= least and " " not in other)
    return frozenset({term, *near})


def share_of(terms: Set[str], among: Set[str], language: str) -> float:
    """The share of some terms that stand among others, or for which one of those stands."""
    held = [t for t in terms if t in among or stand_ins([t], language=language) & among]
    return len(held) / len(terms) if terms else 0.0


def weight_shared(
    terms: Set[str], among: Set[str], language: str, idf: Callable[[str], float]
) -> float:
    """The share of the weight of some terms that stand among others, or words that say the same."""
    weights = {term: idf(term) for term in terms}
    held = (w for term, w in weights.items() if alike(term, language, least=NEAR) & among)
    return sum(held) / sum(weights.values()) if weights else 0.0
