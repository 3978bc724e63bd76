"""The command that makes weights.json, and prints what to expect of it.

    python -m bot.answering.rivals.training [--output FILE] COLLECTIONS

COLLECTIONS holds folders as `retrieval.training.invented` describes them. Where documents differ, a
question there has `sides`: patterns of what each says. An example is a pair of hits of one
question, the one that is quoted first and one of another document that doesn't agree: right
where both are among the sentences that answer and each is of another side. The figures are of a
cross-validation in which no collection is in both parts.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.answering.first_line.lifting import lift
from bot.answering.needs.holding import holding
from bot.answering.rivals.model import FILE
from bot.answering.rivals.signals import NAMES, candidates, figure_of, signals
from bot.assistant import Assistant
from bot.settings import load_settings
from retrieval.evaluation.measures import folded
from retrieval.ranking.logistic import Floats, LogisticModel, probability
from retrieval.training.fitting import FOLDS, Examples, fit, tabulated
from retrieval.training.invented import DOCUMENTS, QUESTIONS

CONVERSATION = "training"
REGULARISATION = 0.5  # with half or twice as much hardly anything changes
BARS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one collection as examples; `questions` (n,) are the numbers of theirs."""

    examples: Examples
    questions: Floats


def pairs(collection: Path) -> Pairs:
    """The pairs that the questions of a collection bring."""
    rows: list[list[float]] = []
    labels: list[bool] = []
    questions: list[float] = []
    with tempfile.TemporaryDirectory() as index:
        shipped = load_settings(documents=collection / DOCUMENTS, environment={})
        assistant = Assistant.open(shipped.with_index_in(Path(index)))
        lines = (collection / QUESTIONS).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            for values, label in _pairs(assistant, json.loads(line)):
                rows.append(values)
                labels.append(label)
                questions.append(number)
    table = np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))
    examples = Examples(table, np.array(labels, dtype=bool), np.ones(len(labels)))
    return Pairs(examples, np.array(questions))


def _pairs(assistant: Assistant, row: dict[str, Any]) -> Iterator[tuple[list[float], bool]]:
    """The signals of each candidate for a rival, and whether it is one."""
    assistant.forget(CONVERSATION)
    for earlier in row.get("dialogue", ()):
        assistant.ask(earlier, conversation=CONVERSATION)
    answer = assistant.ask(row["question"], conversation=CONVERSATION)
    asked, hits = answer.searched, answer.hits
    if answer.refused or not hits:
        return
    short = assistant.settings.answers.short
    lifted = lift(asked, hits, phrases=assistant.phrases(), certainty=short)
    main = lifted.proof[0] if lifted else holding(asked, hits)[0]
    line = lifted.line if lifted else ""
    own = figure_of(asked, hits[main], line)
    shown = _sides(row, hits[main].passage.text)
    for each in candidates(asked, hits, main=main, own=own):
        other = _sides(row, hits[each.number].passage.text)
        if shown or not other:  # where the first line is wrong, nothing is to be learnt
            told = signals(asked, hits, main=main, lifted=line, own=own, other=each)
            yield [told[name] for name in NAMES], bool(other) and shown != other


def _sides(row: dict[str, Any], text: str) -> frozenset[int]:
    """The numbers of the sides that a sentence takes; none for one that doesn't answer."""
    words = folded(text)
    if not any(folded(quote) in words for quote in row.get("support", ())):
        return frozenset()
    patterns = enumerate(row.get("sides", ()))
    return frozenset(n for n, side in patterns if re.search(side, words, re.IGNORECASE))


def cross_validated(collections: Sequence[Pairs]) -> dict[str, dict[str, float]]:
    """For each bar how many questions have their likeliest pair above it, rightly and wrongly."""
    found: list[tuple[float, bool]] = []
    asked = 0
    for fold in range(FOLDS):
        known = [each.examples for n, each in enumerate(collections) if n % FOLDS != fold]
        model = fit(NAMES, known, regularisation=REGULARISATION)
        for each in collections[fold::FOLDS]:
            likely = probability(model.odds(dict(zip(NAMES, each.examples.values.T, strict=True))))
            for question in np.unique(each.questions):
                own = np.flatnonzero(each.questions == question)
                best = own[likely[own].argmax()]
                asked += bool(each.examples.labels[own].any())
                found.append((float(likely[best]), bool(each.examples.labels[best])))
    return {
        f"at least {bar}": {
            "right": float(sum(right for likely, right in found if likely >= bar)),
            "wrong": float(sum(not right for likely, right in found if likely >= bar)),
            "of": float(asked),
        }
        for bar in BARS
    }


def write(model: LogisticModel, figures: dict[str, dict[str, float]]) -> str:
    """The file of a model, a line a signal; what never differed in training weighs nothing."""
    table = {
        "about": "Weights that tell rivals, written by python -m bot.answering.rivals.training.",
        "bars": figures,
        **tabulated(model),
    }
    unweighed = {name: [0.0, 0.0] for name in NAMES}
    table["features"] = {**unweighed, **table["features"]}
    text = json.dumps(table, indent=1)
    return re.sub(r"\[\s+(\S+)\s+(\S+)\s+\]", r"[\1 \2]", text) + "\n"


def main(argv: Sequence[str] | None = None) -> None:
    """Train, write the file, print the figures."""
    parser = argparse.ArgumentParser(description="Make the weights that tell rivals.")
    parser.add_argument("collections", type=Path)
    parser.add_argument("--output", type=Path, default=FILE)
    given = parser.parse_args(argv)
    found = [pairs(place) for place in sorted(given.collections.iterdir()) if place.is_dir()]
    figures = cross_validated(found)
    model = fit(NAMES, [each.examples for each in found], regularisation=REGULARISATION)
    given.output.write_text(write(model, figures), encoding="utf-8")
    print(json.dumps(figures, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
