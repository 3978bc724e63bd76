"""Cached answers: only for the same question to the same documents, and no more than the limit."""

from __future__ import annotations

import weakref
from functools import partial
from pathlib import Path

from bot.assistant import Assistant
from bot.cache import Cache
from bot.conversation import Said
from tests.helpers import LIGHTHOUSE, write_documents

BUILT = "When was the lighthouse of Skarvoy built?"


def test_the_same_question_gets_the_same_answer_without_being_searched_again(
    assistant: Assistant,
) -> None:
    assert assistant.ask(BUILT) is assistant.ask(BUILT)
    assert assistant.ask(BUILT) == Assistant.open(assistant.settings).ask(BUILT)


def test_new_documents_bring_new_answers(assistant: Assistant, documents: Path) -> None:
    assert assistant.ask(BUILT).lead == "1874"
    write_documents(documents, {"lighthouse.md": LIGHTHOUSE.replace("1874", "1884")})
    assistant.reload()
    assert assistant.ask(BUILT).lead == "1884"


def test_a_question_that_leans_on_another_is_answered_by_what_it_leans_on(
    assistant: Assistant,
) -> None:
    assistant.ask("Who was the last keeper?", conversation="a")
    assert "3 March 1986" in assistant.ask("When did he leave?", conversation="a").lead
    assistant.ask("How high is the tower?", conversation="b")
    assert "3 March 1986" not in assistant.ask("When was it built?", conversation="b").lead


def test_the_same_follow_up_after_the_same_answer_is_not_searched_again(
    assistant: Assistant,
) -> None:
    for key in ("a", "b"):
        assistant.ask("Who was the last keeper?", conversation=key)
    first, second = (assistant.ask("When did he leave?", conversation=key) for key in "ab")
    assert first is second
    assert first == Assistant.open(assistant.settings).again(
        [Said("Who was the last keeper?"), Said("When did he leave?")]
    )


def test_no_more_things_are_kept_than_the_limit() -> None:
    kept: Cache[str] = Cache(2)
    made: list[str] = []
    source = frozenset("abc")

    def make(name: str) -> str:
        made.append(name)
        return name

    for name in "abacb":
        assert kept.get(name, source, partial(make, name)) == name
    assert made == ["a", "b", "c", "b"]


def test_what_is_kept_of_one_retriever_goes_with_the_first_question_to_another() -> None:
    kept: Cache[set[str]] = Cache(2)
    one, other = frozenset("a"), frozenset("b")
    first = kept.get("question", one, lambda: {"first"})
    assert kept.get("question", one, lambda: {"second"}) is first
    gone = weakref.ref(first)
    del first
    kept.get("question", other, set)
    assert gone() is None
