"""Who somebody is stands beside the name."""

from __future__ import annotations

import pytest

from bot.answering.people.apposition import role_told
from bot.answering.people.identity import asking_for_holder
from retrieval.question import Wanted, parse_question


def role(question: str, text: str) -> str | None:
    span = role_told(parse_question(question), text)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "Who is Jonas Brekke?",
            "Jonas Brekke, the water minister of Selmark, spoke first.",
            "water minister of Selmark",
        ),
        (
            "Who is Jonas Brekke?",
            "Present: Jonas Brekke, the water minister of Selmark",
            "water minister of Selmark",
        ),
        (
            "Who is Lavrov?",
            "Russia's foreign minister Sergei Lavrov welcomed it.",
            "Russia's foreign minister",
        ),
        ("Who is Lavrov?", "On Sunday the minister Sergei Lavrov came.", "minister"),
        (
            "Who is Lavrov?",
            "On Sunday Russia's foreign minister Sergei Lavrov came.",
            "Russia's foreign minister",
        ),
        ("Who is Clara Venn?", "It was designed by the architect Clara Venn.", "architect"),
        ("Who is Jonas Ehrlich?", "“It is late,” said the director, Jonas Ehrlich.", "director"),
        (
            "Who is Lena Moss?",
            "At the talks the league's envoy for water, Lena Moss, was present.",
            "league's envoy for water",
        ),
        (
            "Who is Jonas Ehrlich?",
            "Lena Moss, the special envoy, met Selmark's deputy director Jonas Ehrlich.",
            "Selmark's deputy director",
        ),
        ("Who is Ida Holm?", "Otto Maier and Ida Holm were ready to go on.", None),
        (
            "Who is Brekke?",
            "The ministers of the two countries, Jonas Brekke of Iran and Otto Roe of Peru, met.",
            "ministers of the two countries",
        ),
        ("Who is Ida Holm?", "In that telephone conversation Ida Holm agreed.", None),
        ("Who was Otto Maier?", "Her predecessor, Otto Maier, left.", "Her predecessor"),
        ("Who is Ida Holm?", "Ida Holm is a baker from Bergen.", "baker from Bergen"),
        ("Who was Ida Holm?", "Mayor Ida Holm opened the bridge.", "Mayor"),
        ("who was Emil Rast?", "The watchmaker Emil Rast founded it.", "watchmaker"),
        ("Who is Emil Rast?", "Goalkeeper Emil Rast broke his wrist.", "Goalkeeper"),
        ("Who is Emil Rast?", "It was led by the retired baker Emil Rast.", "retired baker"),
        (
            "Who is Lena Moss?",
            "The bakery's managing director, Lena Moss, put the cost at two million.",
            "bakery's managing director",
        ),
        (
            "Who is Lena Moss?",
            "The leader of the choir, Lena Moss, sang first.",
            "leader of the choir",
        ),
        (
            "Who is Lena Moss?",
            "That needs the consent of the head of the kitchen, Lena Moss, who is away.",
            "head of the kitchen",
        ),
        ("Who is Otto Maier?", "Present: Mr Otto Maier (treasurer), ten members.", "treasurer"),
        ("Who is Otto Maier?", "Ask the ferryman, Dr Otto Maier, who knows.", "ferryman"),
        (
            "Who is Otto Maier?",
            "“No,” said Otto Maier, 71, who has kept bees since the war.",
            "who has kept bees since the war",
        ),
        (
            "Who is Ida Holm?",
            "The harbour master, Captain Ida Holm, said that it was late.",
            "harbour master",
        ),
        ("Who is Ida Holm?", "They met, Captain Ida Holm said.", "Captain"),
        ("Who is Andrey Pavlov?", "The pilot Andrei Pavlov landed first.", "pilot"),
        ("What is the Gudrun?", "A tug, the Gudrun, came at noon.", "tug"),
        ("What is the Lady Agnes?", "The first ferry, the Lady Agnes, sank.", "first ferry"),
        (
            "What is Holm Mutual?",
            "Ask its insurer, Holm Mutual, first.",
            "its insurer",
        ),
        (
            "What is Holm Timber?",
            "It belongs to Holm Timber, a family firm founded in 1951 that sells oak.",
            "family firm",
        ),
        ("Who is Ida Holm?", "Its driver, 38-year-old baker Ida Holm, had got out.", "baker"),
        ("Who was Ida Holm?", "Ida Holm (1871-1948) was a baker in Ostra.", "baker in Ostra"),
        ("What is Zandra?", "Seats are booked with the Zandra app.", "app"),
        (
            "What is the Moss newt?",
            "It is known for the Moss newt (Triturus mossi), a small, red animal found there.",
            "small, red animal",
        ),
        (
            "Who is Ida Holm?",
            "A guest, vice president of the Harbour Union of Lunde (HUL) Ida Holm told us so.",
            "vice president of the Harbour Union of Lunde",
        ),
        (
            "Who is Ida Holm?",
            "After the vote, Ida Holm, chairwoman of LWB said so.",
            "chairwoman of LWB",
        ),
        (
            "Who is Ida Holm?",
            "Lunde's mayor and Lunde Council of Millers chairwoman Ida Holm came.",
            "Lunde Council of Millers chairwoman",
        ),
        (
            "Who is Ida Holm?",
            "“So be it,” Ida Holm, Lunde's fire chief said.",
            "Lunde's fire chief",
        ),
    ],
)
def test_the_words_beside_a_name_tell_who_it_is(question: str, text: str, told: str | None) -> None:
    assert role(question, text) == told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who is Ines Roth?", "Roth, 24, comes from Northern Stars."),
        ("Who is Ida Holm?", "The goals were scored by Ida Holm, Lena Moss and Ruth Falk."),
        ("Who is Ida Holm?", "Ida Holm was born in Bergen."),
        ("Who is Ida Holm?", "The mayor Nils Holm opened it."),
        ("Who is Mario Rossi?", "The mayor Maria Rossi opened it."),
        ("Who is Ida Holm?", "Mrs Ida Holm opened it."),
        ("Who is the mayor?", "The mayor Ida Holm opened it."),
        ("Who is Ida Holm?", "Mrs Ida Holm asked for a bin."),
        ("Who is Ida Holm?", "The league of Mills (LOM) Ida Holm liked most burnt down."),
        ("Who is Ida Holm?", "They came for Ida Holm, Lunde's beauty and the sea."),
        ("Who is Ida Holm?", "Speaking of the mill vote, Ida Holm, 40, said so."),
        ("What is Holm Mutual?", "Shares of Holm Mutual fell by three percent."),
        ("What is the capital of Selmark?", "The capital of Selmark, a port, is Lunde."),
    ],
)
def test_other_words_beside_a_name_tell_nothing(question: str, text: str) -> None:
    assert role(question, text) is None


def test_who_holds_an_office_is_a_question_for_a_person() -> None:
    asked = asking_for_holder(parse_question("Who is mayor of Bergen?"))
    assert asked.wanted is Wanted.PERSON
    named = parse_question("Who is Jonas Brekke?")
    assert asking_for_holder(named) is named
