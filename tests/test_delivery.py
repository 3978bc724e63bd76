"""Sending under trouble: nothing is lost that can be saved, nothing is sent twice needlessly."""

from __future__ import annotations

import logging

import pytest

from bot.telegram.sending.delivery import UNANSWERED
from tests.bot_api import BotApi, Call, Fault, Person
from tests.bot_api.faults import MIGRATED_TO

BUILT = "When was the lighthouse of Skarvoy built?"
HIGH = "How high is the tower?"


def told(api: BotApi, person: Person) -> list[str]:
    """What was sent to a person so far, edits left out."""
    return [c.lead for c in api.calls if c.method == "sendMessage" and c.chat == person.id]


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.BAD_GATEWAY, Fault.DROPPED, Fault.PORTAL])
async def test_what_was_not_carried_out_is_sent_again_once(ada: Person, fault: Fault) -> None:
    ada.api.fault("sendMessage", fault, times=3)
    assert (await ada.ask(BUILT)).lead == "1874"
    assert (await ada.ask(HIGH)).lead == "31 metres"
    assert told(ada.api, ada) == ["1874", "31 metres"]


@pytest.mark.parametrize("fault", [Fault.HALF, Fault.SLOW])
async def test_what_was_carried_out_is_not_sent_again(ada: Person, fault: Fault) -> None:
    ada.api.fault("sendMessage", fault, seconds=0.3)
    await ada.ask(BUILT)
    await ada.ask(HIGH)
    assert told(ada.api, ada) == ["1874", "31 metres"]


async def test_a_lost_answer_costs_one_message_too_many(ada: Person) -> None:
    ada.api.fault("sendMessage", Fault.LOST, chat=ada.id, times=2)
    await ada.write(BUILT)
    await ada.hear(3)
    assert (await ada.ask(HIGH)).lead == "31 metres"
    assert told(ada.api, ada) == ["1874"] * 3 + ["31 metres"]


async def test_what_never_gets_through_ends_and_is_noted(
    ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    ada.api.fault("sendMessage", Fault.DROPPED, chat=ada.id, times=UNANSWERED + 1)
    await ada.write(BUILT)
    await ada.api.faced()
    assert (await ada.ask(HIGH)).lead == "31 metres"
    assert told(ada.api, ada) == ["31 metres"]
    assert "Not delivered" in caplog.text


async def test_a_change_whose_confirmation_is_lost_is_made_once(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    ada.api.fault("editMessageText", Fault.LOST)
    ada.api.fault("answerCallbackQuery", Fault.LOST)
    context = await ada.press(answer, "Context")
    assert "Its lamp can be seen" in context.text
    assert (await ada.ask(HIGH)).lead == "31 metres"
    edits = [call for call in ada.api.calls if call.method == "editMessageText"]
    assert len(edits) == 1


async def test_an_answer_that_does_not_come_in_time_counts_as_lost(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.sending.network.READ", 1.5)
    ada.api.fault("sendMessage", Fault.SLOW, seconds=60)
    await ada.write(BUILT)
    await ada.hear(2)
    assert (await ada.ask(HIGH)).lead == "31 metres"
    assert told(ada.api, ada) == ["1874", "1874", "31 metres"]


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.BAD_GATEWAY, Fault.DROPPED, Fault.PORTAL])
async def test_a_press_and_an_inline_query_are_answered_once_whatever_comes_between(
    ada: Person, fault: Fault
) -> None:
    answer = await ada.ask(BUILT)
    ada.api.fault("answerCallbackQuery", fault, times=2)
    assert "Thank" in await ada.tap(answer, "👍")
    ada.api.fault("answerInlineQuery", fault, times=2)
    assert (await ada.inline(BUILT)).params["results"]


async def test_patience_with_one_chat_holds_up_no_other(ada: Person) -> None:
    ada.api.fault("sendMessage", Fault.TOO_MANY, chat=ada.id, seconds=60)
    await ada.write(BUILT)
    await ada.api.faced()
    grace = ada.api.person("Grace", id=501)
    for _ in range(3):
        assert (await grace.ask(BUILT)).lead == "1874"
    assert (await ada.hear())[0].lead == "1874"
    waited = ada.api.calls[-1].at - first(ada.api.calls, grace.id).at
    assert waited > 0.5  # a minute of the fast clock is more than a second


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.GONE])
async def test_who_can_not_be_written_to_is_left_alone(
    ada: Person, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    trouble = ada.api.fault("sendMessage", fault, chat=ada.id, times=9)
    await ada.write(BUILT)
    await ada.api.met(trouble)
    grace = ada.api.person("Grace", id=501)
    assert (await grace.ask(BUILT)).lead == "1874"
    assert trouble.met == 1
    assert "Not delivered" in caplog.text


async def test_an_answer_follows_a_group_that_has_become_another(member: Person) -> None:
    member.api.fault("sendMessage", Fault.MIGRATED, chat=-400)
    await member.write(f"/ask {BUILT}")
    calls = await member.api.said(1, lambda call: call.chat == MIGRATED_TO)
    assert calls[0].lead == "1874"


async def test_the_log_tells_of_a_lost_network_once_and_of_its_return(
    ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    people = [ada, *(ada.api.person("Grace", id=501 + number) for number in range(4))]
    ada.api.fault("sendMessage", Fault.DROPPED, times=30)
    for person in people:
        await person.write(BUILT)
    for person in people:
        assert (await person.hear())[0].lead == "1874"
    assert caplog.text.count("Telegram can't be reached") >= 1
    assert "Telegram is reached again" in caplog.text


def first(calls: list[Call], chat: int) -> Call:
    return next(call for call in calls if call.chat == chat)
