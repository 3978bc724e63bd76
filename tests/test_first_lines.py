"""First lines that are whole, of the thing asked about, and no longer than they should be."""

from __future__ import annotations

import pytest

from bot.answering.first_line.trimming import trimmed
from bot.answering.first_line.widening import widened
from retrieval.question import parse_question
from retrieval.records import Span
from tests.lines import line_of


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (  # the items of a list as the sentence ties them
            "Which countries took part in the survey?",
            "Norway, Iceland and the Faroe Islands took part in the survey.",
            "Norway, Iceland and the Faroe Islands",
        ),
        (  # no word from behind the end of direct speech
            "Why was the pier closed?",
            '"The pier was closed because the seals need rest," the warden said, it was told.',
            "because the seals need rest",
        ),
        (  # what is counted, with what is told of it
            "What will the next meeting deal with?",
            "The next meeting will deal with two questions - mooring fees and the north basin.",
            "two questions - mooring fees and the north basin",
        ),
        (
            "On what day of the week did Olaf Reve arrive?",
            "Olaf Reve arrived on Saturday, when the talks of 24 January had ended.",
            "Saturday",
        ),
        (
            "What is the population of the island?",
            "Half the population has left the island since 1990.",
            "",
        ),
        (
            "What does the harbour board do?",
            "The harbour board, including the council and the guild, inspects the nets.",
            "",
        ),
    ],
)
def test_a_first_line_is_whole_and_no_longer_than_it_should_be(
    asked: str, text: str, line: str
) -> None:
    assert line_of(asked, text) == line


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (  # a name behind a firm's is where it is
            "Who makes the Brisk kettle?",
            "The Brisk kettle is made by Holm Enamel, Lunde.",
            "Holm Enamel",
        ),
        (
            "Who opened the bridge?",
            "The bridge was opened by the water minister, Ida Holm.",
            "Ida Holm",
        ),
        (  # the number to ring is no time
            "Until when can I book a cot?",
            "Cots can be booked until two hours before you arrive on 0555 410 22.",
            "two hours before",
        ),
        (
            "How should I keep the glue?",
            "Keep the glue below 20 °C and out of the sun.",
            "below 20 °C and out of the sun",
        ),
    ],
)
def test_who_when_and_how_are_told_by_nothing_beside_them(asked: str, text: str, line: str) -> None:
    assert line_of(asked, text) == line


def test_what_is_put_in_before_a_verb_is_not_who_does_it() -> None:
    asked = "Who blocked the entrance?"
    assert line_of(asked, "Some trawlers, led by the Maren, blocked the entrance in May.") == ""
    judge = "The chair, retired judge Ilse Brandt, blocked the entrance in May."
    assert "Ilse Brandt" in line_of(asked, judge)


def test_countries_have_names() -> None:
    asked = "Which countries watched the session?"
    assert line_of(asked, "The council, the guild and the port police watched the session.") == ""
    told = line_of(asked, "Norway and Iceland watched the session of the council and the guild.")
    assert told == "Norway and Iceland"


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (
            "What stopped the expedition?",
            "The expedition was stopped by storms after nine days.",
            "storms",
        ),
        (
            "Who drew up the plan?",
            "The plan, drawn up by the council to speed up the works, was rejected by the guild.",
            "the council",
        ),
        (
            "To whom did the mayor speak on Friday?",
            "The mayor of Lunde, Ida Holm, told reporters on Friday that the ferry would run.",
            "",
        ),
        (
            "Who decides on the fares?",
            "Asked about the fares, Holm said the board would decide in autumn.",
            "",
        ),
        (
            "Who accused the union?",
            "Managers blamed the union for false figures, a charge that Reuss denied.",
            "",
        ),
        (
            "Who appointed the mediator?",
            "A mediator, the former judge Carl Ohm, was appointed on Wednesday.",
            "",
        ),
        (
            "Who printed the atlas?",
            "It was printed at the expense of the brewer Oskar Lind, because nobody would pay.",
            "Oskar Lind",
        ),
    ],
)
def test_neither_who_says_so_nor_whoever_is_asked_about_does_it(
    asked: str, text: str, line: str
) -> None:
    assert line_of(asked, text) == line


def test_a_number_of_the_name_asked_about_begins_no_range() -> None:
    text = "Mixer 700 - 799 euros"
    span = widened(parse_question("How much does the Mixer 700 cost?"), text, Span(12, 21))
    assert text[slice(*span)] == "799 euros"


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (
            "Who rescued the machine?",
            "In the flood volunteers saved the machine by hoisting it to the second floor.",
            "",
        ),
        (
            "What does the director plan?",
            "The director, Noor Haddad, plans to add a wing.",
            "add a wing",
        ),
        (
            "Who paid for the repairs?",
            "A fund set up by fishermen paid for the repairs.",
            "A fund set up by fishermen",
        ),
        (
            "When will the museum be moved?",
            "The museum was moved to the customs house in 1924.",
            "",
        ),
    ],
)
def test_neither_a_way_nor_the_subject_s_name_nor_the_past_is_lifted(
    asked: str, text: str, line: str
) -> None:
    assert line_of(asked, text) == line


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (
            "When was the ship built?",
            "The ship was built in Gdansk in 1988 and bought by Lund Lines in 2011.",
            "1988",
        ),
        (
            "Where did the ferry run aground?",
            "A passenger ferry ran aground off Grolle early on Sunday.",
            "Grolle",
        ),
        (
            "How many people were on the ship?",
            "In 2016 a sister ship sank in the same waters; 31 people drowned.",
            "",
        ),
        (
            "Who is being questioned?",
            "The captain, a man with thirty years at sea, is being questioned.",
            "",
        ),
        ("What do investigators suspect?", "Investigators believe that the radar had failed.", ""),
    ],
)
def test_the_date_of_another_deed_and_the_number_of_another_fate_are_left(
    asked: str, text: str, line: str
) -> None:
    assert line_of(asked, text) == line


def test_a_place_is_told_without_the_date_before_it() -> None:
    text = "The council met on 9 February 2023 at the village hall."
    span = trimmed(parse_question("Where did the council meet?"), text, Span(19, 54))
    assert text[slice(*span)] == "the village hall"


def test_a_day_is_told_without_what_leads_to_another_event() -> None:
    text = "The envoys resumed talks on Saturday, a day after the truce had been extended."
    assert line_of("When did the envoys resume talks?", text) in ("Saturday", "on Saturday")


@pytest.mark.parametrize(
    ("asked", "text", "line"),
    [
        (  # a sum that looks like a time of day
            "When will the bonus be paid?",
            "A bonus of 2.30 kronor a share is to be paid in March.",
            "March",
        ),
        ("Which team won?", "The prize went to Ida Holm, the head of the jury.", ""),
        ("Who sang, Ida or Otto?", "Nils Berg sang at the fair.", ""),
        ("Who is ill?", "Nine people are ill, the Ministry for Harbours said on Monday.", ""),
        (
            "Who leads the diving club?",
            '"We saw an eel," said Ida Holm, the head of the diving club, on Monday.',
            "Ida Holm",
        ),
        (
            "Who leads the diving club?",
            '"We saw divers," said Ida Holm, the head of the choir, on Monday.',
            "",
        ),
        (
            "How many boats does the lock handle a year?",
            "The lock handles 46 per cent of the region's boat traffic.",
            "",
        ),
        ("When will the fair open?", "The last fair opened and closed in June 1994.", ""),
        (
            "How much did Norfisk pay?",
            "Debts fell to 3 million crowns after the sale of the pier to Norfisk for 9 million.",
            "9 million",
        ),
        (
            "What was the final score?",
            "Lunde won 4-1 with two minutes left, and 900 people cheered.",
            "4-1",
        ),
        ("Who is Rose Reed?", "The rower Rose Reed lives in Lunde.", "rower"),
        (  # a clause before a colon is no label
            "Who coaches Lunde?",
            "Lunde's coach, Ida Holm, blamed the rain: her side had no boots.",
            "Ida Holm",
        ),
        (
            "Who was rescued from the mill?",
            '"It was dark," said Ida Holm, the head of the rescue team, at the mill.',
            "",
        ),
        (
            "How long will the snow stay?",
            "Nils Berg said of the snow that it would take two weeks to clear the road.",
            "",
        ),
        ("When was the fair before?", "The next fair is planned for 2032.", ""),
        ("How many farms are there?", "It was cheap, as nine in ten farms answered online.", ""),
        ("Who is the prime minister?", "Interior Minister Ida Holm opened the fair.", ""),
        ("Who is the prime minister?", "Prime Minister Ida Holm opened the fair.", "Ida Holm"),
        ("What is the capital of Norland?", "The capital, Lindhaven, grew by half.", "Lindhaven"),
        (
            "Why did the fair grow?",
            "The fair grew, the board said on Monday, as it published its report.",
            "",
        ),
        (
            "When did Wanda Holm die?",
            "She married Nils Holm in 1955; Nils Holm died in 1987.",
            "",
        ),
        (
            "Which tug hit the pier?",
            "In the fog the tug Sea Stag hit the pier of Lunde.",
            "Sea Stag",
        ),
        ("By how much did rents rise?", "Rents rose again, to 900 crowns, in May.", ""),
        (
            "What is the profit margin?",
            "The profit margin widened to 4.6 per cent from 3.1 per cent.",
            "4.6 per cent",
        ),
        (
            "How many beds does the west wing have?",
            "The west wing of the inn offers 31 beds, while the east wing has 45 beds in all.",
            "31 beds",
        ),
        ("How many people work at Norfisk?", "Norfisk employs 940 people in May.", "940 people"),
        ("How many fans came?", "Lunde won before a crowd of 4,100.", "4,100"),
        ("How many spectators were there?", "It had an audience of about 4,100.", "about 4,100"),
        ("How many people live in Tarn?", "The fire hit Tarn, a town of 28,000.", "28,000"),
        ("How many people live in Tarn?", "The fire hit Tarn, a town of 400 farms.", ""),
        (
            "How many goals did Berg score for Lunde?",
            "Lunde have scored 19 goals, one more than Holm.",
            "",
        ),
        (
            "How many goals did Lunde Rovers score?",
            "The Rovers have scored 19 goals, one more than Holm.",
            "19 goals",
        ),
    ],
)
def test_a_line_is_of_the_kind_that_is_asked_for(asked: str, text: str, line: str) -> None:
    assert line_of(asked, text) == line
