"""A reload goes on aside: nobody waits for it, nor does the bot when it is told to stop."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.answer import ReloadReport
from bot.assistant import Assistant
from bot.settings import Settings
from tests.bot_api import BotApi, Person
from tests.helpers import ADMIN, write_documents
from tests.stage import running

BUILT = "When was the lighthouse of Skarvoy built?"
MILL = {"mill.txt": "The mill of Aurland was moved to Bergen in 1932.\n"}
MOVED = "When was the mill of Aurland moved?"


class Slow(Assistant):
    """An assistant on a folder so large that a reload takes until it is let go on."""

    go_on = threading.Event()

    def reload(self, *, progress: Callable[[int, int], None] | None = None) -> ReloadReport:
        while not self.go_on.wait(0.01):
            if progress:
                progress(1, 50_000)
        return super().reload(progress=progress)


@pytest.fixture
async def admin(api: BotApi, telegram_settings: Settings) -> AsyncIterator[Person]:
    """The admin of a bot whose reloads take long."""
    Slow.go_on.clear()
    async with running(telegram_settings, Slow):
        yield api.person(id=ADMIN)


async def test_the_admins_own_chat_is_answered_during_a_reload(
    admin: Person, documents: Path
) -> None:
    write_documents(documents, MILL)
    await admin.write("/reload")
    (started,) = await admin.hear()
    assert (await admin.ask(BUILT)).lead == "1874"
    Slow.go_on.set()
    (report,) = await admin.hear()
    assert (report.edited, report.message_id) == (True, started.message_id)
    assert "1 added" in report.text
    assert (await admin.ask(MOVED)).lead == "1932"


async def test_a_chat_in_which_a_document_was_added_is_answered_meanwhile(admin: Person) -> None:
    await admin.upload("mill.txt", MILL["mill.txt"].encode())
    (question,) = await admin.hear()
    await admin.api.press(question, question.button("Add"), admin.user)
    await admin.hear(2)
    assert (await admin.ask(BUILT)).lead == "1874"
    Slow.go_on.set()
    assert "1 added" in (await admin.hear())[0].text


async def test_a_bot_that_is_stopped_ends_its_reload_and_says_so(
    api: BotApi, telegram_settings: Settings
) -> None:
    Slow.go_on.clear()
    admin = api.person(id=ADMIN)
    async with running(telegram_settings, Slow):
        await admin.write("/reload")
        (started,) = await admin.hear()
    (ended,) = await admin.hear()
    assert (ended.edited, ended.message_id) == (True, started.message_id)
    assert "when the bot starts again" in ended.text
