"""Language."""
from __future__ import annotations
from collections.abc import Collection


def language_of(text: str, *, among: Collection[str] | None = None) -> str:
    if any("\u0400" <= c <= "\u04ff" for c in text):
        return "ru"
    return "en"
