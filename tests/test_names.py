"""What something is called, as a sentence names it right behind the noun."""

from __future__ import annotations

import pytest

from bot.answering.forms.names import name_told
from tests.lines import told_by


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("What is the goat's name?", "Nils, aged six, found a goat called Freda.", "Freda"),
        ("what was the barge called", "He bought a barge, the Lorelei, for little.", "Lorelei"),
        ("What is the name of the tug?", "She went by the blue tug Sea Stag.", "Sea Stag"),
        ("What is the village called?", "It hit the fishing village of Tarn Bay.", "Tarn Bay"),
        ("What is the name of the baker?", "The town's baker, Ida Holm, was asleep.", "Ida Holm"),
        ("what's the name of the inn in Lunde?", "The inn, named the Old Eel, is shut.", "Old Eel"),
    ],
)
def test_a_name_stands_right_behind_the_noun(question: str, text: str, name: str) -> None:
    assert told_by(name_told, question, text) == name


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What is the barge called?", "The barge, Holm said, was old."),
        ("What is the harbour's name?", "The harbour master, Ida Holm, was asleep."),
        ("What is the town called?", "In the town Ida met her brother."),
        ("What is the goat's name?", "A goat called Freda met a goat called Lotte."),
        ("What is the price of the barge?", "He bought a barge, the Lorelei, for little."),
    ],
)
def test_what_stands_elsewhere_is_no_name_of_it(question: str, text: str) -> None:
    assert told_by(name_told, question, text) is None
