"""Questions that a document asks itself give way to the sentences below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.answering.hits.posed import is_posed
from bot.assistant import Assistant
from tests.helpers import assistant_on
from tests.lines import hits_of

PAGE = """# Renting a boat

## What does a boat cost?

A boat is 12 euros an hour. A deposit of 20 euros is asked for.

## How can I pay for it?

By card or in cash at the hut.

## Can I bring my dog?

No, there is no room. It can wait in the hut.

## Who may take a boat out?

Anybody who is over sixteen. Why do we ask? Because the lake is deep.
"""
ISLAND = "# The island\n\nThe island in the lake was bought by the town in 1921.\n"


@pytest.fixture(scope="module")
def hut(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on a page of questions and answers and another document."""
    return assistant_on({"boats.md": PAGE, "island.md": ISLAND}, tmp_path_factory.mktemp("boats"))


def test_the_sentence_below_a_question_that_asks_the_same_is_quoted(hut: Assistant) -> None:
    answer = hut.ask("how can i pay for a boat?")
    assert answer.verdict is Verdict.FOUND
    assert answer.quotes[0].text == "By card or in cash at the hut."


def test_a_question_is_never_quoted_as_an_answer(hut: Assistant) -> None:
    for asked in (
        "when can i pay for it?",
        "why may nobody take a boat out?",
        "what does it cost?",
    ):
        answer = hut.ask(asked)
        assert not any(quote.text.strip().endswith("?") for quote in answer.quotes), asked


def test_the_first_of_the_sentences_below_is_the_answer(hut: Assistant) -> None:
    answer = hut.ask("What does a boat cost?")
    assert answer.quotes[0].text.startswith("A boat is 12 euros an hour.")


def test_what_stands_below_the_very_question_comes_before_what_shares_its_words(
    tmp_path: Path,
) -> None:
    page = (
        "# Kiln\n\n## How do I stop firing a kiln?\n\nTurn the red key. The lamp goes out.\n\n"
        "## Can I use it as an oven?\n\nNo. Glaze is no food.\n\n"
        "## History\n\nFiring a kiln no longer stops when a fired kiln is opened. "
        "Firing stops a kiln at night. Use it beside an oven.\n"
    )
    kiln = assistant_on({"kiln.md": page}, tmp_path)
    answer = kiln.ask("how do i stop firing a kiln")
    assert answer.quotes[0].text == "Turn the red key."
    assert answer.lead != "no longer"
    assert kiln.ask("can i use it as an oven").lead.startswith("No")


def test_what_follows_in_the_paragraph_is_quoted_behind_it(hut: Assistant) -> None:
    answer = hut.ask("What does a boat cost?")
    assert [quote.text for quote in answer.quotes[:2]] == [
        "A boat is 12 euros an hour.",
        "A deposit of 20 euros is asked for.",
    ]


def test_a_yes_or_no_below_the_same_question_is_the_answer(hut: Assistant) -> None:
    assert hut.ask("can i bring a dog?").lead == "No."
    assert hut.ask("is there a shop for dogs?").lead != "No."


def test_a_heading_that_only_repeats_the_question_gives_way(tmp_path: Path) -> None:
    text = "# Floods of the valley\n\n3 May 2015\n\nAlmost forty barns were swept away in Lunde.\n"
    text += "\n8 June 2016\n\nThe Ostra dam broke, and the lower town had to be left.\n"
    assistant = assistant_on({"floods.txt": text}, tmp_path)
    answer = assistant.ask("What happened on 3 May 2015?", conversation="anna")
    assert answer.quotes[0].text.startswith("Almost forty barns")


@pytest.mark.parametrize("text", ["Can I still put food into the bin", "How do I report a bin"])
def test_a_question_needs_no_mark_to_be_one(text: str) -> None:
    assert is_posed(hits_of((text, 0.9))[0].passage)


@pytest.mark.parametrize("text", ["What you may bring", "How to report a bin", "Where to stay"])
def test_a_heading_that_says_what_is_told_is_no_question(text: str) -> None:
    assert not is_posed(hits_of((text, 0.9))[0].passage)
