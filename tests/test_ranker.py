"""The file of weights: readable, whole, and what training makes of its data."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import ModelError
from retrieval.features import about
from retrieval.ranker import (
    LogisticModel,
    agreement,
    probability,
    read_ranker,
    shipped_ranker,
)
from retrieval.training import DATA, INVENTED, Examples, fit, train, write

FILE = resources.files("retrieval") / "ranker.json"


def test_the_shipped_weights_are_those_of_named_features_with_licences() -> None:
    content = json.loads(FILE.read_text(encoding="utf-8"))
    for name in ("passage", "english"):
        assert set(content[name]["features"]) <= set(about())
    assert content["data"] == {**DATA, **INVENTED}
    assert content["figures"]["xquad-en, by cross-validation"]["recall@1"] > 0.8
    assert write(content) == FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"passage": {"features": {}, "bias": "x"}}'])
def test_a_file_that_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ModelError, match="can't be used"):
        read_ranker(text)


def test_what_english_collections_teach_holds_for_english_questions() -> None:
    ranker = shipped_ranker()
    assert ranker.judging("en") is ranker.english
    assert ranker.judging("es") is ranker.judging("") is ranker.passage


def test_an_answer_is_as_unlikely_as_the_unlikelier_of_subject_and_answer() -> None:
    parts = agreement(np.array([9.0, 9.0, -9.0]), np.array([9.0, -9.0, 9.0]))
    likely = probability(shipped_ranker().both.odds(parts))
    assert likely[0] > 0.8
    assert (likely[1:] < 0.05).all()


def test_odds_are_the_sum_of_their_parts() -> None:
    model = LogisticModel(("a", "b"), np.array([0.5, 1.0]), np.array([2.0, -1.0]), -0.25)
    values = {"a": np.array([1.0, 0.0]), "b": np.array([0.0, 3.0])}
    for row, odds in enumerate(model.odds(values)):
        assert np.isclose(sum(part.amount for part in model.parts(values, row)), odds)
    assert np.allclose(probability(np.array([-40.0, 0.0, 40.0])), [0, 0.5, 1], atol=1e-9)


def test_training_finds_what_separates_and_repeats_itself() -> None:
    random = np.random.default_rng(1)
    values = random.normal(size=(400, 2))
    labels = values[:, 0] + 0.1 * random.normal(size=400) > 0
    examples = [Examples(values, labels, np.ones(400))]
    model = fit(("tells", "noise"), examples)
    again = fit(("tells", "noise"), examples)
    assert model.weights[0] > 10 * abs(model.weights[1])
    assert model.weights.tolist() == again.weights.tolist()


def test_training_on_the_same_files_gives_the_same_file(tmp_path: Path) -> None:
    write_small_data(tmp_path)
    first, second = (write(train(tmp_path, tmp_path / "collections")) for _ in range(2))
    assert first == second
    assert set(read_ranker(first).passage.names) <= set(about())


@pytest.mark.skipif(
    "QUOTH_RETRAIN" not in os.environ,
    reason="takes minutes; QUOTH_RETRAIN=1 asks for it, with the training data in ../shared/data",
)
def test_training_on_the_real_files_gives_the_shipped_file() -> None:
    project = Path(__file__).parents[1]
    collections = project / "benchmarks/collections/learnt"
    assert write(train(project.parent / "shared/data", collections)) == FILE.read_text(
        encoding="utf-8"
    )


def write_small_data(folder: Path) -> None:
    """Invented questions in the formats of the training data."""
    things = ["lamp", "mill", "boat", "bell", "gate", "well", "barn", "road", "inn", "pier"]
    selection = [
        {
            "id": str(number),
            "question": f"When was the {thing} built?",
            "title": f"The {thing}",
            "ordered": True,
            "candidates": [
                f"The {thing} was built in 18{number:02}.",
                f"People like the {thing}.",
                "It rains often.",
            ],
            "labels": [1, 0, 0],
        }
        for number, thing in enumerate(things)
    ]
    reading = [
        {
            "title": f"Article {number // 2}",
            "paragraph": (text := f"The {thing} is old. It was painted by Ida {number} in June."),
            "questions": [
                {
                    "id": f"{number}",
                    "question": f"Who painted the {thing}?",
                    "answers": [{"text": "Ida", "start": text.index("Ida")}],
                },
                {
                    "id": f"{number}b",
                    "question": f"How old is the {thing}?",
                    "answers": [{"text": "old", "start": text.index("old")}],
                },
            ],
        }
        for number, thing in enumerate(things)
    ]
    for name in DATA:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        rows = selection if name.startswith("selection") else reading
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for thing in things:
        write_collection(folder / "collections" / thing, thing)


def write_collection(folder: Path, thing: str) -> None:
    """A collection of one document with a question that it answers, one that it doesn't, and one
    that leans on an earlier one.
    """
    (folder / "documents").mkdir(parents=True)
    text = (
        f"Once there was a {thing} by the river, and people liked it. The {thing} was mended in "
        "May, and Ida Noor paid for it.\n\nA feast was given by the town on the same day.\n"
    )
    (folder / "documents" / f"{thing}.txt").write_text(text, encoding="utf-8")
    questions: list[dict[str, object]] = [
        {"id": 1, "question": f"When was the {thing} mended?", "support": ["mended in May"]},
        {"id": 2, "question": f"Who drew the {thing}?", "answerable": False},
        {"id": 3, "question": "Who paid?", "dialogue": [f"When was the {thing} mended?"]},
    ]
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")
