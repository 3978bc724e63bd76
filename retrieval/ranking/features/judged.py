"""One question matched against its candidates: which of its terms stands where in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.cues import Cue
from retrieval.question import Question
from retrieval.ranking.closeness import ITSELF, Floats
from retrieval.ranking.sketch import UNKNOWN, Sketches
from retrieval.records import Span
from retrieval.scripts import is_spelt

Flags = npt.NDArray[np.bool_]
UNDECIDED = 0.5  # the value of a share of nothing
AROUND = 4  # sentences
BEGINNING = 4  # characters that words of one family share at least


@dataclass(frozen=True, slots=True)
class Candidates:
    """n passages to be judged for a question with m distinct content terms.

    `meant`, `before`, `after`, `around` and `title` (n, m) tell how closely the nearest word for
    each term stands for it, 1 being the term itself and 0 none: in the sentence, in the
    neighbouring ones, in those up to AROUND away on either side, and in the document's title or
    the heading above. `places` (n,) count the passages before each one in its document, which has
    `lengths` (n,) passages.
    `masses` (n,) are the weights of each passage's distinct content terms, `norms` (n,) the
    Euclidean norms of the weights of all its distinct terms (see `masses_and_norms`).
    `spellings` maps other spellings of the question's terms to them.
    """

    sketches: Sketches
    meant: Floats
    before: Floats
    after: Floats
    around: Floats
    title: Floats
    places: Floats
    lengths: Floats
    masses: Floats
    norms: Floats
    spellings: Mapping[str, str]


def question_terms(question: Question) -> list[str]:
    """The distinct terms that a passage should share; all terms where there is no content."""
    tokens = question.content or question.terms
    return list(dict.fromkeys(token.term for token in tokens))


@dataclass(frozen=True, slots=True)
class Matches:
    """Where the question's terms stand in the candidates: one entry an occurrence, in order.

    `rows`, `columns` and `places` (n_occurrences,): candidate, term of the question, token.
    """

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    places: npt.NDArray[np.int64]


class Judged:
    """One question with its candidates, and what several features share.

    `weights` (m,) are the terms' idf, `counts` (n, m) their occurrences; `before`, `after`,
    `around` and `title` (n, m) whether they stand there themselves.
    `alike` (n, m) is how closely another word stands for each that does not occur, `meant` (n, m)
    the same with 1 where it does, `loosely` (n, m) with words of the same beginning as well,
    `lengths` (n,) are terms. Of each token of the candidates
    `new` (n_tokens,) tells whether the question lacks its term.
    """

    def __init__(
        self, question: Question, candidates: Candidates, idf: Callable[[str], float]
    ) -> None:
        """Find the question's terms in every candidate."""
        self.question = question
        self.candidates = candidates
        self.terms = question_terms(question)
        self.n, self.m = len(candidates.sketches), len(self.terms)
        self.weights = np.array([idf(term) for term in self.terms])
        self.total = float(self.weights.sum()) or 1.0
        self.matches = _matches(self.terms, candidates)
        places = self.matches.rows * self.m + self.matches.columns
        counts = np.bincount(places, minlength=self.n * self.m)
        self.counts = counts.reshape(self.n, self.m).astype(float)
        self.present = self.counts > 0
        surroundings = candidates.before, candidates.after, candidates.around, candidates.title
        self.before, self.after, self.around, self.title = (s == ITSELF for s in surroundings)
        self.near = self.before | self.after
        self.anywhere = self.present | self.near | self.title
        self.meant = candidates.meant
        self.alike = np.where(self.present, 0.0, self.meant)
        self.loosely = np.maximum(self.meant, _beginnings(self))
        self.lengths = np.diff(candidates.sketches.starts).astype(float)
        self.new = ~candidates.sketches.among([token.term for token in question.terms])

    def coverage(self, flags: Flags | Floats) -> Floats:
        """The share of the question's weight that is flagged: (n,), 0 to 1."""
        return np.asarray(flags @ self.weights / self.total)

    def opens_with(self, cue: Cue) -> Floats:
        """Which candidates' first word has a cue: (n,), 0 or 1."""
        sketches = self.candidates.sketches
        found = np.zeros(self.n)
        filled = self.lengths > 0
        found[filled] = has(sketches.cues[sketches.starts[:-1][filled]] & np.uint32(cue))
        return found

    def share(self, columns: list[int], flags: Flags | Floats) -> Floats:
        """The share of some terms that is flagged: (n,); UNDECIDED where there are none."""
        if not columns:
            return np.full(self.n, UNDECIDED)
        return np.asarray(np.add.reduce(flags[:, columns], axis=1, dtype=float) / len(columns))

    def columns_within(self, spans: Sequence[Span]) -> list[int]:
        """Which terms stand inside given spans of the question."""
        inside = {
            token.term
            for token in self.question.terms
            if any(span.start <= token.start < span.end for span in spans)
        }
        return [column for column, term in enumerate(self.terms) if term in inside]


def masses_and_norms(sketches: Sketches, weights: Floats) -> tuple[Floats, Floats]:
    """The weight of all distinct content terms of each text, and the Euclidean norm of the weights
    of all its distinct terms: (n,) each. `weights` are those of the vocabulary's terms, by number.
    """
    first, n = sketches.distinct(), len(sketches)
    rows, found = sketches.rows[first], weights[sketches.terms[first]]
    content = (sketches.cues[first] & np.uint32(Cue.STOP)) == 0
    masses = np.bincount(rows[content], weights=found[content], minlength=n)
    squares = np.bincount(rows, weights=found**2, minlength=n)
    return np.asarray(masses, dtype=float), np.sqrt(squares)


def _matches(terms: list[str], candidates: Candidates) -> Matches:
    columns = {term: column for column, term in enumerate(terms)}
    for spelling, term in candidates.spellings.items():
        columns.setdefault(spelling, columns[term])
    sketches = candidates.sketches
    held = np.full(len(sketches.terms), -1, dtype=np.int64)
    for term, column in columns.items():
        number = sketches.number(term)
        if number != UNKNOWN:
            held[sketches.terms == number] = column
    tokens = (held >= 0).nonzero()[0]
    rows = sketches.rows[tokens]
    return Matches(rows=rows, columns=held[tokens], places=tokens - sketches.starts[rows])


def _beginnings(judged: Judged) -> Floats:
    """How alike a term and the passage's nearest one that begins like it are: (n, m), 0 to 1."""
    alike = np.zeros((judged.n, judged.m))
    sketches = judged.candidates.sketches
    for column, term in enumerate(judged.terms):
        if len(term) < BEGINNING or not is_spelt(term):
            continue
        tokens = sketches.beginning(term[:BEGINNING])
        for row, number in zip(
            sketches.rows[tokens].tolist(), sketches.terms[tokens].tolist(), strict=True
        ):
            if not judged.present[row, column]:
                other = sketches.vocabulary[number]
                share = _shared(term, other) / max(len(term), len(other))
                alike[row, column] = max(alike[row, column], share)
    return alike


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def count(rows: npt.NDArray[np.int64], n: int) -> Floats:
    """How often each row number from 0 to n - 1 occurs: (n,)."""
    return np.bincount(rows, minlength=n).astype(float)


def has(counts: npt.NDArray[Any]) -> Floats:
    """1 where there is at least one, else 0."""
    return (counts > 0).astype(float)
