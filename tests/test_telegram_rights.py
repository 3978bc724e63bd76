"""An admin's rights cannot be had by anyone else, whatever kind of update asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Call, Person
from tests.helpers import ADMIN

ADMIN_COMMANDS = [
    "/reload",
    "/stats",
    "/gaps",
    "/gaps x.csv",
    "/add",
    "/remove 1",
    "/remove lighthouse.md",
]
MILL = b"The mill of Aurland was moved to Bergen in 1932.\n"
SECRETS = ("MiB of memory", "Open questions", "files:", "Remove “", "To add a document")


@pytest.fixture
def state(bot: Channel, documents: Path) -> tuple[Channel, Path]:
    """What must not change: the snapshot and the folder."""
    return bot, documents


def nothing_happened(state: tuple[Channel, Path], api: BotApi, *, to: int) -> bool:
    """Whether no document changed and nothing that only admins see was said in a chat."""
    bot, documents = state
    files = sorted(path.name for path in documents.rglob("*") if path.is_file())
    told = [call.text for call in api.calls if call.chat == to]
    return (
        files == ["ferry.md", "lighthouse.md"]
        and len(bot.assistant.snapshot.collection.documents) == 2
        and not [text for text in told if any(secret in text for secret in SECRETS)]
        and not [call for call in api.calls if call.chat == to and call.files]
    )


@pytest.mark.parametrize("command", ADMIN_COMMANDS)
async def test_commands_of_a_stranger_are_refused_and_do_nothing_in_groups(
    state: tuple[Channel, Path], api: BotApi, command: str
) -> None:
    eve = api.person("Eve", id=666)
    group = eve.in_group(-400)
    built = state[0].assistant.snapshot.built
    refusal = await eve.ask(command)
    assert "administrator" in refusal.text
    await group.write(command)
    await group.ask("/help")
    assert state[0].assistant.snapshot.built == built
    assert nothing_happened(state, api, to=666)
    assert nothing_happened(state, api, to=-400)


@pytest.mark.parametrize("command", ["/gaps", "/add", "/remove 1"])
async def test_what_others_should_not_read_is_not_told_in_groups(
    state: tuple[Channel, Path], api: BotApi, admin: Person, command: str
) -> None:
    group = admin.in_group(-400)
    await group.write(command)
    assert "administrator" not in (await group.ask("/help")).text
    assert nothing_happened(state, api, to=-400)


@pytest.mark.parametrize("command", ADMIN_COMMANDS)
async def test_editing_a_message_into_a_command_does_nothing(
    state: tuple[Channel, Path], api: BotApi, command: str
) -> None:
    eve = api.person("Eve", id=666)
    number = await eve.write("When was the lighthouse of Skarvoy built?")
    await eve.hear()
    built = state[0].assistant.snapshot.built
    command_entity = {"type": "bot_command", "offset": 0, "length": len(command.split()[0])}
    await eve.edit(number, command, entities=[command_entity])
    await eve.edit(number, f"/ask {command}")
    await eve.ask("Hello")
    assert state[0].assistant.snapshot.built == built
    assert nothing_happened(state, api, to=666)


@pytest.mark.parametrize("command", ADMIN_COMMANDS)
async def test_typing_a_command_in_inline_mode_does_nothing(
    state: tuple[Channel, Path], api: BotApi, command: str
) -> None:
    eve = api.person("Eve", id=666)
    await eve.ask("Hello")
    built = state[0].assistant.snapshot.built
    answer = await eve.inline(command)
    assert not any(secret in str(answer.params) for secret in SECRETS)
    assert state[0].assistant.snapshot.built == built
    assert nothing_happened(state, api, to=666)


async def test_a_file_of_a_stranger_is_no_document(
    state: tuple[Channel, Path], api: BotApi
) -> None:
    eve = api.person("Eve", id=666)
    await eve.upload("mill.txt", MILL, caption="/add")
    (answer,) = await eve.hear()
    assert "only read text" in answer.text
    assert answer.labels == []
    assert nothing_happened(state, api, to=666)


@pytest.mark.parametrize("label", ["Add", "Cancel"])
async def test_a_confirmation_that_was_forwarded_or_forged_does_nothing(
    state: tuple[Channel, Path], api: BotApi, admin: Person, label: str
) -> None:
    await admin.upload("mill.txt", MILL)
    (question,) = await admin.hear()
    data = question.button(label)
    eve = api.person("Eve", id=666)
    forwarded = Call("sendMessage", {**question.params, "chat_id": 666}, question.message_id)
    in_group = Call("sendMessage", {**question.params, "chat_id": -400}, question.message_id)
    inline = Call("sendMessage", {"inline_message_id": "abc"})
    for call in (question, forwarded, in_group, inline):
        press = await api.press(call, data, eve.user)
        assert await api.notice(press) != ""
    assert nothing_happened(state, api, to=666)
    added = await admin.press(question, label)  # what waited for the admin still does
    assert added.text.startswith("“mill.txt” was added" if label == "Add" else "Nothing was")


async def test_a_confirmation_counts_in_its_own_chat_only(
    state: tuple[Channel, Path], api: BotApi, admin: Person
) -> None:
    question = await admin.ask("/remove lighthouse.md")
    elsewhere = Call("sendMessage", {**question.params, "chat_id": -400}, question.message_id)
    press = await api.press(elsewhere, question.button("Remove"), admin.user)
    assert "begin again" in await api.notice(press)
    assert nothing_happened(state, api, to=-400)


@pytest.mark.parametrize("admins", [[ADMIN, 901]])
async def test_another_admin_confirms_nothing_either(
    state: tuple[Channel, Path], api: BotApi, admin: Person, admins: list[int]
) -> None:
    other = api.person("Bob", id=901)
    assert "administrator" not in (await other.ask("/stats")).text
    question = await admin.ask("/remove lighthouse.md")
    press = await api.press(question, question.button("Remove"), other.user)
    assert "begin again" in await api.notice(press)
    assert (state[1] / "lighthouse.md").exists()


async def test_who_poses_as_an_admin_by_name_or_as_a_channel_is_none(
    state: tuple[Channel, Path], api: BotApi, member: Person
) -> None:
    command = {"type": "bot_command", "offset": 0, "length": 7}
    channel = {"id": -100_900, "type": "channel", "title": "Admins", "username": "admin"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    the_admin = {"id": ADMIN, "is_bot": False, "first_name": "Admin"}
    sent_by = {"type": "user", "date": 1, "sender_user": the_admin}
    earlier = {"message_id": 1, "date": 1, "chat": member.chat, "from": the_admin, "text": "yes"}
    await api.send(member.chat, anonymous, text="/reload", sender_chat=channel, entities=[command])
    await member.write("/reload", forward_origin=sent_by)
    await member.write("/reload", reply_to_message=earlier)
    assert all("administrator" in refusal.text for refusal in await member.hear(3))
    assert nothing_happened(state, api, to=-400)


@pytest.mark.parametrize("admins", [[]])
async def test_an_empty_list_of_admins_admits_nobody(
    state: tuple[Channel, Path], api: BotApi, admins: list[int]
) -> None:
    for number in (ADMIN, 0, 1):
        someone = api.person(id=number or 7_000)
        assert "administrator" in (await someone.ask("/stats")).text
