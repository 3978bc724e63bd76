"""The webhook: Telegram brings updates to an address of the bot, with a secret that it was told."""

from __future__ import annotations

import asyncio
import datetime
import hmac
import json
import secrets
import ssl
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError

from bot.errors import QuothError
from bot.settings import WebhookSettings
from bot.telegram.receiving.backlog import this_second, written_at
from bot.telegram.receiving.health import Health
from bot.telegram.receiving.inbox import Written
from bot.telegram.receiving.reception import Reception
from bot.telegram.receiving.site import Reply, Site, open_site

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of it
CONNECTIONS = 40  # deliveries at a time
ARRIVING = 60.0  # seconds after the start in which what waited comes in
QUIET = 1.0  # seconds without another one of them until they are answered


class Webhook:
    """Takes updates that Telegram brings; what it may not forget yet it has to bring again."""

    def __init__(
        self,
        bot: Bot,
        settings: WebhookSettings,
        *,
        kinds: Sequence[str],
        reception: Reception,
        health: Health,
    ) -> None:
        """Listen where the settings say, once started; the secret is new at each start."""
        self._bot = bot
        self._settings = settings
        self._kinds = tuple(kinds)
        self._reception = reception
        self._health = health
        self._secret = secrets.token_urlsafe(32)
        self._started = this_second()
        self._gathering: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Give every update to the reception, until cancelled.

        Raises QuothError where the address can't be had, the certificate can't be used, or
        Telegram refuses the webhook.
        """
        site = await self._listen()
        try:
            await self._announce()
            await asyncio.Event().wait()
        finally:
            if self._gathering is not None:
                self._gathering.cancel()
            await site.close()

    async def farewell(self) -> None:
        """Nothing: Telegram keeps what it can't bring, and brings it at the next start."""

    async def _listen(self) -> Site:
        settings = self._settings
        path = urlsplit(settings.address).path or "/"
        try:
            tls = _tls(settings.certificate, settings.key)
            return await open_site(
                settings.listen, method="POST", path=path, respond=self._take, tls=tls
            )
        except OSError as error:
            reason = error.strerror or error
            raise QuothError(f"The webhook can't listen at {settings.listen}: {reason}.") from None

    async def _announce(self) -> None:
        settings = self._settings
        try:
            await self._bot.set_webhook(
                settings.address,
                certificate=settings.certificate.read_bytes() if settings.certificate else None,
                max_connections=CONNECTIONS,
                allowed_updates=self._kinds,
                secret_token=self._secret,
            )
        except TelegramError as error:
            raise QuothError(f"Telegram refuses the webhook: {error.message}.") from None

    async def _take(self, headers: Mapping[str, str], body: bytes) -> Reply:
        """Take one update in; anything but a 200 makes Telegram bring it again."""
        given = headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return Reply(403, {"refused": "not Telegram"})
        if self._reception.full:
            return Reply(503, {"refused": "too much waits already"})
        update = _update(body)
        if update is None:
            return Reply(400, {"refused": "no update"})
        self._health.heard()
        if self._waited(update):
            await self._reception.waited([update], since=self._started, more=True)
            self._gather()
        else:
            await self._reception.fresh([update])
        return Reply(200, {})

    def _waited(self, update: Written) -> bool:
        """Whether an update is a message that was written before the bot came back."""
        now = datetime.datetime.now(tz=datetime.UTC)
        date = written_at(update)
        arriving = (now - self._started).total_seconds() < ARRIVING
        return arriving and date is not None and date < self._started.timestamp()

    def _gather(self) -> None:
        """Answer what waited once no more of it comes."""
        if self._gathering is not None:
            self._gathering.cancel()
        self._gathering = asyncio.get_running_loop().call_later(QUIET, self._gathered)

    def _gathered(self) -> None:
        task = asyncio.create_task(self._reception.waited((), since=self._started, more=False))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _update(body: bytes) -> Written | None:
    """The update in a body, None where there is none."""
    try:
        update = json.loads(body)
    except ValueError:
        return None
    numbered = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if numbered else None


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
