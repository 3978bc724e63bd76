"""A changed collection is brought up to date as if it had been built from nothing."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.building import Batch, build_retriever
from retrieval.evaluation.paragraphs import document_of
from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.indexing.room import Room
from retrieval.records import Document, Source
from retrieval.retriever import Retriever

SENTENCES = (
    "The lamp of Skarvoy was lit in 1874.",
    "Keepers kept the lamp, and the lamp kept them.",
    "The keeper said that the sea was calm.",
    "Storms came in October. Storms went in May.",
    "A MAY of storms!",
    "may LAMPS lamp; lamps, Lamps, LAMPS. KEEPER",
    "Ößel sees the ßtorm of zebras.",
    "Skarvoy",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=5).map(" ".join)
COLLECTIONS = st.dictionaries(st.sampled_from("abcdefgh"), TEXTS, min_size=1)


def documents_of(texts: dict[str, str]) -> list[Document]:
    """Texts as documents, those named g and h in German, so that one word has several terms."""
    made = []
    for name, text in sorted(texts.items()):
        language = "de" if name in "gh" else "en"
        document = document_of(text, name=f"{name}.txt", title=name, language=language)
        source = Source("text", "utf-8", len(text), f"{name} {text}")
        made.append(dataclasses.replace(document, source=source))
    return made


def arrays(index: Index) -> list[npt.NDArray[Any]]:
    held, words = index.postings, index.vocabulary
    return [
        *(held.indptr, held.passages, held.counts, held.lengths, held.peaks),
        *(words.letters, words.bounds),
    ]


def words(held: Forward) -> list[npt.NDArray[Any]]:
    return [held.terms, held.cues, held.uses, held.units, held.starts, held.marks]


def assert_same(one: Retriever, other: Retriever) -> None:
    pairs = [
        *zip(arrays(one.index), arrays(other.index), strict=True),
        *zip(words(one.forward), words(other.forward), strict=True),
        (one.passages.firsts, other.passages.firsts),
        (one.passages.spans, other.passages.spans),
        (one.passages.quotable, other.passages.quotable),
        (one.words.numbers, other.words.numbers),
        (one.words.named, other.words.named),
        (one.words.surfaces.ranks, other.words.surfaces.ranks),
        (one.words.surfaces.folded, other.words.surfaces.folded),
        (one.words.sounds.keys, other.words.sounds.keys),
        (one.words.sounds.numbers, other.words.sounds.numbers),
    ]
    for left, right in pairs:
        assert left.dtype == right.dtype
        assert left.tolist() == right.tolist()
    assert list(one.words.written) == list(other.words.written)
    assert list(one.words.surfaces.words) == list(other.words.surfaces.words)


@settings(max_examples=60)
@given(COLLECTIONS, COLLECTIONS)
def test_it_is_the_same_to_the_last_bit(before: dict[str, str], after: dict[str, str]) -> None:
    previous = build_retriever(documents_of(before))
    documents = documents_of({**before, **after})
    changed = build_retriever(documents, previous=previous)
    assert_same(changed, build_retriever(documents))


@settings(max_examples=60)
@given(COLLECTIONS, COLLECTIONS)
def test_a_little_that_changes_among_many_words_changes_only_them(
    before: dict[str, str], after: dict[str, str]
) -> None:
    many = {"m": " ".join(f"Isle {chr(97 + n % 26)}{n}x" for n in range(400)) + "."}
    previous = build_retriever(documents_of(before | many))
    documents = documents_of(before | after | many)
    changed = build_retriever(documents, previous=previous)
    assert_same(changed, build_retriever(documents))


@pytest.mark.parametrize("in_files", [False, True])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=COLLECTIONS, after=COLLECTIONS)
def test_little_room_changes_nothing(
    before: dict[str, str], after: dict[str, str], in_files: bool, tmp_path: Path
) -> None:
    little = Batch(room=Room(memory=32 * 5, folder=tmp_path if in_files else None))
    made = build_retriever(documents_of(before), batch=little)
    assert_same(made, build_retriever(documents_of(before)))
    documents = documents_of({**before, **after})
    changed = build_retriever(documents, previous=made, batch=little)
    assert_same(changed, build_retriever(documents))
    assert not list(tmp_path.iterdir())


def test_building_takes_no_more_memory_than_it_is_given(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    words = [f"{chr(97 + n % 26)}{n}x" for n in range(400)]
    sentences = [" ".join(random.choice(words, 10)).capitalize() + "." for _ in range(12_000)]
    documents = documents_of({str(n): " ".join(sentences[n::60]) for n in range(60)})

    def most(room: Room) -> int:
        """The most bytes that are taken while the collection is built."""
        tracemalloc.start()
        try:
            build_retriever(documents, batch=Batch(room=room))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    words_and_cuts = 5_000_000
    assert most(Room(memory=1_000_000, folder=tmp_path)) < 1_000_000 + words_and_cuts
    assert most(Room()) > 2 * (1_000_000 + words_and_cuts)


def test_what_is_gone_leaves_no_trace() -> None:
    texts = dict.fromkeys("abcd", SENTENCES[0]) | {"e": "Qasemi was seen."}
    previous = build_retriever(documents_of(texts))
    assert previous.words.names("qasemi")
    del texts["e"]
    changed = build_retriever(documents_of(texts), previous=previous)
    assert not changed.index.document_frequency("qasemi")
    assert not changed.words.names("qasemi")


def test_only_what_changed_is_analysed_again() -> None:
    texts = dict(zip("abcde", SENTENCES, strict=False))
    previous = build_retriever(documents_of(texts))
    documents = documents_of(texts | {"c": "The sea was calm."})
    expected = build_retriever(documents)
    unread = [d if d.id == "c.txt" else dataclasses.replace(d, text="") for d in documents]
    assert_same(build_retriever(unread, previous=previous), expected)


def test_pieces_by_helpers_are_those_of_one_process() -> None:
    documents = documents_of({name: " ".join(SENTENCES) for name in "abcdef"})
    expected = build_retriever(documents)
    assert_same(build_retriever(documents, batch=Batch(characters=300)), expected)
    told: list[tuple[int, int]] = []
    made = build_retriever(
        documents,
        batch=Batch(characters=300, helpers_from=0),
        progress=lambda done, total: told.append((done, total)),
    )
    assert_same(made, expected)
    assert told[-1] == (6, 6)


def test_helpers_serve_a_program_that_has_no_guard_around_its_main_module() -> None:
    """As a notebook has none, or a script that a library's user writes in an hour."""
    program = """
from retrieval.building import Batch, build_retriever
from retrieval.evaluation.paragraphs import document_of
text = "The lamp of Skarvoy was lit in 1874. Storms went in May. " * 9
documents = [document_of(text, name=str(number), title="") for number in range(4)]
made = build_retriever(documents, batch=Batch(characters=300, helpers_from=0))
print(len(made.passages.documents))
"""
    done = subprocess.run(
        [sys.executable, "-"], input=program, capture_output=True, text=True, timeout=120
    )
    assert (done.stdout, done.stderr) == ("4\n", "")
