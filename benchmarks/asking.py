"""The whole path, from folder to reply, over invented collections and what people ask of them.

    python -m benchmarks.asking FOLDER… [--failures] [--json]

Each FOLDER holds one folder a collection: its `documents`, and its `questions.jsonl` as `quoth
evaluate` reads them. The ranker and the confidence learn from those in
`benchmarks/collections/learnt`, so they flatter; those in `benchmarks/collections/held` were
written by others than the rules and are only measured with. AUROC is how well confidence tells
questions with an answer from those without one, from one half to 1.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.report import Figures, Rows, run, show
from bot.assistant import Assistant
from bot.cli.evaluation import asked, figures, is_good, read_file
from bot.cli.examples import Outcome, judge
from bot.settings import load_settings
from retrieval.evaluation.measures import auroc
from retrieval.training.invented import DOCUMENTS, QUESTIONS


def main(argv: Sequence[str]) -> None:
    """Measure with the collections of the folders named."""
    parser = ArgumentParser(description="The whole path over invented collections.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--failures", action="store_true", help="show the questions that failed")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    found: dict[str, Rows] = {}
    for folder in given.folders:
        outcomes = {place.name: list(outcomes_of(place)) for place in collections_in(folder)}
        every = [outcome for own in outcomes.values() for outcome in own]
        rows = {name: _row(own) for name, own in outcomes.items()}
        found[folder.name] = {**rows, "all": _row(every)}
        if given.failures:
            _tell(every)
    show(found, as_json=given.json)


def collections_in(folder: Path) -> list[Path]:
    """The folders of collections in a folder, in order; raises OSError where it is none."""
    return sorted(place for place in folder.iterdir() if (place / QUESTIONS).is_file())


def outcomes_of(collection: Path) -> Iterator[Outcome]:
    """How the reply to each of a collection's questions meets what is expected."""
    examples = read_file(collection / QUESTIONS)
    with tempfile.TemporaryDirectory() as cache:
        shipped = load_settings(documents=collection / DOCUMENTS, environment={})
        assistant = Assistant.open(shipped.with_index_in(Path(cache)))
        for example in examples:
            yield judge(example, asked(assistant, example))


def _row(outcomes: Sequence[Outcome]) -> Figures:
    confidences = [outcome.confidence for outcome in outcomes]
    answerable = [outcome.answerable for outcome in outcomes]
    told = {"AUROC": auroc(confidences, answerable)} if len(set(answerable)) == 2 else {}
    return {"questions": float(len(outcomes)), **figures(outcomes), **told}


def _tell(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if not is_good(outcome):
            sys.stdout.write(
                f"{outcome.name} ({outcome.kind}): {' '.join(outcome.answer.split())}\n"
            )


if __name__ == "__main__":
    run(main)
