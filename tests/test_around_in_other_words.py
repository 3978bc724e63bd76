"""A heading or a sentence before may say in other words what is asked about."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import assistant_on

RULES = """# Annual leave

Every member of staff gets 25 days. Five of them may be carried over.

# Parking

Every member of staff gets one permit. It costs 25 crowns.
"""
WORKS = """# Works

The kiln was fired up again on Monday. Mrs Aberle paid 300 crowns for it.

The lorry was repaired in the spring. Mr Bond paid 450 crowns for it.
"""


def test_a_heading_in_other_words_tells_what_is_below_it(tmp_path: Path) -> None:
    answer = assistant_on({"rules.md": RULES}, tmp_path).ask("How much holiday do staff get?")
    assert answer.quotes[0].text == "Every member of staff gets 25 days."
    assert answer.lead == "25 days"


def test_it_is_what_the_sentence_before_names_in_other_words(tmp_path: Path) -> None:
    answer = assistant_on({"works.md": WORKS}, tmp_path).ask("Who paid for the truck?")
    assert answer.quotes[0].text == "Mr Bond paid 450 crowns for it."
    assert answer.lead == "Mr Bond"
