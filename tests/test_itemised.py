"""What only leads to a list is quoted with it, and what is not so is told by what denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.lists.labelled import labelled
from bot.assistant import Assistant
from retrieval.question import parse_question
from retrieval.records import Document, Hit, Passage, Source
from tests.helpers import assistant_on

CLUB = """# Rules of the rowing club

Boats may be taken out by members who

- have passed the steering test,
- wear a life jacket, or
- row with a trainer.

The club house has a kitchen. Members must be fourteen years old.

## What to bring to a lesson

- a towel
- dry shoes
- warm gloves

## Meeting in May

Present: Ida Holm (chair), Nils Lund (treasurer), Olav Lie.

Lessons last an hour. Members may use the quay, but dogs may not be brought there.
"""


@pytest.fixture
def club(tmp_path: Path) -> Assistant:
    return assistant_on({"rules.md": CLUB}, tmp_path)


def test_a_sentence_that_leads_to_a_list_is_answered_by_its_items(club: Assistant) -> None:
    answer = club.ask("By whom may boats be taken out?", conversation="anna")
    assert answer.lead == "have passed the steering test; wear a life jacket; row with a trainer"
    quote = answer.quotes[0]
    assert quote.text == quote.passage.document.text[quote.passage.start : quote.passage.end]
    assert quote.text.startswith("Boats may be taken out")
    assert quote.text.endswith("row with a trainer.")


def test_an_item_comes_with_the_others_where_all_are_asked_for(club: Assistant) -> None:
    answer = club.ask("What do I have to bring to a lesson?", conversation="anna")
    assert answer.lead == "a towel; dry shoes; warm gloves"


def test_a_list_that_is_quoted_whole_is_found_again(club: Assistant) -> None:
    answer = club.ask("By whom may boats be taken out?", conversation="anna")
    number = club.snapshot.find(answer.quotes[0].reference)
    assert number == answer.quotes[0].passage.number


def test_other_sentences_are_quoted_without_the_list_below_them(club: Assistant) -> None:
    answer = club.ask("How long do lessons last?", conversation="anna")
    assert answer.quotes[0].text == "Lessons last an hour."


def test_what_is_not_allowed_is_told_by_what_denies(club: Assistant) -> None:
    answer = club.ask("What may members not bring to the quay?", conversation="anna")
    assert answer.quotes[0].text.endswith("dogs may not be brought there.")


def test_what_stands_behind_a_label_that_is_asked_for_is_told_whole(club: Assistant) -> None:
    answer = club.ask("Who was present at the meeting in May?", conversation="anna")
    assert answer.lead == "Ida Holm (chair), Nils Lund (treasurer), Olav Lie"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who signed for Oslo?", "Signed: Ida Holm, for Bergen; Nils Lund, for Oslo"),
        ("Who presented the accounts?", "Present: Ida Holm, Nils Lund."),
        ("On which dates was the round?", "Round: Oslo, 22 and 23 May"),
        ("How many were present?", "Present: Ida Holm, Nils Lund."),
        ("Who was present?", "Present: Ida Holm."),
    ],
)
def test_a_label_tells_nothing_of_one_thing_or_of_another_kind(question: str, text: str) -> None:
    document = Document("a.txt", "", "", None, "en", text, (), Source("text", "utf-8", 1, "f"))
    hit = Hit(Passage(0, document, 0, len(text)), 0.9)
    assert labelled(parse_question(question), [hit]) is None


BIN = """# The brown bin

With a permit, these things can go into your brown bin:

- grass
- leaves

Do not put these things into your brown bin:

- soil
- plant pots
- stones
"""


@pytest.fixture
def bin_page(tmp_path: Path) -> Assistant:
    return assistant_on({"bin.md": BIN}, tmp_path)


def test_an_item_below_what_is_forbidden_says_no(bin_page: Assistant) -> None:
    answer = bin_page.ask("Can I put plant pots in my brown bin?", conversation="anna")
    assert answer.lead.startswith("No")
    assert answer.quotes[0].text.startswith("Do not put these things")
    assert "plant pots" in answer.quotes[0].text


def test_what_may_not_go_is_told_by_the_list_of_what_may_not(bin_page: Assistant) -> None:
    answer = bin_page.ask("What can't go in the brown bin?", conversation="anna")
    assert answer.lead == "soil; plant pots; stones"


DUTIES = """# Choir rules

The librarian shall:

- hand out the scores
- mend torn pages

The conductor may not:

- sell the piano
- cancel a concert

The tuner has to:

- tune the piano
- oil the stool

1. Singers sign the book.
2. Its pages are open to the mayor.

The choir meets on Mondays. Torn scores are kept in a box.
"""


@pytest.fixture
def choir(tmp_path: Path) -> Assistant:
    return assistant_on({"rules.md": DUTIES}, tmp_path)


@pytest.mark.parametrize(
    "question", ["Who mends the pages?", "who hands out the scores", "Who must mend the pages?"]
)
def test_who_does_what_an_item_says_is_named_above_the_list(
    choir: Assistant, question: str
) -> None:
    answer = choir.ask(question, conversation="anna")
    assert answer.lead == "The librarian"
    assert answer.quotes[0].text.startswith("The librarian shall:")


def test_a_numbered_rule_is_no_item_of_the_list_before_it(choir: Assistant) -> None:
    answer = choir.ask("Are the pages of the book open to the mayor?", conversation="anna")
    assert "tuner" not in answer.quotes[0].text


def test_who_may_not_do_what_an_item_says_does_not_do_it(choir: Assistant) -> None:
    assert choir.ask("Who sells the piano?", conversation="anna").lead != "The conductor"
