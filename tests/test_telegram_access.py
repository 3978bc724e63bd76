"""Who may ask, where, and how much."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import Settings
from bot.telegram.rates import Pace, Rate
from tests.bot_api import BotApi, Person
from tests.helpers import ADMIN, held
from tests.stage import running

BUILT = "When was the lighthouse of Skarvoy built?"
CODE = "open-sesame-42"
RIGHTS = [  # of an administrator, as Telegram tells them
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
    *("can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    "can_delete_stories",
]


async def silent(api: BotApi, person: Person, *, heard: int) -> bool:
    """Whether the bot has said nothing more in a chat, once it has answered its admin."""
    await api.person(id=ADMIN).ask("Hello")
    return (
        len([call for call in api.calls if call.speaks and call.chat == person.chat["id"]]) == heard
    )


@pytest.mark.parametrize("extra", ['[access]\nmode = "list"\nusers = [500]\n'])
async def test_a_list_admits_its_users_and_the_admins(
    api: BotApi, ada: Person, admin: Person, extra: str
) -> None:
    assert (await ada.ask(BUILT)).lead == "1874"
    assert (await admin.ask(BUILT)).lead == "1874"
    eve = api.person("Eve", id=666)
    for text in (BUILT, f"/ask {BUILT}", "/start", "/sources"):
        assert (await eve.ask(text)).text == "This bot is for invited people only."
    group = eve.in_group(-400)
    await group.write(f"/ask {BUILT}")
    await eve.edit(await eve.write("Hello"), BUILT)
    await eve.hear()
    assert await silent(api, group, heard=0)


@pytest.mark.parametrize("extra", ['[access]\nmode = "list"\nusers = [500]\n'])
async def test_buttons_of_who_is_not_admitted_do_nothing(
    api: BotApi, ada: Person, extra: str
) -> None:
    answer = await ada.ask(BUILT)
    eve = api.person("Eve", id=666)
    for label in ("Context", "👍", "More"):
        press = await api.press(answer, answer.button(label), eve.user)
        assert "invited" in await api.notice(press)
    assert not [call for call in api.calls if call.edited]


@pytest.mark.parametrize("extra", [f'[access]\nmode = "code"\ncode = "{CODE}"\n'])
async def test_a_code_admits_who_sends_it_for_good(
    api: BotApi, telegram_settings: Settings, extra: str
) -> None:
    ada, grace = api.person(), api.person("Grace", id=501)
    async with running(telegram_settings):
        assert "send the code" in (await ada.ask("/start")).text
        assert "send the code" in (await ada.ask(BUILT)).text
        assert "not the code" in (await ada.ask("open-sesam-24")).text
        assert "Welcome" in (await ada.ask(CODE)).text
        assert (await ada.ask(BUILT)).lead == "1874"
        assert "Welcome" in (await grace.ask(f"/start {CODE}")).text
    async with running(telegram_settings):
        assert (await ada.ask(BUILT)).lead == "1874"
        assert "you gave the code" in (await ada.ask("/privacy")).text
        assert "nothing of you is kept" in (await ada.ask("/forget")).text
        assert "code" in (await ada.ask("/start")).text
        assert (await grace.ask(BUILT)).lead == "1874"


@pytest.mark.parametrize("extra", [f'[access]\nmode = "code"\ncode = "{CODE}"\n'])
async def test_guessing_the_code_is_soon_over(api: BotApi, ada: Person, extra: str) -> None:
    for number in range(6):
        await ada.write(f"guess-{number}")
    await ada.hear(6)
    await ada.write(CODE)
    await ada.write(BUILT)
    assert await silent(api, ada, heard=6)


@pytest.mark.parametrize("extra", ["[access]\nper_minute = 2\n"])
async def test_who_sends_too_much_is_asked_once_to_wait(
    api: BotApi, ada: Person, admin: Person, extra: str
) -> None:
    for _ in range(6):
        await ada.write(BUILT)
    first, second, notice = await ada.hear(3)
    assert (first.lead, second.lead) == ("1874", "1874")
    assert "wait a minute" in notice.text
    press = await api.press(first, first.button("Context"), ada.user)
    assert "wait a minute" in await api.notice(press)
    assert await silent(api, ada, heard=3)
    assert (await api.person("Grace", id=501).ask(BUILT)).lead == "1874"
    for _ in range(4):
        assert (await admin.ask("Hello")).text


@pytest.mark.parametrize("extra", ["[access]\nper_minute = 1\nchat_per_minute = 1\n"])
@pytest.mark.parametrize("group", [0, -400])
async def test_who_sent_too_much_may_still_see_and_delete_what_is_kept_of_them(
    api: BotApi, ada: Person, extra: str, group: int
) -> None:
    person = ada.in_group(group) if group else ada
    assert (await person.ask(f"/ask {BUILT}")).lead == "1874"
    assert "wait a minute" in (await person.ask(f"/ask {BUILT}")).text
    assert "the time: 1" in (await person.ask("/privacy")).text
    assert "nothing of you is kept" in (await person.ask("/forget@quoth_bot")).text
    assert "the time: 0" in (await person.ask("/privacy")).text
    assert "wait a minute" in (await person.ask("/forget")).text
    for command in ("/privacy", "/forget", f"/ask {BUILT}"):
        await person.write(command)
    assert await silent(api, person, heard=6)


@pytest.mark.parametrize("extra", ["[access]\nper_minute = 2\n"])
async def test_seeing_what_is_kept_is_not_counted_as_asking(ada: Person, extra: str) -> None:
    for _ in range(3):
        assert "kept" in (await ada.ask("/privacy")).text
    assert [(await ada.ask(BUILT)).lead for _ in range(2)] == ["1874", "1874"]


@pytest.mark.parametrize("extra", [""])
async def test_who_is_admitted_no_more_may_still_delete_what_is_kept_of_them(
    api: BotApi, telegram_settings: Settings, extra: str
) -> None:
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask(BUILT)
    closed = telegram_settings.access.model_copy(update={"mode": "list"})
    async with running(telegram_settings.model_copy(update={"access": closed})) as channel:
        assert "invited" in (await ada.ask(BUILT)).text
        assert "the time: 1" in (await ada.ask("/privacy")).text
        assert "nothing of you is kept" in (await ada.ask("/forget")).text
        assert not any(channel.journal.kept_of(ada.id).values())
        group = ada.in_group()
        await group.write("/privacy")
        assert await silent(api, group, heard=0)


@pytest.mark.parametrize("extra", ["[access]\nchat_per_minute = 2\n"])
async def test_a_group_has_its_own_rate_and_talk_does_not_count(
    api: BotApi, member: Person, extra: str
) -> None:
    for _ in range(5):
        await member.write("What a day!")
    people = [api.person(f"P{n}", id=700 + n, group=-400) for n in range(4)]
    for person in people:
        await person.write(f"/ask {BUILT}")
    first, second, notice = await member.hear(3)
    assert (first.lead, second.lead) == ("1874", "1874")
    assert "wait a minute" in notice.text
    assert await silent(api, member, heard=3)


@pytest.mark.parametrize("extra", ["[access]\ngroups = [-400]\n"])
async def test_a_group_that_is_not_allowed_is_left(api: BotApi, member: Person, extra: str) -> None:
    assert (await member.ask(f"/ask {BUILT}")).lead == "1874"
    other = {"id": -401, "type": "supergroup", "title": "Others"}
    await api.deliver("my_chat_member", change(other, member, "member"))
    left = await api.said(1, lambda call: call.method == "leaveChat")
    assert int(left[0].params["chat_id"]) == -401
    await api.deliver("my_chat_member", change(other, member, "left"))
    eve = api.person("Eve", id=666, group=-402)
    await eve.write("What a day!")
    await api.said(2, lambda call: call.method == "leaveChat")
    await eve.write(f"/ask {BUILT}")
    assert await silent(api, eve, heard=1)
    assert "leave" in (await eve.hear())[0].text
    assert len([call for call in api.calls if call.method == "leaveChat"]) == 2


@pytest.mark.parametrize("extra", ["[access]\ngroups = []\n"])
async def test_a_channel_is_left_without_a_word(api: BotApi, ada: Person, extra: str) -> None:
    channel = {"id": -403, "type": "channel", "title": "News"}
    taken_in = change(channel, ada, "administrator")
    taken_in["new_chat_member"] = {**dict.fromkeys(RIGHTS, True), **taken_in["new_chat_member"]}
    await api.deliver("my_chat_member", taken_in)
    left = await api.said(1, lambda call: call.method == "leaveChat")
    assert int(left[0].params["chat_id"]) == -403
    assert not [call for call in api.calls if call.method == "sendMessage"]


@pytest.mark.parametrize("extra", ['[access]\nmode = "list"\ngroups = [-400]\n'])
async def test_everyone_in_a_group_that_is_named_may_ask(
    api: BotApi, member: Person, ada: Person, extra: str
) -> None:
    assert (await member.ask(f"/ask {BUILT}")).lead == "1874"
    assert "invited" in (await ada.ask(BUILT)).text


@pytest.mark.parametrize("extra", ["[access]\ngroups = [-400]\n"])
async def test_a_group_that_is_named_stays_so_as_a_supergroup_and_the_log_says_what_to_do(
    api: BotApi, member: Person, extra: str, caplog: pytest.LogCaptureFixture
) -> None:
    new = -100_400
    await api.send(member.chat, member.user, migrate_to_chat_id=new)
    assert (await member.in_group(new).ask(f"/ask {BUILT}")).lead == "1874"
    assert "put that into access.groups" in caplog.text
    assert str(new) in caplog.text


def change(chat: dict[str, object], by: Person, status: str) -> dict[str, Any]:
    """The bot was taken into a group, or out of it."""
    bot = {"id": 7, "is_bot": True, "first_name": "Quoth", "username": "quoth_bot"}
    gone = {"user": bot, "status": "left"}
    now: dict[str, object] = {"user": bot, "status": status}
    return {
        "chat": chat,
        "from": by.user,
        "date": 1,
        "old_chat_member": gone,
        "new_chat_member": now,
    }


async def test_forget_deletes_what_privacy_tells(api: BotApi, ada: Person, member: Person) -> None:
    answer = await ada.ask(BUILT)
    await ada.tap(answer, "👍")
    await member.ask(f"/ask {BUILT}")
    told = (await ada.ask("/privacy")).text
    assert "for at most 90 days" in told
    assert "questions, as you wrote them, and what was answered, with your user id" in told
    assert "the chat and the time: 2" in told
    assert "votes on answers, with your user id and the time: 1" in told
    assert "nothing of you is kept" in (await ada.ask("/forget")).text
    told = (await ada.ask("/privacy")).text
    assert [line.rpartition(": ")[2] for line in told.splitlines() if line.startswith("•")] == (
        ["0"] * told.count("•")
    )
    assert "changed since" in await ada.tap(answer, "Why this?")


def test_a_rate_remembers_only_who_wrote_within_the_last_minute() -> None:
    now = [0.0]
    rate = Rate(2, clock=lambda: now[0])
    some: list[int] = []
    many: list[int] = []
    for person in range(1_000):
        now[0] += 1.0
        rate.spend(person)
        (some if person < 100 else many).append(len(held(rate)))
    assert max(many) <= max(some)
    assert [rate.spend(999) for _ in range(3)] == [Pace.FINE, Pace.SLOWER, Pace.TOO_FAST]


def test_a_rate_lets_through_what_it_promises() -> None:
    now = [0.0]
    rate = Rate(6, clock=lambda: now[0])
    assert [rate.spend(1) for _ in range(8)] == [*[Pace.FINE] * 6, Pace.SLOWER, Pace.TOO_FAST]
    assert rate.spend(2) is Pace.FINE
    now[0] = 10.0  # one more is earned every ten seconds
    assert [rate.spend(1) for _ in range(3)] == [Pace.FINE, Pace.SLOWER, Pace.TOO_FAST]
    now[0] = 1_000.0
    assert [rate.spend(1) for _ in range(7)] == [*[Pace.FINE] * 6, Pace.SLOWER]
