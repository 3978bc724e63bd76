"""Build, size, first answer, time and memory of searches, beside peers in the same run.

    python -m benchmarks.speed FILE --sentences N [--questions Q] [--peers] [--json]

FILE holds one sentence a line (.xz is read too); N of them are taken evenly. Questions are words
taken from sentences in their order, stop words included, seeded. Times are CPU time of one thread;
each system runs in a process of its own. Machines are noisy: compare columns, not runs.
"""

from __future__ import annotations

import argparse
import gc
import lzma
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.peers import installed
from benchmarks.report import Figures, Rows, run, show

Item = TypeVar("Item")
TOP = 10
MOST_FOR_SLOW_PEERS = 20_000  # sentences
NEURAL = "all-MiniLM-L6-v2"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


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


def quoth(sentences: Sequence[str], questions: Sequence[str], folder: str) -> Figures:
    """The retriever as shipped: built, saved, opened in place, searched, and the whole ranking."""
    from retrieval.building import retriever_of
    from retrieval.collection import Collection
    from retrieval.openings import document_of
    from retrieval.passages import tabulate
    from retrieval.question import parse_question
    from retrieval.records import Span
    from retrieval.storage import open_saved, save

    start = time.process_time()
    text = "\n".join(sentences)
    ends = np.cumsum([len(sentence) + 1 for sentence in sentences]).tolist()
    spans = [
        Span(end - 1 - len(sentence), end - 1)
        for sentence, end in zip(sentences, ends, strict=True)
    ]
    document = document_of(text, name="sentences.txt", title="")
    built = retriever_of(tabulate([document], [spans]))
    figures = {"build s": time.process_time() - start, "building MB": _peak()}
    collection = Collection(Path(folder), (document,), (), "speed")
    save(collection, built, Path(folder))
    figures["disk MB"] = _size(Path(folder))
    start = time.perf_counter()
    retriever = open_saved(Path(folder), Path(folder)).retriever
    parsed = [parse_question(question) for question in questions]
    retriever.search(parsed[0])
    figures["open, first ms"] = 1000 * (time.perf_counter() - start)
    weights = [
        retriever.index.weights(dict.fromkeys(token.term for token in question.terms))
        for question in parsed
    ]
    figures |= _times(weights, lambda asked: retriever.index.search(asked, TOP))
    whole = _times(parsed, lambda asked: retriever.search(asked, k=TOP))
    return figures | {f"ranked, {name}": value for name, value in whole.items() if "s" in name}


def peer(name: str, sentences: Sequence[str], questions: Sequence[str]) -> Figures:
    """A peer: built and searched for the ten best."""
    make = dict(installed())[name]
    start = time.process_time()
    built = make(sentences)
    figures = {"build s": time.process_time() - start, "building MB": _peak()}
    return figures | _times(questions, lambda question: built.best(question, TOP))


def _times(items: Sequence[Item], search: Callable[[Item], object]) -> Figures:
    """Milliseconds of CPU time at the median and the 99th percentile, after a warm-up."""
    for item in items[:20]:
        search(item)
    gc.collect()
    spent = []
    for item in items:
        start = time.process_time()
        search(item)
        spent.append(1000 * (time.process_time() - start))
    return {
        "p50 ms": float(np.median(spent)),
        "p99 ms": float(np.percentile(spent, 99)),
        "queries/s": 1000 / float(np.mean(spent)),
    }


def _peak() -> float:
    """The most memory this process has had, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells here includes the parent's
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _alone(work: Callable[..., Figures], *arguments: object) -> Figures:
    """The figures of some work in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def main(argv: Sequence[str]) -> None:
    """Measure at one size."""
    parser = argparse.ArgumentParser(description="Time and memory of searches.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--sentences", type=int, default=10_000, metavar="N")
    parser.add_argument("--questions", type=int, default=200, metavar="Q")
    parser.add_argument("--peers", action="store_true", help="run today's tools beside it")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    os.environ |= dict.fromkeys(THREADS, "1")
    sentences = sentences_of(given.file, given.sentences)
    questions = questions_of(sentences, given.questions)
    rows: Rows = {}
    with tempfile.TemporaryDirectory() as folder:
        rows["Quoth"] = _alone(quoth, sentences, questions, folder)
    for name, _ in installed() if given.peers else ():
        if name == NEURAL and len(sentences) > MOST_FOR_SLOW_PEERS:
            print(f"{name} is left out above {MOST_FOR_SLOW_PEERS:,} sentences.", file=sys.stderr)
            continue
        rows[name] = _alone(peer, name, sentences, questions)
    show({f"{len(sentences):,} sentences": rows}, as_json=given.json)


if __name__ == "__main__":
    run(main)
