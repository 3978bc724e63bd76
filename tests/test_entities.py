"""What is found in a text: dates, quantities, names, titles, quoted words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.entities import NAMES, Kind, mentions


def found(text: str, *kinds: Kind) -> list[tuple[str, str]]:
    """(words, value) of every mention of these kinds."""
    return [(text[m.start : m.end], m.value) for m in mentions(text) if m.kind in kinds]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The lamp was lit on 3 May 1911.", "3 May 1911", "1911-05-03"),
        ("The fair ran on June 23-24, 2017.", "June 23-24, 2017", "2017-06-23/2017-06-24"),
        ("The fair ran on 23 and 24 June.", "23 and 24 June", "--06-23/--06-24"),
        ("The bakery opened in March 2011.", "March 2011", "2011-03"),
        ("The bakery opens in October.", "October", "--10"),
        ("It was built in 1847 by masons.", "1847", "1847"),
        ("It stood from 1847 to 1901.", "1847 to 1901", "1847/1901"),
        ("It closed on Tuesday, 4th of July 1999.", "Tuesday, 4th of July 1999", "1999-07-04"),
        ("Updated 2020-02-29 by the keeper.", "2020-02-29", "2020-02-29"),
    ],
)
def test_absolute_dates_are_normalised(text: str, words: str, value: str) -> None:
    assert found(text, Kind.DATE) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The boat came on Saturday morning.", "Saturday morning"),
        ("The library closed last month.", "last month"),
        ("The library opens today.", "today"),
        ("It was painted six years ago.", "six years ago"),
        ("It was painted in the early 1990s.", "early 1990s"),
        ("It was painted in the 19th century.", "19th century"),
    ],
)
def test_relative_and_vague_dates_have_no_value(text: str, words: str) -> None:
    assert found(text, Kind.DATE) == [(words, "")]


def test_a_span_of_time_behind_for_is_no_date() -> None:
    text = "The show was stopped for twenty minutes before the speaker came back."
    assert found(text, Kind.DATE) == []
    assert found(text, Kind.DURATION) == [("twenty minutes", "20 minute")]


def test_may_is_a_month_only_where_its_neighbours_say_so() -> None:
    assert found("May I borrow two books?", Kind.DATE) == []
    assert found("I borrowed it in May.", Kind.DATE) == [("May", "--05")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Some 400,000 loaves were sold.", "Some 400,000 loaves", "400000"),
        ("The choir has twenty-three members.", "twenty-three members", "23"),
        ("It holds two hundred and fifty books.", "two hundred and fifty books", "250"),
        ("It holds more than 5.3 million books.", "more than 5.3 million books", "5300000"),
        ("Scores of thousands of people came.", "Scores of thousands of people", ""),
        ("Three small wooden boats sank.", "Three small wooden boats", "3"),
        ("Two and a half million people came.", "Two and a half million people", "2500000"),
        ("Almost half a million people came.", "Almost half a million people", "500000"),
        ("It took a quarter of a million bricks.", "a quarter of a million bricks", "250000"),
    ],
)
def test_a_number_comes_with_what_it_counts(text: str, words: str, value: str) -> None:
    assert found(text, Kind.NUMBER) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It takes 41 min.", "41 min", "41 minute"),
        ("It takes about 5 hrs.", "about 5 hrs", "5 hour"),
        ("It lasts 30min.", "30min", "30 minute"),
        ("We saw a 6-hr play.", "6-hr", "6 hour"),
        ("It took two hours and forty minutes.", "two hours and forty minutes", "160 minute"),
        ("It took 1 h 20 min.", "1 h 20 min", "80 minute"),
        ("He is away for a year and a half.", "a year and a half", "1.5 year"),
        ("It takes two and a half hours.", "two and a half hours", "2.5 hour"),
        ("It is a two-and-a-half-year course.", "two-and-a-half-year", "2.5 year"),
        ("It takes 2½ hours.", "2½ hours", "2.5 hour"),
        ("It takes half an hour.", "half an hour", "0.5 hour"),
        ("It takes three quarters of an hour.", "three quarters of an hour", "0.75 hour"),
        ("It takes two to three hours.", "two to three hours", ""),
    ],
)
def test_a_span_of_time_is_read_whole(text: str, words: str, value: str) -> None:
    assert found(text, Kind.DURATION) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The £600m line opened.", "£600m", "600000000"),
        ("It cost $US 3.2m a year.", "$US 3.2m", "3200000"),
        ("It cost US$2.9bn.", "US$2.9bn", "2900000000"),
        ("It cost 2.5bn euros.", "2.5bn euros", "2500000000"),
        ("It cost NZ$3.7 million.", "NZ$3.7 million", "3700000"),
        ("A grant of £25k was paid.", "£25k", "25000"),
        ("The rate is USD 345.55 today.", "USD 345.55", "345.55"),
        ("It cost 20 EUR.", "20 EUR", "20"),
        ("It cost two and a half million crowns.", "two and a half million crowns", "2500000"),
    ],
)
def test_money_is_read_as_papers_write_it(text: str, words: str, value: str) -> None:
    assert found(text, Kind.MONEY) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("A party for eight costs 165.00 and takes two hours.", ["165.00"]),
        ("Each further guest is charged at 18,50.", ["18,50"]),
        ("Evening course: 119.00", ["119.00"]),
        ("Helmet: 3.50 per day", ["3.50"]),
        ("Doors: 19.30", []),
        ("She is 1.68 metres tall.", []),
        ("It costs 12 at the door.", []),
    ],
)
def test_a_sum_may_stand_without_its_currency(text: str, sums: list[str]) -> None:
    assert [words for words, _ in found(text, Kind.MONEY)] == sums


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The peak is 8,611m high.", "8611"),
        ("The sack weighs 10kg.", "10"),
        ("It holds 2.5l of oil.", "2.5"),
        ("Some 3.5bn people saw it.", "3500000000"),
    ],
)
def test_figures_are_read_with_what_is_joined_to_them(text: str, value: str) -> None:
    assert [told for _, told in found(text, Kind.NUMBER)] == [value]


def test_spans_that_do_not_add_up_stay_apart() -> None:
    text = "They stayed three days, two nights of them at sea, and half of the crew half a day."
    assert found(text, Kind.DURATION) == [
        ("three days", "3 day"),
        ("two nights", "2 night"),
        ("half a day", "0.5 day"),
    ]
    assert found(text, Kind.PERCENTAGE) == [("half", "50")]


def test_quantities_of_other_kinds() -> None:
    text = "For six years a third of the $2 million, or 33 percent, paid a two-day fair: its 7th."
    assert found(text, Kind.DURATION) == [("six years", "6 year"), ("two-day", "2 day")]
    assert found(text, Kind.MONEY) == [("$2 million", "2000000")]
    assert found(text, Kind.PERCENTAGE) == [("a third", "33.3333"), ("33 percent", "33")]
    assert found(text, Kind.ORDINAL) == [("7th", "7")]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The lamp was designed by J. R. Holm.", Kind.PERSON, "J. R. Holm"),
        ("Keeper Ludvig van der Aa slept.", Kind.PERSON, "Ludvig van der Aa"),
        ("The boat sailed to Bergen.", Kind.PLACE, "Bergen"),
        ("They crossed the Silver River.", Kind.PLACE, "Silver River"),
        ("The University of Bergen paid.", Kind.GROUP, "University of Bergen"),
        ("A grant from UNESCO arrived.", Kind.GROUP, "UNESCO"),
    ],
)
def test_names_are_told_apart_by_cues(text: str, kind: Kind, words: str) -> None:
    assert words in [name for name, _ in found(text, kind)]


def test_a_title_stands_apart_from_the_person() -> None:
    text = "Norwegian Deputy Minister for Fishing and Harbour Affairs Ingrid Aas Holm opened it."
    assert found(text, Kind.TITLE) == [
        ("Norwegian Deputy Minister for Fishing and Harbour Affairs",) * 2
    ]
    assert found(text, Kind.PERSON) == [("Ingrid Aas Holm",) * 2]


def test_a_title_in_small_letters_and_a_comma_make_a_person() -> None:
    assert found("The envoy for Bergen, Torleif Vik, waited.", Kind.PERSON) == [
        ("Torleif Vik",) * 2
    ]


@pytest.mark.parametrize(
    "text", ["Painting walls is hard.", "The baker slept.", "However, it rained."]
)
def test_a_capital_that_only_begins_the_sentence_is_no_name(text: str) -> None:
    assert found(text, *NAMES) == []


def test_quoted_words_are_found_without_their_marks() -> None:
    assert found("She called it “a lamp for all” and “free”.", Kind.QUOTED) == [
        ("a lamp for all",) * 2,
        ("free",) * 2,
    ]


def test_without_word_lists_figures_and_capitals_still_tell() -> None:
    kinds = {m.kind for m in mentions("Le phare de Bréhat fut construit en 1847.", language="xx")}
    assert Kind.DATE in kinds


@given(st.text(max_size=200))
def test_every_mention_is_a_slice_of_any_text(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)


@given(st.text(alphabet="0123456789.,:-–/ thsMayof%$", max_size=60))
def test_no_run_of_figures_is_too_odd(text: str) -> None:
    mentions(text)


def test_a_month_with_a_slip_in_it_is_no_date_and_no_fault() -> None:
    assert all(found.value == "" for found in mentions("in Oct'ober", language="en"))
