"""What something is is told by the sentence that defines it, wherever that stands."""

from __future__ import annotations

import pytest

from bot.answering.forms.defining import Defining, defining, thing_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

_USES = "".join(
    f"\n## Step {n}\n\nTap the loom's {part} and choose a shed for the loom. What is in the shed"
    f" stays in the shed of loom {n}. Pick a heddle {part} if the heddle sticks.\n"
    for n, part in enumerate(["beam", "reed", "treadle", "hook", "brake"] * 12)
)
WEAVING = f"""# Weaver's handbook

Welcome. The loom is yours, and the shed is a mess at first.
{_USES}
## Words

A shed is the opening between raised and lowered threads. A heddle keeps one thread in its place.

Selvedge: the finished edge of the cloth. Selvedge should be checked daily.

The big loom is a gift of the guild. A loom is a must for every household.

As was said before, looms are what weavers call any frame that holds threads taut.
"""


@pytest.fixture(scope="module")
def weavers(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on a handbook whose every page names looms, sheds and heddles."""
    return assistant_on({"handbook.md": WEAVING}, tmp_path_factory.mktemp("weaving"))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("what is a shed?", "A shed is the opening"),
        ("What's a heddle", "A heddle keeps one thread"),
        ("what does selvedge mean?", "Selvedge: the finished edge"),
        ("what is a loom?", "As was said before, looms are what weavers call"),
    ],
)
def test_the_sentence_that_defines_is_quoted_first(
    weavers: Assistant, question: str, quote: str
) -> None:
    assert weavers.ask(question).quotes[0].text.startswith(quote)


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("A shed is an opening.", Defining.CLASSES),
        ("Sheds are usually a kind of opening.", Defining.CLASSES),
        ("In weaving, a shed (or opening) is one of two gaps.", Defining.CLASSES),
        ("The shed is a gap.", Defining.CLASSES_ONE),
        ("Shed means gap.", Defining.TELLS),
        ("A shed consists of two rows of threads.", Defining.DESCRIBES),
        ("Shed: a gap between threads.", Defining.LABELS),
        ("Shed - the gap between threads.", Defining.LABELS),
        ("Shed: open it first.", Defining.NONE),
        ("A shed is a must.", Defining.NONE),
        ("A shed is an important thing.", Defining.NONE),
        ("The shed keeps moths out.", Defining.NONE),
        ("The shed is full of moths.", Defining.NONE),
        ("A bicycle shed is a hut.", Defining.NONE),
        ("Shedding is a nuisance.", Defining.NONE),
        ("Nobody knows what a shed is.", Defining.NONE),
    ],
)
def test_how_plainly_a_sentence_defines(text: str, plainly: Defining) -> None:
    assert defining("shed", text) is plainly


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("what's a reed hook?", "reed hook"),
        ("What are heddles?", "heddles"),
        ("What does selvedge mean?", "selvedge"),
        ("what is a cost level?", "cost level"),
        ("What is the fee for a loom?", ""),
        ("Who is Ida Holm?", "ida holm"),
        ("What did the weavers of Lunde say about the fee?", ""),
        ("What is it?", ""),
    ],
)
def test_which_thing_a_question_asks_the_meaning_of(question: str, thing: str) -> None:
    assert thing_asked(parse_question(question)) == thing
