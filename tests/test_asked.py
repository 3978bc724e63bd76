"""Invented collections: what the ranker and the confidence learn from, and what is measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import asking
from retrieval.collection import read_collection
from retrieval.errors import CollectionError
from retrieval.evaluation.measures import folded
from retrieval.training.invented import LIMITS, Asked

COLLECTIONS = Path(__file__).parents[1] / "benchmarks" / "collections"
TEXT = """The ferry to Lund was sold in 2019. It carries 40 cars.

A new one is being built in Turku – “at last”, as the captain said.
"""
LINES: list[dict[str, object]] = [
    {
        "id": "sold",
        "question": "when was the ferry sold?",
        "answers": ["2019"],
        "support": ["sold in 2019"],
    },
    {"id": "said", "question": "What did the captain say?", "support": ['Turku - "at last"']},
    {"id": "price", "question": "How much did the ferry cost?", "answerable": False},
    {
        "id": "cars",
        "question": "And how many cars?",
        "dialogue": ["When was it sold?"],
        "answers": ["40"],
    },
]


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    """A folder with one collection on a ferry."""
    place = tmp_path / "ferry"
    (place / "documents").mkdir(parents=True)
    (place / "documents" / "ferry.txt").write_text(TEXT, encoding="utf-8")
    lines = "".join(json.dumps(line) + "\n" for line in LINES)
    (place / "questions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_each_question_that_stands_alone_is_asked_of_its_collection(ferries: Path) -> None:
    sold, said, price = Asked.of(ferries, salience={}).questions
    assert [one.answered for one in (sold, said, price)] == [True, True, False]
    assert sold.labels.sum() == said.labels.sum() == 1  # whatever the shape of quotation marks
    assert not price.labels.any()


def test_what_is_not_answered_teaches_no_passage_but_the_confidence(ferries: Path) -> None:
    asked = Asked.of(ferries, salience={})
    sold, said, _ = asked.questions
    assert len(asked.examples(2.0).labels) == len(sold.labels) + len(said.labels)
    assert set(asked.examples(2.0).weights.tolist()) == {2.0}


def test_a_fold_is_left_out(ferries: Path) -> None:
    asked = Asked.of(ferries, salience={})
    assert len(asked.examples(1.0, without=1).labels) == len(asked.examples(1.0).labels)
    with pytest.raises(ValueError, match="at least one array"):
        asked.examples(1.0, without=0)


def test_a_line_that_is_no_question_is_named(ferries: Path) -> None:
    (ferries / "ferry" / "questions.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(CollectionError, match=r"questions.jsonl, line 1: 'question' is missing"):
        Asked.of(ferries, salience={})


def test_the_command_tells_how_each_collection_fares(
    ferries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asking.main([str(ferries), "--json"])
    rows = json.loads(capsys.readouterr().out)[ferries.name]
    assert rows["ferry"] == rows["all"]
    assert rows["ferry"]["questions"] == len(LINES)
    assert rows["ferry"]["right"] == rows["ferry"]["honest"] == rows["ferry"]["AUROC"] == 1


@pytest.mark.parametrize("file", sorted(COLLECTIONS.glob("*/*/questions.jsonl")), ids=str)
def test_every_quote_of_the_shipped_collections_stands_in_the_document_named(file: Path) -> None:
    documents = read_collection(file.parent / "documents", limits=LIMITS).documents
    texts = {document.id: folded(document.text) for document in documents}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for quote in row.get("support", []):
            held = [texts[name] for name in row["documents"]]
            assert any(folded(quote) in text for text in held), (row["id"], quote)
