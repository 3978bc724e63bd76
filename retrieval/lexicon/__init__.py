"""What the code knows of each language, as data: one TOML file a language, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import rtoml


@cache
def lexicon(language: str) -> dict[str, Any]:
    """The tables of `language` (ISO 639-1); empty where there is no file for it."""
    file = Path(__file__).with_name(f"{language}.toml")
    if not (language.replace("_", "").isalpha() and file.is_file()):
        return {}
    # Ten times as quick as tomllib: a start reads a dozen of them.
    return rtoml.loads(file.read_text(encoding="utf-8"))
