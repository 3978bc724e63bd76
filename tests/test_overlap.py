"""How much of a question a sentence is taken to hold, with its title and in other words."""

from __future__ import annotations

from retrieval.question import parse_question
from retrieval.ranking.features import features, listed
from retrieval.ranking.sketch import sketched

SENTENCES = ["Filter change", "The filter is changed every spring by the caretaker of the house."]


def values_of(name: str, question: str, sentences: list[str], *, title: str = "") -> list[float]:
    parsed = parse_question(question)
    sketches = sketched(sentences, language="en")
    given = listed(parsed, sketches, idf=lambda _: 1.0, title=title, ordered=True)
    return [round(float(value), 2) for value in features(parsed, given, idf=lambda _: 1.0)[name]]


def test_a_heading_is_no_more_precise_than_a_sentence_of_some_length() -> None:
    heading, sentence = values_of("terms_precision", "Who changes the filter?", SENTENCES)
    assert heading == sentence


def test_a_synonym_counts_beside_the_title() -> None:
    name = "covered_in_meaning_with_title"
    asked = "When was the Skarvoy meeting called off?"
    sentences = ["It was cancelled in May.", "It was held in May."]
    cancelled, held = values_of(name, asked, sentences, title="Skarvoy")
    assert cancelled > held
    cancelled, held = values_of(f"{name}_behind", asked, sentences, title="Skarvoy")
    assert cancelled == 0.0 > held
