"""Who comes next in an office: whom a sentence tells to come, not who holds it now."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.helpers import assistant_on

DOCUMENTS = {
    "1.md": """---
title: Harbour master of Ilmen to leave
publisher: Lagoon Post
date: 2014-05-06
---

The harbour master of Ilmen, Sven Torp, will leave in autumn.

His successor will be Karin Ahl, who now runs the pilots' station.
""",
    "2.md": """---
title: Rowing club
publisher: Lagoon Post
date: 2014-06-11
---

The rowing club of Ilmen has chosen Edith Born as its trainer. Her predecessor Max Lohr goes to sea.

Menu | Sport | Who will be the new trainer? | Contact
""",
    "3.md": """---
title: Choir
publisher: Lagoon Post
date: 2014-07-01
---

The conductor of the choir, Olga Wirt, spoke of a full house. A new conductor is yet to be named.

The organist of Ilmen, Jonas Pfeil, played a fugue.
""",
}


@pytest.fixture(scope="module")
def lagoon(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on people who leave their offices, and some whom others follow."""
    return assistant_on(DOCUMENTS, tmp_path_factory.mktemp("lagoon"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who will be the new harbour master?", "Karin Ahl"),
        ("Who will be the next harbour master of Ilmen?", "Karin Ahl"),
        ("Who will replace Sven Torp?", "Karin Ahl"),
        ("Who succeeds Sven Torp?", "Karin Ahl"),
        ("Who is the new trainer of the rowing club?", "Edith Born"),
    ],
)
def test_whoever_is_told_to_come_is_named(lagoon: Assistant, question: str, told: str) -> None:
    assert lagoon.ask(question).lead == told


def test_whoever_holds_an_office_is_not_said_to_come(lagoon: Assistant) -> None:
    assert lagoon.ask("Who will be the next organist of Ilmen?").refused
    assert "Olga Wirt" not in lagoon.ask("Who will be the new conductor?").lead
