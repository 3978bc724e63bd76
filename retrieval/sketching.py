"""Sketches of a collection's passages, made when they are first asked for and then remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from retrieval.features import masses_and_norms
from retrieval.passages import Passages
from retrieval.ranker import Floats
from retrieval.sketch import Lexis, Sketch, Sketches

SKETCHES = 30_000  # that are remembered, some hundred bytes each

_Read = tuple[Sketch, float, float]


class PassageSketches:
    """Sketches with masses and norms by passage; safe to use from several threads."""

    def __init__(self, passages: Passages, idf: Callable[[str], float]) -> None:
        """Read nothing yet; `idf` tells how rare a term is."""
        self._passages = passages
        self._idf = idf
        self._held = _Held(idf)

    def of(
        self, numbers: npt.NDArray[np.int64], documents: npt.NDArray[np.int64]
    ) -> tuple[Sketches, Floats, Floats]:
        """The sketches of some passages side by side, their masses and norms, (n,) each.

        `documents` (n,) are the numbers of their documents.
        """
        if self._held.is_full:
            self._held = _Held(self._idf)
        held = self._held
        known = [held.read.get(number) for number in numbers.tolist()]
        missing = [place for place, entry in enumerate(known) if entry is None]
        if missing:
            made = self._made(held, numbers[missing], documents[missing])
            for place, number, entry in zip(missing, numbers[missing].tolist(), made, strict=True):
                held.read[number] = known[place] = entry
        found = [entry for entry in known if entry is not None]
        return (
            Sketches.beside(held.lexis, [sketch for sketch, _, _ in found]),
            np.array([mass for _, mass, _ in found]),
            np.array([norm for _, _, norm in found]),
        )

    def _made(
        self, held: _Held, numbers: npt.NDArray[np.int64], documents: npt.NDArray[np.int64]
    ) -> list[_Read]:
        """Passages that are read for the first time."""
        sketches = []
        spans = self._passages.spans[numbers].tolist()
        for number, (start, end) in zip(documents.tolist(), spans, strict=True):
            document = self._passages.documents[number]
            text = document.part(start, end)
            sketches.append(held.lexis.sketch(text, language=document.language))
        together = Sketches.beside(held.lexis, sketches)
        masses, norms = masses_and_norms(together, held.weights())
        return list(zip(sketches, masses.tolist(), norms.tolist(), strict=True))


class _Held:
    """A lexis, what was read with it, and the weights of its terms."""

    def __init__(self, idf: Callable[[str], float]) -> None:
        self.lexis = Lexis()
        self.read: dict[int, _Read] = {}
        self._idf = idf
        self._lock = threading.Lock()
        self._weighed = 0
        self._weights: Floats = np.zeros(0)

    @property
    def is_full(self) -> bool:
        return self.lexis.is_full or len(self.read) > SKETCHES

    def weights(self) -> Floats:
        """The weight of every term of the lexis, by number: (at least n_terms,)."""
        with self._lock:
            first, last = self._weighed, len(self.lexis)
            if last > len(self._weights):
                self._weights = np.concatenate([self._weights, np.zeros(last)])
            self._weights[first:last] = [self._idf(t) for t in self.lexis.terms(first, last)]
            self._weighed = last
            return self._weights
