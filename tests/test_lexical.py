"""The forms by which short answers are read stand in the lexicon, for one language each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.times.weekdays import day_told, days_in
from retrieval.lexicon import lexicon

ROOT = Path(__file__).parent.parent
FORMS = lexicon("answers_en")
NAMES = {
    f"{section}.{key}"
    for section, entries in FORMS.items()
    if section != "shared"
    for key in entries
}
_READERS = {"pattern", "listed", "groups"}


def asked_for() -> Iterator[str]:
    """The entries that the code asks for by name, "*" for what it fills in."""
    for file in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                yield from _literal(node.args[0]) if node.func.id in _READERS else ()


def _literal(name: ast.expr) -> Iterator[str]:
    if isinstance(name, ast.Constant):
        yield str(name.value)
    elif isinstance(name, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in name.values)


def test_every_form_that_the_code_asks_for_is_there() -> None:
    asked = set(asked_for())
    assert {name for name in asked if "*" not in name} <= NAMES
    assert {name.partition(".")[0] for name in asked} == {name.partition(".")[0] for name in NAMES}


def test_every_form_that_is_there_is_asked_for() -> None:
    said = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot").rglob("*.py"))
    unread = {n for n in NAMES if f'"{n}"' not in said and f'"{n.partition(".")[2]}"' not in said}
    assert not unread
    shared = "".join(str(entry) for entries in FORMS.values() for entry in entries.values())
    assert all(f"{{{name}}}" in shared for name in FORMS["shared"])


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_form_can_be_read(name: str) -> None:
    assert pattern(name, "en").pattern
    assert listed(name, "en")


@pytest.mark.parametrize("language", ["ru", "es", "de", "xx"])
def test_what_a_language_does_not_list_matches_nothing(language: str) -> None:
    assert pattern("hours.shut", language).search("It is closed.") is None
    assert not listed("recurring.once", language)
    assert day_told("Is it open on Friday?", "From Monday to Thursday.", language=language) is None


def test_the_days_are_those_that_the_entities_know() -> None:
    assert days_in("Monday, Tues or SUNDAYS", "en") == [0, 1, 6]
    assert not days_in("Mondayish weekdays", "en")


def test_an_unknown_form_matches_nothing() -> None:
    assert pattern("hours.never", "en").search("") is None
