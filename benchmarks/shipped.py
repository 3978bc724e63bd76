"""The settings as they ship, for commands that ask a whole assistant."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings, load_settings


def shipped_settings(documents: Path, cache: Path) -> Settings:
    """The shipped settings for a folder of documents, with indexes in a folder of their own."""
    file = cache / "quoth.toml"
    file.write_text('[index]\nfolder = "index"\n', encoding="utf-8")
    return load_settings(file=file, documents=documents, environment={})
