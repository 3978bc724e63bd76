"""What the buttons under an answer show, in its place, and that they outlive a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.journal import open_journal
from bot.settings import Settings
from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Call, Person
from tests.helpers import FESTIVAL, FESTIVALS, LIGHTHOUSE, write_documents
from tests.stage import running

BUILT = "When was the lighthouse of Skarvoy built?"
UNHEARD = "Who won the 1998 World Cup?"


async def test_an_answer_has_its_buttons_and_a_refusal_its_offers(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    assert answer.labels == [
        "Context",
        "Why this?",
        "More",
        "Sources",
        "👍",
        "👎",
        "Copy reference",
    ]
    refusal = await ada.ask(UNHEARD)
    assert refusal.labels == [line[3:] for line in refusal.text.splitlines() if line[1:3] == ". "]
    taken_up = await ada.press(refusal, refusal.labels[0])
    assert taken_up.slices("blockquote")
    assert taken_up.replies_to == refusal.message_id
    assert (await ada.ask("Hello")).labels == []


async def test_the_greeting_offers_its_questions_at_a_touch(
    bot: Channel, ada: Person, documents: Path
) -> None:
    greeting = await ada.ask("/start")
    answer = await ada.press(greeting, greeting.labels[0])
    assert answer.slices("blockquote")
    (documents / "lighthouse.md").unlink()
    bot.assistant.reload()
    for label in greeting.labels:
        if label not in (await ada.ask("/start")).labels:
            assert "changed since" in await ada.tap(greeting, label)


@pytest.mark.parametrize("extra", ["[answers]\nquotes = 5\n"])
async def test_closing_brings_back_the_part_of_a_long_answer_that_stood_there(
    api: BotApi, documents: Path, telegram_settings: Settings, extra: str
) -> None:
    write_documents(documents, FESTIVALS)
    ada = api.person()
    async with running(telegram_settings):
        await ada.write(FESTIVAL)
        parts = await ada.hear(2)
        assert parts[1].labels
        context = await ada.press(parts[1], "Context")
        closed = await ada.press(context, "Close")
        assert closed.text == parts[1].text


async def test_context_turns_its_pages_and_closes(api: BotApi, ada: Person) -> None:
    answer = await ada.ask("Who was the last keeper?")
    page = await ada.press(answer, "Context")
    assert page.slices("blockquote") == [
        "Nils Berg, the last keeper, left the island on 3 March 1986."
    ]
    assert page.text.endswith("— The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019")
    seen = [page]
    while "Next ›" in seen[-1].labels:
        seen.append(await ada.press(seen[-1], "Next ›"))
    assert "Maritime Fund" in seen[-1].text
    while "‹ Previous" in seen[-1].labels:
        seen.append(await ada.press(seen[-1], "‹ Previous"))
    assert "built in 1874" in seen[-1].text
    assert "…" not in seen[-1].text.splitlines()[0]
    closed = await ada.press(seen[-1], "Close")
    assert (closed.text, closed.labels) == (answer.text, answer.labels)
    assert {call.message_id for call in [*seen, closed]} == {answer.message_id}


async def test_context_leads_to_the_other_quotes_as_well(ada: Person) -> None:
    answer = await ada.ask("What do the tower and the ferry carry?")
    if len(answer.slices("blockquote")) < 2:
        answer = await ada.ask("Bergen")
    quotes = answer.slices("blockquote")
    assert len(quotes) > 1
    page = await ada.press(answer, "Context")
    second = await ada.press(page, "2")
    assert second.slices("blockquote") == [quotes[1]]
    assert (await ada.press(second, "Close")).text == answer.text


async def test_more_shows_what_else_was_found(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    more = await ada.press(answer, "More")
    assert more.text.startswith("Further passages")
    assert not set(more.slices("blockquote")) & set(answer.slices("blockquote"))
    if "More" in more.labels:
        again = await ada.press(more, "More")
        assert not set(more.slices("blockquote")) & set(again.slices("blockquote"))
        more = again
    assert (await ada.press(more, "Back to the answer")).text == answer.text


async def test_sources_lists_the_documents_with_links_that_open_the_quotes(ada: Person) -> None:
    answer = await ada.ask(BUILT)
    sources = await ada.press(answer, "Sources")
    assert "1. The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019 (lighthouse.md)" in (
        sources.text
    )
    link = sources.full_button("1")["url"]
    assert link.startswith("https://t.me/quoth_bot?start=q_")
    opened = await ada.ask(f"/start {link.partition('=')[2]}")
    assert opened.slices("blockquote") == [answer.slices("blockquote")[0]]
    assert (await ada.press(sources, "Back to the answer")).text == answer.text


async def test_the_reference_to_copy_holds_words_source_and_link(ada: Person) -> None:
    button = (await ada.ask(BUILT)).full_button("Copy reference")
    copied = button["copy_text"]["text"]
    assert copied.startswith("“The lighthouse of Skarvoy was built in 1874 by")
    assert "Harbour Gazette, 12 April 2019" in copied
    assert copied.rpartition(", ")[2].startswith("https://t.me/quoth_bot?start=q_")
    assert len(copied) <= 256


async def test_votes_are_one_a_person_changeable_and_shown(api: BotApi, member: Person) -> None:
    await member.write(f"/ask {BUILT}")
    (answer,) = await member.hear()
    other = api.person("Grace", id=501, group=-400)

    async def votes(person: Person, label: str) -> list[str]:
        shown = [call for call in api.calls if call.method == "editMessageReplyMarkup"]
        latest = shown[-1] if shown else answer
        number = next(name for name in latest.labels if name.startswith(label))
        await person.tap(_under(answer, latest), number)
        calls = await api.said(len(shown) + 1, lambda call: call.method == "editMessageReplyMarkup")
        return [name for name in calls[-1].labels if name[0] in "👍👎"]

    assert await votes(member, "👍") == ["👍 1", "👎"]
    assert await votes(other, "👍") == ["👍 2", "👎"]
    assert await votes(member, "👎") == ["👍 1", "👎 1"]
    assert await votes(member, "👎") == ["👍 1", "👎"]


async def test_a_vote_on_an_answer_leaves_the_page_that_somebody_has_opened_in_its_place(
    api: BotApi, member: Person
) -> None:
    answer = await member.ask(f"/ask {BUILT}")
    page = await member.press(answer, "Context")
    press = await api.press(page, answer.button("👍"), api.person("Grace", id=501).user)
    assert "Thank you" in await api.notice(press)
    closed = await member.press(page, "Close")
    assert "👍 1" in closed.labels
    assert not [call for call in api.calls if call.method == "editMessageReplyMarkup"]


def _under(answer: Call, latest: Call) -> Call:
    """The message of an answer with the buttons that it has by now."""
    return Call(
        "sendMessage",
        {**answer.params, "reply_markup": latest.params["reply_markup"]},
        answer.message_id,
    )


async def test_buttons_work_after_a_restart(api: BotApi, telegram_settings: Settings) -> None:
    ada = api.person()
    async with running(telegram_settings):
        await ada.ask("Who was the last keeper?")
        answer = await ada.ask("and when did he leave the island?")
    async with running(telegram_settings):
        assert "Searched for" in answer.text
        context = await ada.press(answer, "Context")
        assert "Nils Berg" in context.text
        again = await ada.press(context, "Close")
        assert (again.text, again.params["entities"]) == (answer.text, answer.params["entities"])
        assert "Why this passage" in (await ada.press(answer, "Why this?")).text
        assert "Further passages" in (await ada.press(answer, "More")).text
        assert "The quotes stand in" in (await ada.press(answer, "Sources")).text
        assert await ada.tap(answer, "👎")
    with open_journal(telegram_settings.journal.file, days=90) as journal:
        assert [row.unhelpful for row in journal.gaps.rows()] == [1]


async def test_buttons_of_a_changed_or_removed_source_say_so(
    bot: Channel, ada: Person, documents: Path
) -> None:
    built = await ada.ask(BUILT)
    ferry = await ada.ask("How many passengers does the ferry carry?")
    write_documents(documents, {"lighthouse.md": LIGHTHOUSE.replace("1874", "1875")})
    (documents / "islands" / "ferry.md").unlink()
    bot.assistant.reload()
    for answer in (built, ferry):
        for label in ("Context", "Why this?"):
            assert "changed since" in await ada.tap(answer, label)
    assert "1874" not in (await ada.press(built, "Sources")).text
    shown = await ada.press(built, "More")
    assert "1875" in (await ada.press(shown, "Back to the answer")).text
    assert "changed since" in await ada.tap(ferry, "Sources")


async def test_a_text_without_paragraphs_is_read_a_few_sentences_at_a_time(
    api: BotApi, documents: Path, telegram_settings: Settings
) -> None:
    long = " ".join(
        f"The seal number {n} of Skarvoy weighs {n} kilograms and sleeps on rock number {n}."
        for n in range(100, 200)
    )
    write_documents(documents, {"seals.txt": f"{long}\n"})
    ada = api.person()
    async with running(telegram_settings):
        answer = await ada.ask("How much does the seal number 150 of Skarvoy weigh?")
        assert "150 kilograms" in answer.text
        page = await ada.press(answer, "Context")
        assert "150 kilograms" in page.slices("blockquote")[0]
        assert "148 kilograms" in page.text
        later = await ada.press(page, "Next ›")
        assert "153 kilograms" in later.text
        assert "152 kilograms" not in later.text
