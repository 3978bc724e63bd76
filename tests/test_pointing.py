"""What a word points to by the rules of English: of one's kind, in the question before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Reference
from bot.conversation import Turn
from bot.follow_up import resolve
from tests.leaning import WORDS, after, background, readings


@pytest.mark.parametrize(
    ("message", "earlier"),
    [
        ("Is there a discount for those who cycle?", "Which members get a key?"),
        ("do those with dogs pay more?", "What do the guests pay?"),
        ("what is the fee of those that have none?", "Which clubs have a hut?"),
        ("what happened to those injured?", "When did the trains collide?"),
    ],
)
def test_those_of_whom_it_is_told_who_they_are_point_to_nothing(message: str, earlier: str) -> None:
    assert after(message, earlier).text == message


def test_those_of_whom_nothing_is_told_point_back() -> None:
    assert after("were those injured?", "When did the trains collide?").text == (
        "were the trains injured?"
    )


@pytest.mark.parametrize(
    ("message", "earlier"),
    [
        ("what did the town pay her?", "who was hurt in the ferry crash"),
        ("how old was he?", "who was rescued from the wreck"),
    ],
)
def test_nobody_is_a_thing(message: str, earlier: str) -> None:
    passage = "The crash and the wreck were in the news."
    assert after(message, earlier, passage=passage).text == message


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("when was it painted?", "Who owns that barn?", "when was the barn painted?"),
        ("how old is it", "who built this chapel", "how old is the chapel"),
        ("is it steep?", "Where does that path lead?", "is the path steep?"),
        ("how deep is it?", "Who said that the mine was shut?", "how deep is the mine?"),
    ],
)
def test_a_thing_that_was_pointed_at_is_meant(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("what does it cost?", "Which lamp is meant for reading?", "what does the lamp cost?"),
        ("was it just?", "What sentence did the court pass?", "was the sentence just?"),
        ("why did it leave?", "Which firm has gone away?", "why did the firm leave?"),
        (
            "how much does it cost?",
            "What time does the ferry leave?",
            "how much does the ferry cost?",
        ),
        (
            "where do they come from?",
            "On which evenings do the fiddlers play?",
            "where do the fiddlers come from?",
        ),
    ],
)
def test_what_was_asked_for_is_meant_unless_it_is_a_time(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("what was their time?", "Which crew won the cup?", "what was the crew's time?"),
        ("where do they sing?", "When was the choir founded?", "where do the choir sing?"),
    ],
)
def test_they_may_be_people_who_act_as_one(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_yes_is_no_list_of_several() -> None:
    found = readings("how big are they?", "Are there lockers?", short="Yes.")
    assert found[0] == "how big are lockers?"
    assert not any("Yes" in text for text in found)


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("Did Ann Lee speak to her afterwards?", "Did Ann Lee speak to Birgit Lomax afterwards?"),
        ("who voted for her yesterday?", "who voted for Birgit Lomax yesterday?"),
        ("who is her coach?", "who is Birgit Lomax's coach?"),
    ],
)
def test_her_owns_only_what_can_be_owned(message: str, whole: str) -> None:
    assert after(message, "Was Birgit Lomax angry?", short="Yes.").text == whole


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("and where did he live?", "where did Abel Colenso live?"),
        ("and what did he do after that?", "what did Abel Colenso do after that?"),
    ],
)
def test_whoever_was_named_is_meant_before_who_was_quoted(message: str, whole: str) -> None:
    passage = "The prize of the town went to the miller Nils Berg."
    assert after(message, "Which prize did Abel Colenso win?", passage=passage).text == whole


def test_who_was_asked_for_is_not_who_was_named() -> None:
    passage = "He married Johanna Vik."
    found = after("when did she die?", "Whom did Halvard Reine marry?", passage=passage)
    assert found.text == "when did Johanna Vik die?"


def test_somebody_unknown_is_told_by_what_was_asked() -> None:
    assert after("why did he step down?", "Who held the post before Ann Lee?").text == (
        "why did the one who held the post before Ann Lee step down?"
    )


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("where does she live?", "Did Mr Holm meet Ms Lind?", "where does Lind live?"),
        ("where does he live?", "Did Ms Lind meet Mr Holm?", "where does Holm live?"),
        ("how old was he?", "Who met the king and Queen Maud?", "how old was the king?"),
    ],
)
def test_titles_tell_he_from_she(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        (
            "when was it built?",
            "Who is the director of the museum?",
            "Ann Lee",
            "when was the museum built?",
        ),
        (
            "when did she join it?",
            "Who is the head of Brandt & Oyle?",
            "Ann Lee",
            "when did Ann Lee join Brandt & Oyle?",
        ),
        (
            "how old is he?",
            "Where is the house of the ferryman?",
            "Dock Street",
            "how old is the ferryman?",
        ),
    ],
)
def test_what_stands_behind_of_is_meant_where_the_whole_is_of_another_kind(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "How long will it run?",
            'When does the play "Salt and Light" open?',
            'How long will the play "Salt and Light" run?',
        ),
        ("who wrote it?", "When was “The Last Ferry” shown?", "who wrote “The Last Ferry”?"),
        ("how deep is it?", "Is the pool open on Sundays?", "how deep is the pool?"),
        ("how old is it?", "Why was the night ferry late?", "how old is the night ferry?"),
        ("who runs it?", "Is the hotel bar on the first floor?", "who runs the hotel bar?"),
        ("who made it?", "When did release 4 come out?", "who made release 4?"),
        ("who sells it?", "What does a day ticket to Oslo cost?", "who sells the day ticket?"),
        ("who built it", "where's the boat house", "who built the boat house"),
    ],
)
def test_a_thing_is_meant_whole_and_without_what_is_said_of_it(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        ("and what is that?", "The board of elders?", "Disputes", "what is the board of elders"),
        ("how much is it?", "the night bus?", "Oslo", "how much is the night bus?"),
        ("what do they do?", "the old wardens?", "Ann Lee", "what do the old wardens do?"),
    ],
)
def test_what_was_only_named_is_meant(message: str, earlier: str, short: str, whole: str) -> None:
    assert after(message, earlier, short=short).text.strip("?") == whole.strip("?")


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and 4.2?", "When did release 4.1 appear?", "When did release 4.2 appear?"),
        ("And in 2.1?", "What is new in version 2.0?", "What is new in version 2.1?"),
        (
            "and how many in the third one?",
            "How many goals fell in the first match?",
            "How many goals fell in the third match?",
        ),
    ],
)
def test_numbers_take_the_place_of_numbers(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("how much does that one cost?", "Which kettle won?", "how much does the kettle cost?"),
        (
            "how much does one cost?",
            "Where are padlocks?",
            "how much does one of the padlocks cost?",
        ),
        ("where can I get one?", "What is a day pass?", "where can I get a day pass?"),
        ("how much is a new one?", "Where is my day pass?", "how much is a new pass?"),
        ("and the red one?", "How much is the blue bike?", "How much is the red bike?"),
        ("and why is none given?", "Is leave given in May?", "why is no leave given?"),
        (
            "which ones does the guild get?",
            "Which rooms go to the choir?",
            "which rooms does the guild get?",
        ),
    ],
)
def test_a_noun_that_is_left_out_is_that_of_the_question_before(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


def test_one_points_to_nothing_where_it_counts_or_means_anybody() -> None:
    for message in ("how does one apply?", "is one of the boats open?", "who has one child?"):
        assert after(message, "Where are padlocks sold?").text == message


@pytest.mark.parametrize("way", ["how do i bleed the pump?", "How to bleed the pump?"])
def test_how_long_it_takes_asks_of_what_is_done(way: str) -> None:
    whole = "how long does it take to bleed the pump?"
    assert after("how long does that take?", way).text == whole
    assert after("how long does it take", way, "which oil should I use?").text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("how long is it?", "Which book did Ann Lee write?", "how long is the book?"),
        ("who has it?", "Where is the key to the attic?", "who has the key?"),
    ],
)
def test_a_thing_is_asked_about_in_few_words(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "short", "whole"),
    [
        (
            "why did he do that?",
            "Who sank the Gudrun?",
            "Ed Roe",
            "why did Ed Roe sink the Gudrun?",
        ),
        ("and when can they do it?", "Who can vote?", "", "when can they vote?"),
        (
            "on which day did she say that?",
            "Who said that the boat was late?",
            "Ann Lee",
            "on which day did Ann Lee say that the boat was late?",
        ),
        (
            "why did they do that?",
            "Does the town still count its dead?",
            "",
            "why does the town still count its dead?",
        ),
        ("how did she do it", "Who saved the boat?", "Ann Lee", "how did Ann Lee save the boat?"),
    ],
)
def test_what_was_done_is_asked_about_anew(
    message: str, earlier: str, short: str, whole: str
) -> None:
    assert after(message, earlier, short=short).text == whole


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("where is it taught?", "what is falconry?", "where is falconry taught?"),
        ("where is it allowed?", "is smoking allowed?", "where is smoking allowed?"),
        ("do I need leave for that?", "what is subletting", "do I need leave for subletting?"),
        ("can I pay it by card?", "How much is parking?", "can I pay parking by card?"),
        ("why is it so dear?", "Whose idea was the fountain?", "why is the fountain so dear?"),
    ],
)
def test_a_thing_may_be_named_by_a_bare_noun(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_goes_on_is_no_thing() -> None:
    assert after("is it far?", "what is happening?").text == "is it far?"


def test_they_may_be_those_who_were_asked_for() -> None:
    found = after("do they have to pay?", "Who may swim in the lake?")
    assert found.text == "do those who may swim in the lake have to pay?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        (
            "what did he do before that?",
            "how long has Abel Colenso been a driver?",
            "what did Abel Colenso do before that?",
        ),
        ("how old is he?", "Is Emil Rast the best player?", "how old is Emil Rast?"),
        ("when did he sail?", "Who sank the Gudrun?", "when did the one who sank the Gudrun sail?"),
    ],
)
def test_a_person_is_told_by_name_before_a_trade(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_the_last_word_that_may_be_a_verb_is_it() -> None:
    found = after("why is it so slow?", "when did the late train leave bergen")
    assert found.text == "why is the late train so slow?"


def test_an_article_suits_the_noun_that_is_put_behind_it() -> None:
    earlier = "How much is an oslo pass?"
    assert after("and bergen?", earlier).text == "How much is a bergen pass?"


def test_a_place_behind_its_preposition_takes_no_other() -> None:
    found = after("how far is it from there?", "Where is the next station?", short="Sandry")
    assert "from Sandry" in found.text


def test_those_who_are_counted_are_meant_without_their_number() -> None:
    found = after("how old are they?", "How many passes were sold?", short="8,640 passes")
    assert found.text == "how old are the passes?"


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("and if we are four?", "what does parking cost", "what does parking cost if we are four?"),
        (
            "and if it stays dark?",
            "What do I do if the lamp blinks?",
            "What do I do if the lamp stays dark?",
        ),
        ("and employees?", "how many beds does oslo have", "how many employees does oslo have"),
        ("and pupils?", "how many days do teachers get", "how many days do pupils get"),
        ("and kids?", "What do adults pay?", "What do kids pay?"),
    ],
)
def test_what_is_asked_under_one_condition_is_asked_under_another(
    message: str, earlier: str, whole: str
) -> None:
    assert after(message, earlier).text == whole


def test_how_long_it_takes_asks_of_what_is_to_be_done_often() -> None:
    found = after("how long does it take", "how often must i oil the gate?")
    assert found.text == "how long does it take to oil the gate?"


def test_a_price_may_be_asked_for_others() -> None:
    found = readings("what about kids?", "What does a day ticket at the gate cost?")
    assert found == [
        "What does a day ticket at the gate cost for kids?",
        "What do kids at the gate cost?",
    ]


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("why only two?", "Who opened the bridge?", "why only two, why did they open the bridge?"),
        ("why not Oslo?", "why Bergen?", "why not Oslo"),
        ("why against?", "Was the bridge opened?", "why against, why was the bridge opened?"),
        ("and why the delay?", "When did Ann Lee sail?", "why the delay, why did Ann Lee sail?"),
    ],
)
def test_why_and_a_few_words_ask_of_what_was_told(message: str, earlier: str, whole: str) -> None:
    assert after(message, earlier).text == whole


def test_what_was_done_is_no_name() -> None:
    found = after("why?", "What did the probe do on Monday?", short="Oskar Vint")
    assert found.text == "why did the probe do on Monday?"


def test_where_only_a_thing_was_named_there_was_no_answer() -> None:
    found = readings("what is that?", "The board of elders?", short="Disputes")
    assert not any("Disputes" in text for text in found)


@pytest.mark.parametrize(
    ("message", "earlier", "whole"),
    [
        ("what is her name?", "Has Ann Lee got a sister?", "what is Ann Lee's sister's name?"),
        (
            "what are they called?",
            "Does Birgit Lomax have children?",
            "what are Birgit Lomax's children called?",
        ),
        ("how old is he?", "Does the keeper have a son?", "how old is the keeper's son?"),
        ("when was it sold?", "Does Ann Lee have a boat?", "when was the boat sold?"),
    ],
)
def test_somebody_whom_one_has_is_told_with_whose_they_are(
    message: str, earlier: str, whole: str
) -> None:
    assert whole in readings(message, earlier)


def test_whoever_did_it_is_no_thing() -> None:
    first = Turn("who painted the barge?", "en", "Meg Tarn")
    second = Turn("when did Meg Tarn paint the barge?", "en", "1911")
    found = resolve("how long is it?", background(first, second), words=WORDS, language="en")
    assert found[0].text == "how long is the barge?"


@pytest.mark.parametrize(
    ("message", "earlier", "passage", "whole"),
    [
        (
            "when did it arrive?",
            "What did the club send the winners?",
            "The club sent the winners a silver cup made in Leeds.",
            "when did the silver cup arrive?",
        ),
        (
            "did they like it?",
            "What did Norway give the rebels?",
            "In May Norway gave the rebels a map of the valley.",
            "did the rebels like the map of the valley?",
        ),
        (
            "how many members does it have?",
            "What did the club say?",
            "The club said that a map would be printed.",
            "how many members does the club have?",
        ),
        (
            "how many members does it have?",
            "What did the club do in May?",
            "In May the club sent the winners a silver cup.",
            "how many members does the club have?",
        ),
    ],
)
def test_it_is_what_was_given_where_that_was_asked(
    message: str, earlier: str, passage: str, whole: str
) -> None:
    assert after(message, earlier, passage=passage).text == whole


@pytest.mark.parametrize(
    ("pronoun", "meant"), [("he", "Bo Lind"), ("she", "Ada Krug")], ids=["he", "she"]
)
def test_a_text_that_goes_on_with_she_tells_who_is_no_he(pronoun: str, meant: str) -> None:
    turns = [
        Turn("Who planted the orchard?", "en", "Ada Krug", Reference("a.txt", 0, 1, "f")),
        Turn("Who sold the orchard?", "en", "Bo Lind", Reference("a.txt", 2, 3, "f")),
    ]
    passages = {0: "Ada Krug planted the orchard.", 2: "Bo Lind sold his orchard in May."}
    following = {0: "She was a nurse from Toll.", 2: "The price was low."}
    known = replace(
        background(*turns),
        passage=lambda place: passages[place.start],
        behind=lambda place: following[place.start],
    )
    found = resolve(f"where did {pronoun} live?", known, words=WORDS, language="en")
    assert found[0].text == f"where did {meant} live?"


def test_a_name_beside_the_answer_is_the_person_meant() -> None:
    found = after(
        "what is her job?",
        "Who said the dam was safe?",
        short="the engineer",
        passage="According to the engineer, Ada Krug, the dam was safe.",
    )
    assert found.text == "what is Ada Krug's job?"


def test_a_house_with_a_name_is_no_he() -> None:
    found = after(
        "what was he known for?",
        "when did they open Harper Bakery?",
        short="1921",
        passage="His uncle, Jon Harper, opened the shop in 1921.",
    )
    assert found.text == "what was Jon Harper known for?"


def test_where_somebody_is_found_names_no_thing_of_long_before() -> None:
    found = after("when is she there?", "what does a lost key cost", "who do I write to about it")
    assert "key" not in found.text


def test_a_bare_pronoun_means_somebody_else_than_was_asked_about() -> None:
    turns = [Turn("Who won the vote?", "en", "Ada Krug"), Turn("what did Bo Lind get", "en", "")]
    found = resolve("and she?", background(*turns), words=WORDS, language="en")
    assert found[0].text == "what did Ada Krug get"
