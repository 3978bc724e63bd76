"""Skipping finds what looking at everything finds: the same passages, the same scores, ties too."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.max_score import MaxScore
from retrieval.indexing.postings import Numbers, Postings, Weighting, smallest
from retrieval.indexing.search import search
from retrieval.indexing.top_k import Found, Sought

WEIGHTING = Weighting(repetition=0.5, length=0.3)


class Eager(MaxScore):
    """One that raises thresholds and drops passages where a few of them are many."""

    HEAD = 3
    SCORED = 2
    MANY = 4


def postings_of(counts: npt.NDArray[np.int64], lengths: Numbers) -> Postings:
    """The postings of a table (n_passages, n_terms) of counts, each term of which occurs."""
    terms, passages = np.nonzero(counts.T)
    indptr = np.searchsorted(terms, np.arange(counts.shape[1] + 1)).astype(np.int64)
    held = (indptr, passages.astype(np.int32), smallest(counts.T[terms, passages]), lengths)
    return Postings(*held, WEIGHTING)


def sought(postings: Postings, weights: dict[int, float]) -> list[Sought]:
    return [Sought(weight, postings.listing(number)) for number, weight in weights.items()]


def brute_force(postings: Postings, terms: list[Sought], k: int) -> Found:
    scores = np.zeros(postings.size)
    for term in terms:
        held = term.listing.passages
        scores[held] += term.weight * postings.shares(term.listing.counts, held).astype(np.float64)
    best = np.argsort(-scores, kind="stable")[:k]
    best = best[scores[best] > 0]
    return Found(best.astype(np.int32), scores[best])


def assert_same(found: Found, expected: Found) -> None:
    assert found.passages.tolist() == expected.passages.tolist()
    assert found.scores.tolist() == expected.scores.tolist()


@st.composite
def questions(draw: st.DrawFn) -> tuple[Postings, dict[int, float], int]:
    """A collection with few terms, frequent and rare, a question and a number of passages."""
    size, terms = draw(st.integers(1, 90)), draw(st.integers(1, 6))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    chances = [draw(st.sampled_from([0.01, 0.05, 0.3, 0.95])) for _ in range(terms)]
    most = draw(st.sampled_from([1, 3, 400]))
    counts = (random.random((size, terms)) < chances) * random.integers(1, most + 1, (size, terms))
    counts[random.integers(size, size=terms), np.arange(terms)] = 1
    spread = draw(st.sampled_from([1, 5, 300]))
    postings = postings_of(counts, counts.sum(axis=1) + random.integers(0, spread, size))
    order = draw(st.permutations(range(terms)))
    weights = {number: draw(st.sampled_from([0.1, 1.0, 1.7, 9.3])) for number in order}
    return postings, weights, draw(st.sampled_from([1, 2, 3, 10, 200]))


@given(questions())
def test_the_best_are_those_of_brute_force_to_the_last_bit(
    drawn: tuple[Postings, dict[int, float], int],
) -> None:
    postings, weights, k = drawn
    terms = sought(postings, weights)
    expected = brute_force(postings, terms, k)
    assert_same(search(postings, terms, k), expected)
    assert_same(MaxScore(postings, terms, k, None).best(), expected)
    assert_same(Eager(postings, terms, k, None).best(), expected)


@given(questions(), st.integers(0, 2**32 - 1))
def test_only_allowed_passages_are_found_among_some(
    drawn: tuple[Postings, dict[int, float], int], seed: int
) -> None:
    postings, weights, k = drawn
    terms = sought(postings, weights)
    among = np.random.default_rng(seed).random(postings.size) < 0.5
    everything = brute_force(postings, terms, postings.size)
    allowed = among[everything.passages]
    expected = Found(everything.passages[allowed][:k], everything.scores[allowed][:k])
    assert_same(search(postings, terms, k, among), expected)
    assert_same(Eager(postings, terms, k, among).best(), expected)


@pytest.fixture(scope="module")
def large() -> Postings:
    """40,000 passages with words as a language has them: few in most, most in few."""
    random = np.random.default_rng(5)
    chances = 0.6 / np.arange(1, 241) ** 1.1
    counts = (random.random((40_000, 240)) < chances) * random.geometric(0.8, (40_000, 240))
    counts[random.integers(40_000, size=240), np.arange(240)] = 1
    return postings_of(counts, smallest(counts.sum(axis=1) + random.integers(1, 9, 40_000)))


@pytest.mark.parametrize("k", [1, 10, 40, 2_000])
def test_nothing_is_lost_in_a_large_collection(large: Postings, k: int) -> None:
    random = np.random.default_rng(k)
    for length in (1, 2, 3, 5, 8, 12, 150):
        for most in (8, 60, 240):
            numbers = random.permutation(most)[:length].tolist()
            terms = sought(large, {number: 1 + 3 * random.random() for number in numbers})
            assert_same(search(large, terms, k), brute_force(large, terms, k))


def test_ties_go_in_the_order_of_the_collection_however_many_there_are() -> None:
    counts = np.ones((20_000, 3), dtype=np.int64)
    counts[::2, 1] = 0
    postings = postings_of(counts, np.full(20_000, 3))
    found = search(postings, sought(postings, {0: 1.0, 1: 2.0, 2: 0.5}), 10)
    assert found.passages.tolist() == list(range(1, 20, 2))
    assert len(set(found.scores.tolist())) == 1


def test_nothing_is_found_without_terms_or_places() -> None:
    postings = postings_of(np.ones((3, 1), dtype=np.int64), np.ones(3, dtype=np.int64))
    assert search(postings, [], 3).passages.tolist() == []
    assert search(postings, sought(postings, {0: 1.0}), 0).passages.tolist() == []
