"""Which hits a first line may come from, and which words of theirs it may not have."""

from __future__ import annotations

import pytest

from bot.answering.first_line.lifting import lift
from bot.answering.needs.holding import holding
from retrieval.evaluation.paragraphs import document_of
from retrieval.question import parse_question
from retrieval.records import Hit, Passage
from tests.lines import PHRASES, hits_of, lifted, line_of, may_answer


def test_an_unlikely_hit_decides_no_question() -> None:
    asked = "Did the keeper light the lamp on Monday?"
    unlikely = ("On Monday the keeper lit the lamp.", 0.03)
    assert lifted(asked, ("The keeper painted the lamp room.", 0.4), unlikely) is None
    decided = lifted(asked, ("The keeper painted the lamp room.", 0.1), unlikely)
    assert decided is not None
    assert decided.proof == (1,)


def test_a_reason_may_stand_behind_since() -> None:
    assert (
        line_of(
            "Why is swimming forbidden?",
            "Swimming is forbidden in the basin, since the ferry creates strong currents.",
        )
        == "the ferry creates strong currents"
    )


def test_a_line_in_capitals_answers_only_where_nothing_else_does() -> None:
    asked = parse_question("Where does the club of Ostra meet?")
    hits = hits_of(("CLUB OF OSTRA", 0.9), ("It meets in the mill of Ostra.", 0.6))
    assert holding(asked, hits) == (1,)


def test_a_title_answers_only_where_nothing_else_does() -> None:
    asked = "Where is the mill?"
    title = Hit(passage=_title("The mill at Ostra"), probability=0.9)
    assert holding(parse_question(asked), [title]) == (0,)
    said = hits_of(("It stands in Ostra.", 0.6))
    assert holding(parse_question(asked), [title, *said]) == (1,)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("How many rounds were there?", "The pact, which runs for seven years, ended the rounds."),
        ("Who runs the mill?", "The family has run a mill in Lunde."),
        ("When did the choir win?", "The choir won for the first time since 1987."),
        ("Why did the cart hit the mill?", "The mill was hit by a cart in 1953 and 1978."),
        ("When was the mill first sold?", "The mill, then sold, ground 20 tonnes in 24 hours."),
        ("Who paid for the mill?", "Of the mill's cost the town paid 40 percent."),
    ],
)
def test_what_is_no_such_thing_is_not_lifted(asked: str, text: str) -> None:
    told = line_of(asked, text)
    assert not {"seven years", "Lunde", "40 percent", "1987", "1953 and 1978"} & {told}
    assert "tonnes" not in told


def _title(text: str) -> Passage:
    document = document_of(text, name="title", title=text, language="en")
    return Passage(number=9, document=document, start=0, end=len(text))


def test_what_happened_is_told_by_a_whole_quote() -> None:
    text = "The old steam crane will not be scrapped."
    assert lifted("What happens to the crane?", (text, 0.9)) is None
    assert lifted("What became of the crane?", (text, 0.9)) is None


def test_a_sentence_that_goes_on_with_it_speaks_of_the_same() -> None:
    document = document_of(
        "Open Wall meets on Saturdays. It is led by Tamsin Rook.", name="a", title="", language="en"
    )
    start = document.text.index("It is")
    first = Hit(Passage(0, document, 0, start - 1), probability=0.6)
    behind = Hit(Passage(1, document, start, len(document.text)), probability=0.1)
    question = parse_question("Who leads the Open Wall group?")
    assert holding(question, [first, behind]) == (1,)
    found = lift(question, [first, behind], phrases=PHRASES, certainty=0.5)
    assert found is not None
    assert found.line == "Tamsin Rook"


@pytest.mark.parametrize(
    ("question", "text", "wrong"),
    [
        ("When was Pell & Ward founded?", "Police searched Pell & Ward last Monday.", "Police"),
        ("What caused the fire?", "The cause of the fire is not known.", "known"),
        ("Who discovered the vole?", "The Hald vole is found nowhere else.", "vole"),
        ("When is the regatta?", "The regatta is on 6 July instead of 29 June.", "29 June"),
        ("Why did they stop?", "They stopped the count of boats; they cited the fog.", "boats"),
        ("Who was mayor before ida holm?", "The mayor, Ida Holm, was born in Ostra.", "Ida Holm"),
        (
            "Why is Tess on leave?",
            "Our manager, Tess Oyelowo, will be on leave until May.",
            "manager",
        ),
        ("How many parcels went out in 2022?", "They gave 6,420 parcels in 2023.", "6,420"),
        ("Who pays?", "You pay unless the goods were broken.", "unless"),
        ("When is the garden open?", "Our garden near Ludlow opens to visitors.", "Ludlow"),
        ("Where is the canteen?", "Staff eat free of charge in the canteen.", "Staff"),
        ("Where is the bonfire?", "Bonfire: 2 November, 6.30 p.m., on the green.", "2 November"),
        ("Why do I get it?", "Clots are rare; that is why you get it for seven days.", "seven"),
        ("How much is the bin?", "The charge for a bin rises from £45 to £52.", "45"),
        (
            "Who is paying for it?",
            "It is paid for by the council and due by Christmas.",
            "Christmas",
        ),
        ("Who may join?", "1. Anybody who is at least six years old may join.", "six"),
        ("How much can join?", "1. Anybody who is at least six years old may join.", "1"),
        ("Why was Ida angry?", "Whistle: Ida Holm was angry.", "Whistle"),
        ("Where is the next game?", "Next game: Saturday, 3 pm, against Moss.", "Moss"),
        ("Who scored?", "Ida pointed to the spot, and captain Rolf Lund scored.", "spot"),
        ("Where does it stop?", "In May it will no longer stop in Moss, where few came.", "Moss"),
        ("Who led it?", "Sanne Oduya led it in place of director Owen Tarrant.", "Tarrant"),
        ("Who leads it?", "Council leader Sanne Oduya (Lab) leads the case for trams.", "Lab"),
    ],
)
def test_no_line_names_what_is_denied_set_aside_or_of_another_kind(
    question: str, text: str, wrong: str
) -> None:
    assert wrong not in line_of(question, text)


@pytest.mark.parametrize(
    ("question", "text", "wrong"),
    [
        ("When did the mill raise its price?", "In July it rose from £4 to £5.", "£5"),
        ("When was the share sold?", "It sold a share of up to 20 per cent.", "20 per cent"),
        ("What boat did Ida buy?", "Ida bought the mayor’s old boat.", "the mayor"),
        ("Which two towns signed it?", "Lunde signed it.", "Lunde"),
        ("Who are the two main owners of it?", "Ida owns it.", "Ida"),
    ],
)
def test_sums_owners_and_one_of_two_are_not_what_is_asked_for(
    question: str, text: str, wrong: str
) -> None:
    assert wrong not in line_of(question, text).split(", ")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "When will the bridge be closed?",
            "Engineer Paul Okoro said the piers will last a century.",
        ),
        ("okoro job", "Engineer Paul Okoro told the council that the piers will last."),
        ("paul okoro?", "Engineer Paul Okoro told the council that the piers will last."),
        ("What is the oldest piece?", "The oldest piece is a heavy old iron clock from Regen."),
    ],
)
def test_no_whole_sentence_pronoun_or_word_beside_a_bare_name_stands_in_bold(
    question: str, sentence: str
) -> None:
    assert lifted(question, (sentence, 0.9)) is None


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        ("toll?", "The toll is 3 crowns.", "3 crowns"),
        ("How many keepers are left?", "Of the keepers only one is left.", "one"),
        ("could u tell me how much the toll is", "The toll is 3 crowns.", "3 crowns"),
    ],
)
def test_hurried_messages_are_answered_in_bold_all_the_same(
    question: str, sentence: str, line: str
) -> None:
    assert line_of(question, sentence) == line


@pytest.mark.parametrize(
    ("asked", "text", "words"),
    [
        ("Who mended the roof?", "The vote was put off to July until it was mended.", "July"),
        ("Who is head of sales?", "Owner: Head of Sales, Ida Holm.", "Owner"),
        ("How long must it cool?", "Cool for one hour, cut four bars, cool them.", "four bars"),
        ("When does the mill open?", "Ida Holm opened the mill on 5 May 1936.", "5 May 1936"),
        ("What colour is the pump?", "When it is full the red lamp lights.", "red"),
        ("How do I run the mill?", "Run water before you open the gate.", "you open the gate"),
        ("Why are bills late?", "Bills of May are late, as are the letters.", "are the letters"),
    ],
)
def test_words_of_another_kind_are_not_lifted(asked: str, text: str, words: str) -> None:
    assert not may_answer(asked, text, words)


@pytest.mark.parametrize(
    ("question", "text", "lifts"),
    [
        ("What did the council decide in May?", "In May the council met with Ida Holm.", False),
        ("What did the council buy in May?", "In May the council bought a mill.", True),
        ("What did the council sell in May?", "Sold in May by the council: a mill.", True),
        ("What happened at the third regatta?", "The third regatta was for yachts.", False),
    ],
)
def test_what_was_done_is_lifted_only_where_that_is_said(
    question: str, text: str, lifts: bool
) -> None:
    assert (lifted(question, (text, 0.9)) is not None) is lifts


@pytest.mark.parametrize(
    ("question", "sentence", "line"),
    [
        ("Do I have to come to rehearsals?", "Coming to rehearsals is not required.", "No."),
        ("Must members wear a helmet?", "Members wear a helmet; helmets are optional.", None),
        ("Do members have to pay the fee?", "Members have to pay the fee.", "Yes."),
    ],
)
def test_what_is_not_required_need_not_be_done(
    question: str, sentence: str, line: str | None
) -> None:
    told = lifted(question, (sentence, 0.9))
    assert (told and told.line) == line or (
        line is None and told is not None and told.line != "Yes."
    )
