"""`quoth telegram` as a program: how it starts, what it says when it can't, how it stops."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot_api import BotApi, Fault
from tests.helpers import TOKEN, write_documents

USER = {"id": 500, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT = {"id": 500, "type": "private", "first_name": "Ada"}
PATIENCE = 30.0  # seconds


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(token=TOKEN) as server:
        yield server


def config(place: Path, server: str, *, token_file: str = "") -> Path:
    write_documents(place / "documents")
    file = place / "quoth.toml"
    file.write_text(
        f'[documents]\nfolder = "documents"\n[index]\nfolder = "index"\n'
        '[journal]\nfile = "journal.sqlite3"\n'
        f'[telegram]\nserver = "{server}"\ntoken_file = "{token_file}"\n',
        encoding="utf-8",
    )
    return file


async def start(config: Path, *, token: str = TOKEN) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "telegram", "--config", str(config)),
        env={**os.environ, "QUOTH_TELEGRAM_TOKEN": token},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def end(process: asyncio.subprocess.Process) -> str:
    output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    return output.decode()


async def test_it_answers_and_stops_when_told_to(api: BotApi, tmp_path: Path) -> None:
    process = await start(config(tmp_path, api.address))
    await api.send(CHAT, USER, text="How high is the tower?")
    (answer,) = await api.said(1, lambda call: call.method == "sendMessage")
    process.send_signal(signal.SIGTERM)
    output = await end(process)
    assert "31 metres" in answer.text
    assert process.returncode == 0
    assert "Answering as @quoth_bot" in output
    assert TOKEN not in output
    assert TOKEN.partition(":")[2] not in output


async def test_the_token_may_stand_in_a_file(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    process = await start(config(tmp_path, api.address, token_file="token"), token="")
    await api.send(CHAT, USER, text="How high is the tower?")
    await api.said(1, lambda call: call.method == "sendMessage")
    process.send_signal(signal.SIGTERM)
    await end(process)
    assert process.returncode == 0


async def test_without_a_token_it_says_where_to_put_one(api: BotApi, tmp_path: Path) -> None:
    process = await start(config(tmp_path, api.address), token="")
    output = await end(process)
    assert process.returncode == 2
    assert output.count("\n") == 1
    assert "QUOTH_TELEGRAM_TOKEN" in output


async def test_without_the_network_it_says_so_in_a_sentence(tmp_path: Path) -> None:
    process = await start(config(tmp_path, "http://127.0.0.1:9"))
    output = await end(process)
    assert process.returncode == 3
    assert "Telegram can't be reached" in output
    assert "Traceback" not in output
    assert TOKEN not in output


async def test_a_second_reader_of_the_same_bot_is_told_in_a_sentence(
    api: BotApi, tmp_path: Path
) -> None:
    api.fault("getUpdates", Fault.CONFLICT)
    process = await start(config(tmp_path, api.address))
    output = await end(process)
    assert process.returncode == 3
    assert "Another program reads the messages of this bot" in output
    assert "Traceback" not in output
