"""Which items of an enumeration answer a question."""

from __future__ import annotations

import pytest

from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.sentence import read_sentence
from bot.answering.lists.items import list_items
from retrieval.question import parse_question


def items(text: str) -> list[list[str]]:
    sentence = read_sentence(text)
    return [
        [text[slice(*sentence.slice(*item))] for item in e.items] for e in enumerations(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The shop sells bread, salt and oil.", ["bread", "salt", "oil"]),
        ("The shop sells bread, salt, and oil.", ["bread", "salt", "oil"]),
        ("They came from Bergen as well as Oslo.", ["Bergen", "Oslo"]),
        (
            "Lamps stand in the old tower, in the mill near Bergen and in the south of the town.",
            ["old tower", "mill near Bergen", "south of the town"],
        ),
        ("You need boots, a coat and, in the yard, a helmet.", ["boots", "a coat", "a helmet"]),
        (
            "Present: Mrs Ida Holm (chair), Nils Lund, Olav Lie.",
            ["Mrs Ida Holm", "Nils Lund", "Olav Lie"],
        ),
        ("Two bids came: Holm Timber at £48,200 and Lunde at £51.", ["Holm Timber", "Lunde"]),
        ("Thanks to the work of Ida, Nils and Olav it shone.", ["Ida", "Nils", "Olav"]),
        ("The lane was closed until noon and buses 14 and 22 were late.", ["buses 14", "22"]),
        (
            "It runs on mills, which people call Hope and Charity, and an old cable.",
            ["Hope", "Charity"],
        ),
        (
            "Mayors Ida Holm (Lunde), Nils Lund (Moss), and Olav Lie (Hamar) came.",
            ["Mayors Ida Holm", "Nils Lund", "Olav Lie"],
        ),
        (
            "The co-owners of the mill, Ida Holm of Moss, Nils Lund of Hamar, and Olav Lie, came.",
            ["Ida Holm of Moss", "Nils Lund of Hamar", "Olav Lie"],
        ),
        (
            "The Polish and Czech envoys Ida Holm, Nils Lund and Olav Lie held talks.",
            ["Ida Holm", "Nils Lund", "Olav Lie"],
        ),
        (
            "The mill burnt in the spring of 2014, in April 2016 and in July.",
            ["spring of 2014", "April 2016", "July"],
        ),
        (
            "To enrol, send a recent photo, such as a passport picture, and your last report.",
            ["a recent photo, such as a passport picture", "your last report"],
        ),
        ("Grow roots, such as beet, leeks, and parsnips.", ["beet", "leeks", "parsnips"]),
        (
            "The crew consists of a skipper, a mate and up to three deckhands.",
            ["a skipper", "a mate", "up to three deckhands"],
        ),
        ("It stood between Nils’s Lunde and Ida’s St. Olav.", ["Nils’s Lunde", "Ida’s St. Olav"]),
    ],
)
def test_items_are_told_apart(text: str, found: list[str]) -> None:
    (only,) = items(text)
    assert [item.removeprefix("the ") for item in only] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They saw Ida Holm and Nils Lund; the owners, Olav Lie, Kari Moe and Jon Lid, slept.",
            [["Ida Holm", "Nils Lund"], ["Olav Lie", "Kari Moe", "Jon Lid"]],
        ),
        ("They sell tea; salt; and oil.", [["tea", "salt", "oil"]]),
        (
            "The dancers, Ida Holm, Nils Lund and the cook, left.",
            [["The dancers", "Ida Holm", "Nils Lund", "the cook"]],
        ),
    ],
)
def test_a_semicolon_parts_what_commas_join(text: str, found: list[list[str]]) -> None:
    assert [[i.removeprefix("They sell ") for i in each] for each in items(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minister of Works and Inland Water Ida Holm opened it.", []),
        ("Justice and Prison Services Minister Ida Holm opened it.", []),
        ("Trade and Industry Secretary Ida Holm opened it.", []),
        ("Health Minister Ida Holm and Trade Minister Jon Lid came.", [2]),
        ("The President of Selmark and Ida Holm came.", [2]),
        ("The Minister of Works and Ida Holm came.", [2]),
    ],
)
def test_the_fields_of_an_office_are_no_list(text: str, found: list[int]) -> None:
    assert [len(each) for each in items(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "The lamp shone.",
        "The keeper slept and snored.",
        "",
        "Note: it is hot, so wait, be patient.",
    ],
)
def test_a_sentence_without_an_enumeration_has_no_items(text: str) -> None:
    assert items(text) == []


def test_the_enumeration_that_answers_is_taken() -> None:
    question = parse_question("Which towns does the boat visit?")
    texts = ["Ida, Nils and Olav say that the boat visits the towns of Bergen, Oslo and Moss."]
    got = [texts[item.passage][item.start : item.end] for item in list_items(question, texts)]
    assert got[1:] == ["Oslo", "Moss"]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        (
            "Which parts are not covered?",
            "It does not extend to parts that wear, such as seals and sieves, or to repairs.",
            ["seals", "sieves"],
        ),
        (
            "Which halls are there?",
            "It shows 240 lamps in five halls: glass, brass and tin.",
            ["glass", "brass", "tin"],
        ),
        (
            "Which mills burnt down?",
            "Two storms destroyed the Ostra, Lunde and Moss mills.",
            ["the Ostra", "Lunde", "Moss"],
        ),
        (
            "Which three towns signed?",
            "The towns of Bergen, Oslo and Trondheim signed in the presence of Kiel and Riga.",
            ["Bergen", "Oslo", "Trondheim"],
        ),
    ],
)
def test_what_is_introduced_as_what_is_asked_for_is_taken(
    question: str, text: str, told: list[str]
) -> None:
    found = list_items(parse_question(question), ["They sell tea and salt.", text])
    assert [text[item.start : item.end] for item in found if item.passage == 1] == told


def test_further_passages_add_what_is_new() -> None:
    question = parse_question("Which towns does the boat visit?")
    texts = ["The boat visits Bergen, Oslo and Moss.", "The boat visits Oslo, Moss and Hamar."]
    got = [texts[item.passage][item.start : item.end] for item in list_items(question, texts)]
    assert got == ["Bergen", "Oslo", "Moss", "Hamar"]
