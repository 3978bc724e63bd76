"""Pictures of an evaluation: how far confidence can be trusted, and where the thresholds lie."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bot.cli.examples import Outcome
from bot.errors import PlotError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BINS = 10
MISSING = "Plots need matplotlib: install Quoth with its extra, pip install 'quoth[plot]'."


def needed() -> None:
    """Raise PlotError with what to install where matplotlib is missing."""
    if importlib.util.find_spec("matplotlib") is None:
        raise PlotError(MISSING)


def draw(outcomes: Sequence[Outcome], file: Path, *, found: float, tentative: float) -> None:
    """Write a picture of two panels to `file`, in the format of its suffix.

    Left, the share answered rightly against the confidence; right, how many questions of each
    confidence were answered rightly, wrongly, or can't be answered, with both thresholds.
    Raises PlotError where the picture can't be written.
    """
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4.2), layout="constrained")
    confidences = np.array([outcome.confidence for outcome in outcomes])
    rightly = np.array([bool(outcome.right) for outcome in outcomes])
    answerable = np.array([outcome.answerable for outcome in outcomes])
    _draw_trust(left, confidences, rightly)
    groups = [confidences[rightly], confidences[answerable & ~rightly], confidences[~answerable]]
    labels = ["right", "wrong", "not in the documents"]
    right.hist(groups, bins=BINS, range=(0, 1), stacked=True, label=labels)
    right.axvline(tentative, color="0.4", linestyle=":", label=f"tentative from {tentative:g}")
    right.axvline(found, color="0.1", linestyle="--", label=f"found from {found:g}")
    right.set(xlabel="confidence", ylabel="questions", xlim=(0, 1))
    right.legend()
    try:
        figure.savefig(file)
    except (OSError, ValueError) as error:
        raise PlotError(f"{file}: the plot can't be written: {error}.") from None
    finally:
        pyplot.close(figure)


def _draw_trust(
    axes: Axes, confidences: npt.NDArray[np.float64], rightly: npt.NDArray[np.bool_]
) -> None:
    """Draw the share answered rightly against the mean confidence, bin by bin; both are (n,)."""
    places = np.minimum((confidences * BINS).astype(int), BINS - 1)
    filled = [b for b in range(BINS) if (places == b).any()]
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--")
    axes.plot(
        [confidences[places == b].mean() for b in filled],
        [rightly[places == b].mean() for b in filled],
        marker="o",
    )
    axes.set(xlabel="confidence", ylabel="answered rightly", xlim=(0, 1), ylim=(0, 1))
