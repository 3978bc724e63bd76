"""Statements of two documents: when they differ, when they agree, when they are left apart."""

from __future__ import annotations

import pytest

from benchmarks.disputes import figures, pairs
from bot.answering.disputes import Relation, compare, compare_all, read_statement, statements

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.6


def relation(one: str, other: str) -> Relation:
    return compare_all(*(list(statements(text, language="en")) for text in (one, other))).relation


@pytest.mark.parametrize("part", ["development", "held out", "natural", "fresh"])
def test_what_differs_is_told_with_few_false_alarms(part: str) -> None:
    found = figures([pair for pair in pairs() if pair.part == part])
    assert found["precision"] >= LEAST_PRECISION
    assert found["recall"] >= LEAST_RECALL


def test_there_are_as_many_pairs_that_differ_as_others_in_every_part() -> None:
    every = list(pairs())
    for part in {pair.part for pair in every}:
        differing = [pair.relation is Relation.DIFFER for pair in every if pair.part == part]
        assert sum(differing) * 2 == len(differing)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carries 120 passengers.", "The ferry carries 180 passengers."),
        ("The ferry was built in 1990.", "The ferry was built in 1994."),
        ("The ferry sails on Christmas Day.", "The ferry does not sail on Christmas Day."),
    ],
)
def test_the_order_of_two_statements_makes_no_difference(one: str, other: str) -> None:
    assert relation(one, other) is relation(other, one) is Relation.DIFFER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The first ferry carries 120 passengers.", "The second ferry carries 180 passengers."),
        ("The ferry carried 120 cars in 1990.", "The ferry carried 180 cars in 1995."),
        ("The ferry carries 120 passengers.", "The ferry carries 18 cars."),
        ("The ferry to Moss takes 20 minutes.", "The ferry to Bergen takes 55 minutes."),
        ("The council met on 3 May.", "The council met on 9 May."),
    ],
)
def test_other_rounds_times_and_subjects_are_no_dispute(one: str, other: str) -> None:
    assert relation(one, other) is Relation.APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry cost 4.5 million crowns.", "The ferry cost about 4.6 million crowns."),
        ("The ferry carries 120 passengers.", "The ferry carries more than 100 passengers."),
        ("The ferry was built in 1990.", "The ferry was built in May 1990."),
    ],
)
def test_rounded_and_open_figures_agree(one: str, other: str) -> None:
    assert relation(one, other) is Relation.AGREE


def test_the_differing_words_are_pointed_out() -> None:
    one, other = "The ferry carries 120 passengers.", "The ferry carries 180 passengers."
    found = compare(read_statement(one), read_statement(other))
    assert [one[a:b] for a, b in found.first] == ["120 passengers"]
    assert [other[a:b] for a, b in found.second] == ["180 passengers"]


@pytest.mark.parametrize("text", ["", "?!", "12", "Yes.", "The the the."])
def test_what_says_nothing_is_never_in_dispute(text: str) -> None:
    assert relation(text, text) is not Relation.DIFFER
    assert relation(text, "The ferry carries 120 passengers.") is Relation.APART
