"""The Telegram bot as people meet it: each test is a conversation over a real Bot API server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.telegram.channel import Channel
from bot.telegram.receiving.polling import CONFLICTS
from tests.bot_api import BOT, BotApi, Fault, Person
from tests.helpers import LIGHTHOUSE, settings_for, write_documents
from tests.stage import STICKER, running

BUILT = "When was the lighthouse of Skarvoy built?"


async def test_start_greets_and_offers_questions_that_have_answers(ada: Person) -> None:
    greeting = (await ada.ask("/start")).text
    offered = [line[2:] for line in greeting.splitlines() if line.startswith("• ")]
    assert "2 documents" in greeting
    assert offered
    for question in offered:
        answer = await ada.ask(question)
        assert answer.slices("blockquote"), f"{question} is not answered"


async def test_a_question_gets_the_answer_first_then_the_quote_and_its_source(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    assert answer.text.splitlines()[0] == "1874"
    assert "1874" in answer.slices("bold")
    quoted = "The lighthouse of Skarvoy was built in 1874 by the engineer Ingrid Holm."
    assert answer.slices("blockquote")[0] == quoted
    assert "The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019" in answer.text
    assert answer.params["link_preview_options"] == {"is_disabled": True}


async def test_a_reply_stands_under_its_question(ada: Person) -> None:
    number = await ada.write(BUILT)
    (answer,) = await ada.hear()
    assert answer.params["reply_parameters"]["message_id"] == number


async def test_a_follow_up_leans_on_the_question_before(ada: Person) -> None:
    await ada.ask("Who was the last keeper?")
    assert "3 March 1986" in (await ada.ask("and when did he leave the island?")).text


async def test_new_forgets_the_conversation(ada: Person) -> None:
    await ada.ask("Who was the last keeper?")
    await ada.ask("/new")
    assert "3 March 1986" not in (await ada.ask("and when was that?")).text


async def test_ask_carries_its_question_and_wants_one(ada: Person) -> None:
    assert (await ada.ask(f"/ask {BUILT}")).text.startswith("1874")
    assert "/ask" in (await ada.ask("/ask")).text


async def test_help_lists_the_commands_of_the_asker_alone(ada: Person, admin: Person) -> None:
    assert "/reload" not in (await ada.ask("/help")).text
    assert "/reload" in (await admin.ask("/help")).text


async def test_sources_lists_the_documents(ada: Person) -> None:
    listed = (await ada.ask("/sources")).text
    assert "A new ferry for the islands" in listed
    assert "Harbour Gazette" in listed
    about = (await ada.ask("/sources electricity on the ferry")).text
    assert "Island Post" in about
    assert "Harbour Gazette" not in about
    assert "None of the documents" in (await ada.ask("/sources zebras")).text


async def test_what_is_no_question_gets_one_fitting_sentence(ada: Person) -> None:
    assert "/nonsense" in (await ada.ask("/nonsense")).text
    await ada.api.send(ada.chat, ada.user, sticker=STICKER)
    assert "only read text" in (await ada.hear())[0].text
    assert len((await ada.ask("🦭🦭")).text.splitlines()) == 1
    assert len((await ada.ask("x" * 4000)).text.splitlines()) == 1


async def test_context_and_reasons_open_in_place_and_lead_back(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    context = await ada.press(answer, "Context")
    assert context.method == "editMessageText"
    assert "Its lamp can be seen" in context.text
    again = await ada.press(context, "Close")
    assert again.text == answer.text
    reasons = await ada.press(again, "Why this?")
    assert "built" in reasons.text


async def test_every_press_is_acknowledged_even_of_an_old_or_forged_button(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    for data in ("c:1:0", "c:999999:7", "reload", "x" * 64):
        press = await ada.api.press(answer, data, ada.user)
        assert "changed since" in await ada.api.notice(press)


async def test_an_edited_question_is_answered_anew_in_place(ada: Person) -> None:
    number = await ada.write(BUILT)
    (answer,) = await ada.hear()
    await ada.edit(number, "How high is the tower?")
    (changed,) = await ada.hear()
    assert changed.method == "editMessageText"
    assert int(changed.params["message_id"]) == answer.message_id
    assert "31 metres" in changed.text


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(member: Person) -> None:
    await member.write(BUILT)
    await member.write("/unheard_of")
    await member.api.send(member.chat, member.user, sticker=STICKER)
    assert (await member.ask(f"/ask {BUILT}")).text.startswith("1874")
    await member.mention(BUILT)
    assert (await member.hear())[0].text.startswith("1874")
    earlier = {"message_id": 1, "date": 1, "chat": member.chat, "from": BOT, "text": "1874"}
    assert (await member.ask(BUILT, reply_to_message=earlier)).text.startswith("1874")
    assert len([call for call in member.api.calls if call.text]) == 3


async def test_reload_brings_new_documents_to_the_next_question(
    admin: Person, documents: Path
) -> None:
    write_documents(documents, {"mill.txt": "The mill of Aurland was moved to Bergen in 1932.\n"})
    await admin.write("/reload")
    started, report = await admin.hear(2)
    assert report.method == "editMessageText"
    assert int(report.params["message_id"]) == started.message_id
    assert "1 added" in report.text
    assert "1932" in (await admin.ask("When was the mill of Aurland moved?")).text


async def test_a_reload_that_fails_says_why_and_the_old_documents_answer(
    admin: Person, documents: Path
) -> None:
    shutil.rmtree(documents)
    await admin.write("/reload")
    report = (await admin.hear(2))[1]
    assert "documents as they were go on answering" in report.text
    assert (await admin.ask(BUILT)).text.startswith("1874")


@pytest.mark.parametrize("command", ["/reload", "/stats"])
async def test_a_stranger_is_politely_refused(ada: Person, member: Person, command: str) -> None:
    for person in (ada, member):
        assert "administrator" in (await person.ask(command)).text


async def test_stats_tell_an_admin_how_the_bot_is_doing(admin: Person) -> None:
    await admin.ask(BUILT)
    assert "1 questions" in (await admin.ask("/stats")).text


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.BAD_GATEWAY, Fault.DROPPED])
async def test_a_reply_that_does_not_get_through_is_sent_again(ada: Person, fault: Fault) -> None:
    ada.api.fault("sendMessage", fault)
    assert (await ada.ask(BUILT)).text.startswith("1874")


async def test_trouble_while_waiting_for_messages_loses_none(ada: Person) -> None:
    for fault in (Fault.BAD_GATEWAY, Fault.DROPPED, Fault.LOST, Fault.PORTAL):
        ada.api.fault("getUpdates", fault)
    assert (await ada.ask(BUILT)).text.startswith("1874")


async def test_a_poll_of_its_own_that_got_lost_is_no_other_program(ada: Person) -> None:
    ada.api.fault("getUpdates", Fault.LOST)
    ada.api.fault("getUpdates", Fault.CONFLICT, times=2 * CONFLICTS)
    assert (await ada.ask(BUILT)).text.startswith("1874")
    assert (await ada.ask(BUILT)).text.startswith("1874")


async def test_an_update_that_can_not_be_read_stops_nothing(
    ada: Person, bot: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    await ada.api.deliver("message", {"message_id": 3})
    assert (await ada.ask(BUILT)).text.startswith("1874")
    assert "can't be read" in caplog.text
    assert not [a for a in bot.journal.arrivals.all() if '{"message_id":3}' in a.body]


async def test_who_has_blocked_the_bot_stops_nothing(ada: Person) -> None:
    ada.api.fault("sendMessage", Fault.FORBIDDEN)
    await ada.write(BUILT)
    await ada.api.faced()
    grace = ada.api.person("Grace", id=501)
    assert (await grace.ask(BUILT)).text.startswith("1874")


async def test_an_answer_lost_on_the_way_back_is_repeated_at_most_once(ada: Person) -> None:
    ada.api.fault("sendMessage", Fault.LOST)
    await ada.write(BUILT)
    first, second = await ada.hear(2)
    assert first.text == second.text


async def test_half_an_answer_tells_that_the_message_stands(ada: Person) -> None:
    ada.api.fault("sendMessage", Fault.HALF)
    assert (await ada.ask(BUILT)).text.startswith("1874")
    assert (await ada.ask("How high is the tower?")).text.startswith("31 metres")


async def test_messages_of_one_chat_are_answered_in_their_order(ada: Person) -> None:
    questions = [BUILT, "How high is the tower?", "How many passengers does the ferry carry?"] * 3
    for question in questions:
        await ada.write(question)
    answers = await ada.hear(len(questions))
    leads = [answer.text.splitlines()[0] for answer in answers]
    assert leads == ["1874", "31 metres", "120 passengers"] * 3


async def test_odd_writing_arrives_whole(api: BotApi, tmp_path: Path) -> None:
    odd = "The seal 🦭 of <b>Skarvoy</b> *sleeps* in `house` number 12 beside ‏שלום‎ & co."
    folder = write_documents(tmp_path / "odd", {"seal.txt": f"{odd}\n", "more.md": LIGHTHOUSE})
    extra = f'[telegram]\nserver = "{api.address}"\n'
    async with running(settings_for(folder, tmp_path, extra)):
        answer = await api.person().ask("Where does the seal of Skarvoy sleep?")
    assert answer.slices("blockquote")[0] == odd
