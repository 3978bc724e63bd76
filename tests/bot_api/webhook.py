"""Telegram's side of a webhook: each update goes to the address that the bot has set."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, web

from tests.bot_api.calls import File, Params, supplied

PORTS = (443, 80, 88, 8443)


@dataclass
class Webhook:
    """Takes updates from the emulator and delivers them as Telegram does.

    `roads` lead from public addresses to where the bot listens, as a proxy before it would.
    """

    PATH = "/deliver"

    url: str = ""
    trusted: ssl.SSLContext | None = None
    roads: dict[str, str] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    brought: list[Params] = field(default_factory=list)

    def set(self, params: Params, files: dict[str, File], address: str) -> Params:
        """Remember where updates go; the emulator is told to bring them here."""
        self.url = str(params.get("url", ""))
        parts = urlsplit(self.url)
        assert not self.url or parts.scheme == "https", "a webhook needs https"
        assert not self.url or (parts.port or 443) in PORTS, "Telegram calls four ports only"
        self.trusted = None
        if "certificate" in files:
            self.trusted = ssl.create_default_context(cadata=files["certificate"].data.decode())
        return {**params, "url": f"{address}{self.PATH}"} if self.url else params

    async def forward(self, request: web.Request) -> web.Response:
        """Deliver an update; the emulator keeps it unless the bot takes it."""
        update = supplied(await request.json())
        self.brought.append(update)
        secret = "X-Telegram-Bot-Api-Secret-Token"
        headers = {secret: request.headers[secret]} if secret in request.headers else {}
        target = self.roads.get(self.url, self.url)
        try:
            async with (
                ClientSession() as client,
                client.post(
                    target,
                    json=update,
                    headers=headers,
                    ssl=self.trusted or True,
                    server_hostname=urlsplit(self.url).hostname if self.trusted else None,
                ) as told,
            ):
                status = told.status
        except ClientError:
            status = 502
        self.statuses.append(status)
        return web.Response(status=status)
