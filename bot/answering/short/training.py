"""The command that makes weights.json, and prints what to expect of it.

    python -m bot.answering.short.training [--output FILE] PARAGRAPHS.jsonl…

A line holds {"title", "paragraph", "questions": [{"question", "answers": [{"text"}]}]}. The figures
are of a cross-validation in which no title is in both parts, in the open setting: from whatever
the shipped retriever finds among the sentences of all paragraphs. The weights that come with Quoth
were trained on XQuAD's English paragraphs (CC BY-SA 4.0), half of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.hits.likely import LIFTED_FROM, likely
from bot.answering.short.candidates import candidates
from bot.answering.short.choosing import evidence, rows_of, weigh
from bot.answering.short.features import NAMES
from bot.answering.short.fitting import Example, Penalty, fit
from bot.answering.short.judging import exact, f1
from bot.answering.short.model import FORMAT, SHARED, Certainty, Model
from retrieval.building import retriever_of
from retrieval.evaluation.datasets import read_paragraphs
from retrieval.evaluation.paragraphs import passages_of
from retrieval.question import Question, parse_question
from retrieval.retriever import Retriever

_FOLDS = 5
_PENALTY = Penalty()
_PRIOR = 1.0  # open answers are no better with any other from 0.5 to 1.8
_DECIMALS = 4
_HOLD = 0.3  # inverse of the penalty on the certainty's weights


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its gold answers, and the sentences it may be answered from.

    `example` is over its own paragraph; `found` are the sentences that the retriever finds first
    among those of all paragraphs, `priors` the logarithms of their odds.
    """

    title: str
    asked: Asked
    golds: tuple[str, ...]
    example: Example
    found: tuple[Sentence, ...]
    priors: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was chosen for a case: its F1, whether it was exact, the log odds of its share and of
    its passage.
    """

    wanted: str
    f1: float
    exact: bool
    mass: float
    prior: float


def cases(files: Sequence[Path]) -> Iterator[Case]:
    """Every question of the files that has an answer."""
    for file in files:
        paragraphs = read_paragraphs(file)
        passages = passages_of(paragraphs)
        retriever = retriever_of(passages)
        for number, paragraph in enumerate(paragraphs):
            first, last = passages.firsts[number : number + 2].tolist()
            sentences = [read_sentence(passages.passage(n).text) for n in range(first, last)]
            for entry in paragraph.questions:
                question = parse_question(entry.question)
                golds = tuple(text for text, _ in entry.answers)
                asked = read_question(question)
                example = _example(asked, sentences, golds)
                if example is not None:
                    found, priors = _found(retriever, question)
                    yield Case(paragraph.title, asked, golds, example, found, priors)


def _found(
    retriever: Retriever, question: Question
) -> tuple[tuple[Sentence, ...], tuple[float, ...]]:
    """The sentences that short answers are lifted from, with the logarithms of their odds."""
    hits = likely(retriever.search(question, k=LIFTED_FROM).hits)
    return (
        tuple(read_sentence(hit.passage.text) for hit in hits),
        tuple(evidence(hit.probability) for hit in hits),
    )


def _example(asked: Asked, sentences: Sequence[Sentence], golds: tuple[str, ...]) -> Example | None:
    """A question with the candidates of its sentences and how far each is a gold answer."""
    rows, gains = [], []
    for sentence in sentences:
        found = candidates(sentence)
        if not len(found):
            continue
        rows.append(rows_of(sentence, asked, found))
        for first, last in found.tolist():
            start, end = sentence.slice(first, last)
            gains.append(f1(sentence.tokens.text[start:end], golds))
    if not rows:
        return None
    return Example(asked.wanted, np.concatenate(rows), np.array(gains, dtype=np.float32))


def train(examples: Sequence[Example]) -> Model:
    """A model without certainty from examples."""
    classes = sorted({example.wanted for example in examples})
    weights = np.round(fit(examples, classes, _PENALTY), _DECIMALS)
    shared = weights[0]
    table = {wanted: shared + own for wanted, own in zip(classes, weights[1:], strict=True)}
    return Model(
        weights={k: v.astype(np.float32) for k, v in {**table, SHARED: shared}.items()},
        prior=_PRIOR,
        certainty=Certainty(bias={SHARED: 0}, mass=1, prior=0),
    )


def _cross_validate(every: Sequence[Case]) -> list[Outcome]:
    """The outcome of every case in the open setting, by models that saw no case of its title."""
    titles = sorted({case.title for case in every})
    fold = {title: number % _FOLDS for number, title in enumerate(titles)}
    outcomes = []
    for number in range(_FOLDS):
        model = train([case.example for case in every if fold[case.title] != number])
        outcomes += [outcome(case, model) for case in every if fold[case.title] == number]
    return outcomes


def outcome(case: Case, model: Model) -> Outcome:
    """What a model chooses for a case, from the sentences found for it."""
    choice = weigh(case.found, case.asked, priors=case.priors, model=model)
    if not len(choice.spans):
        return Outcome(case.asked.wanted, 0.0, False, evidence(0), evidence(0))
    row, mass = choice.best()
    number = choice.passages[row]
    sentence = case.found[number]
    start, end = sentence.slice(*choice.spans[row].tolist())
    answer = sentence.tokens.text[start:end]
    return Outcome(
        wanted=case.asked.wanted,
        f1=f1(answer, case.golds),
        exact=exact(answer, case.golds),
        mass=evidence(mass),
        prior=case.priors[number],
    )


def _calibrate(outcomes: Sequence[Outcome]) -> Certainty:
    """How class, share and passage of the chosen words tell whether they overlap a gold answer."""
    from sklearn.linear_model import LogisticRegression

    classes = sorted({o.wanted for o in outcomes})
    rows = np.array([[o.mass, o.prior, *(o.wanted == c for c in classes)] for o in outcomes])
    overlaps = np.array([o.f1 > 0 for o in outcomes])
    line = LogisticRegression(C=_HOLD).fit(rows, overlaps)
    mass, prior, *own = np.round(line.coef_[0], _DECIMALS).tolist()
    bias = round(float(line.intercept_[0]), _DECIMALS)
    biases = {c: round(bias + extra, _DECIMALS) for c, extra in zip(classes, own, strict=True)}
    return Certainty(bias={SHARED: bias, **biases}, mass=mass, prior=prior)


def written(model: Model, certainty: Certainty, files: Sequence[Path]) -> str:
    """The text of a weights file: every weight by name, small departures left out."""
    shared = model.weights[SHARED]
    table: dict[str, dict[str, float]] = {}
    for wanted, weights in sorted(model.weights.items()):
        own = weights if wanted == SHARED else weights - shared
        named = zip(NAMES, np.round(own.astype(float), _DECIMALS).tolist(), strict=True)
        table[wanted] = {name: weight for name, weight in named if weight or wanted == SHARED}
    record = {
        "format": FORMAT,
        "trained on": [file.name for file in files],
        "licence of the training data": "CC BY-SA 4.0 (XQuAD)",
        "prior": model.prior,
        "certainty": {
            "bias": dict(certainty.bias),
            "mass": certainty.mass,
            "prior": certainty.prior,
        },
        "weights": table,
    }
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def report(outcomes: Sequence[Outcome], certainty: Certainty) -> str:
    """F1 and exact match by class, and how often what is shown overlaps, the surest first."""
    lines = [f"{'class':12} {'n':>5} {'F1':>6} {'exact':>6}"]
    for wanted in [*sorted({o.wanted for o in outcomes}), "all"]:
        some = [o for o in outcomes if wanted in (o.wanted, "all")]
        values = (np.mean([o.f1 for o in some]), np.mean([o.exact for o in some]))
        lines.append(f"{wanted:12} {len(some):5} {100 * values[0]:6.1f} {100 * values[1]:6.1f}")
    told = [(certainty.probability(o.wanted, mass=o.mass, prior=o.prior), o) for o in outcomes]
    surest = sorted(told, key=lambda pair: -pair[0])
    for share in (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.8):
        shown = surest[: max(1, int(share * len(surest)))]
        right = np.mean([o.f1 > 0 for _, o in shown])
        least = shown[-1][0]
        lines.append(f"shown {share:.0%}: {right:.1%} overlap, probability from {least:.2f}")
    return "\n".join(lines)


def main() -> None:
    """Cross-validate, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description="Train the choice of short answers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, help="where the weights go (default: nowhere)")
    arguments = parser.parse_args()
    every = list(cases(arguments.files))
    outcomes = _cross_validate(every)
    certainty = _calibrate(outcomes)
    print(report(outcomes, certainty))  # noqa: T201  a command's output
    if arguments.output is not None:
        model = train([case.example for case in every])
        arguments.output.write_text(written(model, certainty, arguments.files), encoding="utf-8")


if __name__ == "__main__":
    main()
