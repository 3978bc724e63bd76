"""Where a passage holds the type of thing asked for, and how much of the question is near."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from retrieval.cues import Cue
from retrieval.question import Wanted
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.judged import Flags, Judged

Cues = npt.NDArray[np.uint32]
NEAR = 7  # tokens on either side


def typed(judged: Judged) -> dict[str, Floats]:
    """Whether something new of the wanted type is there, and how much of the question is near."""
    tokens = _Tokens(judged)
    likely, certain = _WANTED.get(judged.question.wanted, _anything)(tokens)
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
        self._n = judged.n
        self._cues: Cues = sketches.cues
        self.rows, self.new = sketches.rows, judged.new
        self._starts = sketches.starts
        self._opening = np.zeros(len(self._cues), dtype=bool)
        self._opening[self._starts[:-1][judged.lengths > 0]] = True
        self._near = self._weight_near(judged)
        self._names = self._named()

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
        return self._names

    def _named(self) -> Flags:
        return (
            self.has(Cue.CAPITAL)
            & self.new
            & ~self.has(Cue.STOP | Cue.DATE)
            & ~(self._opening & ~self.has(Cue.GIVEN | Cue.NATION))
        )

    def persons(self) -> Flags:
        """Given names, names behind one or behind a title, two names in a row."""
        names = self.names() & ~self.has(Cue.NATION | Cue.GROUP | Cue.PLACE)
        leading = self.has(Cue.PERSON) & ~self.has(Cue.STOP)
        follows = self.before(self.has(Cue.GIVEN) | leading) | self.before(names)
        return names & (self.has(Cue.GIVEN) | follows | self.behind(names))

    def places(self) -> Flags:
        """Countries and cities, and names beside a word that goes with places."""
        place = self.has(Cue.PLACE)
        beside = self.before(place) | self.behind(place & ~self.has(Cue.STOP))
        return self.names() & (self.has(Cue.NATION) | beside)

    def numbers(self) -> tuple[Flags, Flags]:
        """New numbers that are no years, and those of them that count or measure something."""
        found = self.has(Cue.NUMBER) & self.new & ~self.has(Cue.YEAR | Cue.ORDINAL)
        units = self.has(Cue.UNIT | Cue.SHARE | Cue.MONEY) | self.content()
        return found, found & self.behind(units)

    def groups(self) -> Flags:
        """Names that hold or stand beside a word that goes with groups."""
        group = self.has(Cue.GROUP)
        return self.names() & (group | self.before(group) | self.behind(group))

    def dates(self, cue: Cue) -> Flags:
        """New words of dates with a cue."""
        return self.has(cue) & self.new

    def content(self) -> Flags:
        """New words that are no stop words."""
        return self.new & ~self.has(Cue.STOP)

    def durations(self) -> tuple[Flags, Flags]:
        """Words for spans of time or length ("how long"), and those of them behind a number."""
        spans = self.has(Cue.DURATION | Cue.UNIT)
        return spans, spans & self.before(self.has(Cue.NUMBER | Cue.ARTICLE))

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


def _anything(tokens: _Tokens) -> tuple[Flags, Flags]:
    content = tokens.content()
    return content, content


_WANTED: dict[Wanted, Callable[[_Tokens], tuple[Flags, Flags]]] = {
    Wanted.PERSON: lambda t: (t.names(), t.persons()),
    Wanted.PLACE: lambda t: (t.names(), t.places()),
    Wanted.GROUP: lambda t: (t.names(), t.groups()),
    Wanted.TITLE: lambda t: (t.names(), t.names() & ~t.has(Cue.GIVEN | Cue.NATION)),
    Wanted.DATE: lambda t: (t.dates(Cue.DATE), t.dates(Cue.YEAR | Cue.MONTH)),
    Wanted.NUMBER: _Tokens.numbers,
    Wanted.PERCENTAGE: _Tokens.numbers,
    Wanted.MONEY: _Tokens.numbers,
    Wanted.DURATION: _Tokens.durations,
    Wanted.REASON: lambda t: (t.content(), t.has(Cue.REASON) & t.new),
    Wanted.MANNER: lambda t: (t.content(), t.has(Cue.MANNER) & t.new),
    Wanted.DEFINITION: lambda t: (t.content(), t.before(t.has(Cue.COPULA)) & t.has(Cue.ARTICLE)),
}
"""For each wanted type which tokens may be of it, and which are with more certainty."""
