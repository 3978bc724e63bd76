"""Inline mode: quotes as one types in any chat, each posted with its source."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    MessageEntity,
    Update,
)
from telegram.ext import ContextTypes

from bot.answer import Answer, Quote
from bot.conversation import Said
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.rendering import render_answer, shortened, source_line
from bot.screens import render_quote
from bot.telegram.channel import Channel
from bot.telegram.messages.entities import pieces
from bot.telegram.messages.links import permalink
from bot.telegram.sending.replies import persist

MOST = 8  # results
LONGEST_TITLE = 100  # characters of a result's first line
LONGEST_CACHE = 60  # seconds that Telegram may show results without asking again
SHARE = 10  # documents that have not changed for so many seconds won't within the next one, likely
START = "inline"  # the deep link that leads from inline mode to the private chat


class Inline:
    """Answers inline queries; nothing of them is kept."""

    def __init__(self, channel: Channel) -> None:
        """Speak through `channel`."""
        self._channel = channel

    async def typed(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Offer the answer to what was typed so far, then other passages."""
        query = update.inline_query
        if query is None:
            return
        phrases = self._channel.phrases(query.from_user)
        text = query.query.strip()
        bot = context.bot.username
        results = await self._channel.work_out(self._results, text, bot) if text else []
        label = phrases.say("inline_ask" if results or not text else "inline_nothing")
        await persist(
            lambda: query.answer(
                results,
                cache_time=self._cache(),
                is_personal=self._channel.settings.access.mode != "open",
                button=InlineQueryResultsButton(label, start_parameter=START),
            )
        )

    def _results(self, text: str, bot: str) -> list[InlineQueryResultArticle]:
        """The results for a text, at most as many as Telegram shows."""
        typed = self._channel.assistant.snapshot.completed(text)
        answer = self._channel.assistant.again([Said(typed)])
        phrases = self._channel.assistant.phrases(answer.language)
        made = [
            _article(f"{answer.fingerprint[:16]}-{number}", title, quote, shown, phrases, bot)
            for number, (title, quote, shown) in enumerate(_found(answer, phrases))
        ]
        return made[:MOST]

    def _cache(self) -> int:
        """For how many seconds results hold: the longer the documents were as they are, the more.

        After a reload that is one second, so that what was removed is gone from results as well.
        """
        age = datetime.datetime.now() - self._channel.assistant.snapshot.built
        return int(min(LONGEST_CACHE, max(1.0, age.total_seconds() / SHARE)))


def _found(answer: Answer, phrases: Phrases) -> Iterator[tuple[str, Quote, Shown]]:
    """The answer with its first quote, then every other passage: title, quote, what is posted."""
    if answer.quotes:
        first = answer.quotes[0]
        short = replace(answer, quotes=(first,), notes=(), offers=())
        yield (answer.lead if answer.short else first.text), first, render_answer(short, phrases)
    for quote in [*answer.quotes[1:], *(Quote(hit.passage, stress=()) for hit in answer.further)]:
        yield quote.text, quote, render_quote(quote.passage, phrases)


def _article(
    name: str, title: str, quote: Quote, shown: Shown, phrases: Phrases, bot: str
) -> InlineQueryResultArticle:
    """A result of an inline query: what is seen in the list, and what is posted if it is chosen."""
    piece = pieces(shown)[0]
    source = source_line(quote.passage.document, phrases)
    button = InlineKeyboardButton(
        phrases.say("button_context"), url=permalink(quote.reference, bot=bot)
    )
    return InlineQueryResultArticle(
        id=name,
        title=shortened(title, LONGEST_TITLE),
        description=source if title == quote.text else f"{shortened(quote.text, 120)} ({source})",
        input_message_content=InputTextMessageContent(
            piece.text,
            entities=[MessageEntity(*entity) for entity in piece.entities],
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup([[button]]),
    )
