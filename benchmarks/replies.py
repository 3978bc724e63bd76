"""How long one reply takes, from message to finished text, over a large collection.

    python -m benchmarks.replies SENTENCES QUESTIONS [--sentences N] [--json]

SENTENCES holds one sentence a line (.xz is read too); N of them are taken evenly and written as
documents. QUESTIONS holds paragraphs with questions, as `benchmarks.reading` reads them; the
paragraphs are documents as well, so that their questions have answers. Every question is asked
once, of the assistant as shipped, and its answer rendered; then the ranking of its 50 best
candidates is timed alone. CPU time of one thread, in milliseconds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.ranked import candidates_of, ranking_of
from benchmarks.report import run, show
from benchmarks.speed import sentences_of
from bot.answer import Answer
from bot.assistant import Assistant
from bot.rendering import render_answer
from bot.settings import load_settings
from retrieval.evaluation.datasets import Paragraph, read_paragraphs
from retrieval.retriever import Retriever

TOGETHER = 100  # sentences of a document


def write_collection(
    folder: Path, sentences: Sequence[str], paragraphs: Sequence[Paragraph]
) -> None:
    """Sentences and paragraphs as text files."""
    for number, start in enumerate(range(0, len(sentences), TOGETHER)):
        text = "\n\n".join(sentences[start : start + TOGETHER])
        (folder / f"sentences-{number:06}.txt").write_text(text, encoding="utf-8")
    for number, paragraph in enumerate(paragraphs):
        text = f"# {paragraph.title}\n\n{paragraph.text}\n"
        (folder / f"paragraph-{number:06}.md").write_text(text, encoding="utf-8")


def ask(assistant: Assistant, question: str) -> tuple[float, Answer]:
    """Milliseconds of CPU time from message to text, and the answer."""
    start = time.thread_time()
    answer = assistant.ask(question)
    render_answer(answer, assistant.phrases(answer.language))
    return (time.thread_time() - start) * 1000, answer


def rank(retriever: Retriever, questions: Sequence[str]) -> list[float]:
    """Milliseconds of CPU time that ranking the 50 best candidates of each question takes.

    Their words have been met before, most of the passages have not.
    """
    ranking, spent = ranking_of(retriever), []
    for question in questions:
        given = candidates_of(retriever, question)
        start = time.thread_time()
        ranking(given)
        spent.append((time.thread_time() - start) * 1000)
    return spent


def main(argv: Sequence[str]) -> None:
    """Measure with one file of sentences and one of questions."""
    parser = argparse.ArgumentParser(description="How long one reply takes.")
    parser.add_argument("file", type=Path, metavar="SENTENCES")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS")
    parser.add_argument("--sentences", type=int, default=100_000, metavar="N")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    paragraphs = read_paragraphs(given.questions)
    with tempfile.TemporaryDirectory() as place:
        documents, index = Path(place) / "documents", Path(place) / "index"
        documents.mkdir()
        write_collection(documents, sentences_of(given.file, given.sentences), paragraphs)
        settings = load_settings(documents=documents, environment={})
        assistant = Assistant.open(settings.with_index_in(index))
        assistant.warm()
        asked = [entry.question for paragraph in paragraphs for entry in paragraph.questions]
        told = [ask(assistant, question) for question in asked]
        retriever = assistant.snapshot.retriever
        ranking = rank(retriever, asked)
        figures = {
            "passages": float(len(retriever.passages)),
            "replies": float(len(told)),
            "p50 ms": float(np.median([spent for spent, _ in told])),
            "p95 ms": float(np.percentile([spent for spent, _ in told], 95)),
            "rank 50 p50 ms": float(np.median(ranking)),
            "answered": float(np.mean([not answer.refused for _, answer in told])),
        }
    show({"replies": {"Quoth": figures}}, as_json=given.json)


if __name__ == "__main__":
    run(main)
