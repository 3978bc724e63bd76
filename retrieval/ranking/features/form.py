"""What a passage looks like (length, digits, quotes), and whether it holds what is asked for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from retrieval.cues import Cue
from retrieval.marks import Mark
from retrieval.question import Wanted
from retrieval.ranking.closeness import Floats
from retrieval.ranking.features.judged import UNDECIDED, Judged, has

_CUES = tuple(Cue)
_BITS = np.array([int(cue) for cue in _CUES], dtype=np.uint32)
LEAST_CONTENT = 8  # content words that a passage counts as having, lest a heading seem precise
LEAST_MASS = 30.0  # their weight
BESIDE_MONTH = 2  # tokens from a month's name in which numbers are days or years


def cue_counts(judged: Judged) -> tuple[dict[Cue, Floats], dict[Cue, Floats]]:
    """How many words of each candidate have a cue, and how many of those the question lacks."""
    sketches = judged.candidates.sketches
    flat, starts = sketches.cues, sketches.starts[:-1]
    opening = np.zeros(len(flat), dtype=bool)
    filled = judged.lengths > 0
    opening[starts[filled]] = True
    flags = (flat & _BITS[:, None]) > 0
    capital, number = _CUES.index(Cue.CAPITAL), _CUES.index(Cue.NUMBER)
    flags[capital] &= ~opening & ~flags[_CUES.index(Cue.STOP)]
    flags[number] &= ~_dated(flat, sketches.rows)
    unsaid = flags & judged.new
    unsaid[capital, 1:] &= ~unsaid[capital, :-1]  # a name of several words counts once
    counts, new = _sums(flags, starts, filled), _sums(unsaid, starts, filled)
    counts[_CUES.index(Cue.MONEY)] += _marked(judged, Mark.MONEY)
    counts[_CUES.index(Cue.SHARE)] += _marked(judged, Mark.PERCENT)
    return dict(zip(_CUES, counts, strict=True)), dict(zip(_CUES, new, strict=True))


def _marked(judged: Judged, mark: Mark) -> Floats:
    """Which candidates have a mark: (n,), 0 or 1."""
    return has(judged.candidates.sketches.marks & int(mark))


def _sums(
    flags: npt.NDArray[np.bool_], starts: npt.NDArray[np.int64], filled: npt.NDArray[np.bool_]
) -> Floats:
    """How many tokens of each candidate carry each flag: (n_flags, n)."""
    sums = np.zeros((len(flags), len(starts)))
    if filled.any():
        sums[:, filled] = np.add.reduceat(flags, starts[filled], axis=1, dtype=np.int64)
    return sums


def _dated(flat: npt.NDArray[np.uint32], rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which tokens count nothing: years, ordinals, and what stands beside a month."""
    months = (flat & np.uint32(Cue.MONTH)) > 0
    beside = (flat & np.uint32(Cue.YEAR | Cue.ORDINAL)) > 0
    for gap in range(1, BESIDE_MONTH + 1):
        same = rows[gap:] == rows[:-gap]
        beside[gap:] |= months[:-gap] & same
        beside[:-gap] |= months[gap:] & same
    return beside


def form(judged: Judged, cues: dict[Cue, Floats], new: dict[Cue, Floats]) -> dict[str, Floats]:
    """What the passage looks like, whatever is asked."""
    content = judged.lengths - cues[Cue.STOP]
    return {
        "length": np.log1p(judged.lengths),
        "short": (judged.lengths < 6).astype(float),
        "precision": judged.coverage(judged.present)
        * judged.total
        / np.maximum(judged.candidates.masses, LEAST_MASS),
        "terms_precision": judged.present.sum(axis=1) / np.maximum(content, LEAST_CONTENT),
        **{mark.name.lower(): _marked(judged, mark) for mark in _SHOWN if mark.name},
        "opens_with_pronoun": judged.opens_with(Cue.PRONOUN),
        "no_capitals": (cues[Cue.CAPITAL] == 0).astype(float),
        "new_names": np.minimum(new[Cue.CAPITAL], 5),
        "new_numbers": np.minimum(new[Cue.NUMBER], 5),
        "new_dates": np.minimum(new[Cue.DATE], 4),
        **{name: has(cues[cue]) for name, cue in _TOLD.items()},
        "person_words": cues[Cue.PERSON],
        "place_words": cues[Cue.PLACE],
    }


_SHOWN = (Mark.QUOTED, Mark.BRACKETED, Mark.COLON, Mark.ASKS, Mark.ENDED)
_TOLD = {
    "has_money": Cue.MONEY,
    "has_share": Cue.SHARE,
    "has_duration": Cue.DURATION,
    "has_unit": Cue.UNIT,
    "has_person": Cue.PERSON,
    "has_place": Cue.PLACE,
    "has_reason": Cue.REASON,
    "has_meaning": Cue.MEANING,
    "has_manner": Cue.MANNER,
}


def fit(
    judged: Judged, cues: dict[Cue, Floats], new: dict[Cue, Floats], values: dict[str, Floats]
) -> dict[str, Floats]:
    """Whether the passage holds the type of thing that is wanted, beyond the question's words."""
    fit, closer = _FITS.get(judged.question.wanted, _anything)(cues, new, values)
    return {
        "fits": fit,
        "fits_closely": closer,
        "fits_and_covers": fit * values["covered"],
        "fits_and_covers_anywhere": fit * values["covered_anywhere"],
    }


_Fit = Callable[[dict[Cue, Floats], dict[Cue, Floats], dict[str, Floats]], tuple[Floats, Floats]]


def _anything(
    cues: dict[Cue, Floats], _: dict[Cue, Floats], __: dict[str, Floats]
) -> tuple[Floats, Floats]:
    half = np.full(len(cues[Cue.STOP]), UNDECIDED)
    return half, half


_FITS: dict[Wanted, _Fit] = {
    Wanted.PERSON: lambda c, n, v: (has(n[Cue.CAPITAL]), has(c[Cue.PERSON])),
    Wanted.GROUP: lambda c, n, v: (has(n[Cue.CAPITAL]), v["quoted"]),
    Wanted.TITLE: lambda c, n, v: (has(n[Cue.CAPITAL]), v["quoted"]),
    Wanted.PLACE: lambda c, n, v: (has(n[Cue.CAPITAL]), has(c[Cue.PLACE])),
    Wanted.DATE: lambda c, n, v: (has(n[Cue.DATE]), has(n[Cue.YEAR])),
    Wanted.NUMBER: lambda c, n, v: (
        has(n[Cue.NUMBER]),
        np.maximum(has(c[Cue.UNIT]), has(n[Cue.NUMBER] - 1)),
    ),
    Wanted.MONEY: lambda c, n, v: (has(n[Cue.NUMBER]) * has(c[Cue.MONEY]), has(c[Cue.MONEY])),
    Wanted.PERCENTAGE: lambda c, n, v: (has(c[Cue.SHARE]), has(n[Cue.NUMBER])),
    Wanted.DURATION: lambda c, n, v: (
        has(c[Cue.DURATION] + c[Cue.UNIT]) * has(n[Cue.NUMBER]),
        has(c[Cue.DURATION] + c[Cue.UNIT]),
    ),
    Wanted.REASON: lambda c, n, v: (has(c[Cue.REASON]), has(c[Cue.MANNER])),
    Wanted.DEFINITION: lambda c, n, v: (
        np.maximum(has(c[Cue.MEANING]), has(c[Cue.COPULA]) * has(c[Cue.ARTICLE])),
        v["first"],
    ),
    Wanted.MANNER: lambda c, n, v: (has(c[Cue.MANNER]), has(c[Cue.REASON])),
}
