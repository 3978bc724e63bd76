"""The starter collection tells the five reports in words of its own, and all of it can be read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.md"))
LONGEST_RUN = 7  # words that a retelling and its original may share in a row
_WORD = re.compile(r"\w+")


def originals() -> list[Path]:
    folder = os.environ.get("QUOTH_ORIGINALS", "")
    if not folder:
        pytest.skip("the original reports are not here; QUOTH_ORIGINALS names their folder")
    return sorted(Path(folder).glob("*.txt"))


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    length = LONGEST_RUN + 1
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_there_are_five_reports_in_the_order_of_their_originals() -> None:
    assert [seed.name[:4] for seed in SEEDS] == ["000-", "001-", "002-", "003-", "004-"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_each_report_names_its_origin(seed: Path) -> None:
    origin = yaml.safe_load(seed.read_text(encoding="utf-8").split("---\n")[1])
    assert origin["title"]
    assert origin["publisher"]
    assert origin["language"] == "en"


@pytest.mark.parametrize("number", range(5))
def test_no_eight_words_in_a_row_are_those_of_an_original(number: int) -> None:
    shared = runs(SEEDS[number].read_text()) & runs(originals()[number].read_text())
    assert not {" ".join(run) for run in shared}


@pytest.mark.parametrize("number", range(5))
def test_every_figure_stands_in_the_original(number: int) -> None:
    body = SEEDS[number].read_text().split("---\n", 2)[2]
    figures = set(re.findall(r"\d+", originals()[number].read_text()))
    told = set(re.findall(r"\d+", body))
    assert told <= figures | {"24"}, "24 is the day behind the 23rd"
