"""Find the sentence that answers among all sentences of all paragraphs, and the short answer.

    python -m benchmarks.reading FILE… [--peers] [--together] [--json]

A question counts as found at k if one of the first k sentences holds an answer at its offset.
Short answers are judged as SQuAD does (Rajpurkar et al. 2016): open, from whatever was found, and
given the paragraph. With half of the paragraphs or of the articles left out: how well the
retriever's own confidence tells answerable questions (AUROC), and what it would answer and refuse
at the shipped threshold. A reply weighs more than that, and `benchmarks.confidence` measures it.
`--together` compares instead what each file's questions find alone and in one collection of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.mixing import together
from benchmarks.peers import installed
from benchmarks.report import Figures, Rows, arguments, run, show
from bot.answering.first_line.lifting import lift
from bot.answering.short import short_answer
from bot.answering.short.judging import exact, f1
from bot.phrasing import Phrases, load_phrases
from bot.settings import Settings, load_settings
from retrieval.building import retriever_of
from retrieval.evaluation.datasets import Paragraph, read_paragraphs
from retrieval.evaluation.incomplete import incomplete_collections
from retrieval.evaluation.measures import auroc, recall, reciprocal_rank
from retrieval.evaluation.paragraphs import asked_in, passages_of
from retrieval.language import language_of
from retrieval.passages import Passages
from retrieval.question import Question, parse_question
from retrieval.retriever import Retriever

DEPTH = 20
PRECISION = 0.95  # share of the answered questions that the collection answers
KINDS = ("half of the paragraphs out", "half of the articles out")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the passages that hold an answer to it, its answers, its paragraph's number."""

    question: Question
    right: frozenset[int]
    answers: tuple[str, ...]
    paragraph: int


def questions_of(
    paragraphs: Sequence[Paragraph], passages: Passages, *, language: str
) -> list[Asked]:
    """The questions whose answers stand in a passage."""
    rights = iter(asked_in(paragraphs, passages))
    found = []
    for number, paragraph in enumerate(paragraphs):
        for asked in paragraph.questions:
            if any(0 <= start < len(paragraph.text) for _, start in asked.answers):
                _, text, right = next(rights)
                answers = tuple(answer for answer, _ in asked.answers)
                question = parse_question(text, language=language)
                found.append(Asked(question, right, answers, number))
    return found


def found_at(ranked: Sequence[int], right: frozenset[int]) -> int | None:
    """The place, from 0, of the first right passage."""
    return next((place for place, number in enumerate(ranked) if number in right), None)


def finding(questions: Sequence[Asked], rank: Callable[[Question], Sequence[int]]) -> Figures:
    """Recall at 1, 5 and 20 and the mean reciprocal rank."""
    places = [found_at(rank(asked.question)[:DEPTH], asked.right) for asked in questions]
    labels = [np.arange(DEPTH) == (-1 if place is None else place) for place in places]
    return {
        **{f"recall@{k}": recall(places, k) for k in (1, 5, DEPTH)},
        "MRR": float(np.mean([reciprocal_rank(label) for label in labels])),
        "questions": float(len(questions)),
    }


def shipped(retriever: Retriever) -> Callable[[Question], list[int]]:
    """The ranking of the retriever with the shipped weights."""

    def rank(question: Question) -> list[int]:
        return [hit.passage.number for hit in retriever.search(question, k=DEPTH).hits]

    return rank


def answering(
    questions: Sequence[Asked], retriever: Retriever, settings: Settings, phrases: Phrases
) -> Figures:
    """Short answers: open, as they are shown, and given the paragraph; F1 over all questions."""
    opened, shown, given = [], [], []
    for asked in questions:
        hits = retriever.search(asked.question, k=5).hits
        lifted = lift(asked.question, hits, phrases=phrases, certainty=0.0) if hits else None
        opened.append(_judged(lifted.line if lifted else "", asked.answers))
        certain = settings.answers.short
        sure = lift(asked.question, hits, phrases=phrases, certainty=certain) if hits else None
        if sure is not None:
            shown.append(_judged(sure.line, asked.answers))
        given.append(_judged(_from_paragraph(asked, retriever), asked.answers))
    return {
        "open EM": float(np.mean([match for match, _ in opened])),
        "open F1": float(np.mean([value for _, value in opened])),
        "shown": len(shown) / len(questions),
        "shown, overlapping": float(np.mean([value > 0 for _, value in shown])),
        "given paragraph EM": float(np.mean([match for match, _ in given])),
        "given paragraph F1": float(np.mean([value for _, value in given])),
    }


def _from_paragraph(asked: Asked, retriever: Retriever) -> str:
    """The short answer from the sentences of the question's own paragraph."""
    first, last = retriever.passages.firsts[asked.paragraph : asked.paragraph + 2].tolist()
    texts = [retriever.passages.passage(number).text for number in range(first, last)]
    likely = retriever.rank(asked.question, texts, ordered=True).tolist()
    found = short_answer(asked.question, texts, probabilities=likely)
    return texts[found.passage][found.start : found.end] if found else ""


def _judged(said: str, answers: Sequence[str]) -> tuple[float, float]:
    """Exact match and F1 against the best of the answers."""
    return float(exact(said, answers)), f1(said, answers)


def refusing(
    paragraphs: Sequence[Paragraph], settings: Settings, *, language: str
) -> Iterator[tuple[str, Figures]]:
    """By the kind of what is left out: how well the retriever alone tells what is lacking."""
    told: dict[str, list[tuple[float, bool]]] = {}
    for collection in incomplete_collections(paragraphs):
        if collection.kind in KINDS:
            retriever = retriever_of(collection.passages)
            for _, text, answered in collection.questions:
                found = retriever.search(parse_question(text, language=language), k=1)
                sure = 0.0 if found.lacking else found.confidence
                told.setdefault(collection.kind, []).append((sure, answered))
    for kind, pairs in told.items():
        scores = np.array([score for score, _ in pairs])
        answerable = np.array([answered for _, answered in pairs])
        yield kind, _refusals(scores, answerable, settings)


def _refusals(
    scores: npt.NDArray[np.float64], answerable: npt.NDArray[np.bool_], settings: Settings
) -> Figures:
    """Shares from 0 to 1; `scores` and `answerable` are (n,), one a question."""
    given = scores >= settings.answers.found
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(answerable[order])
    precise = np.flatnonzero(right / (np.arange(len(order)) + 1) >= PRECISION)
    most = right[precise[-1]] if len(precise) else 0
    return {
        "AUROC": auroc(scores.tolist(), answerable.tolist()),
        "answered at 95 % precision": float(most / answerable.sum()),
        "answered, retriever alone": float(given[answerable].mean()),
        "refused, retriever alone": float((~given[~answerable]).mean()),
        "precision, retriever alone": float(answerable[given].mean()),
    }


def peers(questions: Sequence[Asked], passages: Passages) -> Rows:
    """The ranking of every installed peer over the same sentences."""
    texts = [passages.passage(number).text for number in range(len(passages))]
    rows = {}
    for name, make in installed():
        peer = make(texts)

        def rank(question: Question, scores: Callable[[str], object] = peer.scores) -> list[int]:
            values = np.asarray(scores(question.text))
            return [int(n) for n in np.argsort(-values, kind="stable")[:DEPTH] if values[n] > 0]

        rows[name] = finding(questions, rank)
    return rows


@cache
def _settings() -> Settings:
    return load_settings(environment={})


def _name(file: Path) -> str:
    return re.sub(r"-dev$", "", file.stem)


def main(argv: Sequence[str]) -> None:
    """Measure every file named."""
    parser = arguments("Find answering sentences.", paths="FILE")
    parser.add_argument("--together", action="store_true", help="all files as one collection")
    given = parser.parse_args(argv)
    if given.together:
        sets = {_name(file): read_paragraphs(file) for file in given.paths}
        show({"finding, alone and together": together(sets)}, as_json=given.json)
        return
    settings = _settings()
    phrases = load_phrases(settings.phrases.folder)[settings.phrases.default]
    found: dict[str, Rows] = {}
    for file in given.paths:
        paragraphs = read_paragraphs(file)
        language = language_of(" ".join(p.text for p in paragraphs[:20]))
        passages = passages_of(paragraphs, language=language)
        questions = questions_of(paragraphs, passages, language=language)
        retriever = retriever_of(passages)
        name = _name(file)
        found[f"{name}: finding"] = {"Quoth": finding(questions, shipped(retriever))}
        if given.peers:
            found[f"{name}: finding"] |= peers(questions, passages)
        if language == settings.phrases.default:
            short = answering(questions, retriever, settings, phrases)
            found[f"{name}: short answers"] = {"Quoth": short}
            found[f"{name}: refusing"] = dict(refusing(paragraphs, settings, language=language))
    show(found, as_json=given.json)


if __name__ == "__main__":
    run(main)
