"""What a message of the bot can be made to show: an answer, its context, its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Message

from bot.answer import FURTHER_PAGE, Answer, Context, Reference
from bot.journal import Asked
from bot.message import Message as Shown
from bot.phrasing import Phrases
from bot.rendering import render_answer
from bot.screens import (
    render_answer_sources,
    render_explanation,
    render_further,
    render_quote,
    render_text,
)
from bot.telegram.channel import Channel
from bot.telegram.messages.buttons import (
    HOME,
    LINK,
    Action,
    Press,
    Rows,
    back,
    under_answer,
    under_context,
    under_more,
    under_quote,
    under_sources,
)
from bot.telegram.messages.fitting import fitting_answer, fitting_context
from bot.telegram.messages.links import Changed, token

LONG_PARAGRAPH = 3_000  # characters; longer ones are shown a few sentences at a time
STEP = 5  # sentences of such a page
AROUND = STEP // 2  # sentences before and behind a quote


@dataclass(frozen=True, slots=True)
class View:
    """What a message of the bot shows from now on."""

    shown: Shown
    buttons: Rows


class Views:
    """Makes views from what the documents say now; nothing is shown from memory."""

    def __init__(self, channel: Channel) -> None:
        """Look things up through `channel`."""
        self._channel = channel
        self._assistant = channel.assistant

    def given(self, message: Message) -> tuple[Asked, Answer] | None:
        """The question that a message of the bot answers, and the answer as it is today.

        Where the reply is a single message the answer is one that fits into it.
        """
        questions = self._channel.journal.questions
        asked = questions.answered_by(message.chat.id, message.message_id)
        if asked is None or asked.timeline:
            return None
        turns = self._channel.settings.conversation.turns
        answer = self._assistant.again(
            questions.dialogue(message.chat.id, asked.reply, turns=turns)
        )
        if asked.first == asked.reply:
            answer = fitting_answer(answer, self._assistant.phrases(answer.language))
        return asked, answer

    def pressed(self, message: Message, press: Press, reader: Phrases) -> View | None:
        """What a press under a message shows; None where its source has changed since.

        `reader` are the phrases of who presses, for what has no language of its own.
        """
        if press.action in {Action.CONTEXT, Action.CLOSE}:
            return self._place(message, press, reader)
        given = self.given(message)
        if given is None:
            return None
        asked, answer = given
        phrases = self._assistant.phrases(answer.language)
        bot = message.get_bot().username
        if press.action is Action.ANSWER:
            votes = self._channel.journal.votes.count(asked.chat, asked.reply)
            buttons = under_answer(answer, phrases, bot=bot, votes=votes)
            return View(render_answer(answer, phrases), buttons)
        if press.action is Action.WHY:
            return self._reasons(answer, press.text(0), phrases)
        if press.action is Action.MORE:
            return self._further(answer, press.number(0), phrases)
        if not answer.quotes:
            return None
        return View(render_answer_sources(answer, phrases), under_sources(answer, phrases, bot=bot))

    def _place(self, message: Message, press: Press, phrases: Phrases) -> View | None:
        """A page of context, or the quote alone again."""
        reference = self._channel.links.find(press.text(0))
        if reference is None or isinstance(reference, Changed):
            return None
        if press.action is Action.CLOSE:
            return self._quote(reference, phrases)
        home = HOME if press.text(2) == HOME else LINK
        others: tuple[Reference, ...] = ()
        if home == HOME:
            given = self.given(message)
            found = tuple(quote.reference for quote in given[1].quotes) if given else ()
            others = found if press.text(0) in map(token, found) else ()
        return self._context(reference, press.number(1), phrases, home=home, others=others)

    def _context(
        self,
        reference: Reference,
        page: int,
        phrases: Phrases,
        *,
        home: str,
        others: tuple[Reference, ...] = (),
    ) -> View | None:
        """A page of what stands around a quote, page 0 with the quote itself."""
        context = self._page(reference, page)
        if context is None or not context.passages:
            return None
        place = token(reference)
        buttons = under_context(context, place, page, phrases, home=home, others=others)
        return View(fitting_context(context, phrases), buttons)

    def _page(self, reference: Reference, page: int) -> Context | None:
        """The quote's paragraph or one near it; of a text without paragraphs so many sentences."""
        own = self._assistant.paragraph(reference)
        if own is None or sum(len(passage.text) for passage in own.passages) <= LONG_PARAGRAPH:
            return self._assistant.paragraph(reference, step=page) if page else own
        before, after = AROUND - STEP * page, AROUND + STEP * page
        return self._assistant.context(reference, before=before, after=after)

    def _quote(self, reference: Reference, phrases: Phrases) -> View | None:
        """A quote alone."""
        context = self._assistant.context(reference, before=0, after=0)
        if context is None:
            return None
        return View(render_quote(context.passages[0], phrases), under_quote(reference, phrases))

    def opened(self, place: str, phrases: Phrases) -> View:
        """What a permalink opens: a quote in its context, or why it can't be shown."""
        reference = self._channel.links.find(place)
        if isinstance(reference, Reference):
            view = self._context(reference, 0, phrases, home=LINK)
            if view is not None:
                return view
        title = reference.title if isinstance(reference, Changed) else ""
        if title:
            return View(render_text(phrases.say("link_changed", title=title)), [])
        return View(render_text(phrases.say("link_removed")), [])

    def _reasons(self, answer: Answer, place: str, phrases: Phrases) -> View | None:
        for number, quote in enumerate(answer.quotes):
            if token(quote.reference) == place:
                explanation = self._assistant.explain(answer, quote=number)
                if explanation is not None:
                    return View(render_explanation(explanation, phrases), back(phrases))
        return None

    def _further(self, answer: Answer, page: int, phrases: Phrases) -> View | None:
        hits, start = answer.further, page * FURTHER_PAGE
        if not 0 <= start < len(hits):
            return None
        end = start + FURTHER_PAGE
        return View(
            render_further(hits[start:end], phrases),
            under_more(page, phrases, further=end < len(hits)),
        )
