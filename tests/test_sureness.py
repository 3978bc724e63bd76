"""How sure a reply is: by what would be answered, not by the passages alone."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.replying.considering import Considered, consider
from bot.replying.sureness import sureness
from bot.replying.sureness.model import FILE, read_model, shipped_model
from bot.replying.sureness.training import main as train
from bot.replying.verdict import sure_of, verdict_on
from retrieval.errors import ModelError
from retrieval.question import parse_question
from tests.helpers import assistant_on, write_documents

FERRY = """# The ferry of Aldam

The ferry to Aldam carries forty cars. A ticket costs 6 crowns. It was built in 1998 by the yard of
Ivar Moe and has two engines.

In bad weather the ferry stays in harbour. The captain of the ferry is Ruth Aas.
"""
BAKERY = """# The bakery

The bakery in Mill Street opens at six. Bread is baked by Hanne Vik. Rolls cost 2 crowns.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"ferry.md": FERRY, "bakery.md": BAKERY}, tmp_path_factory.mktemp("ferry"))


def considered(assistant: Assistant, text: str) -> Considered:
    """What would be answered to a question."""
    retriever = assistant.snapshot.retriever
    found = retriever.search(parse_question(text), k=10)
    return consider(found, retriever, phrases=assistant.phrases(), certainty=0.6)


@pytest.mark.parametrize(
    ("answered", "near"),
    [
        ("What does a ticket for the ferry cost?", "What does a cabin on the ferry cost?"),
        ("Who is the captain of the ferry?", "Who cleans the ferry?"),
        ("Who bakes the bread?", "Who owns the bakery?"),
    ],
)
def test_what_is_told_is_surer_than_what_is_only_near(
    ferry: Assistant, answered: str, near: str
) -> None:
    assert sure_of(considered(ferry, answered)) > sure_of(considered(ferry, near))


def test_the_confidence_of_a_reply_is_what_its_verdict_comes_from(ferry: Assistant) -> None:
    answer = ferry.ask("Who is the captain of the ferry?")
    told = considered(ferry, "Who is the captain of the ferry?")
    assert answer.confidence == sure_of(told)
    assert answer.verdict is verdict_on(told, answer.confidence, ferry.settings.answers)


def test_without_hits_nothing_is_sure(ferry: Assistant) -> None:
    found = considered(ferry, "Who is the captain?").found
    assert sure_of(Considered(replace(found, hits=()))) == 0.0


def test_a_question_in_another_language_is_as_sure_as_its_passages(tmp_path: Path) -> None:
    text = "El transbordador lleva cuarenta coches. La capitana del transbordador es Ruth Aas."
    spanish = assistant_on({"barco.txt": text}, tmp_path)
    retriever = spanish.snapshot.retriever
    question = parse_question("¿Quién es la capitana del transbordador?", language="es")
    found = retriever.search(question, k=10)
    told = consider(found, retriever, phrases=spanish.phrases("es"), certainty=0.6)
    assert sure_of(told) == told.found.confidence


def test_in_a_large_collection_the_passages_alone_tell(ferry: Assistant) -> None:
    told = considered(ferry, "Who is the captain of the ferry?")
    large = [replace(told, signals={**told.signals, "size": size}) for size in (2.0, 3.5, 4.0)]
    gaps = [abs(sure_of(one) - told.found.confidence) for one in large]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] == 0.0


def test_a_doubtful_reply_names_nobody_who_stands_nowhere(ferry: Assistant) -> None:
    told = considered(ferry, "Who is the captain of the ferry to Brandholm?")
    assert told.signals["unknown_names"] > 0
    assert verdict_on(told, 0.5, ferry.settings.answers) is Verdict.NOT_FOUND
    known = considered(ferry, "Who is the captain of the ferry to Aldam?")
    assert verdict_on(known, 0.5, ferry.settings.answers) is Verdict.TENTATIVE


def test_what_was_set_aside_makes_a_reply_less_sure(ferry: Assistant) -> None:
    told = considered(ferry, "Who is the captain of the ferry?")
    doubted = replace(told, found=told.found.doubted(2.0))
    assert sure_of(doubted) < sure_of(told)


def test_the_trees_ask_only_of_signals_that_are_told(ferry: Assistant) -> None:
    assert set(shipped_model().names) <= set(considered(ferry, "Who bakes?").signals)


@given(st.data())
def test_sureness_is_a_probability(data: st.DataObject) -> None:
    values = st.floats(-1e6, 1e6)
    told = {name: data.draw(values) for name in shipped_model().names[:5]}
    told |= dict.fromkeys(shipped_model().names[5:], 0.0)
    assert 0.0 <= sureness(told) <= 1.0


@pytest.mark.parametrize("text", ["", "{}", '{"bias": 1, "trees": [["lifted", 0]]}'])
def test_a_file_that_does_not_fit_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ModelError, match="can't be used"):
        read_model(text)


def paragraph(number: int) -> str:
    """A line of an encyclopedia in which two paragraphs are of one article."""
    thing = ["lamp", "mill", "boat", "bell", "gate", "well", "barn", "road", "inn", "pier"][number]
    text = f"The {thing} is old. It was painted by Ida {number} in June."
    question = {
        "id": f"{number}",
        "question": f"Who painted the {thing}?",
        "answers": [{"text": "Ida", "start": text.index("Ida")}],
    }
    row = {"title": f"Article {number // 2}", "paragraph": text, "questions": [question]}
    return json.dumps(row)


def test_training_makes_a_file_of_what_collections_answer_or_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {
        "Who is the captain of the ferry?": ["captain of the ferry is Ruth Aas"],
        "How many cars does the ferry carry?": ["carries forty cars"],
        "When was the ferry built?": ["built in 1998"],
        "What does a ticket cost?": ["costs 6 crowns"],
        "Who cleans the ferry?": [],
        "How long is the ferry?": [],
        "Where does the captain live?": [],
        "What colour is the ferry?": [],
    }
    for number in range(10):
        place = tmp_path / "sets" / f"{number}"
        write_documents(place / "documents", {"ferry.md": FERRY})
        rows = [
            {"id": str(n), "question": question, "support": support}
            for n, (question, support) in enumerate(asked.items())
        ]
        lines = "\n".join(json.dumps(row) for row in rows)
        (place / "questions.jsonl").write_text(lines, encoding="utf-8")
    file = tmp_path / "trees.json"
    paragraphs = tmp_path / "paragraphs.jsonl"
    paragraphs.write_text("\n".join(map(paragraph, range(10))), encoding="utf-8")
    train([str(paragraphs), str(tmp_path / "sets"), "--output", str(file)])
    assert json.loads(capsys.readouterr().out)["AUROC"] > 0.9
    assert read_model(file.read_text(encoding="utf-8")).names


@pytest.mark.skipif("QUOTH_RETRAIN" not in os.environ, reason="takes minutes; QUOTH_RETRAIN=1")
def test_training_on_the_shipped_collections_gives_the_shipped_file(tmp_path: Path) -> None:
    collections = Path(__file__).parents[1] / "benchmarks/collections/learnt"
    paragraphs = collections.parents[3] / "shared/data/reading/xquad-en-dev.jsonl"
    train([str(paragraphs), str(collections), "--output", str(tmp_path / "trees.json")])
    assert (tmp_path / "trees.json").read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
