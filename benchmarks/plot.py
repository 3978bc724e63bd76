"""Cost against size, for `benchmarks.speed`; needs the extra `plot`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.report import Rows

DRAWN = ("p50 ms", "p99 ms", "build s", "disk MB")


def draw(found: Mapping[int, Rows], file: Path) -> None:
    """One picture a column: a line a system, both axes logarithmic."""
    try:
        import matplotlib as mpl
    except ImportError:
        sys.exit('--plot needs matplotlib: pip install ".[plot]"')
    mpl.use("svg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 2, figsize=(11, 8), layout="constrained")
    names = list(dict.fromkeys(name for rows in found.values() for name in rows))
    for column, axis in zip(DRAWN, axes.flat, strict=True):
        for name in names:
            sizes = [size for size, rows in found.items() if column in rows.get(name, {})]
            values = [found[size][name][column] for size in sizes]
            axis.loglog(sizes, values, marker="o", label=name, lw=2.5 if name == "Quoth" else 1)
        axis.set_title(column)
        axis.set_xlabel("sentences")
        axis.grid(visible=True, which="major", alpha=0.3)
    axes.flat[0].legend(fontsize="small")
    figure.savefig(file)
