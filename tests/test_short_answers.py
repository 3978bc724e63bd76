"""Short answers: what is lifted from a sentence for a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.first_line.by_form import given_away
from bot.answering.first_line.fitting import fits
from bot.answering.first_line.trimming import trimmed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.short import ShortAnswer, short_answer
from bot.answering.short.judging import exact, f1
from retrieval.question import parse_question
from retrieval.records import Span


def lifted(question: str, *texts: str) -> str:
    """The words chosen from sentences."""
    answer = short_answer(parse_question(question), texts)
    assert isinstance(answer, ShortAnswer)
    return texts[answer.passage][answer.start : answer.end]


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "When was the lighthouse built?",
            "The lighthouse was built in 1847 by masons from Bergen.",
            "1847",
        ),
        (
            "Who designed the lighthouse?",
            "The lighthouse was designed by Ingrid Holm and opened in 1847.",
            "Ingrid Holm",
        ),
        (
            "How many loaves does the bakery sell a day?",
            "The bakery sells 400 loaves a day in its two shops.",
            "400",
        ),
        (
            "Where was the library founded?",
            "The library was founded in Bergen by a group of sailors.",
            "Bergen",
        ),
    ],
)
def test_plain_questions_get_plain_answers(question: str, text: str, words: str) -> None:
    assert f1(lifted(question, text), [words]) > 0.5


def test_of_several_sentences_the_one_that_answers_is_chosen() -> None:
    texts = ("The bakery opened in 1920.", "The lighthouse was built in 1847.")
    assert lifted("When was the lighthouse built?", *texts) == "1847"


def test_nothing_is_lifted_from_nothing() -> None:
    assert short_answer(parse_question("When was the lighthouse built?"), []) is None
    assert short_answer(parse_question("When was the lighthouse built?"), ["", "?!"]) is None


@given(st.text(max_size=60), st.lists(st.text(max_size=80), max_size=3))
def test_any_answer_is_a_slice_of_its_passage(question: str, texts: list[str]) -> None:
    answer = short_answer(parse_question(question), texts)
    if answer is not None:
        assert 0 <= answer.start < answer.end <= len(texts[answer.passage])
        assert 0 <= answer.probability <= 1


def test_f1_counts_words_without_articles_and_punctuation() -> None:
    assert f1("the old lamp", ["Old lamp room."]) == pytest.approx(0.8)
    assert exact("The old lamp", ["old lamp."])


def given_words(question: str, *texts: str) -> str:
    """The words that the form of a sentence gives away, "" where none does."""
    found = given_away(parse_question(question), texts)
    return "" if found is None else texts[found[0]][slice(*found[1])]


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "How many cars does the ferry carry?",
            "It carries 120 passengers and 18 cars.",
            "18 cars",
        ),
        ("How much salt is needed?", "Take 400 grams of flour and 12 grams of salt.", "12 grams"),
        ("What is a ledger?", "A ledger is a file that holds a year.", "a file that holds a year"),
        (
            "Why does the ferry not sail?",
            "The ferry does not sail on Sunday because the harbour is closed.",
            "because the harbour is closed",
        ),
        (
            "Why did the ferry stop?",
            "Due to the storm, the ferry stopped at noon.",
            "Due to the storm",
        ),
        ("How many cars does it carry?", "It carries 18 cars, at night 12 cars.", ""),
        ("Why did it stop?", "The ferry stopped at noon.", ""),
        ("What is a ledger?", "The clerk is a friend of the ledger.", ""),
    ],
)
def test_the_form_of_a_sentence_gives_some_answers_away(
    question: str, text: str, words: str
) -> None:
    assert given_words(question, text) == words


@given(st.text(alphabet="ab 1.,'", max_size=40), st.integers(0, 45))
def test_a_token_is_found_by_an_offset_of_the_text(text: str, offset: int) -> None:
    sentence = read_sentence(text)
    starts = sentence.tokens.starts
    assert all(start < offset for start in starts[: sentence.at(offset)])
    assert all(start >= offset for start in starts[sentence.at(offset) :])


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "What does tontine mean?",
            "A tontine is a fund that its last member inherits.",
            "a fund that its last member inherits",
        ),
        (
            "What is the meaning of the blue flag?",
            "A blue flag means that the pool is closed.",
            "the pool is closed",
        ),
    ],
)
def test_a_meaning_is_told_whole_however_it_is_asked_for(
    question: str, text: str, told: str
) -> None:
    found = given_away(parse_question(question), [text])
    assert found is not None
    assert text[slice(*found[1])] == told


LEVER = "Pull the red lever for two seconds to open the hatch."


def test_a_phrase_that_broke_off_before_its_noun_is_made_whole() -> None:
    cut = trimmed(parse_question("Which lever opens the hatch?"), LEVER, Span(0, 12))
    assert LEVER[slice(*cut)] == "the red lever"


@pytest.mark.parametrize(
    ("question", "fit"),
    [("How do I open the hatch?", False), ("How long do I pull the lever?", True)],
)
def test_no_amount_alone_tells_how_something_is_done(question: str, fit: bool) -> None:
    start = LEVER.index("two")
    assert fits(parse_question(question), LEVER, Span(start, start + len("two seconds"))) is fit


@pytest.mark.parametrize(
    ("question", "agent"),
    [
        ("By whom was the chapel restored?", True),
        ("Who was it restored by?", True),
        ("By when was it restored?", False),
    ],
)
def test_by_whom_asks_for_who_did_it(question: str, agent: bool) -> None:
    assert read_question(parse_question(question)).gap_first is agent
