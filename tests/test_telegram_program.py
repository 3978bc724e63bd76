"""`quoth telegram` as a program: how it starts, what it says when it can't go on, how it stops."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.telegram.receiving.polling import CONFLICT, REVOKED
from bot.telegram.running import JOURNAL_TAKEN
from bot.telegram.serving import UNKNOWN_TOKEN
from tests.bot_api import BotApi, Fault
from tests.helpers import TOKEN, write_documents

ROOT = Path(__file__).parent.parent
SECRET = TOKEN.partition(":")[2]
HIGH, BUILT = "How high is the tower?", "When was the lighthouse built?"
PATIENCE = 30.0  # seconds
Start = Callable[..., Awaitable[asyncio.subprocess.Process]]


def config(
    place: Path, server: str, *, token_file: str = "", journal: str = "journal.sqlite3"
) -> Path:
    write_documents(place / "documents")
    file = place / "quoth.toml"
    file.write_text(
        f'[documents]\nfolder = "documents"\n[index]\nfolder = "index"\n'
        f'[journal]\nfile = "{journal}"\n'
        f'[telegram]\nserver = "{server}"\ntoken_file = "{token_file}"\n',
        encoding="utf-8",
    )
    return file


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts the bot on settings; what a test that fails leaves running is killed."""
    started = []

    async def begin(config: Path, token: str = TOKEN) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "telegram", "--config", str(config)),
            env={**os.environ, "QUOTH_TELEGRAM_TOKEN": token},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def end(process: asyncio.subprocess.Process) -> str:
    output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    return output.decode()


async def test_its_whole_life_shows_no_token(api: BotApi, tmp_path: Path, start: Start) -> None:
    """It starts, answers through trouble, reads documents again, and finishes what it began."""
    ada, grace = api.person(), api.person("Grace", id=501)
    process = await start(config(tmp_path, api.address))
    for fault in (Fault.BAD_GATEWAY, Fault.DROPPED, Fault.HALF):
        api.fault("getUpdates", fault)
    for fault in (Fault.BAD_GATEWAY, Fault.DROPPED, Fault.TOO_MANY):
        api.fault("sendMessage", fault, chat=ada.id)
    api.fault("sendMessage", Fault.FORBIDDEN, chat=grace.id)
    await grace.write(HIGH)
    assert (await ada.ask(HIGH)).lead == "31 metres"
    await api.faced()
    command = await asyncio.to_thread(Path(f"/proc/{process.pid}/cmdline").read_text)
    assert "telegram" in command
    assert SECRET not in command
    mill = "The mill of Aurland was moved to Bergen in 1932.\n"
    write_documents(tmp_path / "documents", {"mill.txt": mill})
    process.send_signal(signal.SIGHUP)
    for _ in range(20):
        if "1932" in (await ada.ask("When was the mill of Aurland moved?")).text:
            break
    api.fault("sendMessage", Fault.SLOW, seconds=2.0)
    await ada.write(BUILT)
    await api.faced()
    process.send_signal(signal.SIGTERM)
    output = await end(process)
    assert (await ada.hear())[0].lead == "1874"
    assert process.returncode == 0
    for said in ("Answering as @quoth_bot", "1 added", "Not delivered: Forbidden", "finishing"):
        assert said in output
    assert "Traceback" not in output
    assert SECRET not in output


async def test_killed_and_started_again_it_neither_loses_nor_repeats(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    ada = api.person()
    file = config(tmp_path, api.address)
    process = await start(file)
    assert (await ada.ask(HIGH)).lead == "31 metres"
    api.fault("sendMessage", Fault.TOO_MANY, seconds=1_000)
    await ada.write(BUILT)
    await api.faced()
    process.kill()
    await end(process)
    api.forget_offsets()
    process = await start(file)
    assert (await ada.hear())[0].lead == "1874"
    process.terminate()
    await end(process)
    assert len([call for call in api.calls if call.method == "sendMessage"]) == 2


async def test_a_second_program_gives_way_and_the_first_goes_on(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    first = await start(config(tmp_path, api.address))
    ada = api.person()
    await ada.ask(HIGH)
    second = await start(config(tmp_path, api.address, journal="another.sqlite3"))
    output = await end(second)
    assert second.returncode == 3
    assert output.splitlines()[-1] == CONFLICT
    third = await start(config(tmp_path, api.address))
    output = await end(third)
    assert third.returncode == 3
    taken = JOURNAL_TAKEN.format(file=tmp_path / "journal.sqlite3")
    assert output.splitlines()[-1] == taken
    assert "Traceback" not in output
    assert (await ada.ask(BUILT)).lead == "1874"
    first.terminate()
    await end(first)


async def test_the_token_may_stand_in_a_file_and_a_revoked_one_ends_it(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    process = await start(config(tmp_path, api.address, token_file="token"), "")
    ada = api.person()
    assert (await ada.ask(HIGH)).lead == "31 metres"
    api.fault("getUpdates", Fault.REVOKED, times=9)
    await ada.write(BUILT)
    output = await end(process)
    assert process.returncode == 3
    assert output.splitlines()[-1] == REVOKED


async def test_what_a_revoked_token_leaves_unanswered_the_next_one_answers(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    file = config(tmp_path, api.address)
    process = await start(file)
    ada = api.person()
    assert (await ada.ask(HIGH)).lead == "31 metres"
    api.fault("sendMessage", Fault.REVOKED, times=9)
    await ada.write(BUILT)
    output = await end(process)
    assert process.returncode == 3
    assert output.splitlines()[-1] == REVOKED
    api.troubles.clear()
    process = await start(file)
    assert (await ada.hear())[0].lead == "1874"
    process.terminate()
    await end(process)


async def test_a_token_that_telegram_does_not_know_is_told_in_a_sentence(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    api.fault("getMe", Fault.REVOKED)
    process = await start(config(tmp_path, api.address))
    output = await end(process)
    assert output.splitlines()[-1] == UNKNOWN_TOKEN
    assert "ERROR" not in output
    assert process.returncode == 3


async def test_without_a_token_it_says_where_to_put_one(
    api: BotApi, tmp_path: Path, start: Start
) -> None:
    process = await start(config(tmp_path, api.address), "")
    output = await end(process)
    assert process.returncode == 2
    assert output.count("\n") == 1
    assert "QUOTH_TELEGRAM_TOKEN" in output


async def test_without_the_network_it_says_so_in_a_sentence(tmp_path: Path, start: Start) -> None:
    process = await start(config(tmp_path, "http://127.0.0.1:9"))
    output = await end(process)
    assert process.returncode == 3
    assert "Telegram can't be reached" in output.splitlines()[-1]
    assert output.count("can't be reached") == 1
    assert "Traceback" not in output
    assert SECRET not in output


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_the_readmes_systemd_unit_is_sound(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^    \[Unit\]\n(?:    .*\n|\n)+", readme, re.MULTILINE)
    assert found, "the README shows no unit"
    unit = re.sub(r"^    ", "", found[0], flags=re.MULTILINE)
    program = tmp_path / "quoth"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    installed = re.sub(r"^ExecStart=\S+", f"ExecStart={program}", unit, flags=re.MULTILINE)
    installed = installed.replace("User=quoth", "User=root")
    file = tmp_path / "quoth.service"
    file.write_text(installed, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if "quoth" in line]
    assert done.returncode == 0, done.stderr
    assert told == []
