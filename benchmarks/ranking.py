"""Rank whole documents for queries: nDCG@10, MAP, recall@100.

    python -m benchmarks.ranking DIR… [--peers] [--json]

DIR holds `documents.jsonl`, `queries.jsonl` and `qrels.tsv` (query, document, grade). Every judged
document counts as relevant unless its grade is 0.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.peers import installed
from benchmarks.report import Figures, Rows, arguments, run, show
from retrieval.building import build_retriever
from retrieval.evaluation.measures import average_precision, ndcg
from retrieval.evaluation.paragraphs import document_of
from retrieval.question import parse_question

Floats = npt.NDArray[np.float64]
DEPTH = 100


class Judged:
    """Documents, queries and which documents are relevant to which query."""

    def __init__(self, folder: Path) -> None:
        """Read the three files of a folder."""
        documents = _rows(folder / "documents.jsonl")
        queries = _rows(folder / "queries.jsonl")
        self.texts = [f"{row.get('title', '')}\n{row['text']}".strip() for row in documents]
        numbers = {str(row["id"]): number for number, row in enumerate(documents)}
        self.queries = {str(row["id"]): str(row.get("text") or row["query"]) for row in queries}
        self.relevant: dict[str, set[int]] = {name: set() for name in self.queries}
        for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
            query, document, grade = line.split("\t")
            if query in self.relevant and document in numbers and grade != "0":
                self.relevant[query].add(numbers[document])


def _rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def measure(judged: Judged, score: Callable[[str], Floats]) -> Figures:
    """The measures of a scorer over all queries that have a relevant document."""
    gains, precisions, recalls = [], [], []
    for name, query in judged.queries.items():
        relevant = judged.relevant[name]
        if not relevant:
            continue
        scores = score(query)
        order = [int(n) for n in np.argsort(-scores, kind="stable") if scores[n] > 0]
        labels = np.array([number in relevant for number in order])
        found = average_precision(labels) * labels.sum() / len(relevant) if len(order) else 0.0
        precisions.append(found)
        gains.append(ndcg(labels.astype(float).tolist(), [1.0] * len(relevant), 10))
        recalls.append(float(labels[:DEPTH].sum()) / len(relevant))
    return {
        "nDCG@10": float(np.mean(gains)),
        "MAP": float(np.mean(precisions)),
        "recall@100": float(np.mean(recalls)),
        "queries": float(len(precisions)),
    }


def shipped(judged: Judged) -> Callable[[str], Floats]:
    """The retriever as shipped, asked for documents about the query."""
    documents = [document_of(text, name=str(i), title="") for i, text in enumerate(judged.texts)]
    retriever = build_retriever(documents)

    def score(query: str) -> Floats:
        found = retriever.about(parse_question(query), k=len(judged.texts))
        scores = np.zeros(len(judged.texts))
        scores[found.passages] = found.scores
        return scores

    return score


def main(argv: Sequence[str]) -> None:
    """Measure every folder named."""
    given = arguments("Rank documents.", paths="DIR").parse_args(argv)
    found: dict[str, Rows] = {}
    for folder in given.paths:
        judged = Judged(folder)
        rows = {"Quoth": measure(judged, shipped(judged))}
        for name, make in installed() if given.peers else ():
            rows[name] = measure(judged, make(judged.texts).scores)
        found[folder.name] = rows
    show(found, as_json=given.json)


if __name__ == "__main__":
    run(main)
