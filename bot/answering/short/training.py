"""The command that makes weights.json, and prints what to expect of it.

    python -m bot.answering.short.training [--output FILE] PARAGRAPHS.jsonl…

A line holds {"title", "paragraph", "questions": [{"question", "answers": [{"text"}]}]}. The figures
are of a cross-validation in which no title is in both parts. The weights that come with Quoth were
trained on XQuAD's English paragraphs (CC BY-SA 4.0), half of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.answering.short.asked import Asked, read_question
from bot.answering.short.candidates import candidates
from bot.answering.short.choosing import rows_of, weigh
from bot.answering.short.features import NAMES
from bot.answering.short.fitting import Example, Penalty, fit
from bot.answering.short.judging import exact, f1
from bot.answering.short.model import FORMAT, SHARED, Certainty, Model
from bot.answering.short.sentence import Sentence, read_sentence
from retrieval.question import parse_question
from retrieval.records import Block, BlockKind, Document, Source
from retrieval.splitting import spans

_FOLDS = 5
_PENALTY = Penalty()
_PRIOR = 0.7
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its paragraph's sentences, its gold answers and its features."""

    title: str
    asked: Asked
    sentences: tuple[Sentence, ...]
    golds: tuple[str, ...]
    example: Example


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was chosen for a case: its F1, whether it was exact, the log odds of its share."""

    wanted: str
    f1: float
    exact: bool
    mass: float


def cases(files: Sequence[Path]) -> Iterator[Case]:
    """Every question of the files that has an answer."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = record["paragraph"]
            sentences = tuple(read_sentence(text[a:b]) for a, b in spans(_document(text)))
            for entry in record["questions"]:
                golds = tuple(answer["text"] for answer in entry["answers"])
                asked = read_question(parse_question(entry["question"]))
                example = _example(asked, sentences, golds)
                if example is not None:
                    yield Case(record["title"], asked, sentences, golds, example)


def _document(text: str) -> Document:
    return Document(
        id="",
        title="",
        publisher="",
        date=None,
        language="en",
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        source=Source(format="txt", encoding="utf-8", size=0, fingerprint=""),
    )


def _example(asked: Asked, sentences: Sequence[Sentence], golds: tuple[str, ...]) -> Example | None:
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
        certainty=Certainty(bias=0, mass=1, prior=0),
    )


def cross_validate(every: Sequence[Case]) -> list[Outcome]:
    """The outcome of every case, by models that saw no case of its title."""
    titles = sorted({case.title for case in every})
    fold = {title: number % _FOLDS for number, title in enumerate(titles)}
    outcomes = []
    for number in range(_FOLDS):
        model = train([case.example for case in every if fold[case.title] != number])
        outcomes += [outcome(case, model) for case in every if fold[case.title] == number]
    return outcomes


def outcome(case: Case, model: Model) -> Outcome:
    """What a model chooses for a case."""
    priors = [0.0] * len(case.sentences)
    choice = weigh(case.sentences, case.asked, priors=priors, model=model)
    row, mass = choice.best()
    sentence = case.sentences[choice.passages[row]]
    start, end = sentence.slice(*choice.spans[row].tolist())
    answer = sentence.tokens.text[start:end]
    bounded = min(max(mass, 1e-3), 1 - 1e-3)
    return Outcome(
        wanted=case.asked.wanted,
        f1=f1(answer, case.golds),
        exact=exact(answer, case.golds),
        mass=float(np.log(bounded / (1 - bounded))),
    )


def calibrate(outcomes: Sequence[Outcome]) -> Certainty:
    """How the share of the chosen candidate tells whether it overlaps a gold answer."""
    from sklearn.linear_model import LogisticRegression

    masses = np.array([[o.mass] for o in outcomes])
    overlaps = np.array([o.f1 > 0 for o in outcomes])
    line = LogisticRegression(C=1e6).fit(masses, overlaps)
    bias, mass = float(line.intercept_[0]), float(line.coef_[0, 0])
    return Certainty(bias=round(bias, _DECIMALS), mass=round(mass, _DECIMALS), prior=_PRIOR)


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
            "bias": certainty.bias,
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
    surest = sorted(outcomes, key=lambda o: -o.mass)
    for share in (0.3, 0.4, 0.5, 0.6, 0.8):
        some = surest[: max(1, int(share * len(surest)))]
        right = np.mean([o.f1 > 0 for o in some])
        least = certainty.probability(mass=some[-1].mass, prior=0)
        lines.append(f"shown {share:.0%}: {right:.1%} overlap, probability from {least:.2f}")
    return "\n".join(lines)


def main() -> None:
    """Cross-validate, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description="Train the choice of short answers.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, help="where the weights go (default: nowhere)")
    arguments = parser.parse_args()
    every = list(cases(arguments.files))
    outcomes = cross_validate(every)
    certainty = calibrate(outcomes)
    print(report(outcomes, certainty))  # noqa: T201  a command's output
    if arguments.output is not None:
        model = train([case.example for case in every])
        arguments.output.write_text(written(model, certainty, arguments.files), encoding="utf-8")


if __name__ == "__main__":
    main()
