"""Messages that lean on earlier ones become questions that stand alone."""

from __future__ import annotations

import pytest

from bot.conversation import Turn
from bot.follow_up import Resolved
from bot.follow_up.offers import accepted
from bot.follow_up.parts.reading import read
from tests.leaning import WORDS, after, readings

FIRST = "When was the first Astana meeting held?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the second?", FIRST, "When was the second Astana meeting held?"),
        ("and when was the second?", FIRST, "When was the second Astana meeting held?"),
        ("where was the second?", FIRST, "where was the second Astana meeting held?"),
        ("who attended the second?", FIRST, "who attended the second Astana meeting?"),
        ("who attended the meeting?", FIRST, "who attended the first Astana meeting?"),
        ("n wen was the 2nd", FIRST, "When was the 2nd Astana meeting held?"),
        ("no, i meant the last one", FIRST, "When was the last Astana meeting held?"),
        ("and in Oslo?", "How many people live in Bergen?", "How many people live in Oslo?"),
        ("what about oslo", "Who lives in Bergen?", "Who lives in oslo?"),
        ("and E2?", "What does E1 mean?", "What does E2 mean?"),
        ("and 2018?", "How many ships came in 2017?", "How many ships came in 2018?"),
        ("and in 2018?", "How many ships came to Oslo?", "How many ships came to Oslo in 2018?"),
        ("no, in June", "What happened in May?", "What happened in June?"),
        ("and the crew?", "How much did the captain earn?", "How much did the crew earn?"),
        ("what about the mill", "When was the tower built?", "When was the mill built?"),
        ("and for a cart?", "What is the toll for a car?", "What is the toll for a cart?"),
        ("and women?", "How many men work there?", "How many women work there?"),
        ("and fishing boats?", "How much do yachts pay?", "How much do fishing boats pay?"),
        ("where was it held", "When was the second meeting?", "where was the second meeting held"),
        ("and Bergen?", "Who signed the treaty?", "did Bergen sign the treaty?"),
        (
            "and injured?",
            "How many people were killed in the storm?",
            "How many people were injured in the storm?",
        ),
        ("and delayed?", "Was the ferry cancelled?", "Was the ferry delayed?"),
    ],
)
def test_a_fragment_takes_the_place_of_its_like(message: str, earlier: str, whole: str) -> None:
    found = after(message, earlier)
    assert found.inherited
    assert found.text.casefold() == whole.casefold()


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("can u tell me when", "Who wrote the hymn?", "when did they write the hymn?"),
        ("pls tell me why", "When did the dam burst?", "why did the dam burst?"),
        ("do you know who paid for it", "How long is the pier?", "who paid for the pier"),
        ("i wanted to know how long it takes", "What is a tour?", "how long the tour takes"),
        ("could you tell me by whom", "When was the kiln built?", "by whom was the kiln built?"),
        ("wat abt the 3rd one", "When was the second regatta?", "When was the 3rd regatta?"),
        ("um and the fourth", "When was the second regatta?", "When was the fourth regatta?"),
        ("sry i meant the kiln", "When was the dam built?", "When was the kiln built?"),
        ("tell me about the kiln", "When was the dam built?", "tell me about the kiln"),
    ],
)
def test_what_only_leads_a_question_in_is_left_aside(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        (
            "why?",
            "When did the keeper leave the island?",
            "",
            "why did the keeper leave the island?",
        ),
        (
            "when was that?",
            "Who opened the bridge?",
            "Ann Lee",
            "when did Ann Lee open the bridge?",
        ),
        ("when?", "Who has opened the bridge?", "", "when have they opened the bridge?"),
        ("who?", "When was the bridge opened?", "1931", "by whom was the bridge opened?"),
        ("where?", "How long are backups kept?", "", "where are backups kept?"),
        ("where?", "How long does a guided tour take?", "", "where does a guided tour take?"),
        ("why not?", "Who did not play?", "Ada", "why did Ada not play?"),
        ("why not?", "May I keep the bread?", "No.", "why may I not keep the bread?"),
        ("why not?", "Does the ferry sail in May?", "No.", "why does the ferry not sail in May?"),
        ("how many?", "Which ships came in May?", "", "how many ships came in May?"),
        ("who else?", "Who won the cup?", "Ann Lee", "who else won the cup?"),
        ("why?", "Which film did Riba withdraw?", "Salt", "why did Riba withdraw Salt?"),
        (
            "why so few?",
            "How many guests did the inn have in May?",
            "9",
            "why so few guests did the inn have in may?",
        ),
    ],
)
def test_another_question_word_asks_the_same_anew(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text.casefold() == whole.casefold()


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        ("Who built it?", "When was the lighthouse built?", "1874", "Who built the lighthouse?"),
        (
            "When did he leave?",
            "Who was the last keeper?",
            "Nils Berg",
            "When did Nils Berg leave?",
        ),
        ("what did she say", "Who is the mayor?", "Ann Lee", "what did Ann Lee say"),
        ("when was his trial?", "Who stole the bell?", "Ed Roe", "when was Ed Roe's trial?"),
        (
            "what did they discuss?",
            "Who were the two ministers who met on Monday?",
            "Ann Lee; Ed Roe",
            "what did Ann Lee and Ed Roe discuss?",
        ),
        (
            "did they like it?",
            "What did the mayor give the boys?",
            "a kite",
            "did the boys like a kite?",
        ),
        ("when did they lose?", "When did Rovers beat Oslo?", "May", "when did Rovers lose?"),
        (
            "how many clocks does it show?",
            "When did Emil Rast found the Clock Museum?",
            "1931",
            "how many clocks does the Clock Museum show?",
        ),
        (
            "did he agree?",
            "Who is the chairman of the Friends?",
            "oppose the tunnel",
            "did the chairman of the Friends agree?",
        ),
        ("who lives there?", "Where was the bell cast?", "Lyon", "who lives in Lyon?"),
    ],
)
def test_a_pronoun_points_to_a_thing_of_its_kind_and_number(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


def test_what_a_thing_is_called_in_other_words_does_not_take_its_place() -> None:
    found = after("Who was its captain?", "What was the Gudrun?", short="small tug")
    assert found.text == "Who was the Gudrun's captain?"


@pytest.mark.parametrize("earlier", ["who is astana", "Who was Ewald Brandt?"])
def test_it_means_nobody_of_whom_it_was_asked_who_they_are(earlier: str) -> None:
    passage = "The old mail plane was flown by Ewald Brandt and his Danish counterpart."
    found = after("why was it stopped", earlier, short="the pilot", passage=passage)
    assert found.text == "why was the old mail plane stopped"
    assert after("why was it stopped", earlier).text == "why was it stopped"


def test_a_pronoun_may_point_into_the_passage_that_was_quoted() -> None:
    passage = "The envoy Sergei Lavrov said that Moscow replaces nothing."
    found = after("what is he preparing", "Is Moscow replacing the talks?", passage=passage)
    assert found.text == "what is Sergei Lavrov preparing"


@pytest.mark.parametrize(
    "message",
    [
        "When was the mill of Aurland moved?",
        "Was there an agreement in the fifth round?",
        "Is there a ferry to the island?",
        "Did Captain Lund say that she would stop?",
        "Who said that the mine would open in 2020?",
    ],
)
def test_a_question_that_stands_alone_starts_afresh(message: str) -> None:
    assert after(message, "Who are the keepers of the tower?") == Resolved(message, inherited=False)


def test_a_question_with_a_subject_of_its_own_takes_none_over() -> None:
    earlier = "How many clocks does the museum show?"
    found = after("and how long does a guided tour take?", earlier)
    assert found.text == "and how long does a guided tour take?"


@pytest.mark.parametrize(
    "message", ["latest news about Oslo", "the price of bread", "a summary of the meeting"]
)
def test_several_words_of_which_none_was_said_are_a_new_subject(message: str) -> None:
    assert not after(message, "Who attended the meeting?").inherited


def test_the_third_follow_up_works_as_the_first() -> None:
    turns = ["When was the first round held?", "When was the second round held?"]
    assert after("and the third?", *turns).text == "When was the third round held?"


@pytest.mark.parametrize(
    ("message", "taken"),
    [("yes", "A?"), ("2", "B?"), ("Yes please!", "A?"), ("the second one", "B?"), ("#2", "B?")],
)
def test_an_offer_is_taken_up_by_yes_or_by_its_number(message: str, taken: str) -> None:
    turn = Turn("Who is zzyzx?", "en", offers=("A?", "B?"))
    assert accepted(message, [turn], WORDS) == taken


def test_without_anything_before_a_message_stays_as_it_is() -> None:
    assert after("and the second?") == Resolved("and the second?", inherited=False)


@pytest.mark.parametrize("earlier", ["When", "how many", "Which countries", "at what time"])
def test_a_question_of_nothing_but_its_wh_phrase_can_be_followed_up(earlier: str) -> None:
    assert after("who?", earlier).text.startswith("who")


def test_a_message_that_ends_with_its_auxiliary_can_be_asked() -> None:
    assert after("and the feast where is", "When was the feast?").text


@pytest.mark.parametrize(
    ("earlier", "short", "whole"),
    [
        ("How many people died?", "40", "who said 40 died?"),
        ("When was the bridge opened?", "in May", "who said the bridge was opened in May?"),
        ("When was the feast?", "3 May", "who said the feast was 3 May?"),
        ("Who opened the bridge?", "Ann Lee", "who said Ann Lee opened the bridge?"),
        ("Did the ship sink?", "Yes", "who said the ship sink?"),
    ],
)
@pytest.mark.parametrize("message", ["who said that?", "says who", "and who claims this"])
def test_who_said_that_asks_for_the_source_of_the_answer(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


@pytest.mark.parametrize("message", ["what's next?", "What next?", "what is next"])
def test_what_is_next_leans_on_nothing(message: str) -> None:
    assert not after(message, "How much did the fifth round cost?").inherited


def test_they_are_no_list_of_which_only_some_parts_are_names() -> None:
    short = "the north of Oslo, the river, Bergen"
    assert after("who guards them?", "Which zones are there?", short=short).text == (
        "who guards the zones?"
    )


@pytest.mark.parametrize("auxiliary", ["did", "must", "might", "won't"])
def test_a_verb_in_its_base_form_ends_a_phrase_behind_any_auxiliary(auxiliary: str) -> None:
    text = f"When {auxiliary} the old pool open?"
    phrases = read(text, language="en", is_name=set[str]().__contains__).phrases
    assert [text[phrase.start : phrase.end] for phrase in phrases] == ["the old pool"]


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and the one before", "When was the third regatta?", "When was the second regatta?"),
        ("the next one?", "When was the 21st regatta?", "When was the 22nd regatta?"),
        ("who won the one after that", "When was the third fair?", "who won the fourth fair"),
        ("and the next one?", "Who won the 11th cup?", "Who won the 12th cup?"),
    ],
)
def test_the_one_before_or_behind_a_numbered_one_has_its_number(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier"),
    [
        ("and the one before that?", "When was the first regatta?"),
        ("the one before the war", "When was the third mill built?"),
        ("who built the next one?", "When was the mill built?"),
    ],
)
def test_nothing_stands_before_the_first_or_beside_what_has_no_number(
    message: str, earlier: str
) -> None:
    found = after(message, earlier).text
    assert not any(word in found for word in ("zeroth", "second", "fourth"))


@pytest.mark.parametrize(
    ("message", "plain"),
    [
        ("how many ppl took pics", "how many people took pictures"),
        ("why didnt they come", "why didn't they come"),
        ("whats in Tel Aviv", "what is in Tel Aviv"),
        ("they're late", "they're late"),
        ("the r&d budget", "the r&d budget"),
        ("hwo many ships came", "how many ships came"),
        ("hwo paid", "who paid"),
    ],
)
def test_hurried_spellings_are_written_out(message: str, plain: str) -> None:
    assert after(message).text == plain


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("the pier how long is it", "When was the kiln lit?", "how long is the pier"),
        ("and the barge to Moss, when does it sail?", "Who sails?", "when does the barge to Moss"),
        ("the abbot what did he say", "When was the kiln lit?", "what did the abbot say"),
        ("the day when it burnt", "When was the kiln lit?", "the day when the kiln"),
        ("the man who did it", "When was the kiln lit?", "the man who did"),
    ],
)
def test_what_is_named_first_is_what_is_asked_about(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text.startswith(whole)


def test_and_may_open_another_topic() -> None:
    found = readings("ok and the damage at the boat club", "How did they catch the seal?")
    assert "the damage at the boat club" in found[1:]


def test_a_degree_is_no_thing_to_ask_about_anew() -> None:
    earlier = "how cold was the coldest night"
    assert after("when was that?", earlier, short="minus 44").text == "when was the coldest night?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("who?", "did anyone drown?", "who did drown?"),
        ("how many?", "was anybody hurt?", "how many was hurt?"),
        ("how?", "was anybody hurt?", "how was anybody hurt?"),
        ("when?", "did anyone drown?", "when did anyone drown?"),
    ],
)
def test_who_it_was_is_asked_where_anybody_was_asked_about(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier, short="Yes.").text == whole
