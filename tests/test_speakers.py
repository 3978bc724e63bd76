"""Who said what was quoted, and the proof of an answer, asked for once more."""

from __future__ import annotations

import pytest

from bot.answering.grammar.sentence import read_sentence
from bot.answering.people.speakers import speaker_told
from bot.assistant import Assistant
from retrieval.question import parse_question
from tests.helpers import assistant_on, replies
from tests.leaning import after
from tests.lines import told_by

WELL = """# The town well

The well is 40 metres deep, according to the Water Office. It was dug in 1780. Diver Ana Prell told
the council that its walls are sound.

"The pump is a danger to everybody," said mayor Ilse Brandt. Water costs 3 crowns a barrel.
"""


@pytest.fixture(scope="module")
def well(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"well.md": WELL}, tmp_path_factory.mktemp("well"))


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The bridge cost 14 millions, according to the Harbour Office.", "the Harbour Office"),
        ("According to a study by the Tarn Society, cars cross it.", "a study by the Tarn Society"),
        ("Engineer Paul Okoro told the council that the piers will last.", "Engineer Paul Okoro"),
        ("Critics claim that the work took five years.", "Critics"),
        ("The painters left because, their union said, the paint was poisonous.", "their union"),
        ('"The old one was a danger," said mayor Ilse Brandt.', "mayor Ilse Brandt"),
        ("A spokesman for the port said on Monday that 40 were hurt.", "A spokesman for the port"),
        ("Ida Holm, the mayor, said the pool will close.", "Ida Holm"),
        ("The mayor, Ida Holm, said the pool will close.", "Ida Holm"),
        ("Police say the driver was drunk.", "Police"),
        ('"We are glad," Ms Lund, the captain, told reporters.', "Ms Lund"),
    ],
)
def test_a_sentence_tells_by_its_form_who_says_it(sentence: str, speaker: str) -> None:
    assert told_by(speaker_told, "who said that the ferry sank?", sentence) == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "He said that the ferry had sunk.",
        "It was said that the mill was haunted.",
        "The mill is said to be haunted.",
        "The damage reported on Monday was slight.",
        "At noon mayor Holm said the ferry had sunk.",
        "Police say that the driver was drunk, but his lawyer says he was not.",
        "What the report said is not known.",
    ],
)
def test_nobody_is_named_where_it_is_not_plain_who_says_it(sentence: str) -> None:
    question = parse_question("who said that the ferry sank?")
    assert speaker_told(question, read_sentence(sentence)) is None


def test_who_announced_a_thing_is_nobody_who_merely_said_something() -> None:
    sentence = read_sentence("The mayor said that the strike will go on.")
    assert speaker_told(parse_question("who announced the strike?"), sentence) is None


@pytest.mark.parametrize(
    "message",
    [
        "who said that?",
        "says who",
        "according to whom?",
        "who told you that",
        "whose estimate is that?",
    ],
)
def test_whoever_said_it_is_asked_for_in_many_ways(message: str) -> None:
    found = after(message, "Who dug the well?", short="Ana Prell")
    assert found.text == "who said Ana Prell dug the well?"
    assert found.beside


def test_who_said_it_is_answered_from_the_quote(well: Assistant) -> None:
    answer = replies(well, "How deep is the well?", "according to whom?")[-1]
    assert answer.lead == "the Water Office"
    assert answer.quotes[0].text.startswith("The well is 40 metres deep")


def test_nobody_far_from_the_quote_is_named(well: Assistant) -> None:
    answer = replies(well, "When was the well dug?", "who said that?")[-1]
    assert "Brandt" not in answer.lead
    assert "Brandt" not in " ".join(quote.text for quote in answer.quotes)
