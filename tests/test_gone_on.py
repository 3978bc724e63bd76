"""Sentences that go on from the one that names the thing, where they tell what is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.grammar.question import read_question
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

PAGE = """# Rules of the harbour

The harbour call is free. Calls are made at noon, and the keeper calls the watch.

Article 31 concerns geese. It calls for a fence, a gate and a keeper who counts the flock
each evening before the lamps are lit.

Many articles call for more. Article 12 calls for quiet at night. It has been in force for years.
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Assistant:
    """An assistant on one page of rules."""
    return assistant_on({"rules.md": PAGE}, tmp_path)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does article 31 call for?", "It calls for a fence"),
        ("What does article 12 call for?", "Article 12 calls for quiet"),
        ("What does article 31 concern?", "Article 31 concerns geese"),
    ],
)
def test_the_sentence_with_the_verb_comes_first(
    harbour: Assistant, question: str, told: str
) -> None:
    assert harbour.ask(question).quotes[0].text.startswith(told)


def test_what_goes_on_may_say_it_in_other_words_or_tell_what_there_is(tmp_path: Path) -> None:
    page = (
        "Harbour\n\nThe families have reached a settlement with the harbour. They will receive 44 "
        "crowns and a stone on the quay.\n\nThe new net loft is opened in May. "
        "It houses two looms.\n"
    )
    harbour = assistant_on({"news.txt": page}, tmp_path)
    told = harbour.ask("What do the families get under the settlement?").quotes[0].text
    assert told.startswith("They will receive")
    told = harbour.ask("What equipment is there in the new net loft?").quotes[0].text
    assert told.startswith("It houses")


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("What does article 31 call for?", "call"),
        ("Did the 2017 call for bids succeed?", "succeed"),
    ],
)
def test_a_verb_may_stand_behind_a_numbered_thing(question: str, verb: str) -> None:
    assert read_question(parse_question(question)).verb == verb
