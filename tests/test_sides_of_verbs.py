"""On which side of a verb its subject and its object stand."""

from __future__ import annotations

import pytest

from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.grammar.sides import asks_for_subject, may_do
from retrieval.question import parse_question


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("Who blamed the union?", True),
        ("Who was blamed for it?", False),
        ("Which firm has built the pier?", True),
        ("Which tunnel is closed until June?", False),
        ("What did they build?", False),
    ],
)
def test_a_passive_question_asks_to_whom_something_was_done(asked: str, subject: bool) -> None:
    question = parse_question(asked)
    assert asks_for_subject(question, read_question(question)) is subject


@pytest.mark.parametrize(
    ("text", "verb", "word", "subject"),
    [
        ("Managers blamed the union.", "blamed", "managers", True),
        ("Managers blamed the union.", "blamed", "union", False),
        ("The union was blamed by managers.", "blamed", "managers", True),
        ("The union was blamed by managers.", "blamed", "union", False),
        ("The firm is building a pier.", "building", "firm", True),
    ],
)
def test_who_does_it_stands_before_an_active_verb_or_behind_by(
    text: str, verb: str, word: str, subject: bool
) -> None:
    sentence = read_sentence(text)
    at, place = sentence.words.index(verb), sentence.words.index(word)
    assert may_do(sentence, at, place, subject=subject)
    assert not may_do(sentence, at, place, subject=not subject)
