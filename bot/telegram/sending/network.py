"""The HTTP client under the Bot API: of every failure it says what may have come of the call.

NetworkError                    the library's own
├── UnsentError                 Telegram never got the call: it may be made again
├── BusyError                   Telegram answers with a fault of its own (5xx), hardly ever done
├── UnansweredError             sent, but no answer came: nobody knows whether it was carried out
└── CarriedOutError             carried out; only the rest of the answer is lost
"""

from __future__ import annotations

import asyncio.selector_events
import json
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

CONNECT = 10.0  # seconds until a connection stands
READ = 20.0  # seconds without a byte of an answer; a shorter wait makes more answers count as lost
LARGEST = 50_000_000  # bytes of an answer or a file
PIECE = 16 << 10  # bytes; most answers are less than one, a full poll is three


def read_small_pieces() -> None:
    """Let every event loop make no more room for what comes over a connection than it may need.

    By itself each read takes 256 KiB, of which it gives back all but the few hundred bytes that
    came. Whatever is put there next and stays has the reads look for another place, so that the
    process grows by a tenth of a MiB with every thousand messages and holds no more than before.
    """
    transport = getattr(asyncio.selector_events, "_SelectorTransport", None)
    if transport is not None and hasattr(transport, "max_size"):  # no documented name: may be gone
        transport.max_size = PIECE


class UnsentError(NetworkError):
    """The call never reached Telegram."""


class BusyError(NetworkError):
    """Telegram could not carry out the call just now."""


class UnansweredError(NetworkError):
    """The call was sent and no answer came."""


class CarriedOutError(NetworkError):
    """The call was carried out, but its answer broke off."""


class Fields(RequestData):  # type: ignore[misc]  # the library makes it of its own objects only
    """The parameters of a call as plain values, without files."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        """Give `fields`, of JSON's types."""
        super().__init__()
        self._fields = fields

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters by name."""
        return dict(self._fields)


class Network(BaseRequest):
    """Connections to the Bot API, kept open between calls; no error of it holds the token."""

    __slots__ = ("_connections", "_server", "_session")

    def __init__(self, server: str, *, connections: int) -> None:
        """Speak to `server`, an address, over at most so many connections at a time."""
        self._server = server
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte after which an answer counts as lost."""
        return READ

    async def initialize(self) -> None:
        """Be ready to connect, through the proxy that the environment names, if any."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                proxy=_proxy(self._server),
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,  # noqa: ANN401 - a number or the library's own mark
        write_timeout: Any = None,  # noqa: ANN401, ARG002
        connect_timeout: Any = None,  # noqa: ANN401, ARG002
        pool_timeout: Any = None,  # noqa: ANN401, ARG002
    ) -> tuple[int, bytes]:
        """Make one call: status and body. Raises one of the errors of this module."""
        if self._session is None:
            raise UnsentError("The connections to Telegram are closed")
        read = read_timeout if isinstance(read_timeout, int | float) else READ
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=read)
        body, headers = _content(request_data)
        status = 0
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                status = response.status
                if status >= 500:
                    raise BusyError(f"Telegram answers with a fault of its own ({status})")
                if (response.content_length or 0) > LARGEST:
                    raise NetworkError("The answer is too large")
                return status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise UnsentError(_reason(error)) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            lost = CarriedOutError if 200 <= status < 300 else UnansweredError
            raise lost(_reason(error)) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as it was meant; raises UnansweredError where it is no JSON, as of a proxy."""
        try:
            answer: dict[str, Any] = json.loads(payload)
        except ValueError:
            raise UnansweredError("Telegram's answer can't be read") from None
        return answer


def _content(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Body and headers of a call: JSON, or a form where files go with it."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return json.dumps(data.parameters).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}


def _proxy(server: str) -> str | None:
    """The proxy that the environment asks to use for a server."""
    parts = urlsplit(server)
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    return urllib.request.getproxies().get(parts.scheme)


def _reason(error: BaseException) -> str:
    """What happened, in the words of the system where it has some; addresses stay out."""
    system = error.strerror if isinstance(error, OSError) else ""
    if isinstance(error, TimeoutError):
        system = "no answer in time"
    return str(system or type(error).__name__)
