"""The bot behind a webhook: who may bring updates, what becomes of them, who may look."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
from pathlib import Path

import aiohttp
import pytest

from bot.errors import QuothError
from bot.settings import Settings
from bot.telegram.receiving.turns import Bounds
from tests.bot_api import BotApi, Fault
from tests.helpers import settings_for
from tests.stage import at_work, running

BUILT, HIGH = "When was the lighthouse of Skarvoy built?", "How high is the tower?"
PUBLIC = "https://bot.example.org:8443/quoth"
HOST = "bot.example.org"
SECRET = "X-Telegram-Bot-Api-Secret-Token"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def listen() -> str:
    return f"127.0.0.1:{free_port()}"


@pytest.fixture
def extra(listen: str) -> str:
    return f'[webhook]\naddress = "{PUBLIC}"\nlisten = "{listen}"\n'


@pytest.fixture
def settings(api: BotApi, telegram_settings: Settings, listen: str) -> Settings:
    api.webhook.roads[PUBLIC] = f"http://{listen}/quoth"
    return telegram_settings


async def test_updates_come_through_the_proxy_and_are_answered(
    api: BotApi, settings: Settings
) -> None:
    async with running(settings):
        await api.said(1, lambda call: call.method == "setWebhook")
        ada = api.person()
        assert (await ada.ask(BUILT)).lead == "1874"
        assert "31 metres" in (await ada.ask("/ask How high is the tower?")).text
    (announced,) = [call for call in api.calls if call.method == "setWebhook"]
    assert len(announced.params["secret_token"]) >= 32
    assert "drop_pending_updates" not in announced.params


async def test_what_waited_is_brought_and_answered_newest_first(
    api: BotApi, settings: Settings
) -> None:
    ada = api.person()
    await ada.write(BUILT, ago=60)
    await ada.write(HIGH, ago=30)
    async with running(settings):
        assert [call.lead for call in await ada.hear(2)] == ["31 metres", "1874"]


async def test_who_does_not_know_the_secret_is_turned_away(
    api: BotApi, settings: Settings, listen: str
) -> None:
    forged = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "/reload"}}
    async with running(settings), aiohttp.ClientSession() as client:
        await api.said(1, lambda call: call.method == "setWebhook")
        for headers in ({}, {SECRET: "guessed"}, {SECRET: "gu\u00e9ssed"}):
            async with client.post(
                f"http://{listen}/quoth", json=forged, headers=headers
            ) as response:
                assert response.status == 403
        async with client.post(f"http://{listen}/other", json=forged) as response:
            assert response.status == 404
    assert not [call for call in api.calls if call.speaks]


async def test_what_is_no_update_harms_nothing(
    api: BotApi, settings: Settings, listen: str
) -> None:
    async with running(settings), aiohttp.ClientSession() as client:
        (announced,) = await api.said(1, lambda call: call.method == "setWebhook")
        headers = {SECRET: announced.params["secret_token"]}
        for body in (b"", b"{", b"[]", b"7", json.dumps({"message": 7}).encode()):
            async with client.post(
                f"http://{listen}/quoth", data=body, headers=headers
            ) as response:
                assert response.status == 400
        assert (await api.person().ask(BUILT)).lead == "1874"


async def test_an_update_that_is_brought_twice_is_answered_once(
    api: BotApi, settings: Settings, listen: str
) -> None:
    ada = api.person()
    async with running(settings), aiohttp.ClientSession() as client:
        (announced,) = await api.said(1, lambda call: call.method == "setWebhook")
        await ada.ask(BUILT)
        headers = {SECRET: announced.params["secret_token"]}
        async with client.post(
            f"http://{listen}/quoth", json=api.webhook.brought[-1], headers=headers
        ) as response:
            assert response.status == 200
        assert (await ada.ask(HIGH)).lead == "31 metres"
    assert len([call for call in api.calls if call.method == "sendMessage"]) == 2


async def test_what_there_is_no_room_for_is_left_with_telegram(
    api: BotApi, settings: Settings, listen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.serving.FINISHING", 0.2)
    monkeypatch.setattr(
        "bot.telegram.receiving.reception.BOUNDS", Bounds(room=9, under_way=9, each=9, in_all=2)
    )
    ada, grace = api.person(), api.person("Grace", id=501)
    async with running(settings), aiohttp.ClientSession() as client:
        (announced,) = await api.said(1, lambda call: call.method == "setWebhook")
        await grace.ask(BUILT)
        api.fault("sendMessage", Fault.TOO_MANY, chat=ada.id, seconds=10_000)
        await ada.write(BUILT)
        await ada.write(HIGH)
        await api.faced()
        async with client.post(
            f"http://{listen}/quoth",
            json={**api.webhook.brought[0], "update_id": 9_000},
            headers={SECRET: announced.params["secret_token"]},
        ) as response:
            assert response.status == 503


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for the bot's host, with its key beside it."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate")
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={HOST}".split()
    names = ["-addext", f"subjectAltName=DNS:{HOST}", "-keyout", "bot.key", "-out", "bot.pem"]
    subprocess.run([*command, *names], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path / "bot.pem"


async def test_a_certificate_of_its_own_is_shown_to_telegram_and_used(
    api: BotApi, documents: Path, tmp_path: Path, listen: str, certificate: Path
) -> None:
    api.webhook.roads[PUBLIC] = f"https://{listen}/quoth"
    settings = settings_for(
        documents,
        tmp_path,
        f'[telegram]\nserver = "{api.address}"\n[webhook]\naddress = "{PUBLIC}"\n'
        f'listen = "{listen}"\ncertificate = "{certificate.name}"\nkey = "bot.key"\n',
    )
    async with running(settings):
        await api.said(1, lambda call: call.method == "setWebhook")
        assert (await api.person().ask(BUILT)).lead == "1874"


async def test_an_address_that_is_taken_ends_in_a_sentence(settings: Settings, listen: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(listen.rpartition(":")[2])))
        taken.listen()
        async with at_work(settings) as taking:
            with pytest.raises(QuothError, match="webhook can't listen at 127"):
                await taking


async def test_polling_takes_over_from_a_webhook(api: BotApi, settings: Settings) -> None:
    async with running(settings):
        await api.said(1, lambda call: call.method == "setWebhook")
    by_polling = settings.model_copy(
        update={"webhook": settings.webhook.model_copy(update={"address": ""})}
    )
    async with running(by_polling):
        assert (await api.person().ask(BUILT)).lead == "1874"


async def test_health_tells_whether_telegram_is_heard(
    api: BotApi, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.receiving.health.SILENCE", 0.3)
    address = f"127.0.0.1:{free_port()}"
    settings = settings_for(
        documents,
        tmp_path,
        f'[telegram]\nserver = "{api.address}"\n[service]\nhealth = "{address}"\n',
    )
    async with running(settings), aiohttp.ClientSession() as client:
        await api.person().ask(BUILT)
        async with client.get(f"http://{address}/health") as response:
            told = await response.json()
            assert response.status == 200
            assert told["status"] == "ok"
            assert told["updates_waiting"] == 0
            assert "lighthouse" not in json.dumps(told)
        api.fault("getUpdates", Fault.BAD_GATEWAY, times=99)
        await api.person().write(HIGH)  # ends the poll under way
        for _ in range(100):
            async with client.get(f"http://{address}/health") as response:
                if response.status == 503:
                    break
            await asyncio.sleep(0.05)
        else:
            pytest.fail("it claims to be well though Telegram is not heard")
