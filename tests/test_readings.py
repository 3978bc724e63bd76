"""The documents decide what a follow-up meant, and where its answer stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Verdict
from bot.assistant import Assistant
from bot.follow_up import Resolved
from bot.follow_up.choosing import best_reading
from bot.follow_up.viewing import Written, in_view
from retrieval.question import parse_question
from tests.helpers import assistant_on, replies

LIGHTHOUSE = """The lighthouse of Skarn

The lighthouse of Skarn was built in 1887 by the engineer Ida Holm. In 1902 a storm broke its
lantern. The damage was mended by the smith Olav Lie, who asked for no money. The lighthouse stood
dark for a month.

The keeper of the lighthouse was called Nils Berg. He bred pigeons, since the mail boat came only
twice a year.

A railway to the harbour was planned. The railway was never finished, since the money was spent on
the pier. A second railway was drawn on maps of the harbour.
"""


@pytest.fixture
def skarn(tmp_path: Path) -> Assistant:
    return assistant_on({"skarn.txt": LIGHTHOUSE}, tmp_path)


def test_a_reading_that_lacks_what_is_asked_gives_way_to_one_that_has_it(skarn: Assistant) -> None:
    readings = (
        Resolved("When was the railway planned?", inherited=True),
        Resolved("When was the lantern mended?", inherited=True, doubt=1.0),
    )
    retriever = skarn.snapshot.retriever
    chosen = best_reading(readings, retriever, language="en", last=None)
    assert chosen.question.text == "When was the lantern mended?"


def test_standing_near_helps_only_what_holds_the_kind_of_thing_asked_for(skarn: Assistant) -> None:
    question = parse_question("When was the lantern broken?")
    retriever = skarn.snapshot.retriever
    hits = retriever.search(question, k=10).hits
    read = next(hit.passage.number for hit in hits if "Olav Lie" in hit.passage.text)
    reading = Resolved(question.text, inherited=True)
    seen = in_view(reading, question, hits, read, Written(retriever, "en"))
    before = {hit.passage.number: hit.probability for hit in hits}
    likelier = [hit.passage.text for hit in seen if hit.probability > before[hit.passage.number]]
    assert likelier
    assert all("1902" in text or "1887" in text for text in likelier)


def test_a_month_is_an_answer_to_how_long(skarn: Assistant) -> None:
    answer = replies(skarn, "When was the lighthouse built?", "how long did it stand dark?")[-1]
    assert answer.quotes[0].text == "The lighthouse stood\ndark for a month."


def test_what_only_the_sentence_read_before_makes_sure_is_no_answer(skarn: Assistant) -> None:
    answer = replies(skarn, "Who mended the lantern?", "why did he leave?")[-1]
    assert answer.verdict is Verdict.NOT_FOUND


def test_the_document_read_before_is_likelier_where_two_may_answer(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Olav Lie mended the lamp of Skarn.\n\nIt was moved.\n\nThe pier was short.",
        "b.txt": "The lamp of Varn is old.\n\nThe pier was long.",
    }
    both = assistant_on(texts, tmp_path)
    retriever = both.snapshot.retriever
    question = parse_question("How was the pier?")
    hits = retriever.search(question, k=10).hits
    read = retriever.search(parse_question("Who mended the lamp of Skarn?"), k=1).hits[0].passage
    reading = Resolved(question.text, inherited=True)
    seen = in_view(reading, question, hits, read.number, Written(retriever, "en"))
    assert seen[0].passage.text == "The pier was short."


def test_the_sentence_read_before_may_answer_again_where_its_words_are_not_repeated(
    skarn: Assistant,
) -> None:
    answer = replies(skarn, "Who mended the lantern?", "what did he ask for?")[-1]
    assert answer.quotes[0].text.endswith("who asked for no money.")


def test_documents_choose_between_readings_only_where_both_are_likely(skarn: Assistant) -> None:
    readings = (
        Resolved("When was the pigeon hurt?", inherited=True),
        Resolved("When was the lighthouse built?", inherited=True, doubt=3.0),
    )
    retriever = skarn.snapshot.retriever
    chosen = best_reading(readings, retriever, language="en", last=None)
    assert chosen.question.text == "When was the pigeon hurt?"


def test_the_sentence_beside_that_tells_what_was_done_goes_before_the_one_read(
    tmp_path: Path,
) -> None:
    call = """# The wardens' call

The wardens of both harbours, Ada Lund of Skarn and Per Holt of Vik, spoke by telephone on Saturday.

In that call Lund and Holt discussed the fees for boats at the new quay.

The quay opens in May.
"""
    assistant = assistant_on({"call.md": call}, tmp_path)
    answer = replies(assistant, "Who spoke by telephone on Saturday?", "What did they discuss?")[-1]
    assert answer.quotes[0].text.startswith("In that call Lund and Holt discussed the fees")
