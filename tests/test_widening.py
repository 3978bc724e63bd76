"""A first line is as long as what is asked for: no half of a range, of a word, of a list."""

from __future__ import annotations

import pytest

from tests.lines import line_of

SHUT = "Mill Lane and Quay Lane will be closed between the hours of 10am and 2pm, with access."

LONG_SHUT = (
    "The board agreed to close the road by the mill from Monday 5 August to Friday 16 August 2024 "
    "from 08:30 to 15:30."
)


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("What time is Mill Lane closed?", SHUT, "between the hours of 10am and 2pm"),
        ("When will Mill Lane be closed?", SHUT, "between the hours of 10am and 2pm"),
        (
            "When is the road by the mill closed?",
            LONG_SHUT,
            "Monday 5 August to Friday 16 August 2024 from 08:30 to 15:30",
        ),
        (
            "When was the distress call sent?",
            "The master sent a distress call at around 4 a.m. (0300 GMT) Sunday as the tug listed.",
            "4 a.m. (0300 GMT) Sunday",
        ),
        (
            "When is the fair?",
            "The fair takes place on Saturday, 5 May, from 10am to 4pm.",
            "Saturday, 5 May, from 10am to 4pm",
        ),
        (
            "What time did the tug sink?",
            "The tug sank at around 10 a.m., 6 hours after it sent the first call.",
            "10 a.m.",
        ),
        (
            "How large is the closed zone?",
            "The closed zone was widened from six to nine metres, which forced people to move.",
            "six to nine metres",
        ),
        (
            "Who died in Lunde?",
            "The toll rose after a woman of 67 and a boy of 16 died in Lunde.",
            "a woman of 67 and a boy of 16",
        ),
        ("When will the trial be held?", "The trial is to be held in the autumn.", "autumn"),
        ("When did the war begin?", "The war lasted from 1950 until 1963.", "1950"),
        ("When did the war end?", "The war lasted from 1950 until 1963.", "1963"),
        ("When was the mine open?", "The mine was open from 1950 until 1963.", "1950 until 1963"),
        (
            "When was Ida Holm born?",
            "Ida Holm was born on New Year's Day, 1853, in the mill.",
            "New Year's Day, 1853",
        ),
        (
            "How fast was Holm driving?",
            "An expert said Holm had been driving at between 44 and 53mph on the bend.",
            "between 44 and 53mph",
        ),
        ("What time does the race start?", "The race will start at 9.00am.", "9.00am"),
        (
            "What days is the museum closed?",
            "All rooms of the museum will be closed from March 25 to April 12, 2024.",
            "March 25 to April 12, 2024",
        ),
        (
            "When does the arena close on Saturday?",
            "The arena opens at 3pm to 11pm on Thursday and 11am until midnight Friday, Saturday.",
            "midnight",
        ),
        ("How old is Nils Holm?", "61-year-old Nils Holm, from Ostra, was fined.", "61"),
        (
            "How many markets does the firm have?",
            "Through 1992, the firm's four principal overseas markets were the east and the rim.",
            "four principal overseas markets",
        ),
        (
            "How many zones were agreed?",
            "In the third round, five no-wake zones were agreed for the lakes.",
            "five",
        ),
        (
            "How many donors are there?",
            "The pact needs the trust of the three donor towns.",
            "three donor towns",
        ),
        (
            "How many were made homeless?",
            "The flood made people homeless by the hundreds of thousands in the delta.",
            "hundreds of thousands",
        ),
        ("How high is the tower?", "The tower stands 31 metres high.", "31 metres"),
        ("How many shares were there?", "It paid for the 25,000,000 shares.", "25,000,000 shares"),
        (
            "When did the tower collapse?",
            "The tower collapsed in quakes between 956 CE and 1323 CE.",
            "between 956 CE and 1323 CE",
        ),
        (
            "When did the modern era of lights begin?",
            "The modern era of lights began at the turn of the 18th century, as trade grew.",
            "the turn of the 18th century",
        ),
        ("Where is the report?", "The report is at www.adler.com now.", "www.adler.com"),
        (
            "What do lighthouses mark?",
            "Lighthouses mark dangerous coasts, hazardous shoals, reefs, rocks, and safe entries.",
            "coasts, hazardous shoals, reefs, rocks, and safe entries",
        ),
        ("How many turbines are there?", "It is a thirteen-turbine farm.", "thirteen"),
        (
            "How much water should I bring?",
            "Guests must bring enough food and water (we advise two gallons a day).",
            "two gallons",
        ),
        (
            "How much does the dam cost?",
            "The massive £3.6 billion (AU$5.9 billion) dam will be the largest there is.",
            "£3.6 billion",
        ),
        ("What was the speed limit?", "The speed limit on the bridge was 30mph.", "30mph"),
        (
            "When was the swing bridge built?",
            "The bridge was first erected in 1913, and in 1930 the use of it was given to a line.",
            "1913",
        ),
        (
            "Who were Carla's parents?",
            "She was preceded in death by her parents Norman and Emma Adler of Lunde.",
            "Norman and Emma Adler of Lunde",
        ),
        (
            "Who built the swing bridge?",
            "The swing bridge was erected in 1913 by the Alma Railway, and later sold to Otto Lie.",
            "Alma Railway",
        ),
        (
            "Where is the swing bridge?",
            "The swing bridge which is located in Little Holm operates year round.",
            "Little Holm",
        ),
        (
            "What did Bizel die of?",
            "He died of a throat and heart disease on June 3, 1875 in Ostra.",
            "a throat and heart disease",
        ),
        (
            "What instrument did John Adler play?",
            "John Adler grew up in the north and played the flute from a very early age.",
            "the flute",
        ),
        (
            "Who won the cup?",
            "Keeper Olav Lie shuts out Lunde as Ostra wins the cup for the third time",
            "Ostra",
        ),
        (
            "How many people died in Ostra?",
            "At\nleast 122 people died in a flood in Ostra, weeks later.",
            "At least 122 people",
        ),
    ],
)
def test_a_range_a_day_and_a_figure_are_told_whole(question: str, text: str, line: str) -> None:
    assert line_of(question, text) == line


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        (
            "On which days is the pool closed?",
            "The pool is closed on 25 and 26 December, 1 January.",
            "25 and 26 December, 1 January",
        ),
        ("Which buses are diverted?", "The D2 and D2X will be diverted at noon.", "The D2 and D2X"),
        (
            "Which streets are shut on Sunday?",
            "For works in the town, Mill Street, Oak Street and Church Place will shut on Sunday.",
            "Mill Street, Oak Street and Church Place",
        ),
        (
            "Which beaches did wreckage wash up on?",
            "Wreckage had washed up on the beaches of Lunde and Ostra, 60 miles west of the port.",
            "Lunde and Ostra",
        ),
    ],
)
def test_an_enumeration_has_all_its_items_and_no_other(question: str, text: str, line: str) -> None:
    assert line_of(question, text) == line


def test_an_answer_ends_behind_no_hyphen_and_no_conjunction() -> None:
    text = "She is survived by her son, Peter and daughter-in-law, Ruth Adler of Lunde."
    assert "daughter-in-law" in line_of("Who survived Carla?", text)
    text = "Angus Holm was a fourth-generation lighthouse keeper and was born in the tower"
    assert line_of("Who was Angus Holm?", text) == "fourth-generation lighthouse keeper"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long was the Neptune?", "The captain said 1,500 people were on the Neptune."),
        ("Who took the photos of the field?", "Deep cracks crossed the field."),
        ("How many people came last year?", "The entry fee last year was $2.50 per adult."),
        (
            "What kind of composer is John Adler?",
            "Adler is held to be a terse composer, though not as composers such as Otto Lie are.",
        ),
        ("What equipment is there in the new net loft?", "The new net loft is opened in May."),
        ("What is shown in the hall?", "They will be shown in the hall from 1 June 2024."),
        ("What was the result of the first race?", "The first race was held on 11 October."),
        ("How many beds are there?", "Those for whom there are beds wait in room 1.14 upstairs."),
        ("Which part of Ms Holm's claim was not paid?", "Dear Ms Holm,"),
        (
            "Which student won the Adler Prize last year?",
            "The Adler Prize of 1,000 euros goes to the best thesis.",
        ),
        ("Who tuned the piano?", "The piano, by the way, has been tuned."),
        ("When was the mill built?", "The mill bus runs every twenty minutes."),
        ("What date is the race?", "The following day, they will be taken to the race office."),
        ("What is Tilda?", "A report will be filed by Tilda Brands on the list at www.adler.com."),
        ("What does Manitu mean?", "There are a few ways on and off the island."),
        ("When was the wind farm approved?", "It is a newly approved wind farm in North Holm."),
        (
            "When was the Lunde flood?",
            "It is the worst natural disaster to hit Lunde since 1934.",
        ),
        (
            "When did Josef Adler die?",
            "Born in Lunde on January 10, 1934, he was the son of the late Otto Adler.",
        ),
    ],
)
def test_nothing_of_another_kind_is_lifted(question: str, text: str) -> None:
    assert line_of(question, text) == ""


def test_what_to_do_in_a_case_begins_with_please() -> None:
    text = "If your street was missed on your day please leave your bin out until the next day."
    line = line_of("What do I do if my street was missed?", text)
    assert line == "please leave your bin out until the next day"


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        (
            "Who is Lily d'Arco?",
            "Minister for Energy, Forests & Climate Change Lily D’Arco, said it would help.",
            "Minister for Energy, Forests & Climate Change",
        ),
        (
            "Who is Olav Lie?",
            "Olav D. Lie, Tilda Brands’ chairman and treasurer, said it was a good day.",
            "Tilda Brands’ chairman and treasurer",
        ),
        (
            "Who is Edward Maier?",
            "“It is a great day,” said Secretary of State for Energy Edward Maier.",
            "Secretary of State for Energy",
        ),
        (
            "Who is Kerry Adler?",
            "It is the wave of the future, said seismic expert Kerry Adler of the Ostra Institute.",
            "seismic expert",
        ),
        (
            "Who announced the approval?",
            "The approval was announced today by the Minister for Planning, Rikard Lie.",
            "Rikard Lie",
        ),
    ],
)
def test_an_office_is_told_with_what_it_is_for(question: str, text: str, line: str) -> None:
    assert line_of(question, text) == line
