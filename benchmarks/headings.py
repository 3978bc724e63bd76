"""How often what answers a page's own questions is quoted first: an FAQ's headings, asked as such.

    python -m benchmarks.headings FOLDER… [--json]

Every heading of a folder's documents that ends in a question mark is asked once, without its
number. "first" is the share whose first quote stands below that very heading, "shown" that of which
any quote does, "refused" of which the documents are said not to tell.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.report import Figures, run, show
from bot.answering.hits.sections import without_number
from bot.assistant import Assistant
from bot.settings import load_settings
from retrieval.records import BlockKind, Document, Passage


class Heading(NamedTuple):
    """A heading that asks: the document it stands in, where, and its question."""

    document: str
    start: int
    question: str


def headings_of(document: Document) -> Iterator[Heading]:
    """The headings of a document that ask something."""
    for block in document.blocks:
        text = document.part(block.start, block.end).strip()
        if block.kind is BlockKind.HEADING and text.endswith("?"):
            yield Heading(document.id, block.start, without_number(text))


def stands_below(passage: Passage, heading: Heading) -> bool:
    """Whether a heading is the last one above a passage."""
    above = [
        block.start
        for block in passage.document.blocks
        if block.kind is BlockKind.HEADING and block.start < passage.start
    ]
    return passage.document.id == heading.document and above[-1:] == [heading.start]


def measure(assistant: Assistant) -> Figures:
    """The figures over all documents that an assistant reads."""
    documents = assistant.snapshot.retriever.passages.documents
    asked = [heading for document in documents for heading in headings_of(document)]
    shown, first, refused = [], [], []
    for heading in asked:
        answer = assistant.ask(heading.question)
        below = [stands_below(quote.passage, heading) for quote in answer.quotes]
        refused.append(answer.refused)
        shown.append(any(below) and not answer.refused)
        first.append(below[:1] == [True] and not answer.refused)
    shares = {"first": first, "shown": shown, "refused": refused}
    told = {name: float(np.mean(flags)) if flags else 0.0 for name, flags in shares.items()}
    return {"questions": float(len(asked))} | told


def main(argv: Sequence[str]) -> None:
    """Measure one folder after another."""
    parser = argparse.ArgumentParser(description="Questions that documents ask themselves.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    found = {}
    for folder in given.folders:
        with tempfile.TemporaryDirectory() as index:
            settings = load_settings(documents=folder, environment={})
            assistant = Assistant.open(settings.with_index_in(Path(index)))
            found[folder.name] = {"Quoth": measure(assistant)}
    show(found, as_json=given.json)


if __name__ == "__main__":
    run(main)
