"""What an option or a setting does is told by its own entry, whoever else names it."""

from __future__ import annotations

import pytest

from bot.answering.forms.named import Named, entry_told, name_asked
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on

_MENTIONS = "".join(
    f"Run {n} of the feeder with -g, then -G and crumb-size once more. crumb-size and -g go well.\n"
    for n in range(20)
)
FEEDER = f"""# The feeder

{_MENTIONS}
## Options

- -g, --grains=N: Drops so many grains at a time.
- -G FILE: Writes what was eaten into a file.

--loud

Sings when a bird lands on it.

## crumb-size

Type: number

Default: 4

Tells how large a crumb may be, in millimetres.
"""


@pytest.fixture(scope="module")
def feeder(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"feeder.md": FEEDER}, tmp_path_factory.mktemp("feeder"))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("what does -g do?", "-g, --grains=N: Drops"),
        ("What does the -G option do?", "-G FILE: Writes"),
        ("what is --grains for?", "-g, --grains=N: Drops"),
        ("what does --loud do?", "Sings when a bird lands"),
        ("what does crumb-size do?", "Tells how large a crumb"),
        ("what's the default of crumb-size?", "Default: 4"),
    ],
)
def test_the_entry_of_the_name_is_quoted_first(
    feeder: Assistant, question: str, quote: str
) -> None:
    assert feeder.ask(question).quotes[0].text.startswith(quote)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("-n", "-n: Counts.", "Counts."),
        ("-n", "-n, --number: Counts.", "Counts."),
        ("--number", "-n N, --number=N: Counts.", "Counts."),
        ("$wide", "$wide: How wide.", "How wide."),
        ("-n", "Option: -n | Counts.", "Counts."),
        ("-n", "-N: Numbers.", None),
        ("-n", "--n: Counts.", None),
        ("-n", "-nn: Counts twice.", None),
        ("-n", "Say -n: it counts.", None),
        ("run-log", "run-log-size: A number.", None),
    ],
)
def test_what_the_entry_of_a_name_tells(name: str, text: str, told: str | None) -> None:
    assert entry_told(name, text) == told


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What does -n do?", Named("-n", default=False)),
        ("what is the --dry-run switch for?", Named("--dry-run", default=False)),
        ("what's $wide?", Named("$wide", default=False)),
        ("What is the default value of run_log?", Named("run_log", default=True)),
        ("What does the minister do?", None),
        ("What is the default?", None),
        ("What did the runner-up win?", None),
    ],
)
def test_which_name_is_asked_about(question: str, asked: Named | None) -> None:
    assert name_asked(parse_question(question)) == asked
