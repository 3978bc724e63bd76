"""How long a person waits: the first answer of a new process, and the next ones.

    python -m benchmarks.first_answer FILE [--documents DIR] [--json]

FILE holds questions as `quoth ask --batch` takes them. The first answer is `quoth ask` as a whole
process, without and with a saved index; the others are the replies of one process, from message to
finished answer.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.report import run, show


def main(argv: Sequence[str]) -> None:
    """Measure with one file of questions."""
    parser = argparse.ArgumentParser(description="How long a person waits.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--documents", metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    chosen = ["--documents", given.documents] if given.documents else []
    with given.file.open(encoding="utf-8") as lines:
        question = json.loads(next(lines))["question"]
    with tempfile.TemporaryDirectory() as cache:
        first = _seconds(["ask", question, *chosen], cache)
        again = float(np.median([_seconds(["ask", question, *chosen], cache) for _ in range(5)]))
        told = _run(["ask", "--batch", str(given.file), *chosen], cache).splitlines()
    spent = [json.loads(line)["milliseconds"] for line in told]
    figures = {
        "first ever s": first,
        "first of a process s": again,
        "reply p50 ms": float(np.median(spent)),
        "reply p95 ms": float(np.percentile(spent, 95)),
        "replies": float(len(spent)),
    }
    show({"waiting": {"Quoth": figures}}, as_json=given.json)


def _seconds(arguments: list[str], cache: str) -> float:
    start = time.perf_counter()
    _run(arguments, cache)
    return time.perf_counter() - start


def _run(arguments: list[str], cache: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": cache},
    )
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    run(main)
