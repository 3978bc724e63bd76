"""What was written while the bot was away, and what a restart must neither lose nor repeat."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from bot.conversation import Turn
from bot.settings import Settings
from bot.telegram.receiving.polling import BATCH
from tests.bot_api import BotApi, Fault, Person
from tests.helpers import ADMIN, TOKEN, settings_for
from tests.stage import running

BUILT, HIGH = "When was the lighthouse of Skarvoy built?", "How high is the tower?"
CARS = "How many passengers does the ferry carry?"
HOUR = 3600
LOOKS = 500  # into the journal, a hundredth of a second apart
SORRY = "Sorry for the long wait"


def moved(settings: Settings, server: str) -> Settings:
    """The same settings for another server."""
    telegram = settings.telegram.model_copy(update={"server": server})
    return settings.model_copy(update={"telegram": telegram})


def leads(api: BotApi, person: Person) -> list[str]:
    """What the bot said in a chat, first lines only."""
    return [call.lead for call in api.calls if call.speaks and call.chat == person.chat["id"]]


@pytest.fixture
def settings(telegram_settings: Settings) -> Settings:
    return telegram_settings


async def test_each_chats_newest_message_is_answered_first(api: BotApi, settings: Settings) -> None:
    ada, grace = api.person(), api.person("Grace", id=501)
    for ago, question in ((30, BUILT), (20, HIGH), (10, CARS)):
        await ada.write(question, ago=ago)
    await grace.write(HIGH, ago=20)
    async with running(settings):
        await ada.hear(3)
        await grace.hear()
    assert leads(api, ada) == ["120 passengers", "31 metres", "1874"]
    assert leads(api, grace) == ["31 metres"]


async def test_very_old_messages_get_one_apology_and_the_newest_its_answer(
    api: BotApi, settings: Settings
) -> None:
    ada = api.person()
    for ago, question in ((9 * HOUR, BUILT), (8 * HOUR, HIGH), (7 * HOUR, CARS)):
        await ada.write(question, ago=ago)
    async with running(settings):
        await ada.hear(2)
        assert (await ada.ask(HIGH)).lead == "31 metres"
    assert [lead.partition(":")[0] for lead in leads(api, ada)] == [
        SORRY,
        "120 passengers",
        "31 metres",
    ]


async def test_in_a_group_what_was_not_meant_for_the_bot_gets_no_apology(
    api: BotApi, settings: Settings
) -> None:
    member = api.person(group=-400)
    await member.write("See you on Monday!", ago=9 * HOUR)
    ada = api.person()
    async with running(settings):
        await ada.ask(BUILT)
    assert leads(api, member) == []


async def test_a_message_that_was_edited_meanwhile_is_answered_once_as_it_stands(
    api: BotApi, settings: Settings
) -> None:
    ada = api.person()
    number = await ada.write(BUILT, ago=60)
    await ada.edit(number, HIGH, ago=30)
    async with running(settings):
        await ada.hear()
        assert (await ada.ask(CARS)).lead == "120 passengers"
    assert leads(api, ada) == ["31 metres", "120 passengers"]


async def test_what_comes_in_after_the_start_is_not_gathered_with_what_waited(
    api: BotApi, settings: Settings
) -> None:
    """So the first message is answered before its edit, which stands in another poll, is read."""
    ada = api.person()
    number = await ada.write(BUILT, ago=-60)
    for other in range(BATCH):
        await api.person(id=1_000 + other).write(HIGH, ago=-60)
    await ada.edit(number, HIGH)
    async with running(settings):
        answers = await ada.hear(2)
    assert [(answer.lead, answer.edited) for answer in answers] == [
        ("1874", False),
        ("31 metres", True),
    ]


async def test_what_was_answered_is_not_answered_again_though_telegram_brings_it_again(
    api: BotApi, settings: Settings
) -> None:
    ada = api.person()
    async with running(settings):
        await ada.ask(BUILT)
        api.fault("getUpdates", Fault.DROPPED, times=99)  # no confirmation gets through any more
    api.troubles.clear()
    api.forget_offsets()
    async with running(settings):
        assert (await ada.ask(HIGH)).lead == "31 metres"
    assert leads(api, ada) == ["1874", "31 metres"]


async def test_another_message_with_a_known_number_is_answered(
    api: BotApi, settings: Settings
) -> None:
    ada = api.person()
    async with running(settings):
        await ada.ask(BUILT)
    async with BotApi(token=TOKEN) as other:
        again = other.person()
        async with running(moved(settings, other.address)):
            assert (await again.ask(HIGH)).lead == "31 metres"


async def test_what_was_taken_and_not_answered_is_answered_after_the_restart(
    api: BotApi, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.serving.FINISHING", 0.2)
    ada = api.person()
    api.fault("sendMessage", Fault.TOO_MANY, seconds=10_000)
    async with running(settings):
        await ada.write(BUILT)
        await api.faced()
    assert leads(api, ada) == []
    async with running(settings):
        assert (await ada.hear())[0].lead == "1874"


class Pondering(Assistant):
    """An assistant that answers nothing until it is let go on."""

    go_on = threading.Event()

    def ask(
        self,
        text: str,
        *,
        conversation: str = "",
        about: str = "",
        after: Sequence[Turn] | None = None,
    ) -> Answer:
        self.go_on.wait()
        return super().ask(text, conversation=conversation, about=about, after=after)


async def test_what_comes_is_noted_though_many_questions_are_not_worked_out_yet(
    api: BotApi, settings: Settings
) -> None:
    people = [api.person(id=number) for number in range(501, 541)]
    async with running(settings, Pondering) as channel:
        try:
            for person in people:
                await person.write(HIGH)
                await asyncio.sleep(0.01)  # so that they come in several polls
            for _ in range(LOOKS):
                noted = [arrival for arrival in channel.journal.arrivals.all() if arrival.body]
                if len(noted) == len(people):
                    break
                await asyncio.sleep(0.01)
            assert len(noted) == len(people)
        finally:
            Pondering.go_on.set()
        for person in people:
            assert (await person.hear())[0].lead == "31 metres"


async def test_patience_is_a_setting(api: BotApi, documents: Path, tmp_path: Path) -> None:
    server = f'[telegram]\nserver = "{api.address}"\nadmins = [{ADMIN}]\n'
    settings = settings_for(documents, tmp_path, f"{server}[service]\npatience_minutes = 1\n")
    ada = api.person()
    await ada.write(BUILT, ago=timedelta(minutes=2).seconds)
    async with running(settings):
        assert (await ada.hear())[0].lead.startswith(SORRY)
        assert (await ada.hear())[0].lead == "1874"
