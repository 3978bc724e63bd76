"""Rank each question's candidate sentences: MAP, MRR, accuracy at 1.

    python -m benchmarks.selection FILE… [--shuffled] [--peers] [--json]

Term weights come from the pooled distinct candidates of the file; ties are broken by a seeded
shuffle, never by the order of the file. `--shuffled` hides the order of the candidates everywhere
and is printed beside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.peers import installed
from benchmarks.report import Figures, Rows, arguments, run, show
from retrieval.building import retriever_of
from retrieval.evaluation.datasets import Selection, read_selection
from retrieval.evaluation.measures import average_precision, reciprocal_rank
from retrieval.evaluation.paragraphs import document_of
from retrieval.passages import tabulate
from retrieval.question import parse_question
from retrieval.records import Span

Floats = npt.NDArray[np.float64]
Scorer = Callable[[Selection], Floats]


def measure(questions: Sequence[Selection], score: Scorer) -> Figures:
    """The measures of a scorer over all questions."""
    random = np.random.default_rng(0)
    precisions, ranks, first = [], [], []
    for asked in questions:
        shuffled = random.permutation(len(asked.candidates))
        order = shuffled[np.argsort(-score(asked)[shuffled], kind="stable")]
        labels = np.array(asked.labels)[order]
        precisions.append(average_precision(labels))
        ranks.append(reciprocal_rank(labels))
        first.append(bool(labels[0]))
    return {
        "MAP": float(np.mean(precisions)),
        "MRR": float(np.mean(ranks)),
        "accuracy@1": float(np.mean(first)),
        "questions": float(len(questions)),
    }


def shipped(questions: Sequence[Selection], *, shuffled: bool = False) -> Scorer:
    """The retriever as shipped on the pooled candidates."""
    pool = list(dict.fromkeys(text for asked in questions for text in asked.candidates))
    documents = [document_of(text, name=str(i), title="") for i, text in enumerate(pool)]
    spans = [[Span(0, len(text))] for text in pool]
    retriever = retriever_of(tabulate(documents, spans))

    def score(asked: Selection) -> Floats:
        return retriever.rank(
            parse_question(asked.question),
            asked.candidates,
            title=asked.title,
            ordered=asked.ordered and not shuffled,
        )

    return score


def peers(questions: Sequence[Selection]) -> Rows:
    """The measures of every installed peer on the pooled candidates."""
    pool = list(dict.fromkeys(text for asked in questions for text in asked.candidates))
    numbers = {text: number for number, text in enumerate(pool)}
    rows = {}
    for name, make in installed():
        peer = make(pool)

        def score(asked: Selection, peer: object = peer) -> Floats:
            scores = peer.scores(asked.question)  # type: ignore[attr-defined]
            return np.array([scores[numbers[text]] for text in asked.candidates])

        rows[name] = measure(questions, score)
    return rows


def main(argv: Sequence[str]) -> None:
    """Measure every file named."""
    parser = arguments("Rank candidate sentences.", paths="FILE")
    parser.add_argument("--shuffled", action="store_true", help="also hide the candidates' order")
    given = parser.parse_args(argv)
    found: dict[str, Rows] = {}
    for file in given.paths:
        questions = read_selection(file)
        rows = {"Quoth": measure(questions, shipped(questions))}
        if given.shuffled:
            rows["Quoth, order hidden"] = measure(questions, shipped(questions, shuffled=True))
        found[file.stem] = rows | (peers(questions) if given.peers else {})
    show(found, as_json=given.json)


if __name__ == "__main__":
    run(main)
