"""What chats hold besides plain questions: topics, albums, echoes, who writes as a channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.telegram.channel import Channel
from tests.bot_api import BOT, BotApi, Person
from tests.helpers import write_documents
from tests.stage import STICKER, running

BUILT = "When was the lighthouse of Skarvoy built?"
KEEPER = "Who was the last keeper?"
PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}  # of every group's admins
CHANNEL = {"id": -100_900, "type": "channel", "title": "News"}


def command(text: str) -> dict[str, Any]:
    """The content of a message that gives a command."""
    length = len(text.split()[0])
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}]}


@pytest.mark.parametrize("blank", ["\n", "\t", "\n\n", "\u00a0", "  "])
async def test_a_question_may_stand_behind_any_blank_of_its_command(
    ada: Person, blank: str
) -> None:
    assert (await ada.ask(f"/ask{blank}{BUILT}")).lead == "1874"
    assert "in order of time" in (await ada.ask(f"/timeline{blank}the ferry")).lead


async def test_a_command_that_wants_a_topic_says_so(ada: Person) -> None:
    assert "question" in (await ada.ask("/ask")).text
    assert "topic" in (await ada.ask("/timeline")).text


@pytest.mark.parametrize("written", ["@quoth_bot", "/ask"])
async def test_a_mention_alone_asks_what_it_replies_to(
    api: BotApi, member: Person, written: str
) -> None:
    grace = api.person("Grace", id=501)
    asked = {"message_id": 5, "date": 1, "chat": member.chat, "from": grace.user, "text": BUILT}
    kind = "bot_command" if written.startswith("/") else "mention"
    mark = {"type": kind, "offset": 0, "length": len(written)}
    number = await member.write(written, entities=[mark], reply_to_message=asked)
    (answer,) = await member.hear()
    assert answer.lead == "1874"
    assert answer.replies_to == number
    told = {"text": KEEPER, "position": 0}
    await member.write(written, entities=[mark], reply_to_message=asked, quote=told)
    assert "Nils Berg" in (await member.hear())[0].text


async def test_a_mention_alone_asks_what_stands_under_the_picture_that_it_replies_to(
    api: BotApi, member: Person
) -> None:
    grace = api.person("Grace", id=501)
    shown = {"message_id": 5, "date": 1, "chat": member.chat, "from": grace.user, "photo": PHOTO}
    mark = {"type": "mention", "offset": 0, "length": 10}
    replied = {**shown, "caption": BUILT}
    await member.write("@quoth_bot", entities=[mark], reply_to_message=replied)
    assert (await member.hear())[0].lead == "1874"


async def test_an_answer_stays_in_its_topic(api: BotApi, member: Person) -> None:
    forum = {**member.chat, "is_forum": True}
    topic: dict[str, Any] = {"message_thread_id": 77, "is_topic_message": True}
    await api.send(forum, member.user, **command(f"/ask {BUILT}"), **topic)
    await api.send(forum, member.user, **command("/help"), **topic)
    await api.send(forum, member.user, **command(f"/ask {KEEPER}"), message_thread_id=5)
    told = [answer.params.get("message_thread_id") for answer in await member.hear(3)]
    assert told == [77, 77, None]


async def test_every_topic_of_a_forum_is_a_conversation_of_its_own(
    api: BotApi, member: Person
) -> None:
    forum = {**member.chat, "is_forum": True}

    async def ask(text: str, topic: int) -> str:
        there: dict[str, Any] = {"message_thread_id": topic, "is_topic_message": True}
        await api.send(forum, member.user, **command(f"/ask {text}"), **there)
        return (await member.hear())[0].text

    assert "Nils Berg" in await ask(KEEPER, 77)
    assert "1874" in await ask(BUILT, 78)
    assert "3 March 1986" in await ask("when did he leave the island?", 77)
    assert "Ingrid Holm" in await ask("who built it?", 78)
    there: dict[str, Any] = {"message_thread_id": 78, "is_topic_message": True}
    await api.send(forum, member.user, **command("/new"), **there)
    await member.hear()
    assert "Nils Berg" in await ask("who left?", 77)


async def test_what_was_posted_by_inline_mode_asks_nothing(
    api: BotApi, ada: Person, member: Person
) -> None:
    answer = await member.ask(f"/ask {KEEPER}")
    await ada.write(BUILT, via_bot=BOT)
    await member.write(BUILT, via_bot=BOT, reply_to_message=api.message(answer))
    assert (await ada.ask(KEEPER)).lead == "Nils Berg"
    assert (await member.ask(f"/ask {BUILT}")).lead == "1874"


async def test_a_post_that_its_channel_brings_into_the_group_asks_nothing(
    api: BotApi, member: Person
) -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    mention = {"type": "mention", "offset": 5, "length": 10}
    post: dict[str, Any] = {"sender_chat": CHANNEL, "is_automatic_forward": True}
    await api.send(member.chat, telegram, text="News @quoth_bot", entities=[mention], **post)
    assert (await member.ask(f"/ask {BUILT}")).lead == "1874"


async def test_an_album_gets_one_sentence(api: BotApi, ada: Person) -> None:
    for _ in range(3):
        await api.send(ada.chat, ada.user, photo=PHOTO, media_group_id="77")
    await api.send(ada.chat, ada.user, sticker=STICKER)
    await ada.write(BUILT)
    leads = [reply.lead for reply in await ada.hear(3)]
    assert ["only read text" in lead for lead in leads] == [True, True, False]
    assert leads[-1] == "1874"


@pytest.mark.parametrize(
    "service",
    [
        {"pinned_message": {"message_id": 1, "date": 0}},
        {"web_app_data": {"data": "x", "button_text": "y"}},
        {
            "successful_payment": {
                "currency": "XTR",
                "total_amount": 1,
                "invoice_payload": "x",
                "telegram_payment_charge_id": "a",
                "provider_payment_charge_id": "b",
            }
        },
    ],
)
async def test_what_telegram_notes_in_a_chat_gets_no_reply(
    api: BotApi, ada: Person, service: dict[str, Any]
) -> None:
    for noted in service.values():
        if "message_id" in noted:
            noted["chat"] = ada.chat
    await api.send(ada.chat, ada.user, **service)
    assert (await ada.ask(BUILT)).lead == "1874"


def poll(**about: object) -> dict[str, Any]:
    """The content of a message with a poll that lacks what polls have by now."""
    return {"poll": {"id": "1", "question": KEEPER, "options": [], **about}}


@pytest.mark.parametrize(
    "content",
    [
        {"dice": {"emoji": "🎲", "value": 3}},
        {"story": {"chat": CHANNEL, "id": 3}},
        {"checklist": {"title": "To do", "tasks": [{"id": 1, "text": KEEPER}]}},
        {"giveaway": {"chats": [CHANNEL], "winners_selection_date": 1, "winner_count": 1}},
        {"paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]}},
        {"hologram": {"file_id": "a"}},
        poll(),
        {},
    ],
)
async def test_what_can_not_be_read_gets_one_sentence_and_silence_in_groups(
    api: BotApi, ada: Person, content: dict[str, Any]
) -> None:
    member = ada.in_group()
    await api.send(member.chat, member.user, **content)
    await member.write(f"/ask {BUILT}")
    assert (await member.hear())[0].lead == "1874"
    number = await api.send(ada.chat, ada.user, **content)
    (told,) = await ada.hear()
    assert "only read text" in told.lead
    assert told.replies_to == number


async def test_a_question_beside_something_that_telegram_has_changed_is_answered(
    api: BotApi, ada: Person
) -> None:
    asked = {"message_id": 5, "date": 1, "chat": ada.chat, "from": ada.user}
    await ada.write(BUILT, reply_to_message={**asked, **poll()})
    assert (await ada.hear())[0].lead == "1874"
    keeper = await ada.ask(KEEPER)
    old = {**api.message(keeper), **poll()}
    await ada.write("and when did he leave the island?", reply_to_message=old)
    assert "3 March 1986" in (await ada.hear())[0].text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("message_reaction", {"message_id": 1, "date": 1, "old_reaction": [], "new_reaction": []}),
        ("business_message", {"message_id": 9, "date": 1, "text": BUILT}),
        ("guest_message", {"message_id": 9, "date": 1, "text": BUILT}),
        ("chat_join_request", {"user_chat_id": 500, "date": 1}),
        ("hologram", {"text": BUILT}),
    ],
)
async def test_updates_of_other_kinds_say_and_count_nothing(
    api: BotApi, bot: Channel, ada: Person, kind: str, body: dict[str, Any]
) -> None:
    await api.polled()
    api._allowed = []  # as with a webhook that was set for more kinds
    who = {"chat": ada.chat, "from": ada.user, "user": ada.user}
    await api.deliver(kind, {**who, **body})
    assert (await ada.ask(KEEPER)).lead == "Nils Berg"
    assert bot.assistant.statistics().questions == 1
    assert len([call for call in api.calls if call.speaks]) == 1


async def test_a_message_that_is_only_a_link_asks_nothing(ada: Person) -> None:
    assert "no question" in (await ada.ask("https://example.org/lighthouse?page=1")).text


async def test_who_writes_anonymously_sees_and_deletes_nothing_of_others(
    api: BotApi, member: Person
) -> None:
    other = api.person(id=501, group=-401)
    for group in (member, other):
        written = {"sender_chat": group.chat}
        await api.send(group.chat, ANONYMOUS, **command(f"/ask {BUILT}"), **written)
        await group.hear()
    await api.send(member.chat, ANONYMOUS, **command("/forget"), sender_chat=member.chat)
    assert "nothing of you" in (await member.hear())[0].text
    counts = []
    for group in (member, other):
        await api.send(group.chat, ANONYMOUS, **command("/privacy"), sender_chat=group.chat)
        counts.append((await group.hear())[0].text.splitlines()[1].rpartition(" ")[2])
    assert counts == ["0", "1"]


async def test_who_writes_anonymously_is_told_no_id_that_many_share(
    api: BotApi, member: Person
) -> None:
    await api.send(member.chat, ANONYMOUS, **command("/stats"), sender_chat=member.chat)
    (refusal,) = await member.hear()
    assert "administrator" in refusal.text
    assert "private chat" in refusal.text
    assert str(ANONYMOUS["id"]) not in refusal.text


@pytest.mark.parametrize("admins", [[ANONYMOUS["id"]]])
async def test_an_id_that_many_share_makes_nobody_an_admin(
    api: BotApi, member: Person, admins: list[int]
) -> None:
    await api.send(member.chat, ANONYMOUS, **command("/stats"), sender_chat=member.chat)
    assert "administrator" in (await member.hear())[0].text


@pytest.mark.parametrize("odd", ["👍🏽 " * 400, "𝄞" * 700, "🇰🇿🇳🇴 " * 200])
async def test_what_counts_twice_for_telegram_keeps_no_answer_back(
    documents: Path, telegram_settings: Settings, api: BotApi, odd: str
) -> None:
    title = odd[:90].strip()
    text = f"---\ntitle: '{title}'\n---\nThe parade of Oda began in May 1921 with {odd}.\n"
    write_documents(documents, {"parade.md": text})
    member = api.person(group=-400)
    async with running(telegram_settings):
        answer = await member.ask(f"/ask When did the parade of Oda begin? {odd}")
        assert "May 1921" in (await member.ask("/ask When did the parade of Oda begin?")).lead
    assert answer.params["reply_parameters"]["quote"].startswith("When did the parade")


async def test_a_button_of_which_telegram_tells_only_the_place_does_what_it_says(
    api: BotApi, ada: Person
) -> None:
    answer = await ada.ask(BUILT)
    api.checks.presses.add("old")
    pressed = {"chat": ada.chat, "message_id": answer.message_id, "date": 0}
    query = {"id": "old", "from": ada.user, "chat_instance": "1", "message": pressed}
    await api.deliver("callback_query", {**query, "data": answer.button("Context")})
    (context,) = await ada.hear()
    assert context.message_id == answer.message_id
    assert "Its lamp can be seen" in context.text
    assert await api.notice("old") == ""


@pytest.mark.parametrize("style", ["bold", "spoiler", "custom_emoji"])
async def test_words_in_a_style_of_the_askers_own_are_not_repeated(
    member: Person, style: str
) -> None:
    asked = command(f"/ask 🎉 {BUILT}")
    mark = {"type": style, "length": 2, "custom_emoji_id": "5368324170671202286"}
    for offset, quote in ((5, None), (0, f"🎉 {BUILT}")):
        marks = [*asked["entities"], {**mark, "offset": offset}]
        answer = await member.ask(asked["text"], entities=marks)
        assert answer.lead == "1874"
        assert answer.params["reply_parameters"].get("quote") == quote


async def test_a_button_pressed_twice_does_once_what_it_says(
    api: BotApi, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await ada.ask(BUILT)
    for label in ("Context", "Why this?"):
        presses = [await api.press(answer, answer.button(label), ada.user) for _ in range(2)]
        (shown,) = await ada.hear()
        assert [await api.notice(press) for press in presses] == ["", ""]
        assert shown.message_id == answer.message_id
    assert (await ada.press(answer, "Context")).slices("blockquote") == answer.slices("blockquote")
    assert "Not delivered" not in caplog.text


async def test_a_question_behind_new_is_answered_afresh(ada: Person) -> None:
    built = await ada.ask("Who built the lighthouse of Skarvoy?")
    assert (await ada.ask("and when?")).lead == "1874"
    assert "1874" not in (await ada.ask("/new and when?")).text
    number = await ada.write(f"/new {KEEPER}")
    assert (await ada.hear())[0].lead == "Nils Berg"
    await ada.edit(number, f"/new {BUILT}")
    assert (await ada.hear())[0].lead == "1874"
    await ada.reply(built, "/new and when?")
    assert "1874" not in (await ada.hear())[0].text


@pytest.mark.parametrize("kind", ["mention", "text_mention"])
async def test_a_reply_that_begins_with_somebody_elses_name_is_theirs(
    api: BotApi, member: Person, kind: str
) -> None:
    grace = api.person("Grace", id=501)
    await member.write(f"/ask {KEEPER}")
    (keeper,) = await member.hear()
    mark = {"type": kind, "offset": 0, "length": 6}
    marks = [{**mark, "user": grace.user} if kind == "text_mention" else mark]
    told = {"reply_to_message": api.message(keeper)}
    await member.write("@grace look at this", entities=marks, **told)
    name = f"@{BOT['username']}"
    text = f"@grace {name} when did he leave the island?"
    own = {"type": "mention", "offset": 7, "length": len(name)}
    number = await member.write(text, entities=[*marks, own], **told)
    (answer,) = await member.hear()
    assert answer.replies_to == number


@pytest.mark.parametrize("name", ["@quoth_bot ", "@Quoth_Bot, "])
async def test_a_command_may_stand_behind_the_bots_name(member: Person, name: str) -> None:
    def named(text: str) -> dict[str, Any]:
        (mark,) = command(text)["entities"]
        mention = {"type": "mention", "offset": 0, "length": 10}
        return {"entities": [mention, {**mark, "offset": len(name)}]}

    asked = f"/ask {BUILT}"
    answer = await member.ask(name + asked, **named(asked))
    assert answer.lead == "1874"
    assert answer.params["reply_parameters"]["quote"] == BUILT
    assert "/sources" in (await member.ask(f"{name}/help", **named("/help"))).text
    assert "1. A new ferry" in (await member.ask(f"{name}/sources", **named("/sources"))).text
    assert "administrator" in (await member.ask(f"{name}/stats", **named("/stats"))).text


async def test_the_bots_name_behind_a_command_is_no_part_of_the_question(member: Person) -> None:
    text = f"/ask @quoth_bot {BUILT}"
    marks = [*command(text)["entities"], {"type": "mention", "offset": 5, "length": 10}]
    answer = await member.ask(text, entities=marks)
    assert answer.lead == "1874"
    assert answer.params["reply_parameters"]["quote"] == BUILT
