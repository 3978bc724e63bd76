"""The bot at work: updates come in, replies go out, and what has begun is finished at the end."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import logging
from collections.abc import AsyncIterator, Iterator, Mapping

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.errors import QuothError
from bot.settings import Settings
from bot.telegram.addressing import meant
from bot.telegram.apologies import Apologies
from bot.telegram.application import Bot, build, server_of
from bot.telegram.channel import Channel
from bot.telegram.menus import set_menus
from bot.telegram.receiving.health import Health
from bot.telegram.receiving.inbox import Inbox
from bot.telegram.receiving.polling import REVOKED, Polling
from bot.telegram.receiving.reception import Reception
from bot.telegram.receiving.site import Reply, open_site
from bot.telegram.receiving.webhook import Webhook
from bot.telegram.routes import UPDATES
from bot.telegram.sending.delivery import Delivery, Sleep
from bot.telegram.sending.network import Network
from bot.telegram.sending.pacing import Pacing

FINISHING = 8.0  # seconds for what is under way when the bot is told to stop
UNKNOWN_TOKEN = "Telegram doesn't know this token: copy it from BotFather again."  # noqa: S105
_LOG = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def serving(
    channel: Channel, *, delivery: Delivery | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    """The bot answers while the context lasts; the task it gives ends earlier only on a failure.

    `delivery` makes the calls, by default one that keeps Telegram's limits. Raises QuothError where
    Telegram refuses the bot or can't be reached.
    """
    settings = channel.settings
    delivery = delivery or _delivery_for(settings)
    polls = Network(server_of(settings), connections=1)
    apologies = Apologies(channel)
    application = build(channel, delivery, polls, apologies)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(application.bot.shutdown)
        with _in_a_sentence():
            await application.initialize()
        stack.push_async_callback(application.shutdown)
        reception = _reception(application, channel, apologies)
        delivery.aside = reception.aside
        health = Health(
            updates=lambda: reception.waiting,
            replies=lambda: delivery.waiting,
            polling=not settings.webhook.address,
        )
        await stack.enter_async_context(_telling(settings.service.health, health))
        await channel.work_out(channel.assistant.warm)
        _introduce(application)
        delivery.persistent = True
        menus = asyncio.create_task(set_menus(application.bot, channel))
        stack.callback(menus.cancel)
        await reception.resume()
        source = _source(application, polls, settings, reception, health, delivery.sleep)
        async with _taking(source, delivery, reception, channel) as taking:
            yield taking


@contextlib.asynccontextmanager
async def _taking(
    source: Polling | Webhook, delivery: Delivery, reception: Reception, channel: Channel
) -> AsyncIterator[asyncio.Task[None]]:
    """Updates are taken in while the context lasts; at its end what has begun is finished."""
    taking = asyncio.create_task(_take(source, delivery))
    try:
        yield taking
    finally:
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        left = 0.0 if delivery.revoked.is_set() else FINISHING
        ending = reception.finish(left), channel.reloads.finish(left)
        await asyncio.gather(source.farewell(), *ending)


async def _take(source: Polling | Webhook, delivery: Delivery) -> None:
    """Take updates in until cancelled; raises QuothError where that or sending can't go on."""
    taking = asyncio.create_task(source.run())
    revoked = asyncio.create_task(delivery.revoked.wait())
    try:
        await asyncio.wait((taking, revoked), return_when=asyncio.FIRST_COMPLETED)
        if revoked.done():
            raise QuothError(REVOKED)
        taking.result()
    finally:
        for task in (taking, revoked):
            task.cancel()
        await asyncio.gather(taking, revoked, return_exceptions=True)


def _delivery_for(settings: Settings) -> Delivery:
    """What makes the calls, within Telegram's limits.

    An operator's own server has none, so its complaints are waited for.
    """
    pacing = Pacing(
        per_second=settings.service.messages_per_second, always=not settings.telegram.server
    )
    return Delivery(pacing)


def _reception(application: Bot, channel: Channel, apologies: Apologies) -> Reception:
    return Reception(
        Inbox(channel.journal, application.bot),
        handle=application.process_update,
        apologise=apologies.owe,
        meant=lambda update: meant(update, application.bot.bot),
        patience=datetime.timedelta(minutes=channel.settings.service.patience_minutes),
    )


def _source(
    application: Bot,
    polls: Network,
    settings: Settings,
    reception: Reception,
    health: Health,
    sleep: Sleep,
) -> Polling | Webhook:
    """What updates come from: long polling, or the webhook where one is set."""
    bot = application.bot
    if not settings.webhook.address:
        return Polling(bot, polls, UPDATES, reception=reception, health=health, sleep=sleep)
    return Webhook(bot, settings.webhook, kinds=UPDATES, reception=reception, health=health)


@contextlib.asynccontextmanager
async def _telling(address: str, health: Health) -> AsyncIterator[None]:
    """While the context lasts, GET /health at `address` tells how the bot is; none without one."""

    async def respond(_: Mapping[str, str], __: bytes) -> Reply:
        return Reply(200 if health.well else 503, health.report())

    if not address:
        yield
        return
    try:
        site = await open_site(address, method="GET", path="/health", respond=respond)
    except OSError as error:
        raise QuothError(
            f"service.health: the bot can't listen at {address}: {error.strerror}."
        ) from None
    try:
        yield
    finally:
        await site.close()


@contextlib.contextmanager
def _in_a_sentence() -> Iterator[None]:
    """Raise what Telegram refuses at the start as a QuothError that an operator understands."""
    try:
        yield
    except InvalidToken:
        raise QuothError(UNKNOWN_TOKEN) from None
    except NetworkError as error:
        raise QuothError(f"Telegram can't be reached: {error.message}.") from None
    except TelegramError as error:
        raise QuothError(f"Telegram refuses the bot: {error.message}.") from None


def _introduce(application: Bot) -> None:
    """Tell the operator who the bot is and what it may see in groups."""
    me = application.bot.bot
    _LOG.info("Answering as @%s.", me.username)
    if not me.can_read_all_group_messages:
        _LOG.info("In groups only commands, mentions and replies reach the bot (privacy mode).")
