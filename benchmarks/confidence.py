"""Whether confidence means the same in a collection of five documents and in one of fifty thousand.

    python -m benchmarks.confidence PARAGRAPHS.jsonl SENTENCES.txt[.xz] [--size N…] [--json]

Half of the paragraphs are left out and as many sentences added, each a document of its own, as make
the collection N documents; for N = 5 it holds three paragraphs of the article asked about and two
others. Every question is asked: how well confidence tells answerable ones (AUROC), how many are
answered and refused at the shipped thresholds, and how far confidence is from the truth on average
(calibration error, 0 to 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.report import Figures, Rows, arguments, run, show
from benchmarks.speed import sentences_of
from bot.follow_up.choosing import HITS
from bot.phrasing import load_phrases
from bot.replying.considering import consider
from bot.replying.verdict import sure_of
from bot.settings import load_settings
from retrieval.building import retriever_of
from retrieval.evaluation.datasets import read_paragraphs
from retrieval.evaluation.incomplete import Incomplete, among, incomplete_collections
from retrieval.evaluation.measures import auroc, calibration_error
from retrieval.question import parse_question
from retrieval.ranking.ranker import SALIENT

SIZES = (5, 120, 5_000, 50_000)
SMALL, LARGE = "five paragraphs", "half of the paragraphs out"


def told(collection: Incomplete) -> Iterator[tuple[float, bool]]:
    """How sure the reply to each question is and whether the collection answers it."""
    retriever = retriever_of(collection.passages)
    settings = load_settings(environment={})
    phrases = load_phrases(settings.phrases.folder)[SALIENT]
    for _, text, answered in collection.questions:
        found = retriever.search(parse_question(text), k=HITS)
        certainty = settings.answers.short
        considered = consider(found, retriever, phrases=phrases, certainty=certainty)
        yield sure_of(considered), answered


def measure(pairs: Sequence[tuple[float, bool]], least: float) -> Figures:
    """The figures of confidences at or above `least` taken as answers."""
    sure = np.array([value for value, _ in pairs])
    true = np.array([answered for _, answered in pairs])
    return {
        "AUROC": auroc(sure.tolist(), true.tolist()),
        "answered": float((sure[true] >= least).mean()),
        "refused": float((sure[~true] < least).mean()),
        "calibration error": calibration_error(sure.tolist(), true.tolist()),
        "questions": float(len(pairs)),
    }


def main(argv: Sequence[str]) -> None:
    """Measure every size."""
    parser = arguments("Confidence in small and large collections.", paths="FILE")
    parser.add_argument("--size", nargs="+", type=int, default=SIZES, help="documents")
    given = parser.parse_args(argv)
    if len(given.paths) != 2:
        parser.error("name a file of paragraphs and one of sentences")
    found = list(incomplete_collections(read_paragraphs(given.paths[0])))
    least = load_settings(environment={}).answers.tentative
    rows: Rows = {}
    for size in given.size:
        kind = SMALL if size <= 5 else LARGE
        chosen = [collection for collection in found if collection.kind == kind]
        pairs = []
        for collection in chosen if size <= 5 else chosen[:1]:
            own = sum(np.diff(collection.passages.firsts) > 0)
            more = _sentences(given.paths[1], size - int(own))
            pairs += list(told(among(collection, more) if more else collection))
        rows[f"{size:,} documents"] = measure(pairs, least)
    show({given.paths[0].stem: rows}, as_json=given.json)


def _sentences(file: Path, count: int) -> list[str]:
    return sentences_of(file, count) if count > 0 else []


if __name__ == "__main__":
    run(main)
