"""Passages on the subject that lack what is asked for are no answer."""

from __future__ import annotations

import pytest

from bot.answering.needs.absence import absent, is_touched
from bot.answering.needs.holding import plainest, telling
from bot.answering.needs.lack import Absence
from retrieval.question import parse_question

FERRY = "The ferry to Bergen leaves the old harbour and is run by the islands' council."


def lacking(question: str, *texts: str) -> Absence | None:
    return absent(parse_question(question), texts or (FERRY,))


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("How many passengers does the ferry carry?", Absence.COUNT),
        ("When was the ferry to Bergen built?", Absence.DATE),
        ("Who painted the ferry to Bergen?", Absence.PERSON),
        ("Who said that the ferry to Bergen sails?", Absence.PERSON),
        ("What is the name of the captain of the ferry?", Absence.PERSON),
        ("In which hotel do the passengers of the ferry stay?", Absence.THING),
        ("Who built the ferry to Bergen?", Absence.PERSON),
        ("What is the name of the foreman of the ferry?", Absence.PERSON),
        ("By when must passengers of the ferry check in?", Absence.DATE),
        ("Name the three stops of the ferry to Bergen.", Absence.THING),
    ],
)
def test_a_passage_without_the_thing_asked_for_is_no_answer(question: str, lacks: Absence) -> None:
    assert lacking(question) is lacks


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many passengers does the ferry carry?", "The ferry carries 120 passengers."),
        ("How many keepers were there?", "The keepers were Ida, Nils and Olav."),
        ("How many captains does it have?", "It has several captains."),
        ("How much is the ferry?", "The ferry costs £4 each way."),
        ("How much rent does Lund get?", "Lund gets a rent of 12,000 dollars a month."),
        ("How high is the ferry pay a day?", "The ferry pay is 25 crowns a day."),
        ("How many people signed the petition?", "The petition has 900 signatures."),
        ("How many things may guests borrow?", "Guests may borrow six books."),
        ("What does it cost to join the Friends of Lund?", "Membership costs 180 crowns."),
        ("How high is the Kess dam?", "The dam, built by Lund, is 118 metres high."),
        ("How far did the smith walk?", "His car had broken down, so he walked two miles."),
        ("What part of their pay do keepers get?", "Keepers get 60 per cent of their pay."),
        ("By when must I book?", "Book the ferry within two days."),
        ("When does the horn sound?", "When fog comes down, the horn sounds."),
        ("When do the gates close?", "As soon as the ferry is full, the gates close."),
        ("What was the ferry of 1931 called?", "The ferry of 1931 was called Gannet."),
        ("Name the three stops.", "The ferry calls at the quay, the mill and the fort."),
        ("List the stops.", "1. It stops at the fort."),
        ("When was the ferry built?", "The ferry was built after the war."),
        ("Who painted the ferry?", "The ferry was painted by Sofie Lund."),
        ("Who runs the ferry?", FERRY),
        ("Who said it is late?", "According to Sofie Lund the ferry is late."),
        ("What is the name of the captain?", "Captain Sofie Lund has sailed for years."),
        ("In which hotel do they stay?", "They stay at the Hotel Skansen."),
        ("In which hospital is she?", "She was taken to a hospital in Lunde."),
        ("Which bridge was closed?", "The old bridge was closed."),
        ("In which town does it land?", FERRY),
        ("Who built the ferry?", "The ferry is a work of the Lund brothers, Nils and Olav Lund."),
        ("Who built the ferry?", "The ferry was constructed by a shipyard."),
    ],
)
def test_a_passage_that_may_answer_is_left_to_the_ranker(question: str, text: str) -> None:
    assert lacking(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How many guests come a day?", "There are nine guests.", Absence.COUNT),
        ("How many guests come a day?", "Nine guests come daily.", None),
        ("How many guests come every year?", "In 2019 there were 900 guests.", None),
        ("How many guests voted?", "The price rose by nine per cent.", Absence.COUNT),
        ("How many guests voted?", "Nine per cent of the guests voted.", None),
        ("How many people work there?", "The farm is the largest employer, with 74 jobs.", None),
    ],
)
def test_a_number_is_told_of_the_thing_and_the_time_asked_about(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("When was the school built?", "She is in school from Monday to Friday.", Absence.DATE),
        ("When was the school built?", "The school was built before the war.", None),
        ("When was the school built?", "Read it before you go to school.", Absence.DATE),
        ("When was the school opened?", "It opened last Monday.", None),
        ("When is the inn shut?", "The inn is shut on Mondays.", None),
        ("When is the inn painted?", "The inn is painted each March.", None),
        ("When is the school open?", "The school is open from Monday to Friday.", None),
        ("When was Ida Pell born?", "It was built in 1783 for Ida Pell.", Absence.DATE),
        ("When was Ida Pell born?", "Ida Pell, born in 1783, was a baker.", None),
        ("When did Ida Pell die?", "Ida Pell (1783-1851) was a baker.", None),
        ("When did Ida Pell die?", "Ida Pell was born in 1783.", Absence.DATE),
        ("Where was Ida Pell born?", "Ida Pell is secretary of the union.", Absence.THING),
        ("Where was Ida Pell born?", "Ida Pell is a native of Hald.", None),
        ("Which hospital is Ida in?", "Ida Pell (in hospital; we sent flowers)", Absence.THING),
        ("Who is Hald's captain?", "Ostra's captain Ida Pell left.", Absence.PERSON),
        ("Who is the chair of the board?", "Ida Pell is the librarian.", Absence.PERSON),
    ],
)
def test_what_happens_once_is_told_by_no_opening_hours_and_a_birth_by_a_word_for_it(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How much does a bag cost?", "It is sold in bags of 500 grams.", Absence.AMOUNT),
        ("How much does a bag cost?", "A bag costs 18 in the shop.", None),
        (
            "How much does a driver earn?",
            "A month of wages, said driver Ole Lund, 52, is gone.",
            Absence.AMOUNT,
        ),
        ("How much more pay do they want?", "They want four per cent more pay.", None),
        ("How much do they pay?", "Four per cent of them pay late.", Absence.AMOUNT),
        ("How much does the tour cost?", "Parking costs 2 euros.", Absence.AMOUNT),
        ("How much does a new one cost?", "A lost badge costs 2 euros.", None),
        ("How much did the town pay?", "The council paid 2,000 euros.", None),
        ("How high is the entry fee?", "The fence is three metres high, entry is free.", None),
        (
            "How high is the entry fee?",
            "The fence at the entry is three metres high.",
            Absence.AMOUNT,
        ),
        ("What did the bell cost?", "The bell cost the parish 900 florens.", None),
        ("What did the bell cost?", "The bell weighs 900 kilos.", Absence.AMOUNT),
        ("How much is the bell?", "The costs of the bell are put at 2.3 million kron.", None),
        ("How much is a bath?", "Item: Bath, 40 degrees | Amount in kron: 1.80", None),
        ("How much is a bath on days A and B?", "Bath | Day A: 2.00 | Days A and B: 3.50", None),
        ("How high was the turnout?", "Turnout reached 61 per cent.", None),
        ("How often did they meet?", "They met on two occasions.", None),
        ("How often had they met?", "Six rounds of talks had been held by then.", None),
        ("How often had he tried it?", "He had made three failed attempts by then.", None),
        ("How often had they met?", "Six people sat at a round table.", Absence.AMOUNT),
        ("How old is Ida Pell?", "Ida Pell got 17,833 votes.", Absence.AMOUNT),
        ("How old is Ida Pell?", "Ida Pell, 58, got the votes.", None),
        ("How old is Ida Pell?", "Anyone who is at least six years old may vote.", Absence.AMOUNT),
        ("How old is she?", "The borrower, nine-year-old Ole Lund, left.", Absence.AMOUNT),
        ("How much are tickets?", "Win two tickets for the concert!", Absence.AMOUNT),
        ("How high may the temperature be?", "The temperature should never exceed 38 °C.", None),
        ("How tall is the machine?", "The machine is descaled every three months.", Absence.AMOUNT),
        ("How far is the station?", "The station is ten minutes away.", None),
        ("In which month is the fair?", "The head may grant leave for the fair.", Absence.DATE),
        ("In which month is the fair?", "The fair is in May.", None),
        (
            "What is the number of the bike hotline?",
            "Ring our hotline day and night.",
            Absence.THING,
        ),
    ],
)
def test_an_amount_is_told_in_its_own_kind_of_figure(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How many boats are there?", "Two crews of nine sail for 75 minutes.", Absence.COUNT),
        ("How many boats are there?", "Two of the old boats sail.", None),
        ("How many boats are there?", "The boats are the Solveig and the Ida.", None),
        ("How many spectators fit in the hall?", "The hall has room for 900 people.", None),
        ("How many people live there?", "The storm cost 53 lives.", None),
        ("How many people live there?", "There are five islands.", Absence.COUNT),
        ("How many of the crew were hurt?", "Two were hurt.", None),
        ("How high is the lighthouse?", "The lighthouse was built in 1902.", Absence.AMOUNT),
        ("How high is the lighthouse?", "The lighthouse rises 31 metres.", None),
        ("How high is the highest hill (Ravn Fell)?", "Ravn Fell rises 387 metres.", None),
        ("What is the name of the ferry's cat?", "The ferry and its cat are well.", Absence.THING),
        ("What is the ferry called?", "The ferry, the Solveig, is run by the council.", None),
        ("What does the ferry cost?", "The ferry carries 85 tonnes of gravel.", Absence.AMOUNT),
        ("What does the ferry cost?", "A crossing costs 12 crowns.", None),
        ("When was the ferry sold?", "The ferry sold 200 tickets in 24 hours.", Absence.DATE),
        ("When was the ferry sold?", "The ferry was sold two weeks later.", None),
        ("When was the ferry sold?", "The mill was sold on 5 May.", Absence.DATE),
        ("When was the ferry sold?", "It was sold on 5 May.", None),
        ("When was the ferry sold?", "The ferry was sold after three years.", None),
        ("How much is a lamp?", "The shop shows 1,900 lamps.", Absence.AMOUNT),
        ("How much is a lamp?", "A free lamp was promised to the guests.", Absence.AMOUNT),
        ("How much is a lamp?", "On Mondays a lamp is free of charge.", None),
        ("How much does a lamp sell for?", "The lamp has 66 parts.", Absence.AMOUNT),
        ("What do they sell?", "They sell lamps.", None),
        ("How deep is the lake?", "The lake was lowered by three metres.", Absence.AMOUNT),
        ("How deep is the lake?", "The lake is three metres long.", Absence.AMOUNT),
        ("How deep is the lake?", "The lake is up to three metres deep.", None),
        ("How tall is the tower?", "The mill beside it rises 31 metres.", Absence.AMOUNT),
        ("How tall is the tower?", "The tower was raised by 3 metres.", Absence.AMOUNT),
        ("How tall is Ida Holm's tower?", "The tower rises 31 metres.", None),
        ("How heavy is the bell?", "The bell of 1902 has a crack.", Absence.AMOUNT),
        ("How much does the bell weigh?", "The bell weighs two tonnes.", None),
        ("How often does the ferry sail?", "The ferry sails for 75 minutes.", Absence.AMOUNT),
        ("How long was the ferry away?", "The ferry came back within a month.", None),
        ("How long was the ferry away?", "A month later the ferry came.", Absence.AMOUNT),
        ("Who won the race?", "The jury gave the cup of the race to nobody.", None),
        ("How often does the ferry sail?", "The ferry sails twice a week.", None),
        ("How often is the rent paid?", "The rent of a plot is paid yearly and in full.", None),
        ("What does a permit cost?", "There's no charge for the permit of a cart.", None),
        ("How much is a permit?", "Permits carry no fee.", None),
        ("How old is the keeper?", "The keeper owns 2,500 clocks.", Absence.AMOUNT),
        ("How old is the keeper?", "The keeper, 54, lives alone.", None),
        ("How old is Ida Holm?", "Olav Lie, 24, lives in Bergen.", Absence.AMOUNT),
        ("How old is Ida Holm?", "Olav Lie is her son; she is 60.", None),
        ("When did Ida Holm die?", "Ida Holm passed away on 3 May 2024 in Lunde.", None),
        ("How long will the dam take to build?", "The dam will take almost a year to build.", None),
        ("How old is Ida Holm?", "Olav Lie saw none of it: he is 60.", Absence.AMOUNT),
        ("How long is the pier?", "The pier stands beside the harbour.", Absence.AMOUNT),
        ("How long is the pier?", "The pier is 300 metres long.", None),
        ("How long is the lease?", "The lease brings in 400 crowns a year.", Absence.AMOUNT),
        ("How long is the lease?", "On Monday the lease was signed.", Absence.AMOUNT),
        ("How long is the lease?", "The lease runs for seven years.", None),
        ("How long is the lease?", "The lease runs from May to July.", None),
        ("Who is the barge's captain?", "Ida Holm rowed to the barge.", Absence.PERSON),
        ("Who won the race?", "The race goes from Lunde to Ostra Bay.", Absence.PERSON),
        ("Who dug the well?", "Visitors from Lunde looked into the well.", Absence.PERSON),
        ("Who dug the well?", "The well was dug by masons.", None),
        ("When does the fair take place?", "Work ends on 5 May, before the fair.", Absence.DATE),
        ("When does the fair take place?", "The meeting takes place on 5 May.", Absence.DATE),
        ("When does the fair take place?", "The fair opens on 5 May.", None),
        ("When does the fair take place?", "It will be held on 5 May.", None),
        ("When did the strike begin?", "The strike has gone on since 1987.", None),
        ("When was the lamp repaired?", "All of them were repaired in 1902.", None),
        ("What is the price of a lamp?", "The shop shows 1,900 lamps.", Absence.AMOUNT),
        ("What is the price of a lamp?", "A lamp costs 40.", None),
        ("How many boats are there?", "Most were taken by bus to Lunde.", Absence.COUNT),
        ("How many boats are there?", "Most of the boats were sold.", None),
        ("When are loaves sold?", "Loaves are sold between 8 and 10.30 am.", None),
        ("How long does a loaf take?", "A loaf is ready after two working days.", None),
        ("How often did it win the cup?", "It won the cup in 1956, 1972 and 2019.", None),
        ("How often did it win the cup?", "It won the cup in 1956.", Absence.AMOUNT),
        ("When is the shop open?", "The shop is open daily from 7 to 21.", None),
        ("How long is the waiting list?", "63 boats stand on the waiting list.", None),
        ("How old is the mayor?", "The baker, 38, ran.", Absence.AMOUNT),
        ("Who headed the club?", "Ida Holm, envoy of the president, met the club.", Absence.PERSON),
        ("Who headed the club?", "The club was led by Ida Holm.", None),
        ("Who headed the club?", "Ida Holm is the leader of the club.", None),
        ("Who owns the mill?", "The mill belongs to Ida Holm.", None),
        ("Who owns the mill?", "Ida Holm painted the mill.", Absence.PERSON),
        ("Who is the owner of the mill?", "Ida Holm runs the mill.", Absence.PERSON),
        ("Who is the owner of the mill?", "Ida Holm bought the mill.", None),
        ("Who was the president of the club?", "Olav Lie trained the club.", Absence.PERSON),
        ("Who was the president of the club?", "Under Ida Holm's presidency it grew.", None),
    ],
)
def test_a_measure_or_an_office_must_be_spoken_of(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


def test_what_a_passage_is_about_need_not_be_said() -> None:
    question = parse_question("How tall is the tower?")
    texts, about = ["It rises 31 metres."], [frozenset({"tower"})]
    assert absent(question, texts, about) is None
    assert absent(question, texts, [frozenset({"mill"})]) is Absence.AMOUNT


def test_passages_that_tell_the_measure_come_first() -> None:
    texts = ("The bell is from Bergen.", "The bell weighs two tonnes.")
    assert telling(parse_question("How heavy is the bell?"), texts) == (1,)


@pytest.mark.parametrize(
    ("question", "other", "plain"),
    [
        ("How many people live there?", "It has five farms.", "It has 64 residents."),
        ("How many boats are there?", "Two crews sail.", "There are nine boats."),
        ("When is the next fair?", "The fair opens on 5 May.", "The next fair is on 9 June."),
        ("How deep is the well?", "It lies 60 metres from the gate.", "Its depth is 12 metres."),
    ],
)
def test_passages_that_count_or_measure_the_very_thing_are_read_first(
    question: str, other: str, plain: str
) -> None:
    assert plainest(parse_question(question), (other, plain)) == (1,)
    assert plainest(parse_question(question), (other,)) == (0,)


def test_which_of_several_in_order_is_asked_for_must_be_said_where_a_passage_says_it() -> None:
    asked = parse_question("When does the next fair take place?")
    other, right = "The annual fair takes place on 5 May.", "The next fair is on 9 June."
    assert telling(asked, (other, right)) == (1,)
    assert telling(asked, (other,)) == (0,)


def test_of_reasons_the_one_for_the_deed_asked_about_is_read_first() -> None:
    asked = parse_question("Why was the mill sold?")
    texts = ("The mill burnt because of a spark.", "The mill was sold because of debts.")
    assert plainest(asked, texts) == (1,)


def test_a_heading_tells_nobody() -> None:
    texts = ("A new keeper of the lighthouse", "Ida Holm keeps the lighthouse.")
    assert telling(parse_question("Who keeps the lighthouse?"), texts) == (1,)


def test_one_passage_with_the_thing_is_enough() -> None:
    texts = (FERRY, "It has carried 300 passengers on a stormy day.")
    assert lacking("How many passengers does the ferry carry?", *texts) is None


def test_questions_for_yes_or_no_and_lists_lack_nothing() -> None:
    assert lacking("Is the ferry run by the council?") is None
    assert lacking("Who else runs the ferry?") is None


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ("On Wednesdays everybody is in the office.", False),
        ("Pets are not allowed in the office.", True),
        ("There is a bin for dogs outside the office.", True),
    ],
)
def test_a_question_for_yes_or_no_is_touched_by_half_of_it(text: str, touched: bool) -> None:
    assert is_touched(parse_question("Are dogs allowed in the office?"), [text]) is touched


def test_what_only_the_title_speaks_of_was_not_built_in_every_sentence() -> None:
    asked, about = parse_question("When was the hotel built?"), [frozenset({"hotel"})]
    assert absent(asked, ["Leave may be taken until 31 March."], about) is Absence.DATE
    assert absent(asked, ["It dates from 1902."], about) is None
    assert absent(asked, ["Building began in 1902."], about) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "How long was the show interrupted?",
            "It was interrupted for two hours before it went on.",
        ),
        ("How tall had the woman been?", "She had been 1.68 metres tall."),
        ("How far did bookings drop?", "Bookings have fallen by a third."),
        ("How far advanced is the dam?", "The building of the dam is 68 per cent complete."),
        ("How high were the sales?", "Sales | 2023: 6,400 | 2024: 6,150"),
        ("How cold was it at the hut?", "At the hut it was minus 44, the coldest day so far."),
        ("How cold was it?", "It was twelve below zero."),
        (
            "How far was the probe from Brannock?",
            "Fly-by of Brannock: 3 July, at a distance of 90 km",
        ),
        ("How many stoves were affected?", "We have counted 1,850 units that were affected."),
        ("How many arrests were there?", "Three people were detained."),
        ("How much does the plan cost?", "The ministry puts the cost of the plan at 47 marks."),
        ("What is the price of a pass?", "The price of the pass is to rise to 156 florins."),
        ("Which colours can I choose from?", "Item: Colours | Value: chalk, slate, moss"),
        ("How much did they spend on the party?", "They spent 300 marks on the party."),
    ],
)
def test_what_tells_it_by_another_form_is_an_answer(question: str, text: str) -> None:
    assert lacking(question, text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How tall had the tower been?", "She had been 1.68 metres tall."),
        ("How many stoves were affected?", "There are 30 units in stock."),
        ("How many arrests were there?", "Three people came."),
        ("How many shops are there?", "The cash from the shop was counted by one person."),
        ("How much did they spend on the party?", "They spent 300 marks on strike pay."),
        ("How much does a driver earn?", "The company offered a single payment of 600 florins."),
        ("How far do lorries have to go?", "It went on for two hours."),
        ("Which colours can I choose from?", "Item: Weight | Value: 30 g"),
    ],
)
def test_what_tells_it_of_something_else_is_none(question: str, text: str) -> None:
    assert lacking(question, text) is not None


def test_a_figure_that_names_one_of_several_may_be_told_above() -> None:
    question = parse_question("What did version 1.1 correct?")
    text = "Corrects the wrong battery display."
    assert absent(question, [text]) is Absence.THING
    assert absent(question, [text], [frozenset({"version", "1.1"})]) is None


@pytest.mark.parametrize(
    ("question", "text", "touched"),
    [
        ("How do I clean the brass bell?", "The bell was hung in May.", False),
        ("How do I clean the brass bell?", "Wipe the brass of the bell with oil.", True),
        ("How do I clean it?", "Cleaning takes an hour.", True),
        ("how can i join the choir", "The road joins the lake at the mill.", False),
        ("how to grease the wheels of a tandem", "Tandems have two saddles.", False),
        ("How did Ida clean the brass bell?", "The bell was hung in May.", True),
    ],
)
def test_what_is_asked_how_to_do_is_touched_by_two_thirds_of_it(
    question: str, text: str, touched: bool
) -> None:
    assert is_touched(parse_question(question), [text]) is touched


def test_how_to_do_something_may_be_told_under_its_heading() -> None:
    asked, about = parse_question("How do I clean the bell?"), [frozenset({"clean"})]
    assert is_touched(asked, ["Wipe the bell with oil."], about)
    assert not is_touched(asked, ["Wipe the lamp with oil."], about)


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Who is the president of Norway?", "The Norwegian president, Ida Holm, left.", None),
        ("Who is the mayor?", "The Danish mayor Ida Holm left.", None),
        ("Who is the mayor of Lunde?", "The mayor's envoy Ida Holm left.", Absence.PERSON),
        ("Who was mayor before Ida Holm?", "The mayor, Ida Holm, left.", Absence.PERSON),
        ("Who was mayor before Ida Holm?", "Ida Holm succeeded Nils Lund in 1931.", None),
        ("who led the choir before Holm", "Ida Holm, who leads it, sang in May.", Absence.PERSON),
        ("Who led the choir before the war?", "The choir was led by Nils Lund.", None),
    ],
)
def test_whoever_holds_another_office_is_not_who_is_asked_for(
    question: str, text: str, lacks: Absence | None
) -> None:
    asked = parse_question(question)
    assert absent(asked, [text]) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        (
            "Who is the treasurer?",
            "The board consists of the Chair, the Treasurer and the Musical Director.",
            Absence.PERSON,
        ),
        ("Who is the treasurer?", "The treasurer, Nils Aas, keeps the books.", None),
        ("Who is the treasurer?", "The treasurer Ivo Lindqvist answered Ruben Castor.", None),
        ("Who is the treasurer?", "She has been treasurer since May.", None),
        (
            "How many members does the crew have?",
            "We tell members of late changes to sailings or trips.",
            Absence.COUNT,
        ),
        ("How many members does the crew have?", "Its members are Ida, Nils and Tor.", None),
    ],
)
def test_offices_and_members_that_are_only_spoken_of_tell_nobody_and_no_number(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How many ducks may be kept?", "Geese may be kept in pens 30 to 36 only.", Absence.COUNT),
        ("How many ladders were stolen?", "It was stolen from sheds 2 and 4.", Absence.COUNT),
        ("How many pens are there?", "It has pens 30 to 36.", None),
        ("How many boats sank?", "Of the boats 12 sank.", None),
        ("How many sank?", "From the boats 12 and 14 sank.", None),
        ("What does a diver earn?", "Ida Holm is a diver.", Absence.AMOUNT),
        ("What does a diver earn?", "A diver earns 90 crowns a day.", None),
        ("What did the diver get paid?", "The diver, Ida Holm, came up.", Absence.AMOUNT),
        ("What does the winner earn for it?", "The winner is crowned with oak leaves.", None),
    ],
)
def test_numbers_of_things_count_none_and_what_is_earned_is_money(
    question: str, text: str, lacks: Absence | None
) -> None:
    assert lacking(question, text) is lacks
