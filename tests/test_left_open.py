"""Sentences on the very thing that leave open what is asked: the nearest, not an answer."""

from __future__ import annotations

import pytest

from bot.answering.needs.left_open import is_told_nowhere, leaves_open, lists_nothing
from bot.answering.needs.of_another import is_on_other_years
from bot.assistant import Assistant
from retrieval.question import parse_question
from retrieval.records import Document, Source
from tests.helpers import assistant_on

OPEN, TOLD = True, False


@pytest.mark.parametrize(
    ("question", "text", "is_open"),
    [
        ("Which four barns burned down?", "Of the nine barns, four burned down.", OPEN),
        ("Who were the two divers with cramp?", "Six divers came up, two of them ill.", OPEN),
        ("Which three villages voted no?", "Three villages voted no: Hald, Rom and Ask.", TOLD),
        ("Which two villages voted no?", "Two villages, Hald and Rom, voted no.", TOLD),
        ("Which two colours are sold?", "It is sold in red and blue.", TOLD),
        ("Which two rules apply?", "1. Two keys are kept at the desk", TOLD),
        ("Which village voted no?", "Three villages voted no.", TOLD),
    ],
)
def test_what_is_only_counted_is_not_named(question: str, text: str, is_open: bool) -> None:
    assert leaves_open(parse_question(question), text) is is_open


@pytest.mark.parametrize(
    ("question", "text", "is_open"),
    [
        ("Who painted the gate?", "The gate was painted in 1958.", OPEN),
        ("By whom was the gate painted?", "The gate was painted in 1958.", OPEN),
        ("Who painted the gate?", "The gate was painted by pupils in 1958.", TOLD),
        ("Who painted the gate?", "The gate was painted in 1958, when Ida Holm ran it.", TOLD),
        ("Who painted the gate?", "It was painted at the expense of the baker.", TOLD),
        ("Who painted the gate?", "Pupils painted the gate.", TOLD),
        ("Who was elected treasurer?", "Nobody was elected treasurer.", TOLD),
        ("When was the gate painted?", "The gate was painted in 1958.", TOLD),
    ],
)
def test_what_is_done_names_nobody_who_does_it(question: str, text: str, is_open: bool) -> None:
    assert leaves_open(parse_question(question), text) is is_open


@pytest.mark.parametrize(
    ("question", "text", "is_open"),
    [
        ("Which tram did Ida take?", "Ida took a tram and got off at the pier.", OPEN),
        ("Which tram did Ida take?", "Ida took a tram called the Heron.", TOLD),
        ("Which tram did Ida take?", "Ida took a tram of line 9.", TOLD),
        ("Which class did she miss?", "She missed a sewing class.", TOLD),
        ("Which tram did Ida take?", "Ida took the tram to the pier.", TOLD),
        ("What is the name of Lund's horse?", "Lund fell when his horse shied.", OPEN),
        ("What is the name of Lund's horse?", "Lund rode his horse, Thunder, home.", TOLD),
        ("What is the name of the paint used?", "The paint used is Ultramal.", TOLD),
        ("What is the title of her new play?", "She read from her new play on Sunday.", OPEN),
        ("What is the title of her play?", 'Her play "The Well" opens on Sunday.', TOLD),
        ("What is the title of the play?", "The play was christened The Well.", TOLD),
        ("What is the name of the doctor?", "It was Ida Holm who sewed the cut.", TOLD),
        ("Why does it bear the name of a fish?", "It has had a fish on its arms.", TOLD),
    ],
)
def test_any_one_of_a_sort_is_not_told_which(question: str, text: str, is_open: bool) -> None:
    assert leaves_open(parse_question(question), text) is is_open


@pytest.mark.parametrize(
    ("question", "text", "is_open"),
    [
        ("When did Holm sue Lund?", "In May the baker Lund of Hald sued Holm for libel.", OPEN),
        ("When did Holm buy Lundbank?", "In 2004 Lundbank bought a third of the firm.", OPEN),
        ("When did Holm sue Lund?", "Holm sued Lund in May.", TOLD),
        ("When did Holm sue Lund?", "Lund was sued by Holm in May.", TOLD),
        ("When did Holm meet Lund?", "Lund met Holm in May.", TOLD),
        ("When did Holm close Lund Road?", "Lund Road closed in May.", TOLD),
        ("When did the firm leave Hald?", "Hald left the league in May.", TOLD),
    ],
)
def test_who_does_it_is_not_to_whom_it_is_done(question: str, text: str, is_open: bool) -> None:
    assert leaves_open(parse_question(question), text) is is_open


@pytest.mark.parametrize(
    ("question", "text", "is_open"),
    [
        ("Who leads ward 3?", "Ida Holm has led ward 4 since May.", OPEN),
        ("Who leads ward 3?", "Ida Holm has led ward 3 and ward 4 since May.", TOLD),
        ("Who leads ward 3?", "Ida Holm has led it since May.", TOLD),
        ("Who won on 3 May?", "Ida Holm won on 4 May.", TOLD),
        ("How long is the spring course?", "The autumn course lasts nine weeks.", OPEN),
        ("How long is the autumn course?", "The fall course lasts nine weeks.", TOLD),
        ("What does a blue flag mean?", "A red flag means that nobody may swim.", OPEN),
        ("What does a red flag mean?", "Flags mean that nobody may swim.", TOLD),
        ("What lies on the western side?", "The inn lies on the west side.", TOLD),
        ("How many boats has Lund's fleet?", "Hald's fleet has nine boats.", OPEN),
        ("How many boats has Lund's fleet?", "Hald's fleet is as large as that of Lund.", TOLD),
        ("Who was Russia's envoy?", "The Russian President's envoy was Ida Holm.", TOLD),
        ("Is it in Lund's fleet?", "Hald's fleet has nine boats.", TOLD),
    ],
)
def test_what_is_told_of_another_of_its_kind_is_not_told(
    question: str, text: str, is_open: bool
) -> None:
    assert leaves_open(parse_question(question), text) is is_open


def test_a_title_above_may_tell_which_one_is_meant() -> None:
    question = parse_question("How long is the spring course?")
    text = "The autumn course is longer: this one lasts nine weeks."
    assert not leaves_open(question, text, frozenset({"spring"}))


@pytest.mark.parametrize(
    ("question", "text", "nothing"),
    [
        ("Which prizes has Ida Holm won?", "Ida Holm won a prize for her play.", True),
        ("Which prizes has Ida Holm won?", "Ida Holm won the Oak and the Elm.", False),
        ("Which prizes has Ida Holm won?", "She was born in Hald.", False),
        ("Which rows are dry?", "Rows 4 to 9 are dry.", False),
        ("Which animals wrecked the fence?", "The fence was wrecked by boars.", False),
        ("Who won the prize?", "Ida Holm won a prize.", False),
    ],
)
def test_several_things_are_not_listed_where_one_sentence_says_all_else(
    question: str, text: str, nothing: bool
) -> None:
    assert lists_nothing(parse_question(question), text, frozenset()) is nothing


@pytest.mark.parametrize(
    ("question", "text", "untold"),
    [
        ("Why was the fair cancelled?", "The fair drew 900 guests.", True),
        ("Why was the fair cancelled?", "The fair did not take place, as it snowed.", False),
        ("Who was arrested after the match?", "The match ended at ten.", True),
        ("Who was arrested after the match?", "Two fans spent the night in custody.", False),
        ("Was anyone arrested after the match?", "The match ended at ten.", False),
        ("Why was the fair moved?", "The fair drew 900 guests.", False),
    ],
)
def test_a_deed_of_which_nothing_tells_is_not_explained(
    question: str, text: str, untold: bool
) -> None:
    assert is_told_nowhere(parse_question(question), [text]) is untold


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("How many guests came in 2012?", "In 2019 the fair drew 900 guests.", True),
        ("How many guests came in 2012?", "The fair drew 900 guests in 2012, 950 in 2013.", False),
        ("Who led the fair in 2012?", "Ida Holm led it (2009-2016).", False),
        ("How many guests came in 2012?", "The season of 2011/12 drew 900 guests.", False),
        ("How many guests came in 2012?", "The fair drew 900 guests.", False),
        ("How many guests came?", "In 2019 the fair drew 900 guests.", False),
        ("How many guests came in 2012?", "The hall seats 2,019 guests.", False),
    ],
)
def test_a_document_on_other_years_tells_nothing_of_the_one_asked(
    question: str, text: str, another: bool
) -> None:
    source = Source("text", "utf-8", len(text), "")
    document = Document("fair.txt", "The fair", "", None, "en", text, (), source)
    assert is_on_other_years(parse_question(question), document) is another


FAIR = """# The fair at Hald

The fair at Hald drew nine hundred guests in May. Of the seven stalls at the fair, three sold out by
noon. The prize bull was stolen in the night. The fair closes with a dance.
"""


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on({"fair.md": FAIR}, tmp_path_factory.mktemp("fair"))


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Which three stalls at the fair sold out?", "three sold out by\nnoon"),
        ("Who stole the prize bull?", "stolen in the night"),
    ],
)
def test_what_is_left_open_is_shown_as_the_nearest(
    fair: Assistant, question: str, nearest: str
) -> None:
    answer = fair.ask(question)
    assert answer.refused
    assert answer.lead == "The documents don't say it plainly; this is the nearest:"
    assert nearest in answer.quotes[0].text
