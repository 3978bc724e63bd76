"""The shape of the house: who may import whom, what the README promises, what a wheel carries."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from bot.commands import COMMANDS, Place
from retrieval.lexicon import lexicon

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    return names | {
        n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module is not None
    }


@pytest.mark.parametrize("file", sorted((ROOT / "retrieval").rglob("*.py")), ids=lambda f: f.name)
def test_retrieval_knows_nothing_of_chat(file: Path) -> None:
    assert not {name for name in imports(file) if name.split(".")[0] in {"bot", "telegram"}}


def reached(file: Path) -> Iterator[Path]:
    """The files or packages of ours that a file imports, as paths without ".py"."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            base = ROOT.joinpath(*node.module.split("."))
            for alias in node.names:
                within = base / alias.name
                yield within if within.is_dir() or within.with_suffix(".py").exists() else base


PACKAGES = [
    file.parent for top in ("bot", "retrieval") for file in (ROOT / top).rglob("__init__.py")
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_arrows_between_the_parts_of_a_package_run_one_way(package: Path) -> None:
    arrows: dict[str, set[str]] = {}
    for file in package.rglob("*.py"):
        own = file.with_suffix("").relative_to(package).parts
        if "training" in own:
            continue  # commands that stand above everything
        others = (place for place in reached(file) if place.is_relative_to(package))
        parts = {place.relative_to(package).parts[0] for place in others if place != package}
        arrows.setdefault(own[0], set()).update(parts - {own[0]})
    TopologicalSorter(arrows).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("telegram", ("bot/telegram/",)),
        ("aiohttp", ("bot/telegram/sending/network.py", "bot/telegram/receiving/site.py")),
        ("sklearn", ("retrieval/training/fitting.py", "bot/answering/short/")),
        ("sqlite3", ("bot/journal/database.py",)),
        ("rich", ("bot/cli/", "bot/console/terminal.py")),
    ],
)
def test_each_large_library_is_behind_one_door(library: str, homes: tuple[str, ...]) -> None:
    users = [
        file.relative_to(ROOT).as_posix()
        for package in ("bot", "retrieval")
        for file in (ROOT / package).rglob("*.py")
        if any(name.split(".")[0] == library for name in imports(file))
    ]
    assert users
    assert all(user.startswith(homes) for user in users)


def test_answering_a_question_needs_no_scikit_learn() -> None:
    code = "import sys, bot.assistant, bot.console; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_search_of_a_saved_index_loads_only_what_it_needs() -> None:
    slow = ("dataclasses", "hashlib", "numpy.ma", "numpy.typing", "scipy", "tomllib")
    code = f"import sys, benchmarks.searched; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    assert done.stdout == b"[]\n"


def test_word_lists_say_the_same_to_the_quick_reader_as_to_the_usual_one() -> None:
    for file in (ROOT / "retrieval" / "lexicon").glob("*.toml"):
        assert lexicon(file.stem) == tomllib.loads(file.read_text(encoding="utf-8"))


def test_the_readme_tells_every_setting_and_command() -> None:
    text = (ROOT / "config" / "settings.toml").read_text(encoding="utf-8")
    for section, keys in tomllib.loads(text).items():
        for key in keys:
            assert f"`{section}.{key}`" in README, f"{section}.{key} is not in the README"
    for command in COMMANDS:
        if Place.CONSOLE in command.places or Place.PRIVATE in command.places:
            assert f"`/{command.name}" in README, f"/{command.name} is not in the README"


def test_a_wheel_works_far_from_the_checkout(tmp_path: Path) -> None:
    wheels, place = tmp_path / "wheels", tmp_path / "place"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(place)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "When was the first Astana meeting held?"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(place), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.match(r"23[-–]24 January 2017\n", done.stdout)
