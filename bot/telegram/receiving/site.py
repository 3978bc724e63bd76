"""The HTTP server: a few addresses of the bot's own, each a plain function."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

LARGEST = 1_000_000  # bytes of a request


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request is answered with: a status and an object."""

    status: int
    told: Mapping[str, object]


Respond = Callable[[Mapping[str, str], bytes], Awaitable[Reply]]


class Site:
    """A server that listens until it is closed."""

    def __init__(self, runner: web.AppRunner) -> None:
        """Use `open_site`."""
        self._runner = runner

    async def close(self) -> None:
        """Answer what is under way and stop listening."""
        await self._runner.cleanup()


async def open_site(
    address: str, *, method: str, path: str, respond: Respond, tls: ssl.SSLContext | None = None
) -> Site:
    """Listen at `address` (host:port) and answer requests for one path.

    Raises OSError where the address can't be had.
    """

    async def answer(request: web.Request) -> web.Response:
        reply = await respond(request.headers, await request.read())
        return web.json_response(dict(reply.told), status=reply.status)

    app = web.Application(client_max_size=LARGEST)
    app.router.add_route(method, path, answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    host, _, port = address.rpartition(":")
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port), ssl_context=tls).start()
    except OSError:
        await runner.cleanup()
        raise
    return Site(runner)
