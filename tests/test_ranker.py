"""The file of weights: readable, whole, and what training makes of its data."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.errors import ModelError
from retrieval.ranking.features import about
from retrieval.ranking.logistic import LogisticModel, probability
from retrieval.ranking.ranker import read_ranker, shipped_ranker
from retrieval.ranking.trees import Branch, read_trees
from retrieval.training.fitting import Examples, fit, grow
from retrieval.training.invented import Asked
from retrieval.training.ranker import DATA, INVENTED, train, write

FILE = resources.files("retrieval.ranking") / "ranker.json"


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


def test_trees_find_what_only_two_values_together_tell() -> None:
    random = np.random.default_rng(1)
    values = random.uniform(-1, 1, size=(2_000, 3))
    labels = (values[:, 0] > 0) == (values[:, 1] > 0)
    boosted = grow(("a", "b", "noise"), [Examples(values, labels, np.ones(2_000))])
    odds = boosted.read().odds(dict(zip(("a", "b", "noise"), values.T, strict=True)))
    assert np.mean((odds > 0) == labels) > 0.95


@settings(max_examples=30, deadline=None)
@example(10797)  # nothing but leaves
@given(st.integers(0, 2**32 - 1))
def test_trees_go_down_as_they_are_written(seed: int) -> None:
    random = np.random.default_rng(seed)
    names = ("a", "b", "c")

    def branch(depth: int) -> Branch:
        if depth == 0 or random.random() < 0.3:
            return float(random.normal())
        name = names[int(random.integers(3))]
        return [name, float(random.normal()), branch(depth - 1), branch(depth - 1)]

    def walked(tree: Branch, case: dict[str, float]) -> float:
        while isinstance(tree, list):
            name, threshold, below, above = tree
            tree = above if case[name] > threshold else below
        assert isinstance(tree, float)
        return tree

    trees = [branch(4) for _ in range(5)]
    values = {name: random.normal(size=7) for name in names}
    for row, odds in enumerate(read_trees(0.5, trees).odds(values)):
        case = {name: float(values[name][row]) for name in names}
        assert np.isclose(odds, 0.5 + sum(walked(tree, case) for tree in trees))


def test_training_on_the_same_files_gives_the_same_file(tmp_path: Path) -> None:
    write_small_data(tmp_path)
    first, second = (write(train(tmp_path, tmp_path / "collections")) for _ in range(2))
    assert first == second
    assert set(read_ranker(first).passage.names) <= set(about())


def test_collections_put_together_are_asked_only_what_is_on_their_matter(tmp_path: Path) -> None:
    for thing in ("lamp", "mill"):
        write_collection(tmp_path / thing, thing)
    alone = Asked.of(tmp_path, salience={})
    together = Asked.together(tmp_path, parts=1, salience={})
    assert [len(asked.questions) for asked in (alone, together)] == [6, 4]
    assert {one.passages for one in together.questions} == {
        2 * one.passages for one in alone.questions
    }


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
        {"id": 4, "question": "How do people like rain?", "tags": ["unanswerable-far"]},
        {"id": 3, "question": "Who paid?", "dialogue": [f"When was the {thing} mended?"]},
    ]
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")
