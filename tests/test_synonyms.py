"""What may stand for what: closeness, direction, phrases, and the order of the word lists."""

from __future__ import annotations

import pytest

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.synonyms import LONGEST, alternatives, stand_ins

TABLES = {
    **{name: lexicon("synonyms_en")[name] for name in ("same", "families", "kinds")},
    **lexicon("asked_en"),
    **lexicon("told_en"),
}


def closeness(asked: str, told: str) -> float:
    """How closely a word of a passage stands for a question's."""
    terms = analyser("en").terms
    found = alternatives(terms(asked), language="en", least=0.0)
    return max((others.get(" ".join(terms(told)), 0.0) for others in found.values()), default=0.0)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("banknote", "cash"),
        ("animal", "horse"),
        ("lock someone up", "imprison"),
        ("tip", "gratuity"),
        ("half a dozen jabs", "vaccination"),
    ],
)
def test_a_passage_may_have_other_words_than_the_question(asked: str, told: str) -> None:
    assert closeness(asked, told) > 0


@pytest.mark.parametrize("asked", ["leave bike", "leave my bike", "leave the bike", "leave a bike"])
def test_idle_words_inside_a_phrase_do_not_matter(asked: str) -> None:
    assert closeness(asked, "bike shed") > 0
    assert not closeness("leave him, bike", "bike shed")


def test_a_thing_stands_for_its_kind_more_closely_than_the_kind_for_the_thing() -> None:
    assert closeness("animal", "horse") > closeness("horse", "animal")


def test_what_only_goes_with_a_word_stands_for_it_loosely_and_never_takes_its_place() -> None:
    assert 0 < closeness("lighthouse", "beam") < closeness("ticket", "admission")
    assert "beam" not in stand_ins(["lighthous"], language="en")
    assert "beam" not in alternatives(["lighthous"], language="en")["lighthous"]


def test_what_nearly_says_the_same_may_take_a_words_place_in_one_direction() -> None:
    assert closeness("abdicate", "renounced") == closeness("ticket", "admission")
    assert not closeness("renounced", "abdicate")


def test_grammar_stands_for_nothing() -> None:
    assert stand_ins(["of", "the"], language="en") == frozenset()


@pytest.mark.parametrize("name", TABLES)
def test_lines_are_told_once_and_hold_something_to_stand_for_something(name: str) -> None:
    lines = [line for line in TABLES[name].splitlines() if line]
    assert len(lines) == len(set(lines))
    for line in lines:
        asked, colon, told = line.partition(":")
        assert asked.split(), line
        assert told.split() if colon else len(asked.split()) > 1, line
        assert all(entry.count("_") < LONGEST for entry in f"{asked} {told}".split()), line
