"""What admins do from the chat: reload, figures, open questions, documents in and out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Person
from tests.helpers import ADMIN, write_documents
from tests.stage import running

MILL = b"The mill of Aurland was moved to Bergen in 1932.\n"
MOVED = "When was the mill of Aurland moved?"
BUILT = "When was the lighthouse of Skarvoy built?"


def names_in(folder: Path) -> list[str]:
    """What a folder holds."""
    return sorted(path.name for path in folder.iterdir())


async def test_stats_tell_how_the_bot_is_doing(admin: Person) -> None:
    await admin.ask(BUILT)
    told = (await admin.ask("/stats")).text
    for part in (
        *("Up 0:00:", "2 documents", "15 passages", "snapshot ", "1 questions"),
        *("ms at the median", "ms at the 95th percentile", "MiB of memory"),
    ):
        assert part in told


async def test_a_reload_names_the_file_that_it_could_not_read_and_reads_the_others(
    admin: Person, documents: Path
) -> None:
    (documents / "broken.docx").write_bytes(b"no archive")
    (documents / "mill.txt").write_bytes(MILL)
    await admin.write("/reload")
    report = (await admin.hear(2))[1]
    assert "1 added" in report.text
    assert "1 failed" in report.text
    assert "Not read: broken.docx: the file is damaged" in report.text
    assert (await admin.ask(MOVED)).lead == "1932"


async def test_gaps_are_grouped_and_come_as_a_file_too(
    api: BotApi, admin: Person, ada: Person
) -> None:
    assert "No question is open" in (await admin.ask("/gaps")).text
    await ada.ask(MOVED)
    await ada.ask("when was the mill of aurland moved")
    await ada.ask('=HYPERLINK("http://x";"zzyzx")?')
    answer = await ada.ask(BUILT)
    await ada.tap(answer, "👎")
    await admin.write("/gaps")
    shown, file = await admin.hear(2)
    lines = shown.text.splitlines()
    assert lines[0] == "Open questions: 3. Times asked: 4."
    assert lines[1] == f"2 × {MOVED}"
    assert f"1 × {BUILT} (not helpful: 1)" in lines
    rows = list(csv.reader(io.StringIO(file.files["document"].text)))
    assert file.files["document"].name == "gaps.csv"
    assert rows[0] == [
        *("question", "times", "unanswered", "not helpful", "first asked", "last asked"),
    ]
    assert rows[1][:4] == [MOVED, "2", "2", "0"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert "500" not in file.files["document"].text


async def test_a_gap_that_new_documents_fill_is_a_gap_no_more(
    bot: Channel, admin: Person, ada: Person, documents: Path
) -> None:
    await ada.ask(MOVED)
    write_documents(documents, {"mill.txt": MILL.decode()})
    bot.assistant.reload()
    assert "No question is open" in (await admin.ask("/gaps")).text


async def test_a_document_that_is_sent_is_added_once_a_button_is_pressed(
    admin: Person, documents: Path
) -> None:
    assert ".txt, .md, .html, .eml" in (await admin.ask("/add")).text
    await admin.upload("mill.txt", MILL)
    (question,) = await admin.hear()
    assert "Add “mill.txt” (1 kB)" in question.text
    assert not (documents / "mill.txt").exists()
    await admin.api.press(question, question.button("Add"), admin.user)
    added, started, report = await admin.hear(3)
    assert "“mill.txt” was added" in added.text
    assert "1 added" in report.text
    assert report.message_id == started.message_id
    assert (documents / "mill.txt").read_bytes() == MILL
    assert names_in(documents) == ["islands", "lighthouse.md", "mill.txt"]
    assert (await admin.ask(MOVED)).lead == "1932"


async def test_a_document_waits_for_its_button_through_a_restart(
    api: BotApi, documents: Path, telegram_settings: Settings
) -> None:
    admin = api.person(id=ADMIN)
    async with running(telegram_settings):
        await admin.upload("mill.txt", MILL)
        (question,) = await admin.hear()
    async with running(telegram_settings):
        await admin.api.press(question, question.button("Add"), admin.user)
        await admin.hear(3)
        assert (await admin.ask(MOVED)).lead == "1932"
        assert "begin again" in await admin.tap(question, "Add")


async def test_cancel_leaves_everything_as_it_is(admin: Person, documents: Path) -> None:
    await admin.upload("mill.txt", MILL)
    (question,) = await admin.hear()
    assert "Nothing was changed" in (await admin.press(question, "Cancel")).text
    assert "begin again" in await admin.tap(question, "Add")
    assert not (documents / "mill.txt").exists()


async def test_no_document_is_replaced_without_saying_so(admin: Person, documents: Path) -> None:
    before = (documents / "lighthouse.md").read_bytes()
    await admin.upload("lighthouse.md", MILL)
    (question,) = await admin.hear()
    assert "There is a document “lighthouse.md” already" in question.text
    assert (documents / "lighthouse.md").read_bytes() == before
    await admin.press(question, "Replace")
    await admin.hear(2)
    assert (documents / "lighthouse.md").read_bytes() == MILL


async def test_a_document_that_came_up_meanwhile_is_not_replaced(
    admin: Person, documents: Path
) -> None:
    await admin.upload("mill.txt", MILL)
    (question,) = await admin.hear()
    (documents / "mill.txt").write_text("Another mill.\n")
    assert "has come up meanwhile" in (await admin.press(question, "Add")).text
    assert (documents / "mill.txt").read_text() == "Another mill.\n"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../escape.txt", "escape.txt"),
        ("..\\..\\escape.txt", "escape.txt"),
        ("/etc/passwd.txt", "passwd.txt"),
        (".hidden.txt", "hidden.txt"),
        ("two\nlines\u202etxt.txt", "twolinestxt.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)
async def test_a_name_is_made_safe(admin: Person, documents: Path, name: str, kept: str) -> None:
    await admin.upload(name, MILL)
    (question,) = await admin.hear()
    await admin.press(question, "Add")
    await admin.hear(2)
    assert names_in(documents) == sorted(["islands", "lighthouse.md", kept])
    assert not [other for other in names_in(documents.parent) if other.endswith(".txt")]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("program.exe", MILL, "no document that I can read"),
        ("no_suffix", MILL, "no document that I can read"),
        ("large.txt", bytes(20_000_001), "larger than the 20 MB"),
    ],
)
async def test_what_can_be_no_document_is_refused_before_it_is_fetched(
    api: BotApi, admin: Person, name: str, data: bytes, told: str
) -> None:
    await admin.upload(name, data)
    (refusal,) = await admin.hear()
    assert told in refusal.text
    assert refusal.labels == []
    assert not [call for call in api.calls if call.method == "getFile"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("noise.txt", bytes(range(256)) * 4), ("empty.txt", b" \n"), ("e.html", b"<p>")],
)
async def test_what_holds_no_text_is_told_and_not_added(
    admin: Person, documents: Path, name: str, data: bytes
) -> None:
    await admin.upload(name, data)
    (question,) = await admin.hear()
    refusal = await admin.press(question, "Add")
    assert "can't be read" in refusal.text
    assert "Nothing was added" in refusal.text
    assert not (documents / name).exists()


async def test_a_document_is_removed_once_a_button_is_pressed(
    admin: Person, documents: Path
) -> None:
    listed = (await admin.ask("/sources")).text
    assert "1. A new ferry for the islands" in listed
    question = await admin.ask("/remove 1")
    assert "Remove “A new ferry for the islands” (islands/ferry.md)" in question.text
    await admin.api.press(question, question.button("Remove"), admin.user)
    removed, _, report = await admin.hear(3)
    assert "“islands/ferry.md” was removed" in removed.text
    assert "1 removed" in report.text
    assert not (documents / "islands" / "ferry.md").exists()


async def test_remove_wants_a_document_that_there_is(admin: Person, documents: Path) -> None:
    assert "its number or its file" in (await admin.ask("/remove")).text
    for named in ("7", "0", "nowhere.md", "../quoth.toml", "x" * 500):
        assert "no document" in (await admin.ask(f"/remove {named}")).text
    assert (documents.parent / "quoth.toml").exists()


async def test_a_file_that_is_gone_already_is_told(admin: Person, documents: Path) -> None:
    question = await admin.ask("/remove lighthouse.md")
    (documents / "lighthouse.md").unlink()
    assert "could not be removed" in (await admin.press(question, "Remove")).text


async def test_menus_are_set_for_each_scope_and_language(
    api: BotApi, bot: Channel, admin: Person
) -> None:
    languages = {"", *bot.assistant.spoken}
    scopes = {"all_private_chats", "all_group_chats", "chat"}
    total = len(languages) * len(scopes)
    calls = await api.said(total, lambda call: call.method == "setMyCommands")
    menus = {
        (call.params["scope"]["type"], call.params.get("language_code", "")): {
            command["command"] for command in call.params["commands"]
        }
        for call in calls
    }
    assert set(menus) == {(scope, language) for scope in scopes for language in languages}
    only_admins = {"reload", "stats", "gaps", "add", "remove"}
    for (scope, _), names in menus.items():
        assert (only_admins <= names) if scope == "chat" else not only_admins & names


async def test_an_admin_who_meets_the_bot_later_gets_the_menu_then(
    api: BotApi, admin: Person
) -> None:
    def set_for_admin() -> int:
        return len([c for c in api.calls if c.params.get("scope", {}).get("chat_id") == ADMIN])

    before = set_for_admin()
    await admin.ask("/start")
    await api.said(1, lambda _: set_for_admin() > before)
