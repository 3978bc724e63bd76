"""Where the type of thing that is wanted stands in a passage, and what stands near it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from retrieval.features.judged import Flags, Floats, Judged
from retrieval.question import Wanted
from retrieval.sketch import Cue

Cues = npt.NDArray[np.uint32]
NEAR = 7  # tokens on either side


def typed(judged: Judged) -> dict[str, Floats]:
    """Whether something new of the wanted type is there, and how much of the question is near."""
    tokens = _Tokens(judged)
    likely, certain = tokens.wanted(judged.question.wanted)
    return {
        "typed_near": tokens.best_near(likely),
        "typed_surely": tokens.any(certain),
        "typed_surely_near": tokens.best_near(certain),
        "persons": np.minimum(tokens.count(tokens.persons()), 3),
        "nations": np.minimum(tokens.count(tokens.has(Cue.NATION) & tokens.new), 3),
        "places": np.minimum(tokens.count(tokens.places()), 3),
    }


class _Tokens:
    """The tokens of all candidates behind one another: each array is (n_tokens,).

    `rows` is the candidate of each, `new` whether the question lacks its term.
    """

    def __init__(self, judged: Judged) -> None:
        sketches = judged.candidates.sketches
        known = {token.term for token in judged.question.terms}
        self._n = judged.n
        self._cues: Cues = np.concatenate([sketch.cues for sketch in sketches])
        self.rows = np.repeat(np.arange(judged.n), judged.lengths.astype(np.int64))
        self._starts = np.concatenate([[0], np.cumsum(judged.lengths)]).astype(np.int64)
        self.new: Flags = np.array([t not in known for s in sketches for t in s.terms], dtype=bool)
        self._opening = np.zeros(len(self._cues), dtype=bool)
        self._opening[self._starts[:-1][judged.lengths > 0]] = True
        self._near = self._weight_near(judged)

    def has(self, cue: Cue) -> Flags:
        """Which tokens have a cue, or one of several."""
        return (self._cues & np.uint32(cue)) > 0

    def before(self, flags: Flags) -> Flags:
        """Which tokens stand directly behind a flagged one of the same candidate."""
        moved = np.zeros_like(flags)
        moved[1:] = flags[:-1] & ~self._opening[1:]
        return moved

    def behind(self, flags: Flags) -> Flags:
        """Which tokens stand directly before a flagged one of the same candidate."""
        moved = np.zeros_like(flags)
        moved[:-1] = flags[1:] & ~self._opening[1:]
        return moved

    def names(self) -> Flags:
        """New words written large that are no countries, months or the like."""
        return (
            self.has(Cue.CAPITAL)
            & self.new
            & ~self.has(Cue.STOP | Cue.DATE)
            & ~(self._opening & ~self.has(Cue.GIVEN | Cue.NATION))
        )

    def persons(self) -> Flags:
        """Names with a given name or a title before them, and given names themselves."""
        names = self.names() & ~self.has(Cue.NATION)
        leading = self.has(Cue.PERSON) & ~self.has(Cue.STOP)
        return names & (self.has(Cue.GIVEN) | self.before(self.has(Cue.GIVEN) | leading))

    def places(self) -> Flags:
        """Countries and cities, and names beside a word that goes with places."""
        beside = self.before(self.has(Cue.PLACE)) | self.behind(self.has(Cue.PLACE))
        return self.names() & (self.has(Cue.NATION) | beside)

    def wanted(self, wanted: Wanted) -> tuple[Flags, Flags]:
        """Which tokens may be of a wanted type, and which are with more certainty."""
        names, new = self.names(), self.new
        numbers = self.has(Cue.NUMBER) & new & ~self.has(Cue.YEAR | Cue.ORDINAL)
        content = new & ~self.has(Cue.STOP)
        match wanted:
            case Wanted.PERSON:
                return names, self.persons()
            case Wanted.PLACE:
                return names, self.places()
            case Wanted.GROUP | Wanted.TITLE:
                return names, names & ~self.has(Cue.GIVEN)
            case Wanted.DATE:
                dates = self.has(Cue.DATE | Cue.MONTH) & new
                return dates, dates & self.has(Cue.YEAR | Cue.MONTH)
            case Wanted.NUMBER | Wanted.PERCENTAGE | Wanted.MONEY:
                units = self.has(Cue.UNIT | Cue.SHARE | Cue.MONEY)
                return numbers, numbers & self.behind(units | content)
            case Wanted.DURATION:
                spans = self.has(Cue.DURATION)
                return spans, spans & self.before(self.has(Cue.NUMBER | Cue.ARTICLE))
            case Wanted.REASON:
                return content, self.has(Cue.REASON) & new
            case Wanted.MANNER:
                return content, self.has(Cue.MANNER) & new
            case Wanted.DEFINITION:
                return content, self.before(self.has(Cue.COPULA)) & self.has(Cue.ARTICLE)
            case _:
                return content, content

    def any(self, flags: Flags) -> Floats:
        """Whether a candidate has a flagged token: (n,)."""
        return (self.count(flags) > 0).astype(float)

    def count(self, flags: Flags) -> Floats:
        """How many flagged tokens each candidate has: (n,)."""
        return np.bincount(self.rows[flags], minlength=self._n).astype(float)

    def best_near(self, flags: Flags) -> Floats:
        """The most of the question's weight that stands near a flagged token: (n,), 0 to 1."""
        best = np.zeros(self._n)
        np.maximum.at(best, self.rows[flags], self._near[flags])
        return best

    def _weight_near(self, judged: Judged) -> Floats:
        """The share of the question's weight within NEAR tokens of each token, at most 1."""
        weights = np.zeros(len(self._cues))
        places = self._starts[judged.matches.rows] + judged.matches.places
        weights[places] = judged.weights[judged.matches.columns] / judged.total
        sums = np.concatenate([[0.0], np.cumsum(weights)])
        here = np.arange(len(weights))
        first = np.maximum(here - NEAR, self._starts[:-1][self.rows])
        last = np.minimum(here + NEAR + 1, self._starts[1:][self.rows])
        return np.asarray(np.minimum(sums[last] - sums[first], 1.0), dtype=float)
