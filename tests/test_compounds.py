"""Words that a question writes in one and the documents apart, or the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.question import parse_question
from retrieval.retriever import Retriever

LIMITS = Limits(max_file_bytes=1_000_000, max_files=100)
TEXT = """Decontamination of the old dye works

The de-icing of the runway costs 40,000 crowns a winter.

The task force met in the harbour office on Tuesday.

Every shopkeeper on the quay sells postcards, and nobody keeps a coop of hens.

The work on the net began in May. The dew was heavy.

A handover of the keys is planned for June.

The cooperation of the two ports ended in 1994.
"""


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    folder: Path = tmp_path_factory.mktemp("documents")
    (folder / "harbour.md").write_text(TEXT, encoding="utf-8")
    return build_retriever(read_collection(folder, limits=LIMITS).documents)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("what does the deicing cost", "what does the de-icing cost"),
        ("Where did the taskforce meet?", "Where did the task force meet?"),
        ("what does every shop keeper sell", "what does every shopkeeper sell"),
        ("When did the co-operation end?", "When did the cooperation end?"),
    ],
)
def test_a_word_is_read_as_the_documents_part_or_join_it(
    retriever: Retriever, question: str, read: str
) -> None:
    found = retriever.search(parse_question(question))
    assert found.question.text == read
    assert not found.unknown
    assert [respelt.meant for respelt in found.respelt] != []


@pytest.mark.parametrize(
    "question",
    [
        "Who repairs the network?",  # the net and the work stand nowhere side by side
        "When was the tramway opened?",
        "what does the de-icing cost",
        "Who keeps hens?",
        "Why did they hand over the keys?",
    ],
)
def test_other_words_are_left_as_they_are(retriever: Retriever, question: str) -> None:
    found = retriever.search(parse_question(question))
    assert found.question.text == question
