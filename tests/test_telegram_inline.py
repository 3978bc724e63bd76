"""Inline mode: quotes as one types in any chat, posted with their source."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.channel import Channel
from tests.bot_api import BotApi, Person

BUILT = "When was the lighthouse of Skarvoy built?"


@pytest.fixture
async def ada(api: BotApi, bot: Channel) -> Person:
    """Someone who has met the bot: what is typed before it is back is answered no more."""
    person = api.person()
    await person.ask("Hello")
    return person


def posted(result: dict[str, Any]) -> str:
    """What choosing a result posts."""
    return str(result["input_message_content"]["message_text"])


async def test_a_question_is_answered_and_posted_with_its_source(ada: Person) -> None:
    answer = await ada.inline(BUILT)
    first = answer.params["results"][0]
    assert first["title"] == "1874"
    assert "Ingrid Holm" in first["description"]
    assert posted(first).splitlines()[0] == "1874"
    assert "— The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019" in posted(first)
    kinds = {entity["type"] for entity in first["input_message_content"]["entities"]}
    assert {"bold", "blockquote"} <= kinds
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    button = first["reply_markup"]["inline_keyboard"][0][0]
    assert button["url"].startswith("https://t.me/quoth_bot?start=q_")


async def test_quotes_come_up_as_one_types(ada: Person) -> None:
    for typed in ("lamp", "lighth", "the ferry Havørn"):
        results = (await ada.inline(typed)).params["results"]
        assert results, f"nothing for {typed!r}"
        assert all("—" in posted(result) for result in results)
        assert len({posted(result) for result in results}) == len(results)


async def test_nothing_typed_or_nothing_found_leads_to_the_private_chat(ada: Person) -> None:
    for typed in ("", "   ", "zzyzx qwrtp", "🦭", "x" * 256):
        answer = await ada.inline(typed)
        assert answer.params["results"] == []
        assert answer.params["button"]["start_parameter"] == "inline"


async def test_results_are_cached_for_as_long_as_the_documents_were_as_they_are(
    bot: Channel, ada: Person
) -> None:
    async def cached() -> int:
        return int((await ada.inline(BUILT)).params["cache_time"])

    assert await cached() <= 5
    snapshot = bot.assistant.snapshot
    names = [result["id"] for result in (await ada.inline(BUILT)).params["results"]]
    assert all(name.startswith(snapshot.fingerprint[:16]) for name in names)
    long_ago = datetime.datetime.now() - datetime.timedelta(days=1)
    bot.assistant._snapshot = replace(snapshot, built=long_ago)
    assert await cached() == 60
    bot.assistant.reload()
    assert await cached() <= 5


async def test_what_was_removed_is_gone_from_results(
    bot: Channel, ada: Person, documents: Path
) -> None:
    assert (await ada.inline(BUILT)).params["results"]
    (documents / "lighthouse.md").unlink()
    bot.assistant.reload()
    results = (await ada.inline(BUILT)).params["results"]
    assert not [result for result in results if "Harbour Gazette" in posted(result)]


async def test_inline_questions_are_neither_kept_nor_counted(bot: Channel, ada: Person) -> None:
    await ada.inline("Who won the 1998 World Cup?")
    assert bot.assistant.statistics().questions == 1  # the greeting
    assert bot.journal.gaps.rows() == ()


@pytest.mark.parametrize("extra", ['[access]\nmode = "list"\nusers = [500]\n'])
async def test_results_are_personal_where_not_everyone_may_ask(
    api: BotApi, bot: Channel, ada: Person, extra: str
) -> None:
    assert (await ada.inline(BUILT)).params["is_personal"] is True
    stranger = await api.person("Eve", id=666).inline(BUILT)
    assert stranger.params["results"] == []
