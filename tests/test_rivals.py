"""Figures of other documents that answer the question otherwise: found, weighed, shown."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Verdict
from bot.answering.quoting import LIKELY_RIVAL, POSSIBLE_RIVAL, choose_quotes
from bot.answering.rivals import Rival, rivals
from bot.answering.rivals.figures import Figure, figures
from bot.answering.rivals.model import FILE, shipped_model
from bot.answering.rivals.signals import NAMES
from bot.answering.rivals.training import main as train
from bot.assistant import Assistant
from retrieval.errors import ModelError
from retrieval.ranking.logistic import read_weights
from tests.helpers import assistant_on, write_documents

WIRE = """---
date: 2031-03-04
---

Some 120 firefighters came to the mill at Orsk. The mill burned down in an hour.
"""
PAPER = """---
date: 2031-03-05
---

Ninety-six firefighters with 18 engines fought the blaze at the mill. The miller was away.
"""
REGATTA = """---
date: 2031-03-04
---

The regatta at Lunde was held on Sunday. 42 boats sailed in the regatta at Lunde. The regatta had
boats of every class. All boats in the regatta were measured. The boats sailed twice round the
island. A boat sailed into the pier at Lunde. Boats were sailed by pupils in the morning. The
regatta is sailed every March. The boats came from Lunde and Orsk. The regatta committee sailed in
a boat of its own. One of the boats in the regatta sank. Who sailed in the regatta got a mug.
"""
QUESTION = "How many firefighters came to the mill?"
TEXTS = st.sampled_from(
    ["40 boats", "about 65 boats", "12,000 crowns", "3 May 2031", "1987", "on Monday", "two hours"]
)


@pytest.fixture
def mill(tmp_path: Path) -> Assistant:
    """An assistant on two reports of a fire that share few words."""
    return assistant_on({"wire.md": WIRE, "paper.md": PAPER}, tmp_path)


def found(assistant: Assistant, question: str, lifted: str) -> tuple[Rival, ...]:
    answer = assistant.ask(question)
    main = next(n for n, hit in enumerate(answer.hits) if lifted in hit.passage.text)
    return rivals(answer.searched, answer.hits, main=main, lifted=lifted)


def test_another_number_of_the_same_is_a_rival_in_whatever_words(mill: Assistant) -> None:
    (rival,) = found(mill, QUESTION, "120 firefighters")
    hit = mill.ask(QUESTION).hits[rival.number]
    assert hit.passage.document.id == "paper.md"
    assert _claim(rival, hit.passage.text) == "Ninety-six firefighters"
    assert rival.probability > 0.05


def test_where_nothing_is_lifted_the_likeliest_figure_has_rivals(mill: Assistant) -> None:
    (told,), (lifted,) = found(mill, QUESTION, ""), found(mill, QUESTION, "120 firefighters")
    assert (told.number, told.claims) == (lifted.number, lifted.claims)
    assert told.probability < lifted.probability


def test_another_time_of_day_is_a_rival(tmp_path: Path) -> None:
    texts = {
        "wire.md": "A fire broke out in the mill at half past five on Tuesday morning.\n",
        "paper.md": "The fire in the mill began at 6.15 a.m., when the miller was asleep.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    question = "At what time did the fire in the mill begin?"
    told = assistant.ask(question)
    lifted = "6.15 a.m." if "6.15" in told.hits[0].passage.text else "half past five"
    (rival,) = found(assistant, question, lifted)
    text = told.hits[rival.number].passage.text
    assert {lifted, _claim(rival, text)} == {"6.15 a.m.", "half past five"}


def test_what_is_no_figure_may_have_rivals_without_claims(mill: Assistant) -> None:
    told = found(mill, "Where did the firefighters come?", "the mill")
    assert [rival.claims for rival in told] == [None]


def test_the_same_figure_is_no_rival(tmp_path: Path) -> None:
    texts = {"wire.md": WIRE, "paper.md": PAPER.replace("Ninety-six", "One hundred and twenty")}
    assistant = assistant_on(texts, tmp_path)
    told = found(assistant, QUESTION, "120 firefighters")
    texts_of = [assistant.ask(QUESTION).hits[rival.number].passage.text for rival in told]
    assert not any("firefighters" in text for text in texts_of)


def test_amounts_of_different_years_are_no_rivals(tmp_path: Path) -> None:
    texts = {
        "report.md": "In 2021 the mill of Orsk employed 298 people.\n",
        "paper.md": "At the end of 2022 the mill of Orsk employed 286 people.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    assert found(assistant, "How many people did the mill employ in 2021?", "298 people") == ()


def test_what_another_named_thing_measures_is_no_side(tmp_path: Path) -> None:
    depths = {"Aldam": 31, "Birkby": 12, "Corran": 55, "Esk": 20}
    texts = {
        f"{name}.md": f"{name}\n\nThe well of {name} is {depth} metres deep. A lid covers it.\n"
        for name, depth in depths.items()
    }
    assistant = assistant_on(texts, tmp_path)
    for name, depth in depths.items():
        answer = assistant.ask(f"How deep is the well of {name}?")
        assert answer.lead == f"{depth} metres"
        assert answer.verdict is Verdict.FOUND


def _claim(rival: Rival, text: str) -> str:
    assert rival.claims is not None
    return text[rival.claims.other.start : rival.claims.other.end]


def test_who_asks_what_the_sources_say_sees_what_each_says(mill: Assistant) -> None:
    answer = mill.ask(f"{QUESTION[:-1]}, according to the different reports?")
    assert answer.verdict is Verdict.DISPUTED
    assert {side.claim for side in answer.sides} == {
        "Some 120 firefighters",
        "Ninety-six firefighters",
    }


def test_a_likely_rival_without_figures_is_quoted_and_no_dispute(tmp_path: Path) -> None:
    texts = {
        "wire.md": "---\ndate: 2031-03-04\n---\n\nThe ferry Selma ran aground on Gull Rock.\n",
        "paper.md": "---\ndate: 2031-03-06\n---\n\nThe ferry Selma ran aground on the Long Bar.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    answer = assistant.ask("Where did the Selma run aground?")
    assert {quote.passage.document.id for quote in answer.quotes} == {"wire.md", "paper.md"}
    assert answer.verdict is not Verdict.DISPUTED


def test_what_another_document_may_say_is_quoted_before_a_third_sentence_of_the_same(
    tmp_path: Path,
) -> None:
    texts = {
        "wire.md": "The inquiry into the ferry is in the charge of Ines Holt. The ferry inquiry "
        "has three members. The charge for the ferry rose during the inquiry.\n",
        "paper.md": "The inquiry is being led by Mia Brandt, a retired judge. The band played.\n",
    }
    answer = assistant_on(texts, tmp_path).ask("Who is in charge of the ferry inquiry?")
    sources = [hit.passage.document.id for hit in answer.hits]
    paper = sources.index("paper.md")

    def quoted(likely: float) -> list[str]:
        rivals = (Rival(paper, None, likely),)
        quotes = choose_quotes(
            answer.searched, answer.hits, proof=[0], sides=(), rivals=rivals, alike=(), count=3
        )
        return [quote.passage.document.id for quote in quotes]

    assert quoted(LIKELY_RIVAL) == ["wire.md", "paper.md", "wire.md"]
    assert quoted(POSSIBLE_RIVAL) == ["wire.md", "wire.md", "paper.md"]


def test_rivals_of_two_documents_are_both_quoted(tmp_path: Path) -> None:
    texts = {
        "wire.md": WIRE,
        "paper.md": PAPER,
        "brigade.md": "The blaze at the mill was fought by 140 firefighters, says the brigade.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    answer = assistant.ask(QUESTION)
    assert {quote.passage.document.id for quote in answer.quotes} == set(texts)


def test_of_rivals_that_tell_the_same_figure_one_is_quoted_before_others(tmp_path: Path) -> None:
    texts = {
        "wire.md": WIRE,
        "paper.md": PAPER,
        "echo.md": "Ninety-six firefighters fought the blaze at the mill, the Echo writes.\n",
        "brigade.md": "The blaze at the mill was fought by 140 firefighters, says the brigade.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    told = " ".join(quote.text.casefold() for quote in assistant.ask(QUESTION).quotes)
    assert all(figure in told for figure in ("120", "ninety-six", "140"))


def test_a_figure_in_a_passage_that_shares_few_words_is_quoted(tmp_path: Path) -> None:
    paper = "The harbour was full. The harbour master counted 38 boats. He was proud.\n"
    assistant = assistant_on({"wire.md": REGATTA, "paper.md": paper}, tmp_path)
    answer = assistant.ask("How many boats sailed in the regatta?")
    assert answer.lead == "42 boats"
    assert "38 boats" in answer.quotes[1].text
    assert "38 boats" not in " ".join(hit.passage.text for hit in answer.hits)


def test_a_passage_that_shares_few_words_without_a_figure_is_not_quoted(tmp_path: Path) -> None:
    paper = "The harbour was full. The harbour master counted the boats. He was proud.\n"
    assistant = assistant_on({"wire.md": REGATTA, "paper.md": paper}, tmp_path)
    answer = assistant.ask("How many boats sailed in the regatta?")
    assert {quote.passage.document.id for quote in answer.quotes} == {"wire.md"}


@pytest.mark.parametrize(("day", "quoted"), [("12 June", True), ("13 June", False)])
def test_of_several_days_the_one_near_the_shown_one_is_held_against_it(
    tmp_path: Path, day: str, quoted: bool
) -> None:
    texts = {
        "wire.md": "The ferry to Osk began to run on 13 June, with the band on deck.\n",
        "paper.md": f"Sailings began on {day} and will end on 30 September.\n",
    }
    assistant = assistant_on(texts, tmp_path)
    told = found(assistant, "On what day did the ferry to Osk begin to run?", "13 June")
    assert [rival.claims is not None for rival in told] == [True] * quoted
    if quoted:
        assert _claim(told[0], texts["paper.md"]) == "12 June"


def test_days_apart_are_told_of_days_of_the_calendar_only() -> None:
    first, second, month = figures("On 3 May 2031, on 5 May and in June 2031.", language="en")
    assert first.days_apart(second) == second.days_apart(first) == 2
    assert first.days_apart(month) is None
    (amount,) = figures("40 boats", language="en")
    assert first.days_apart(amount) is None


def test_what_agrees_is_no_rival_in_a_question_on_several_sources(tmp_path: Path) -> None:
    texts = {"wire.md": WIRE, "paper.md": PAPER.replace("Ninety-six", "120")}
    assistant = assistant_on(texts, tmp_path)
    answer = assistant.ask(f"{QUESTION[:-1]}, according to the different reports?")
    assert answer.verdict is not Verdict.DISPUTED


@given(TEXTS, TEXTS)
def test_figures_are_compared_alike_from_both_sides(first: str, second: str) -> None:
    one, two = (figures(text, language="en") for text in (first, second))
    for a in one:
        for b in two:
            assert a.is_like(b) == b.is_like(a)
            assert a.apart(b) == b.apart(a) >= 0
            assert a.agrees(b) == b.agrees(a)


def test_a_figure_agrees_with_itself_and_is_where_it_says() -> None:
    text = "The 40 boats came on 3 May 2031."
    amount, day = figures(text, language="en")
    assert [text[each.span.start : each.span.end] for each in (amount, day)] == [
        "40 boats",
        "3 May 2031",
    ]
    assert isinstance(amount, Figure)
    assert amount.agrees(amount) is day.agrees(day) is True
    assert not amount.is_like(day)


def test_the_shipped_weights_are_of_the_named_signals() -> None:
    model = shipped_model()
    assert set(model.names) == set(NAMES)
    values = dict(zip(model.names, model.means[:, None], strict=True))
    assert np.isclose(model.odds(values)[0], model.bias)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "can't be used"),
        ('{"bias": 1.0, "features": {"odds": [0]}}', "can't be used"),
        ('{"bias": 1.0, "features": {"moon": [0, 1]}}', "other signals"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(ModelError, match=told):
        read_weights(text, names=NAMES)


def test_training_makes_a_file_of_collections_where_documents_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        documents = {
            "wire.md": WIRE,
            "paper.md": PAPER.replace("Ninety-six", f"{90 + number}"),
            "past.md": "In 1950 some 300 firefighters came to a fire at the old mill.\n",
        }
        place = tmp_path / "sets" / str(number)
        write_documents(place / "documents", documents)
        line = {
            "id": "1",
            "question": QUESTION,
            "support": ["120 firefighters", "firefighters with 18 engines"],
            "sides": ["120", f"{90 + number}"],
        }
        lines = json.dumps(line)
        (place / "questions.jsonl").write_text(lines, encoding="utf-8")
    file = tmp_path / "weights.json"
    train([str(tmp_path / "sets"), "--output", str(file)])
    assert json.loads(capsys.readouterr().out)["at least 0.5"]["of"] == 5
    assert set(read_weights(file.read_text(encoding="utf-8"), names=NAMES).names) == set(NAMES)


def test_the_file_holds_a_line_a_signal() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert sum(line.strip().startswith(tuple(f'"{name}"' for name in NAMES)) for line in lines) == (
        len(NAMES)
    )


@pytest.mark.skipif("QUOTH_RETRAIN" not in os.environ, reason="takes a minute; QUOTH_RETRAIN=1")
def test_training_on_the_shipped_collections_gives_the_shipped_file(tmp_path: Path) -> None:
    collections = Path(__file__).parents[1] / "benchmarks/collections/learnt"
    train([str(collections), "--output", str(tmp_path / "weights.json")])
    assert (tmp_path / "weights.json").read_text(encoding="utf-8") == FILE.read_text(
        encoding="utf-8"
    )
