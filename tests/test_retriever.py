"""What the retriever finds, how it explains it, and that quotes are the documents' own bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.question import parse_question
from retrieval.ranking.features import about, families
from retrieval.ranking.logistic import probability
from retrieval.retriever import Retriever
from tests.helpers import write_documents

LIMITS = Limits(max_file_bytes=1_000_000, max_files=100)
PARAGRAPH = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    folder = write_documents(tmp_path_factory.mktemp("documents"))
    return build_retriever(read_collection(folder, limits=LIMITS).documents)


def best(retriever: Retriever, question: str) -> str:
    return retriever.search(parse_question(question)).hits[0].passage.text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was the lighthouse built?", "was built in 1874"),
        ("Who paid for the restoration?", "It was paid for by the fishermen"),
        ("How many passengers does the ferry carry?", "120 passengers"),
        ("How long does the crossing take?", "55 minutes"),
        ("Why does the ferry stay away on Christmas Day?", "because the harbour is closed"),
        ("Who constructed the lighthouse?", "by the engineer Ingrid Holm"),
    ],
)
def test_the_sentence_that_answers_comes_first(
    retriever: Retriever, question: str, answer: str
) -> None:
    assert answer in best(retriever, question)


@pytest.mark.parametrize("question", ["Who biult the lighthuose?", "Who built the Skarvøy light?"])
def test_slips_and_other_spellings_are_read_as_the_words_that_occur(
    retriever: Retriever, question: str
) -> None:
    assert "Ingrid Holm" in best(retriever, question)


def test_a_respelt_word_is_told(retriever: Retriever) -> None:
    found = retriever.search(parse_question("Who was Ingrdi Holm?"))
    assert [(r.written, r.meant) for r in found.respelt] == [("Ingrdi", "ingrid")]


def test_words_that_occur_nowhere_are_told(retriever: Retriever) -> None:
    found = retriever.search(parse_question("How many zebras yodel in the lighthouse?"))
    assert found.unknown == ("zebras", "yodel")


def test_words_for_what_is_asked_for_need_not_occur(retriever: Retriever) -> None:
    found = retriever.search(parse_question("What percentage of the zebras left the lighthouse?"))
    assert found.unknown == ("zebras",)


def test_a_year_that_occurs_nowhere_cannot_be_answered_about(retriever: Retriever) -> None:
    found = retriever.search(parse_question("Who left the island in 1999?"))
    assert found.lacking == ("1999",)


def test_headings_inside_a_document_are_not_quoted(retriever: Retriever) -> None:
    found = retriever.search(parse_question("the new ferry for the islands"), k=50)
    assert all(not hit.passage.text.startswith("#") for hit in found.hits)


def test_a_title_is_not_quoted_where_the_document_says_more(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# The old mill reopens\n\nIt opened its doors on Saturday.\n")
    (tmp_path / "b.md").write_text("# The new mill\n")
    made = build_retriever(read_collection(tmp_path, limits=LIMITS).documents)
    found = made.search(parse_question("When did the mill reopen?"))
    assert [h.passage.text for h in found.hits] == [
        "It opened its doors on Saturday.",
        "The new mill",
    ]


def test_a_heading_tells_what_the_sentences_below_speak_of(tmp_path: Path) -> None:
    sections = {"Boats": "The rent is 20 crowns.", "Bicycles": "The rent is 5 crowns."}
    text = "\n\n".join(f"## {name}\n\nSay when. {body}" for name, body in sections.items())
    (tmp_path / "a.md").write_text(f"# Prices\n\n{text}\n", encoding="utf-8")
    made = build_retriever(read_collection(tmp_path, limits=LIMITS).documents)
    assert best(made, "What is the rent of bicycles?") == "The rent is 5 crowns."
    assert best(made, "What is the rent of boats?") == "The rent is 20 crowns."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where does the Halmer ferry stop?", "It stops at the mill"),
        ("Who paid for the bell of the chapel?", "It was paid for by the millers."),
        ("How much did the organ of the abbey cost?", "It cost 900 crowns."),
    ],
)
def test_a_sentence_that_opens_with_a_pronoun_is_about_what_goes_before(
    tmp_path: Path, question: str, told: str
) -> None:
    text = """# News

The bus to Halmer runs all day. Entry to the abbey costs 4 crowns.

The Halmer ferry leaves at noon. It stops at the mill and at two islands.

The bell of the chapel was cast in Ulm. It was paid for by the millers.

The organ of the abbey was built in 1702. It cost 900 crowns.
"""
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    made = build_retriever(read_collection(tmp_path, limits=LIMITS).documents)
    assert best(made, question).startswith(told)


def test_what_a_sentence_goes_on_from_leaves_the_confidence_alone(retriever: Retriever) -> None:
    question = parse_question("Who paid for the restoration of the lighthouse?")
    judged = retriever.judge(question)
    alone = judged.alone
    changed = {name for name in alone.values if (alone.values[name] != judged.values[name]).any()}
    assert changed
    assert all(name.startswith("covered_in_meaning_with_title") for name in changed)
    told = retriever.search(question).signals
    assert told["best"] == alone.odds.max()


def test_without_any_known_word_nothing_is_found(retriever: Retriever) -> None:
    found = retriever.search(parse_question("xyzzy qwrtk"))
    assert found.hits == ()
    assert found.confidence == 0.0


def test_the_parts_of_an_explanation_add_up(retriever: Retriever) -> None:
    question = parse_question("When was the lighthouse of Skarvoy built?")
    hit = retriever.search(question).hits[0]
    reasons = retriever.explain(question, hit.passage.number)
    assert reasons is not None
    assert np.isclose(sum(part.amount for part in reasons.parts), reasons.score)
    assert np.isclose(sum(part.amount for part in reasons.families), reasons.odds)
    assert np.isclose(probability(np.array(reasons.odds)), hit.probability)
    assert {part.name for part in reasons.families} <= {*families().values(), "bias"}


def test_what_is_no_candidate_is_not_explained(retriever: Retriever) -> None:
    assert retriever.explain(parse_question("xyzzy"), 0) is None


def test_every_feature_is_told_in_a_sentence(retriever: Retriever) -> None:
    judged = retriever.judge(parse_question("When was the lighthouse built?"))
    assert set(judged.values) == set(about())
    assert all(np.isfinite(values).all() for values in judged.values.values())


def test_given_sentences_are_ranked_too(retriever: Retriever) -> None:
    likely = retriever.rank(
        parse_question("When was the lamp lit?"),
        ["The keeper slept.", "The lamp was lit in 1874."],
        ordered=True,
    )
    assert likely.shape == (2,)
    assert likely[1] > likely[0]


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.sampled_from([".txt", ".md", ".html"]))
def test_every_passage_is_a_slice_of_its_document(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str], suffix: str
) -> None:
    folder = tmp_path_factory.mktemp("random")
    text = "\n\n".join(["The keeper lit the lamp.", *paragraphs])
    (folder / f"a{suffix}").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text("The keeper left the island.", encoding="utf-8")
    made = build_retriever(read_collection(folder, limits=LIMITS).documents)
    ends: dict[str, int] = {}
    for number in range(len(made.passages)):
        passage = made.passages.passage(number)
        name = passage.document.id
        assert 0 <= ends.get(name, 0) <= passage.start < passage.end <= len(passage.document.text)
        assert passage.text == passage.document.text[passage.start : passage.end]
        assert passage.text == passage.text.strip()
        ends[name] = passage.end


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_question_can_break_it(retriever: Retriever, question: str) -> None:
    found = retriever.search(parse_question(question))
    assert 0 <= found.confidence <= 1
    assert all(0 <= hit.probability <= 1 for hit in found.hits)
