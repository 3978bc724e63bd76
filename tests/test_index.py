"""The first stage: exact, explained, and weighted as the field does it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from retrieval.index import Index
from retrieval.weighing import build_index

WORDS = st.sampled_from(["lamp", "tower", "keeper", "sea", "the", "of", "storm"])
PASSAGES = st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=30)
WEIGHTS = st.dictionaries(WORDS, st.floats(0.1, 5.0), max_size=4)


def brute_force(index: Index, passages: list[list[str]], weights: dict[str, float]) -> list[float]:
    return [sum(p.amount for p in parts) for parts in index.parts(range(len(passages)), weights)]


@given(PASSAGES, WEIGHTS, st.integers(1, 10))
def test_the_best_k_are_those_of_brute_force_ties_in_reading_order(
    passages: list[list[str]], weights: dict[str, float], k: int
) -> None:
    index = build_index(passages)
    scores = brute_force(index, passages, weights)
    expected = sorted(
        (n for n, score in enumerate(scores) if score > 0), key=lambda n: (-round(scores[n], 9), n)
    )[:k]
    found = index.search(weights, k)
    assert [round(scores[n], 9) for n in found.passages] == [round(scores[n], 9) for n in expected]
    assert np.allclose(found.scores, [scores[n] for n in expected])
    assert list(found.scores) == sorted(found.scores, reverse=True)


@given(PASSAGES)
def test_idf_is_that_of_scikit_learn(passages: list[list[str]]) -> None:
    if not any(passages):
        return
    vectorizer = TfidfVectorizer(analyzer=lambda terms: terms)
    vectorizer.fit(passages)
    index = build_index(passages)
    for term, expected in zip(vectorizer.get_feature_names_out(), vectorizer.idf_, strict=True):
        assert np.isclose(index.idf(term), expected)


@given(PASSAGES)
def test_postings_hold_exactly_the_passages_with_the_term(passages: list[list[str]]) -> None:
    index = build_index(passages)
    terms = sorted({term for passage in passages for term in passage})
    reach = 2
    table = index.around(terms, np.arange(len(passages)), reach=reach)
    for column, term in enumerate(terms):
        for number, near in enumerate(table[:, :, column].tolist()):
            for place, held in enumerate(near, start=number - reach):
                if 0 <= place < len(passages):
                    assert held == (term in passages[place])
        assert index.document_frequency(term) == sum(term in passage for passage in passages)


def test_a_repeated_term_counts_more_and_a_longer_passage_less() -> None:
    index = build_index([["lamp", "sea"], ["lamp", "lamp"], ["lamp", *["sea"] * 8]])
    assert index.search({"lamp": 1.0}, 3).passages.tolist() == [1, 0, 2]


def test_nothing_is_found_for_terms_that_occur_nowhere() -> None:
    index = build_index([["lamp"], []])
    assert index.search({"storm": 1.0}, 5).passages.tolist() == []
    assert index.weights(["storm", "lamp"]).keys() == {"lamp"}
    assert build_index([]).search({"lamp": 1.0}, 5).passages.tolist() == []
