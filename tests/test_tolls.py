"""How many were killed in an event: not the dead of another one that a report recalls."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

DOCUMENTS = {
    "1.md": """---
title: Avalanche above Brenn kills four
publisher: Alp Sheet
date: 2012-01-14
---

An avalanche above Brenn killed four skiers on Saturday.

The slope had been closed. In 1954 an avalanche killed 57 people in the same valley.
""",
    "2.md": """---
title: Fifth victim of the Brenn avalanche
publisher: Alp Sheet
date: 2012-01-17
---

The avalanche above Brenn has killed five people, the police said on Tuesday.

A guide from Orl died in hospital.
""",
    "3.md": """---
title: Cable car falls at Tarmont
publisher: Alp Sheet
date: 2012-03-02
---

A cable car fell into the Tarmont ravine on Friday, and three people were killed.

It is the worst accident in the mountains since the avalanche of January, in which five people died.
""",
}


@pytest.fixture(scope="module")
def alps(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on an avalanche and a cable car that fell."""
    return assistant_on(DOCUMENTS, tmp_path_factory.mktemp("alps"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people were killed by the avalanche?", "five people"),
        ("How many people died in the Brenn avalanche?", "five people"),
        ("How many people were killed at Tarmont?", "three people"),
        ("How many died in the cable car accident?", "three people"),
        ("How many people were killed by the avalanche of 1954?", "57 people"),
    ],
)
def test_the_dead_are_those_of_the_event(alps: Assistant, question: str, told: str) -> None:
    assert told in alps.ask(question).quotes[0].text
