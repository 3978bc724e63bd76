"""One chat that sends too much, or many that Telegram asks patience with, hold up no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.receiving.reception import BOUNDS
from tests.bot_api import BotApi, Fault, Person
from tests.helpers import ADMIN
from tests.hurry import TIMES
from tests.stage import running

BUILT, HIGH = "When was the lighthouse of Skarvoy built?", "How high is the tower?"
CARS = "How many passengers does the ferry carry?"
TOO_MUCH = "More messages came here than I can answer"
LONG = 60 * TIMES  # seconds of the fast clock that no test waits for
FEW = replace(BOUNDS, each=4)
FLOOD = 8  # messages, so few that they come in long before the pause is over
PAUSE = 100  # seconds of the fast clock


@pytest.fixture
def extra() -> str:
    return f"[access]\nper_minute = {2 * BOUNDS.room}\nchat_per_minute = {2 * BOUNDS.room}\n"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end nobody waits for chats that are paused for longer than the test."""
    monkeypatch.setattr("bot.telegram.serving.FINISHING", 0.2)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room for few messages of a chat."""
    monkeypatch.setattr("bot.telegram.receiving.reception.BOUNDS", FEW)


async def test_of_too_many_messages_in_a_chat_the_newest_are_answered_and_one_sentence_says_so(
    few: None, api: BotApi, bot: Channel, ada: Person, extra: str
) -> None:
    api.fault("sendMessage", Fault.TOO_MANY, chat=ada.id, seconds=PAUSE)
    await ada.write(BUILT)
    await api.faced()
    for _ in range(FLOOD):
        await ada.write(HIGH)
    await ada.write(CARS)
    grace = api.person("Grace", id=501)
    await grace.ask(BUILT)  # so all of Ada's have come in
    answers = [answer.lead for answer in await ada.hear(FEW.each + 1)]
    assert answers[0] == "1874"
    assert answers[1].startswith(TOO_MUCH)
    assert answers[2:] == ["31 metres"] * (FEW.each - 2) + ["120 passengers"]
    assert (await ada.ask(BUILT)).lead == "1874"
    assert not [a for a in bot.journal.arrivals.all() if HIGH in a.body]


async def test_one_chat_with_hundreds_of_messages_holds_up_no_other(
    api: BotApi, ada: Person, extra: str
) -> None:
    api.fault("sendMessage", Fault.TOO_MANY, chat=ada.id, seconds=LONG)
    await ada.write(BUILT)
    await api.faced()
    for _ in range(BOUNDS.room + 50):
        await ada.write(HIGH)
    assert (await api.person("Grace", id=501).ask(BUILT)).lead == "1874"


async def test_talk_in_a_group_takes_no_place_from_what_is_asked(
    few: None, api: BotApi, member: Person, extra: str
) -> None:
    api.fault("sendMessage", Fault.TOO_MANY, chat=-400, seconds=PAUSE)
    await member.write(f"/ask {BUILT}")
    await api.faced()
    await member.write(f"/ask {CARS}")
    for _ in range(FLOOD):
        await member.write("See you on Monday!")
    await api.person("Grace", id=501).ask(BUILT)
    assert [answer.lead for answer in await member.hear(2)] == ["1874", "120 passengers"]


async def test_many_chats_that_wait_for_telegram_hold_up_no_other(
    api: BotApi, bot: Channel, extra: str
) -> None:
    api.fault("sendMessage", Fault.TOO_MANY, times=BOUNDS.under_way + 20, seconds=LONG)
    people = [api.person(id=1_000 + number) for number in range(BOUNDS.under_way + 20)]
    for person in people:
        await person.write(BUILT)
    await api.faced()
    for person in people:
        for _ in range(BOUNDS.room // len(people) + 1):
            await person.write(HIGH)
    grace = api.person("Grace", id=501)
    assert (await grace.ask(BUILT)).lead == "1874"
    assert (await grace.ask(HIGH)).lead == "31 metres"


async def test_an_edit_waits_for_as_long_as_telegram_asks_too(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    trouble = ada.api.fault("editMessageText", Fault.TOO_MANY, chat=ada.id, times=2, seconds=25)
    await ada.press(answer, "Context")
    assert trouble.met == 2
    waited = ada.api.calls[-1].at - answer.at
    assert waited > 2 * 25 / TIMES


async def test_no_apology_goes_to_who_is_not_admitted(
    api: BotApi, telegram_settings: Settings
) -> None:
    access = telegram_settings.access.model_copy(update={"mode": "list"})
    settings = telegram_settings.model_copy(update={"access": access})
    ada, admin = api.person(), api.person(id=ADMIN)
    for person in (ada, admin):
        await person.write(BUILT, ago=9 * 3600)
    async with running(settings):
        assert (await admin.hear())[0].lead.startswith("Sorry for the long wait")
        assert "invited people only" in (await ada.hear())[0].text
