"""Permalinks: a quote's place in at most 28 characters, with nothing to look up but the documents.

A place is told by the document's id, the fingerprint of what it said, and where the quote starts;
so a link outlives restarts and the journal, and knows when its source has changed.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from bot.answer import Reference
from bot.assistant import Assistant
from retrieval.records import Document

PREFIX = "q_"  # of a deep link that opens a quote
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ID, _PRINT = 11, 8  # characters
_TOKEN = re.compile(rf"([\w-]{{{_ID}}})([\w-]{{{_PRINT}}})([0-9a-z]{{1,8}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Changed:
    """Where a link leads whose source says something else by now; "" if it is gone."""

    title: str


class Links:
    """Turns places into tokens and back."""

    def __init__(self, assistant: Assistant) -> None:
        """Look places up in what `assistant` answers from."""
        self._assistant = assistant
        self._listed: tuple[str, dict[str, Document]] = ("", {})

    def find(self, token: str) -> Reference | Changed | None:
        """The place that a token stands for; None for what is no token of ours."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            return None
        document = self._documents().get(match[1])
        if document is None:
            return Changed(title="")
        if _print(document.source.fingerprint) != match[2]:
            return Changed(title=document.title)
        start = int(match[3], 36)
        return Reference(
            document=document.id,
            start=start,
            end=start,
            fingerprint=document.source.fingerprint,
        )

    def _documents(self) -> dict[str, Document]:
        """The documents by the part of a token that names them; made once a snapshot."""
        snapshot = self._assistant.snapshot
        fingerprint, listed = self._listed
        if fingerprint != snapshot.fingerprint:
            listed = {_id(document.id): document for document in snapshot.collection.documents}
            self._listed = (snapshot.fingerprint, listed)
        return listed


def token(reference: Reference) -> str:
    """The token of a place."""
    return _id(reference.document) + _print(reference.fingerprint) + _base36(reference.start)


def permalink(reference: Reference, *, bot: str) -> str:
    """The address that opens a place with the bot of a user name."""
    return f"https://t.me/{bot}?start={PREFIX}{token(reference)}"


def _id(document: str) -> str:
    named = hashlib.blake2b(document.encode(errors="surrogateescape"), digest_size=8)
    return urlsafe_b64encode(named.digest()).decode().rstrip("=")


def _print(fingerprint: str) -> str:
    return urlsafe_b64encode(bytes.fromhex(fingerprint)[:6]).decode()


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits
