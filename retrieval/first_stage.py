"""The first stage: which passages are candidates, by the weights of the question's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt

from retrieval.editions import Editions
from retrieval.index import Found, Index
from retrieval.passages import Passages
from retrieval.query import Query
from retrieval.synonyms import ASKED

CANDIDATES = 40
WIDER = 4  # times as many are looked through where there are several languages, or many copies
COPIES = 2  # candidates that say the same to the letter
MANY_ALIKE = 0.5  # share of scores that other candidates have, too, which tells of copies
EXTENDED = 12  # candidates whose neighbours are candidates as well
SYNONYM = 0.4  # share of its weight that a synonym of a term adds to a score, by closeness
SYNONYMS = 8  # of a term that are searched for, the weightiest
COMMON = 0.5  # share of a term's weight below which its synonyms are not searched for


class FirstStage:
    """Finds the candidates for a question: the few dozen passages that the ranker then looks at."""

    def __init__(self, passages: Passages, index: Index, editions: Editions) -> None:
        """Search `index`, whose passage numbers are those of `passages`."""
        self._passages = passages
        self._index = index
        self._editions = editions
        spoken = [document.language for document in passages.documents]
        self._languages = {code: number for number, code in enumerate(sorted(set(spoken)))}
        self._language_of = np.array([self._languages[code] for code in spoken], dtype=np.int16)

    def candidates(self, language: str, weights: Mapping[str, float]) -> list[int]:
        """The passages with the highest scores, best first, then those beside the first ones.

        In a collection of several languages, a passage in another than the question's is a
        candidate only where it scores higher than all in the question's own.
        """
        best = self._best(language, weights)
        return [*best, *self._neighbours(best)]

    def _best(self, language: str, weights: Mapping[str, float]) -> list[int]:
        """The numbers of at most CANDIDATES passages, best first, by score alone."""
        several = len(self._languages) > 1 and language in self._languages
        found = self._index.search(weights, WIDER * CANDIDATES if several else CANDIDATES)
        if len(np.unique(found.scores)) <= (1 - MANY_ALIKE) * len(found.scores):
            found = self._without_copies(self._index.search(weights, WIDER * CANDIDATES))
        numbers = found.passages.astype(np.int64)
        if several:
            own = self._is_own(language, numbers)
            best = found.scores[own].max(initial=0.0)
            numbers = numbers[own | (found.scores > best)]
        kept: list[int] = numbers[:CANDIDATES].tolist()
        return kept

    def _without_copies(self, found: Found) -> Found:
        """What was found with at most COPIES of each sentence, of the latest versions first."""
        alike: dict[tuple[float, str], list[int]] = {}
        for place, (number, score) in enumerate(
            zip(found.passages.tolist(), found.scores.tolist(), strict=True)
        ):
            alike.setdefault((score, self._passages.passage(number).text), []).append(place)
        kept = sorted(
            place
            for places in alike.values()
            for place in sorted(places, key=lambda p: self._is_old(int(found.passages[p])))[:COPIES]
        )
        return Found(found.passages[kept], found.scores[kept])

    def _is_old(self, number: int) -> bool:
        return self._editions.is_superseded(self._passages.document_number(number))

    def _is_own(self, language: str, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which passages are in a language, or in none that is known."""
        documents = np.searchsorted(self._passages.firsts, numbers, side="right") - 1
        own = [self._languages.get(code, -1) for code in (language, "")]
        return np.isin(self._language_of[documents], own)

    def _neighbours(self, numbers: list[int]) -> list[int]:
        """The sentences right before and behind the first EXTENDED candidates that are none yet."""
        known = set(numbers)
        found: dict[int, None] = {}
        for number in numbers[:EXTENDED]:
            first, last = self._passages.bounds(number)
            for other in (number - 1, number + 1):
                if first <= other < last and other not in known:
                    found[other] = None
        return list(found)


class Rarity(Protocol):
    """What tells how rare terms are: an index of passages or of documents."""

    def idf(self, term: str) -> float:
        """How rare a term is."""

    def weights(self, terms: Iterable[str]) -> dict[str, float]:
        """The idf of each distinct term that occurs."""


def weights_of(query: Query, terms: list[str], index: Rarity) -> dict[str, float]:
    """The weights searched for: of the question's terms, of other spellings, of synonyms.

    Another spelling of a name weighs as much as the name, a synonym a part of its own idf, by how
    close it is. Many synonyms, distant ones, and those much more common than the term are left out
    here: the ranker sees them.
    """
    weights = index.weights(terms)
    for spelling, term in query.spellings.items():
        weights.setdefault(spelling, weights.get(term, index.idf(spelling)))
    for term in terms:
        others = query.synonyms.get(term, {})
        least = COMMON * weights.get(term, 0.0)
        close = [o for o, near in others.items() if near > ASKED and " " not in o]
        added = {o: others[o] * w for o, w in index.weights(close).items() if w >= least}
        for other in sorted(added, key=lambda o: -added[o])[:SYNONYMS]:
            weights.setdefault(other, SYNONYM * added[other])
    return weights
