"""The forward index gives back the words of each passage in their order, rare or not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis import analyser
from retrieval.building import build_retriever
from retrieval.evaluation.paragraphs import document_of
from retrieval.indexing.forward import MOST, PLAIN, Forward, encoded
from retrieval.indexing.postings import smallest

WORDS = st.one_of(
    st.integers(0, 3),
    st.sampled_from([PLAIN - 1, PLAIN, PLAIN + 1, PLAIN + 2047, PLAIN + 2048, MOST - 1]),
    st.integers(0, MOST - 1),
)
PASSAGES = st.lists(st.lists(WORDS, max_size=5), min_size=1, max_size=6)


def forward_of(passages: list[list[int]], *, wide: bool) -> Forward:
    words = np.array([word for own in passages for word in own], dtype=np.int32)
    units, sizes = encoded(words, np.array(list(map(len, passages))), wide=wide)
    assert units.dtype == (np.uint32 if wide else np.uint16)
    return Forward(
        terms=np.zeros(0, np.int32),
        cues=np.zeros(0, np.uint32),
        uses=np.zeros(0, np.uint32),
        units=units,
        starts=smallest(np.concatenate([[0], np.cumsum(sizes)])),
        marks=np.zeros(len(passages), np.uint8),
    )


def parted(words: np.ndarray, lengths: np.ndarray) -> list[list[int]]:
    return [own.tolist() for own in np.split(words, np.cumsum(lengths)[:-1])]


@pytest.mark.parametrize("wide", [False, True])
@given(passages=PASSAGES, data=st.data())
def test_words_come_back_as_they_were(
    passages: list[list[int]], wide: bool, data: st.DataObject
) -> None:
    forward = forward_of(passages, wide=wide)
    assert parted(*forward.run(0, len(passages))) == passages
    wanted = data.draw(st.lists(st.sampled_from(range(len(passages))), min_size=1))
    found = parted(*forward.words(np.array(wanted, dtype=np.int64)))
    assert found == [passages[number] for number in wanted]


@given(st.lists(st.sampled_from(["May it rain?", "It may.", "RAIN, it was!", ""]), min_size=1))
def test_a_collections_passages_are_the_words_of_their_texts(texts: list[str]) -> None:
    retriever = build_retriever(
        [document_of(text, name=str(number), title="") for number, text in enumerate(texts)]
    )
    forward, terms = retriever.forward, retriever.index.vocabulary
    for number in range(len(retriever.passages)):
        words, _ = forward.run(number, number + 1)
        read = [terms[term] for term in forward.terms[words].tolist()]
        assert read == analyser("en").terms(retriever.passages.passage(number).text)
