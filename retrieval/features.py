"""Named features of candidate passages for a question, computed for all candidates at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span
from retrieval.sketch import Cue, Sketch

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
UNDECIDED = 0.5  # the value of a share of nothing
TYPICAL_LENGTH = 22.0  # terms of a sentence, for the length norm
SATURATION = 1.2  # k1 of BM25
LENGTH_NORM = 0.75  # b of BM25


class Feature(NamedTuple):
    """A feature's name and what it measures, as people are told it."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """n passages to be judged for a question with m distinct content terms.

    `before`, `after` and `title` (n, m) tell which terms stand in the neighbouring sentences and
    in the document's title; `places` (n,) count the passages before each one in its document,
    which has `lengths` (n,) passages.
    """

    sketches: Sequence[Sketch]
    before: Flags
    after: Flags
    title: Flags
    places: Floats
    lengths: Floats


def question_terms(question: Question) -> list[str]:
    """The distinct terms that a passage should share; all terms where there is no content."""
    tokens = question.content or question.terms
    return list(dict.fromkeys(token.term for token in tokens))


@dataclass(frozen=True, slots=True)
class _Matches:
    """Where the question's terms stand in the candidates: one entry an occurrence, in order.

    `rows`, `columns` and `places` (n_occurrences,): candidate, term of the question, token.
    """

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]


class _Judged:
    """One question with its candidates, and what several features share."""

    def __init__(
        self, question: Question, candidates: Candidates, idf: Callable[[str], float]
    ) -> None:
        self.question = question
        self.candidates = candidates
        self.terms = question_terms(question)
        self.n, self.m = len(candidates.sketches), len(self.terms)
        self.weights = np.array([idf(term) for term in self.terms])
        self.total = float(self.weights.sum()) or 1.0
        self.matches = _matches(self.terms, candidates.sketches)
        self.counts = np.zeros((self.n, self.m))
        np.add.at(self.counts, (self.matches.rows, self.matches.columns), 1)
        self.present = self.counts > 0
        self.near = candidates.before | candidates.after
        self.anywhere = self.present | self.near | candidates.title
        self.lengths = np.array([len(sketch.terms) for sketch in candidates.sketches], float)
        self.masses = np.array([_mass(sketch, idf) for sketch in candidates.sketches])

    def coverage(self, flags: Flags | Floats) -> Floats:
        """The share of the question's weight that is flagged: (n,), 0 to 1."""
        return np.asarray(flags @ self.weights / self.total)

    def share(self, columns: list[int], flags: Flags | Floats) -> Floats:
        """The share of some terms that is flagged: (n,); UNDECIDED where there are none."""
        if not columns:
            return np.full(self.n, UNDECIDED)
        return np.asarray(flags[:, columns].mean(axis=1), dtype=float)

    def columns_within(self, spans: Sequence[Span]) -> list[int]:
        """Which terms stand inside given spans of the question."""
        inside = {
            token.term
            for token in self.question.terms
            if any(span.start <= token.start < span.end for span in spans)
        }
        return [column for column, term in enumerate(self.terms) if term in inside]


def _mass(sketch: Sketch, idf: Callable[[str], float]) -> float:
    """The weight of all distinct content terms of a passage."""
    stop = (sketch.cues & np.uint32(Cue.STOP)) > 0
    return sum(
        idf(term)
        for term in {t for t, stopped in zip(sketch.terms, stop.tolist(), strict=True) if not stopped}
    )


def _matches(terms: list[str], sketches: Sequence[Sketch]) -> _Matches:
    columns = {term: column for column, term in enumerate(terms)}
    found = [
        (row, columns[term], place)
        for row, sketch in enumerate(sketches)
        for place, term in enumerate(sketch.terms)
        if term in columns
    ]
    table = np.array(found, dtype=np.int64).reshape(-1, 3)
    return _Matches(rows=table[:, 0], columns=table[:, 1], places=table[:, 2])


def _coverage(judged: _Judged) -> dict[str, Floats]:
    """How much of the question the passage and its surroundings hold."""
    candidates, present = judged.candidates, judged.present
    fuzzy = np.maximum(present, _beginnings(judged))
    covered = judged.coverage(present)
    everywhere = judged.coverage(judged.anywhere)
    return {
        "covered": covered,
        "terms_covered": judged.share(list(range(judged.m)), present),
        "covered_with_title": judged.coverage(present | candidates.title),
        "covered_before": judged.coverage(candidates.before),
        "covered_after": judged.coverage(candidates.after),
        "covered_nearby": judged.coverage(present | judged.near),
        "covered_anywhere": everywhere,
        "covered_by_neighbours": judged.coverage(present | judged.near) - covered,
        "covered_title": judged.coverage(candidates.title),
        "weight": present @ judged.weights,
        "covered_loosely": judged.coverage(fuzzy),
        "loose_gain": judged.coverage(fuzzy) - covered,
        "saturated": _saturated(judged),
    }


def _beginnings(judged: _Judged) -> Floats:
    """How alike a term and the nearest one that begins like it are: (n, m), 0 to 1."""
    alike = np.zeros((judged.n, judged.m))
    for column, term in enumerate(judged.terms):
        if len(term) < 4 or not term.isalpha():
            continue
        stem = " " + term[: max(4, int(len(term) * 0.7))]
        for row, sketch in enumerate(judged.candidates.sketches):
            if not judged.present[row, column]:
                start = sketch.joined.find(stem)
                if start >= 0:
                    length = sketch.joined.index(" ", start + 1) - start - 1
                    alike[row, column] = (len(stem) - 1) / max(len(term), length)
    return alike


def _saturated(judged: _Judged) -> Floats:
    """BM25 (Robertson and Zaragoza 2009) over the best it could be, 0 to 1."""
    norm = SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * judged.lengths / TYPICAL_LENGTH)
    counts = judged.counts
    return judged.coverage(counts * (1 + SATURATION) / (counts + norm[:, None] + 1e-9))


def _missing(judged: _Judged) -> dict[str, Floats]:
    """What of the question is not there, and what is there that matters most."""
    weights = judged.weights
    top = float(weights.max()) if judged.m else 1.0
    titled = judged.present | judged.candidates.title
    none = np.zeros(judged.n)
    return {
        "heaviest_missing": (~judged.present * weights).max(axis=1) / top if judged.m else none,
        "heaviest_missing_with_title": (~titled * weights).max(axis=1) / top if judged.m else none,
        "heaviest_there": judged.present[:, weights.argmax()].astype(float) if judged.m else none,
    }


def _order(judged: _Judged) -> dict[str, Floats]:
    """Whether the terms stand together and in the question's order."""
    rows, columns, places = judged.matches.rows, judged.matches.columns, judged.matches.places
    pairs = max(judged.m - 1, 1)
    follows = (np.diff(rows) == 0) & (np.diff(columns) == 1)
    gaps = np.diff(places)
    distinct = judged.present.sum(axis=1)
    first = np.full(judged.n, np.inf)
    last = np.full(judged.n, -np.inf)
    np.minimum.at(first, rows, places)
    np.maximum.at(last, rows, places)
    reach = np.where(distinct > 0, last - first + 1, 1.0)
    return {
        "adjacent_pairs": _count(rows[1:][follows & (gaps == 1)], judged.n) / pairs,
        "close_pairs": _count(rows[1:][follows & (gaps <= 3)], judged.n) / pairs,
        "in_order": _count(rows[1:][(np.diff(rows) == 0) & (np.diff(columns) > 0)], judged.n) / pairs,
        "density": np.where(distinct > 1, distinct / reach, 0.3 * (distinct > 0)),
        "reach": np.where(distinct > 1, reach / np.maximum(judged.lengths, 1), 0.0),
    }


def _count(rows: npt.NDArray[np.int64], n: int) -> Floats:
    return np.bincount(rows, minlength=n).astype(float)


def _place(judged: _Judged) -> dict[str, Floats]:
    """Where in its document the passage stands; of a document of one passage nothing is told."""
    places, lengths = judged.candidates.places, judged.candidates.lengths
    several = lengths > 1
    return {
        "early": np.where(several, 1 / (1 + places), 0.0),
        "late": np.where(several, places / np.maximum(lengths - 1, 1), UNDECIDED),
        "first": (several & (places == 0)).astype(float),
    }


def _relative(values: dict[str, Floats]) -> dict[str, Floats]:
    """How far behind the best candidate, and ahead of the best other one."""
    result = {}
    for name in ("covered", "saturated", "covered_anywhere", "covered_loosely", "precision"):
        value = values[name]
        order = np.sort(value)[::-1]
        best = order[0]
        second = order[1] if len(order) > 1 else 0.0
        result[f"{name}_behind"] = value - best
        result[f"{name}_ahead"] = value - np.where(value == best, second, best)
    return result


def _form(judged: _Judged, cues: dict[Cue, Floats], new: dict[Cue, Floats]) -> dict[str, Floats]:
    """What the passage looks like, whatever is asked."""
    sketches = judged.candidates.sketches
    content = judged.lengths - cues[Cue.STOP]
    flags = np.array(
        [(s.quoted, s.bracketed, s.colon, s.asks, s.ended) for s in sketches], float
    ).reshape(judged.n, 5)
    opening = np.array([bool(len(s.cues) and s.cues[0] & Cue.PRONOUN) for s in sketches], float)
    return {
        "length": np.log1p(judged.lengths),
        "short": (judged.lengths < 6).astype(float),
        "precision": judged.coverage(judged.present) * judged.total / np.maximum(judged.masses, 1),
        "terms_precision": judged.present.sum(axis=1) / np.maximum(content, 1),
        "quoted": flags[:, 0],
        "bracketed": flags[:, 1],
        "colon": flags[:, 2],
        "asks": flags[:, 3],
        "ended": flags[:, 4],
        "opens_with_pronoun": opening,
        "no_capitals": (cues[Cue.CAPITAL] == 0).astype(float),
        "new_names": np.minimum(new[Cue.CAPITAL], 5),
        "new_numbers": np.minimum(new[Cue.NUMBER], 5),
        "new_dates": np.minimum(new[Cue.DATE], 4),
        **{f"has_{cue.name.lower()}": _has(cues[cue]) for cue in _TOLD if cue.name},
        "person_words": cues[Cue.PERSON],
        "place_words": cues[Cue.PLACE],
    }


_TOLD = (
    Cue.MONEY,
    Cue.SHARE,
    Cue.DURATION,
    Cue.UNIT,
    Cue.PERSON,
    Cue.PLACE,
    Cue.REASON,
    Cue.MEANING,
    Cue.MANNER,
)


def _has(counts: Floats) -> Floats:
    return (counts > 0).astype(float)


def _fit(
    judged: _Judged, cues: dict[Cue, Floats], new: dict[Cue, Floats], values: dict[str, Floats]
) -> dict[str, Floats]:
    """Whether the passage holds the type of thing that is wanted, beyond the question's words."""
    fit, closer = _FITS.get(judged.question.wanted, _anything)(cues, new, values)
    return {
        "fits": fit,
        "fits_closely": closer,
        "fits_and_covers": fit * values["covered"],
        "fits_and_covers_anywhere": fit * values["covered_anywhere"],
    }


_Fit = Callable[
    [dict[Cue, Floats], dict[Cue, Floats], dict[str, Floats]], tuple[Floats, Floats]
]


def _anything(
    cues: dict[Cue, Floats], _: dict[Cue, Floats], __: dict[str, Floats]
) -> tuple[Floats, Floats]:
    half = np.full(len(cues[Cue.STOP]), UNDECIDED)
    return half, half


_FITS: dict[Wanted, _Fit] = {
    Wanted.PERSON: lambda c, n, v: (_has(n[Cue.CAPITAL]), _has(c[Cue.PERSON])),
    Wanted.GROUP: lambda c, n, v: (_has(n[Cue.CAPITAL]), v["quoted"]),
    Wanted.TITLE: lambda c, n, v: (_has(n[Cue.CAPITAL]), v["quoted"]),
    Wanted.PLACE: lambda c, n, v: (_has(n[Cue.CAPITAL]), _has(c[Cue.PLACE])),
    Wanted.DATE: lambda c, n, v: (_has(n[Cue.DATE]), _has(n[Cue.YEAR])),
    Wanted.NUMBER: lambda c, n, v: (
        _has(n[Cue.NUMBER]),
        np.maximum(_has(c[Cue.UNIT]), _has(n[Cue.NUMBER] - 1)),
    ),
    Wanted.MONEY: lambda c, n, v: (_has(n[Cue.NUMBER]) * _has(c[Cue.MONEY]), _has(c[Cue.MONEY])),
    Wanted.PERCENTAGE: lambda c, n, v: (_has(c[Cue.SHARE]), _has(n[Cue.NUMBER])),
    Wanted.DURATION: lambda c, n, v: (
        _has(c[Cue.DURATION]) * _has(n[Cue.NUMBER]),
        _has(c[Cue.DURATION]),
    ),
    Wanted.REASON: lambda c, n, v: (_has(c[Cue.REASON]), _has(c[Cue.MANNER])),
    Wanted.DEFINITION: lambda c, n, v: (
        np.maximum(_has(c[Cue.MEANING]), _has(c[Cue.COPULA]) * _has(c[Cue.ARTICLE])),
        v["first"],
    ),
    Wanted.MANNER: lambda c, n, v: (_has(c[Cue.MANNER]), _has(c[Cue.REASON])),
}


def _named(judged: _Judged, loose: Floats) -> dict[str, Floats]:
    """Whether names, numbers, ordinals and the noun asked for are those of the question."""
    question = judged.question
    names = judged.columns_within([Span(m.start, m.end) for m in question.names])
    numbers = [column for column, term in enumerate(judged.terms) if term[0].isdigit()]
    others = [column for column in range(judged.m) if column not in names]
    focus = {token.term for token in question.focus}
    return {
        "names": judged.share(names, judged.present),
        "names_anywhere": judged.share(names, judged.anywhere),
        "numbers": judged.share(numbers, judged.present),
        "focus": judged.share([c for c, t in enumerate(judged.terms) if t in focus], judged.present),
        "other_words": judged.share(others, judged.present),
        "other_words_loosely": judged.share(others, loose),
        "other_ordinal": _ordinals(judged),
    }


def _ordinals(judged: _Judged) -> Floats:
    """-1 where an ordinal of the question stands in the passage, 1 where only others do, else 0."""
    asked = {f"{number}th" for number in judged.question.ordinals}
    result = np.zeros(judged.n)
    if asked:
        for row, sketch in enumerate(judged.candidates.sketches):
            found = {
                term
                for term, cue in zip(sketch.terms, sketch.cues, strict=True)
                if cue & Cue.ORDINAL
            }
            result[row] = -1.0 if found & asked else float(bool(found))
    return result


def _asked(judged: _Judged) -> dict[str, Floats]:
    """The question itself: alike for all its candidates, it tells how high the bar is."""
    question = judged.question
    return {
        **{f"wants_{w.value}": np.full(judged.n, float(question.wanted is w)) for w in Wanted},
        **{f"asks_{k.name.lower()}": np.full(judged.n, float(question.kind is k)) for k in Kind},
        "question_terms": np.full(judged.n, float(judged.m)),
        "question_weight": np.full(judged.n, judged.total),
        "candidates": np.full(judged.n, np.log1p(judged.n)),
    }


def _cues(judged: _Judged) -> tuple[dict[Cue, Floats], dict[Cue, Floats]]:
    """How many words of each candidate have a cue, and how many of those the question lacks."""
    known = {token.term for token in judged.question.terms}
    sketches = judged.candidates.sketches
    flat = np.concatenate([sketch.cues for sketch in sketches])
    fresh = np.array([term not in known for sketch in sketches for term in sketch.terms])
    opening = np.zeros(len(flat), dtype=bool)
    starts = np.concatenate([[0], np.cumsum(judged.lengths)[:-1]]).astype(np.int64)
    filled = judged.lengths > 0
    opening[starts[filled]] = True
    counts: dict[Cue, Floats] = {}
    new: dict[Cue, Floats] = {}
    rows = np.repeat(np.arange(judged.n), judged.lengths.astype(np.int64))
    for cue in Cue:
        has = (flat & np.uint32(cue)) > 0
        if cue is Cue.CAPITAL:
            has &= ~opening & ((flat & np.uint32(Cue.STOP)) == 0)
        counts[cue] = _count(rows[has], judged.n)
        new[cue] = _count(rows[has & fresh], judged.n)
    for cue, flags in ((Cue.MONEY, [s.money for s in sketches]), (Cue.SHARE, [s.percent for s in sketches])):
        counts[cue] = counts[cue] + np.array(flags, float)
    return counts, new


def features(
    question: Question, candidates: Candidates, *, idf: Callable[[str], float]
) -> dict[str, Floats]:
    """Every feature by name, each (n,); n must be at least 1."""
    judged = _Judged(question, candidates, idf)
    cues, new = _cues(judged)
    values = _coverage(judged)
    loose = np.maximum(judged.present, _beginnings(judged))
    values |= _missing(judged)
    values |= _order(judged)
    values |= _place(judged)
    values |= _form(judged, cues, new)
    values |= _relative(values)
    values |= _fit(judged, cues, new, values)
    values |= _named(judged, loose)
    values |= _asked(judged)
    return values
