"""Permalinks: they open a quote in its context for as long as its source stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Reference
from bot.assistant import Assistant
from bot.settings import Settings
from bot.telegram.channel import Channel
from bot.telegram.messages.links import PREFIX, Changed, Links, permalink, token
from tests.bot_api import BotApi, Person
from tests.helpers import LIGHTHOUSE, write_documents
from tests.stage import running

BUILT = "When was the lighthouse of Skarvoy built?"
QUOTE = "The lighthouse of Skarvoy was built in 1874 by the engineer Ingrid Holm."
REFERENCES = st.builds(
    Reference,
    document=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300),
    start=st.integers(0, 10**9),
    end=st.just(0),
    fingerprint=st.binary(min_size=32, max_size=32).map(bytes.hex),
)


@given(REFERENCES)
def test_every_place_fits_a_deep_link_and_a_button(reference: Reference) -> None:
    payload = PREFIX + token(reference)
    assert len(payload) <= 40
    assert payload.replace("_", "").replace("-", "").isalnum()
    assert payload.isascii()
    assert permalink(reference, bot="quoth_bot").endswith(payload)


def test_a_token_leads_back_to_its_place_and_knows_what_changed(
    assistant: Assistant, documents: Path
) -> None:
    links = Links(assistant)
    reference = assistant.ask(BUILT).quotes[0].reference
    found = links.find(token(reference))
    assert found == replace(reference, end=reference.start)
    write_documents(documents, {"lighthouse.md": LIGHTHOUSE.replace("1874", "1875")})
    assistant.reload()
    assert links.find(token(reference)) == Changed(title="The lighthouse of Skarvoy")
    (documents / "lighthouse.md").unlink()
    assistant.reload()
    assert links.find(token(reference)) == Changed(title="")


def test_what_is_no_token_leads_nowhere(assistant: Assistant) -> None:
    links = Links(assistant)

    @given(st.text(max_size=64))
    def leads_nowhere(text: str) -> None:
        assert not isinstance(links.find(text), Reference)

    leads_nowhere()


async def link_to(person: Person) -> str:
    sources = await person.press(await person.ask(BUILT), "Sources")
    return str(sources.full_button("1")["url"]).partition("=")[2]


async def test_a_link_opens_its_quote_after_a_restart_and_for_anyone(
    api: BotApi, telegram_settings: Settings
) -> None:
    async with running(telegram_settings):
        payload = await link_to(api.person())
    telegram_settings.journal.file.unlink()
    grace = api.person("Grace", id=501)
    async with running(telegram_settings):
        opened = await grace.ask(f"/start {payload}")
        assert opened.slices("blockquote") == [QUOTE]
        assert "Its lamp can be seen" in opened.text
        closed = await grace.press(opened, "Close")
        assert closed.text.splitlines() == [
            QUOTE,
            "— The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019",
        ]
        assert (await grace.press(closed, "Context")).text == opened.text


async def test_a_link_to_a_changed_or_removed_source_says_so(
    bot: Channel, ada: Person, documents: Path
) -> None:
    payload = await link_to(ada)
    opened = await ada.ask(f"/start {payload}")
    write_documents(documents, {"lighthouse.md": LIGHTHOUSE.replace("1874", "1875")})
    bot.assistant.reload()
    assert "“The lighthouse of Skarvoy” has changed" in (await ada.ask(f"/start {payload}")).text
    assert "changed since" in await ada.tap(opened, "Close")
    (documents / "lighthouse.md").unlink()
    bot.assistant.reload()
    assert "no longer there" in (await ada.ask(f"/start {payload}")).text


async def test_a_link_that_was_made_up_leads_nowhere(ada: Person) -> None:
    for payload in ("q_", "q_nonsense", "q_" + "A" * 60, "q_AAAAAAAAAAAAAAAAAAA0"):
        assert "no longer there" in (await ada.ask(f"/start {payload}")).text
    assert "2 documents" in (await ada.ask("/start something")).text
