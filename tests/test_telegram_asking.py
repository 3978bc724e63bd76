"""How people ask: replies, quoted parts, edits, and talks that go on after a restart."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.conversation import Said, Turn
from bot.settings import Settings
from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Person
from tests.helpers import FESTIVAL, FESTIVALS, write_documents
from tests.stage import STICKER, running

BUILT = "When was the lighthouse of Skarvoy built?"
KEEPER = "Who was the last keeper?"
PASSENGERS = "How many passengers does the ferry carry?"


def dated_festivals(first: int) -> dict[str, str]:
    """Five years' festivals, whose timeline fills more than a message of Telegram's."""
    return {
        f"{year}.txt": f"The harvest festival of Aurland was held in {year} at the old quay"
        + " with games and songs and prizes for all who came" * 18
        + ".\n"
        for year in range(first, first + 5)
    }


async def test_a_reply_to_an_answer_follows_up_that_answer(ada: Person) -> None:
    keeper = await ada.ask(KEEPER)
    await ada.ask(PASSENGERS)
    await ada.reply(keeper, "and when did he leave the island?")
    (answer,) = await ada.hear()
    assert "3 March 1986" in answer.text
    assert "Nils Berg" in answer.text


async def test_a_sentence_that_asks_for_a_timeline_gets_it(ada: Person) -> None:
    told = await ada.ask("timeline of the ferry")
    assert "in order of time" in told.text
    assert "14 May 2021" in told.text


async def test_a_reply_by_someone_else_carries_the_talk_on(api: BotApi, member: Person) -> None:
    await member.write(f"/ask {KEEPER}")
    (keeper,) = await member.hear()
    grace = api.person("Grace", id=501).in_group(-400)
    await grace.reply(keeper, "and when did he leave the island?")
    assert "3 March 1986" in (await grace.hear())[0].text


@pytest.mark.parametrize(
    ("first", "part", "question", "told"),
    [
        (KEEPER, "Nils Berg", "When did he leave the island?", "3 March 1986"),
        (BUILT, "The lighthouse of Skarvoy", "How high is its tower?", "31 metres"),
    ],
)
async def test_a_reply_that_quotes_a_part_asks_about_that_part(
    ada: Person, first: str, part: str, question: str, told: str
) -> None:
    answer = await ada.ask(first)
    await ada.ask(PASSENGERS)
    await ada.reply(answer, question, quoting=part)
    assert told in (await ada.hear())[0].text


async def test_a_talk_goes_on_after_a_restart(api: BotApi, telegram_settings: Settings) -> None:
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask(KEEPER)
    async with running(telegram_settings):
        answer = await ada.ask("and when did he leave the island?")
        assert "3 March 1986" in answer.text
        await ada.ask("/new")
    async with running(telegram_settings):
        assert "3 March 1986" not in (await ada.ask("and when was that?")).text


class Unrepeating(Assistant):
    """An assistant that answers no message twice."""

    def turns_of(self, dialogue: Sequence[Said]) -> tuple[Turn, ...]:
        raise AssertionError(dialogue)


@pytest.mark.parametrize("extra", ["[conversation]\nconversations = 1\n"])
async def test_many_talks_at_once_go_on_though_few_are_held_in_memory(
    api: BotApi, telegram_settings: Settings, extra: str
) -> None:
    talks = [(KEEPER, "3 March 1986"), (PASSENGERS, "14 May 2021")] * 4
    people = [api.person(id=number) for number in range(501, 509)]
    async with running(telegram_settings, Unrepeating):
        for person, (question, _) in zip(people, talks, strict=True):
            await person.write(question)
        for person in people:
            await person.hear()
            await person.write("and when was that?")
        for person, (_, told) in zip(people, talks, strict=True):
            assert told in (await person.hear())[0].text


@pytest.mark.parametrize("extra", ["[conversation]\nconversations = 1\n"])
async def test_a_reply_to_a_timeline_takes_up_the_talk_that_it_stands_in(
    ada: Person, api: BotApi, extra: str
) -> None:
    await ada.ask(KEEPER)
    await api.person("Grace", id=501).ask(BUILT)
    shown = await ada.ask("/timeline ferry")
    await ada.ask("How high is the tower?")
    await ada.reply(shown, "and when was that?")
    assert "3 March 1986" in (await ada.hear())[0].text


async def test_a_talk_that_an_earlier_version_kept_goes_on(
    api: BotApi, telegram_settings: Settings
) -> None:
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask(KEEPER)
    with sqlite3.connect(telegram_settings.journal.file) as journal:
        journal.execute("UPDATE questions SET turn = NULL")
    journal.close()
    async with running(telegram_settings):
        assert "3 March 1986" in (await ada.ask("and when was that?")).text


async def test_an_edit_is_answered_in_its_place_after_a_restart_too(
    api: BotApi, telegram_settings: Settings
) -> None:
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask(KEEPER)
        number = await ada.write("and when did he leve?")
        (answer,) = await ada.hear()
    async with running(telegram_settings):
        await ada.edit(number, "and when did he leave the island?")
        (changed,) = await ada.hear()
        assert changed.edited
        assert changed.message_id == answer.message_id
        assert "3 March 1986" in changed.text
        number = await ada.write(f"/ask {BUILT}")
        (built,) = await ada.hear()
        await ada.edit(number, "/ask How high is the tower?")
        (high,) = await ada.hear()
        assert (high.message_id, high.lead) == (built.message_id, "31 metres")


@pytest.mark.parametrize("extra", ["[answers]\nquotes = 5\n"])
async def test_an_edit_whose_answer_is_long_shows_in_one_message_what_fits_and_more_the_rest(
    api: BotApi, documents: Path, telegram_settings: Settings, extra: str
) -> None:
    write_documents(documents, FESTIVALS)
    ada = api.person()
    async with running(telegram_settings):
        number = await ada.write(BUILT)
        (built,) = await ada.hear()
        await ada.edit(number, FESTIVAL)
        (changed,) = await ada.hear()
        assert (changed.edited, changed.message_id) == (True, built.message_id)
        quotes = changed.slices("expandable_blockquote")
        assert 1 < len(quotes) < 5
        assert changed.text.splitlines()[-1].startswith("— ")
        more = await ada.press(changed, "More")
        rest = more.slices("expandable_blockquote")
        assert len({*quotes, *rest}) == 5
        back = await ada.press(more, "Back to the answer")
        assert (back.text, back.labels) == (changed.text, changed.labels)


@pytest.mark.parametrize("extra", ["[answers]\nquotes = 5\n"])
async def test_an_edit_leaves_nothing_of_a_longer_answer_before(
    api: BotApi, documents: Path, telegram_settings: Settings, extra: str
) -> None:
    write_documents(documents, FESTIVALS)
    ada = api.person()
    async with running(telegram_settings):
        number = await ada.write(FESTIVAL)
        first, last = await ada.hear(2)
        await ada.edit(number, BUILT)
        (changed,) = await ada.hear()
        assert (changed.message_id, changed.lead) == (last.message_id, "1874")
        (gone,) = await api.said(1, lambda call: call.method == "deleteMessage")
        assert int(gone.params["message_id"]) == first.message_id
        context = await ada.press(changed, "Context")
        assert (await ada.press(context, "Close")).text == changed.text


@pytest.mark.parametrize("extra", ["[answers]\nquotes = 5\n"])
async def test_an_edit_leaves_nothing_of_an_answer_in_three_messages_after_a_restart(
    api: BotApi, documents: Path, telegram_settings: Settings, extra: str
) -> None:
    tents = {name: f"{text[:80]} {'🎪🎈' * 430}.\n" for name, text in FESTIVALS.items()}
    write_documents(documents, tents)
    ada = api.person()
    async with running(telegram_settings):
        number = await ada.write(FESTIVAL)
        *earlier, last = await ada.hear(3)
    async with running(telegram_settings):
        await ada.edit(number, BUILT)
        (changed,) = await ada.hear()
        assert (changed.message_id, changed.lead) == (last.message_id, "1874")
        gone = await api.said(2, lambda call: call.method == "deleteMessage")
    assert {int(call.params["message_id"]) for call in gone} == {c.message_id for c in earlier}


async def test_an_edit_makes_a_question_a_timeline_and_back(api: BotApi, ada: Person) -> None:
    number = await ada.write(KEEPER)
    (answer,) = await ada.hear()
    await ada.edit(number, "timeline of the ferry")
    (told,) = await ada.hear()
    assert (told.edited, told.message_id) == (True, answer.message_id)
    assert "in order of time" in told.text
    assert told.labels == []
    await ada.edit(number, "/timeline the lighthouse")
    (told,) = await ada.hear()
    assert "1874" in told.text
    await ada.edit(number, KEEPER)
    (again,) = await ada.hear()
    assert (again.message_id, again.text) == (answer.message_id, answer.text)
    assert again.labels == answer.labels
    assert "3 March 1986" in (await ada.ask("and when did he leave the island?")).text


async def test_an_edit_of_a_timeline_changes_it_and_a_talk_passes_over_it(ada: Person) -> None:
    await ada.ask(KEEPER)
    number = await ada.write("/timeline the ferry")
    (told,) = await ada.hear()
    await ada.edit(number, "timeline of the lighthouse")
    (changed,) = await ada.hear()
    assert (changed.edited, changed.message_id) == (True, told.message_id)
    assert changed.text != told.text
    await ada.reply(told, "and when did he leave the island?")
    assert "3 March 1986" in (await ada.hear())[0].text


async def test_an_edit_to_a_long_timeline_shows_all_of_it_and_back_leaves_nothing_of_it(
    api: BotApi, documents: Path, telegram_settings: Settings
) -> None:
    write_documents(documents, dated_festivals(2011))
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask(KEEPER)
        number = await ada.write("How high is the tower?")
        (answer,) = await ada.hear()
        await ada.edit(number, "/timeline harvest festival")
        first, last = await ada.hear(2)
        assert (first.edited, first.message_id, first.labels) == (True, answer.message_id, [])
        assert (last.method, last.replies_to) == ("sendMessage", number)
        told = first.text + last.text
        assert all(f"in {year} at the old" in told for year in range(2011, 2016))
        await ada.reply(last, "and when did he leave the island?")
        assert "3 March 1986" in (await ada.hear())[0].text
    async with running(telegram_settings):
        await ada.edit(number, BUILT)
        (changed,) = await ada.hear()
        assert (changed.message_id, changed.lead) == (last.message_id, "1874")
        (gone,) = await api.said(1, lambda call: call.method == "deleteMessage")
        assert int(gone.params["message_id"]) == first.message_id
        context = await ada.press(changed, "Context")
        assert (await ada.press(context, "Close")).text == changed.text


async def test_an_edit_of_a_long_timeline_changes_only_the_messages_that_read_otherwise(
    api: BotApi, documents: Path, telegram_settings: Settings
) -> None:
    write_documents(documents, dated_festivals(2011))
    ada = api.person()
    async with running(telegram_settings):
        number = await ada.write("/timeline harvest festival")
        first, _ = await ada.hear(2)
        await ada.edit(number, "/timeline the harvest festival")
        (changed,) = await ada.hear()
        assert (changed.edited, changed.message_id) == (True, first.message_id)
        await ada.ask("Hello")
    assert len([call for call in api.calls if call.edited]) == 1


async def test_an_edit_that_asks_the_same_changes_nothing(api: BotApi, ada: Person) -> None:
    number = await ada.write(BUILT)
    await ada.hear()
    await ada.edit(number, BUILT)
    await ada.edit(number, BUILT + " ")
    await ada.ask("Hello")
    assert not [call for call in api.calls if call.edited]


async def test_an_edit_shows_what_the_newest_documents_say_although_it_asks_the_same(
    bot: Channel, ada: Person, documents: Path
) -> None:
    number = await ada.write(BUILT)
    (old,) = await ada.hear()
    lighthouse = documents / "lighthouse.md"
    told = lighthouse.read_text(encoding="utf-8")
    lighthouse.write_text(told.replace("1874", "1878"), encoding="utf-8")
    bot.assistant.reload()
    await ada.edit(number, BUILT.removesuffix("?"))
    (new,) = await ada.hear()
    assert (old.lead, new.lead, new.message_id) == ("1874", "1878", old.message_id)


async def test_an_edit_that_newer_documents_answer_alike_is_no_trouble(
    api: BotApi, bot: Channel, ada: Person, documents: Path, caplog: pytest.LogCaptureFixture
) -> None:
    number = await ada.write(BUILT)
    await ada.hear()
    (documents / "mill.txt").write_text("The mill grinds rye.", encoding="utf-8")
    bot.assistant.reload()
    await ada.edit(number, BUILT.removesuffix("?"))
    assert (await ada.ask(KEEPER)).lead == "Nils Berg"
    assert not [call for call in api.calls if call.edited]
    assert "Not delivered" not in caplog.text
    assert api.refusals == ["editMessageText: message is not modified"]
    api.refusals.clear()


@pytest.mark.parametrize(("before", "after"), [("/ask", f"/ask {BUILT}"), ("/aks it", BUILT)])
async def test_an_edit_that_makes_a_message_a_question_is_answered(
    ada: Person, before: str, after: str
) -> None:
    number = await ada.write(before)
    (sentence,) = await ada.hear()
    await ada.edit(number, after)
    (answer,) = await ada.hear()
    assert (answer.lead, answer.replies_to) == ("1874", number)
    assert answer.message_id != sentence.message_id
    await ada.edit(number, "How high is the tower?")
    (changed,) = await ada.hear()
    assert (changed.lead, changed.message_id) == ("31 metres", answer.message_id)


async def test_an_edit_that_turns_talk_in_a_group_to_the_bot_is_answered(
    api: BotApi, member: Person
) -> None:
    number = await member.write("When was it built?")
    await member.edit(number, BUILT)
    mention = {"type": "mention", "offset": 0, "length": 10}
    await member.edit(number, f"@quoth_bot {BUILT}", entities=[mention])
    (answer,) = await member.hear()
    assert (answer.lead, answer.replies_to) == ("1874", number)
    command = {"type": "bot_command", "offset": 0, "length": 14}
    await member.edit(await member.write("Hm"), f"/ask@other_bot {BUILT}", entities=[command])
    await member.ask("/help")
    assert len([call for call in api.calls if call.chat == -400]) == 2


async def test_what_telegram_changes_in_a_message_of_long_ago_asks_nothing(
    api: BotApi, ada: Person
) -> None:
    days = 24 * 3600
    long_ago = {"message_id": 7, "chat": ada.chat, "from": ada.user, "text": BUILT}
    now = int(time.time())
    await api.deliver("edited_message", {**long_ago, "date": now - 30 * days, "edit_date": now})
    assert (await ada.ask("How high is the tower?")).lead == "31 metres"


async def test_in_groups_the_answer_repeats_what_it_answers(ada: Person, member: Person) -> None:
    await member.mention(BUILT)
    (answer,) = await member.hear()
    assert answer.params["reply_parameters"]["quote"] == BUILT
    await member.write(f"/ask@quoth_bot {BUILT}")
    (answer,) = await member.hear()
    assert answer.params["reply_parameters"]["quote"] == BUILT
    assert "quote" not in (await ada.ask(BUILT)).params["reply_parameters"]


async def test_a_quote_that_telegram_no_longer_finds_is_left_out(
    api: BotApi, member: Person
) -> None:
    number = await member.write(f"/ask {BUILT}")
    api.checks.heard[-400, number] = "rewritten meanwhile"
    (answer,) = await member.hear()
    assert answer.lead == "1874"
    assert "quote" not in answer.params["reply_parameters"]
    assert [problem for problem in api.refusals if "QUOTE" in problem]
    api.refusals.clear()


@pytest.mark.parametrize("kind", ["sticker", "voice", "photo", "document", "location"])
async def test_what_is_no_text_gets_one_sentence_and_silence_in_groups(
    api: BotApi, ada: Person, member: Person, kind: str
) -> None:
    for person in (ada, member):
        await api.send(person.chat, person.user, **{kind: CONTENT[kind]})
    assert len((await ada.hear())[0].text.splitlines()) == 1
    await ada.ask("Hello")
    assert not [call for call in api.calls if call.chat == -400]


async def test_a_group_hears_nothing_but_what_it_asks_for(api: BotApi, member: Person) -> None:
    await member.write("/nonsense")
    await member.write("/ask@other_bot what?")
    await member.write("What a day!")
    assert (await member.ask(f"/ask {BUILT}")).lead == "1874"
    assert len([call for call in api.calls if call.chat == -400]) == 1


async def test_a_long_reply_comes_in_parts_that_are_all_whole(
    api: BotApi, documents: Path, telegram_settings: Settings
) -> None:
    odd = "🦭 שלום عليكم e\u0301 <b>&amp;*_`"
    title = "Doc {n}: " + odd + " and a long name" * 7
    write_documents(
        documents,
        {
            f"{n:02}.md": f"---\ntitle: '{title.format(n=n)}'\n---\nSeal {n} sleeps on its rock.\n"
            for n in range(30)
        },
    )
    ada = api.person()
    async with running(telegram_settings):
        await ada.write("/sources")
        parts = await ada.hear(2)
    lines = [line for part in parts for line in part.text.splitlines()]
    assert len(parts) == 2
    assert [line.partition(".")[0] for line in lines[1:]] == [str(n + 1) for n in range(32)]
    assert all(odd in line for line in lines[1:31])


CONTENT = {
    "sticker": STICKER,
    "voice": {"file_id": "a", "file_unique_id": "b", "duration": 3},
    "photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}],
    "document": {"file_id": "a", "file_unique_id": "b", "file_name": "notes.txt"},
    "location": {"latitude": 60.4, "longitude": 5.3},
}
