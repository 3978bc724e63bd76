"""Build, size, first answer, searches, memory and changes, beside other libraries in the same run.

    python -m benchmarks.speed FILE [--sentences N …] [--questions Q] [--peers] [--memory BYTES]
                                    [--plot SVG]

FILE holds one sentence a line (.xz is read too); N of them are taken evenly. Questions are words
taken from sentences in their order, stop words included, seeded. Each system builds, and each is
opened and asked, in a process of its own. Times are CPU time, of one thread but for Quoth's build,
which counts all its processes; `wall` is what a clock shows. "first" is all CPU time of a process
from its start to its first answer, the median of five, with our modules compiled as those of an
installed package are; "reload" is the median of five such processes up to 10,000 sentences.
Machines are noisy: compare columns, not runs.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import lzma
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.alone import alone, memory_of, spent
from benchmarks.engines import ENGINES, NEW, changed_place, installed, rebuilder
from benchmarks.report import Figures, Rows, run, show

Item = TypeVar("Item")
ROOT = Path(__file__).parent.parent
TOP = 10
STARTS = 5  # new processes of which each answers one question, or takes in one change
SMALL = 10_000  # sentences
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")


def sentences_of(file: Path, count: int) -> list[str]:
    """`count` sentences of a file, spread evenly over it."""
    opened = lzma.open if file.suffix == ".xz" else open
    with opened(file, "rt", encoding="utf-8") as stream:
        lines = [line.strip() for line in stream if line.strip()]
    step = max(1.0, len(lines) / count)
    return [lines[int(number * step)] for number in range(min(count, len(lines)))]


def questions_of(sentences: Sequence[str], count: int) -> list[str]:
    """Questions of four to eight words of a sentence, in their order."""
    random = np.random.default_rng(11)
    found: list[str] = []
    while len(found) < count:
        words = sentences[int(random.integers(len(sentences)))].split()
        if len(words) >= 8:
            length = int(random.integers(4, 9))
            kept = sorted(random.permutation(len(words))[:length].tolist())
            found.append(" ".join(words[place] for place in kept))
    return found


def built(name: str, file: Path, count: int, folder: Path, memory: int) -> Figures:
    """Build time, memory and size on disk; `memory` is what Quoth is allowed, in bytes."""
    sentences = sentences_of(file, count)
    start, wall = spent(), time.perf_counter()
    if name == "Quoth":
        from benchmarks.archive import build

        build(sentences, folder, memory=memory)
    else:
        ENGINES[name].build(sentences, folder)
    return {
        "build s": spent() - start,
        "wall s": time.perf_counter() - wall,
        "building MB": memory_of("VmHWM"),
        "disk MB": sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6,
    }


def first(name: str, question: str, folder: Path) -> Figures:
    """The first answer of a process."""
    _searching(name, folder)(question)
    return {"first s": time.process_time()}


def asked(name: str, questions: Sequence[str], folder: Path) -> Figures:
    """The answers of a process that has answered before."""
    search = _searching(name, folder)
    search(questions[0])
    return _times(questions, search) | {"serving MB": memory_of("VmRSS")}


def _searching(name: str, folder: Path) -> Callable[[str], object]:
    """What finds the best sentences of a question in an index that is opened for it."""
    if name == "Quoth":
        from benchmarks.searched import searcher

        return searcher(folder, TOP)
    engine = ENGINES[name](folder)
    return lambda question: engine.best(question, TOP)


def replied(questions: Sequence[str], folder: Path) -> Figures:
    """Whole replies of Quoth, from message to finished answer."""
    from benchmarks.archive import replier

    told = _times(questions, replier(folder))
    figures = {f"reply {column}": told[column] for column in ("p50 ms", "p99 ms")}
    return figures | {"replying MB": memory_of("VmRSS")}


def ranked(questions: Sequence[str], folder: Path) -> Figures:
    """Quoth's ranking of the 50 best candidates of each question, most of them not read before."""
    from benchmarks.ranked import candidates_of, ranking_of
    from retrieval.storage import open_saved

    retriever = open_saved(folder, folder).retriever
    given = [candidates_of(retriever, question) for question in questions]
    told = _times(given, ranking_of(retriever))
    return {f"rank 50 {column}": told[column] for column in ("p50 ms", "p99 ms")}


def changed(name: str, file: Path, count: int, folder: Path) -> Figures:
    """How long a process that answers takes until it answers again after one sentence of a document
    of 200 has made way for another, and until it answers from what is saved.

    Quoth takes in the changed document, answers from that, and then saves it so that a loss of
    power can't undo it; a library builds all anew, saves it in its way and answers from there.
    """
    if name == "Quoth":
        from benchmarks.archive import changer

        change, keep = changer(folder)
    else:
        sentences = sentences_of(file, count)
        sentences[changed_place(len(sentences))] = NEW
        change, keep = rebuilder(ENGINES[name], sentences, folder), lambda: None
    start, wall = time.process_time(), time.perf_counter()
    change()
    figures = {
        "reload s": time.process_time() - start,
        "reload wall s": time.perf_counter() - wall,
    }
    keep()
    return figures | {"saved s": time.process_time() - start}


def _times(items: Sequence[Item], search: Callable[[Item], object]) -> Figures:
    """Milliseconds of CPU time at the median and the 99th percentile.

    The first tenth of the items is a warm-up and not counted, since a reply that is asked for again
    costs next to nothing.
    """
    warm = len(items) // 10
    for item in items[:warm]:
        search(item)
    gc.collect()
    taken = []
    for item in items[warm:]:
        start = time.process_time()
        search(item)
        taken.append(1000 * (time.process_time() - start))
    return {
        "p50 ms": float(np.median(taken)),
        "p99 ms": float(np.percentile(taken, 99)),
        "queries/s": 1000 / float(np.mean(taken)),
    }


def measured(file: Path, count: int, *, questions: int, peers: bool, memory: int) -> Rows:
    """All figures at one size, a row a system."""
    drawn = questions_of(sentences_of(file, count), questions)
    rows: Rows = {}
    for name in ["Quoth", *(installed(count) if peers else ())]:
        with tempfile.TemporaryDirectory() as kept:
            folder = Path(kept)
            rows[name] = alone(built, name, file, count, folder, memory)
            starts = [alone(first, name, drawn[0], folder)["first s"] for _ in range(STARTS)]
            rows[name]["first s"] = float(np.median(starts))
            rows[name] |= alone(asked, name, drawn, folder)
            if name == "Quoth":
                for work in (ranked, replied):
                    rows[name] |= alone(work, drawn, folder)
            rows[name] |= _changes(name, file, count, folder)
    return rows


def _changes(name: str, file: Path, count: int, folder: Path) -> Figures:
    """The figures of a change; of a small collection the medians of five."""
    found = []
    for _ in range(STARTS if count <= SMALL else 1):
        with tempfile.TemporaryDirectory() as kept:
            copied = shutil.copytree(folder, Path(kept) / "index")
            found.append(alone(changed, name, file, count, copied))
    return {figure: float(np.median([own[figure] for own in found])) for figure in found[0]}


def main(argv: Sequence[str]) -> None:
    """Measure at some sizes."""
    parser = argparse.ArgumentParser(description="Time and memory of searches.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--sentences", type=int, nargs="+", default=[10_000], metavar="N")
    parser.add_argument("--questions", type=int, default=400, metavar="Q")
    parser.add_argument("--peers", action="store_true", help="run other libraries beside it")
    parser.add_argument(
        "--memory", type=int, default=600_000_000, metavar="B", help="bytes Quoth may build with"
    )
    parser.add_argument("--plot", type=Path, metavar="SVG", help="draw cost against size")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    os.environ |= dict.fromkeys(THREADS, "1")
    for package in ("benchmarks", "bot", "retrieval"):
        compileall.compile_dir(ROOT / package, quiet=1)
    found = {
        count: measured(
            given.file,
            count,
            questions=given.questions,
            peers=given.peers,
            memory=given.memory,
        )
        for count in given.sentences
    }
    show({f"{count:,} sentences": rows for count, rows in found.items()}, as_json=given.json)
    if given.plot:
        from benchmarks.plot import draw

        draw(found, given.plot)


if __name__ == "__main__":
    run(main)
