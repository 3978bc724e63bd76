"""Settings read: the defaults, an operator's file laid over them, then the environment."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from rapidfuzz import process

from bot.errors import SettingsError
from bot.settings.sections import Settings

_BOT = Path(__file__).resolve().parent.parent
PROJECT_FILES = _BOT / "bundled" if (_BOT / "bundled").is_dir() else _BOT.parent
TEXT = "utf-8-sig"  # some editors put a mark in front of all they save
_PATHS = frozenset({"folder", "file", "token_file", "certificate", "key"})


def load_settings(
    *,
    file: Path | None = None,
    documents: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings: defaults, then the operator's file, then the environment, then `documents`.

    Raises SettingsError naming every fault with its key, or the file that can't be read.
    """
    table = _read(PROJECT_FILES / "config" / "settings.toml")
    chosen = file or (
        Path(environment["QUOTH_CONFIG"]) if environment.get("QUOTH_CONFIG") else None
    )
    faults = _overlay(table, _read(chosen), base=chosen.parent) if chosen else []
    if documents is not None:
        table["documents"]["folder"] = documents
    table["documents"]["folder"] = table["documents"]["folder"] or PROJECT_FILES / "seeds"
    table["index"]["folder"] = table["index"]["folder"] or platformdirs.user_cache_path("quoth")
    table["phrases"]["folder"] = table["phrases"]["folder"] or PROJECT_FILES / "config" / "phrases"
    table["journal"]["file"] = table["journal"]["file"] or _journal(table["documents"]["folder"])
    try:
        table["telegram"]["token"] = _token(
            table["telegram"].pop("token_file"), environment.get("QUOTH_TELEGRAM_TOKEN", "")
        )
    except SettingsError as error:
        table["telegram"]["token"] = ""
        faults.append(str(error))
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        faults += _faults(error)
    if faults:
        source = chosen or "the default settings"
        raise SettingsError("\n".join(f"{source}: {fault}" for fault in faults))
    return settings


def _journal(documents: object) -> Path:
    """Where the journal of a collection is kept unless the operator says where."""
    own = hashlib.sha256(str(Path(str(documents)).absolute()).encode(errors="surrogateescape"))
    return platformdirs.user_state_path("quoth") / f"journal-{own.hexdigest()[:16]}.sqlite3"


def _read(file: Path) -> dict[str, Any]:
    """The tables of a settings file; raises SettingsError where it can't be read."""
    try:
        return tomllib.loads(file.read_text(encoding=TEXT))
    except OSError as error:
        raise SettingsError(
            f"{file}: the settings can't be read ({error.strerror}); name a readable file with "
            "--config or QUOTH_CONFIG."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: this is no valid TOML: {error}.") from None


def _overlay(table: dict[str, Any], changes: dict[str, Any], *, base: Path) -> list[str]:
    """Lay an operator's sections over the defaults; relative paths start at the file's folder.

    Returns the faults: what is there that is no setting.
    """
    faults = []
    for section, values in changes.items():
        if section not in table or not isinstance(values, dict):
            faults.append(_unknown(section, table))
            continue
        for key, value in values.items():
            if key not in table[section]:
                faults.append(f"{section}: {_unknown(key, table[section])}")
            elif key in _PATHS and isinstance(value, str) and value:
                table[section][key] = str(base / Path(value).expanduser())
            else:
                table[section][key] = value
    return faults


def _unknown(key: str, known: Mapping[str, Any]) -> str:
    nearest = process.extractOne(key, list(known))
    return f"there is no setting {key!r}; did you mean {nearest[0]!r}?"


def _token(file: object, variable: str) -> str:
    """The token; raises SettingsError where the file that should hold it holds none."""
    if variable or not file:
        return _bare(variable)
    if not isinstance(file, str):
        raise SettingsError(f"telegram.token_file: a file's path is needed, not {file!r}.")
    try:
        token = _bare(Path(file).read_text(encoding=TEXT))
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"telegram.token_file: {file} can't be read; put the token there and allow reading it."
        ) from None
    if not token:
        raise SettingsError(f"telegram.token_file: {file} is empty; put the token there.")
    return token


def _bare(token: str) -> str:
    """A token without the blanks and quotation marks that may stand around it."""
    return token.strip().strip("'\"").strip()


def _faults(error: ValidationError) -> list[str]:
    """The faults that the settings' types found, a sentence each."""
    faults = []
    for fault in error.errors():
        told = fault["msg"]
        if fault["type"] == "string_pattern_mismatch":
            section, key = map(str, fault["loc"])
            told = _field(section, key).description or told
        if fault["type"] == "frozen_set_type":
            told = "a list is needed, as [123456789]"
        told = told.removeprefix("Value error, ")
        value = "" if fault["type"] == "value_error" else f", not {fault['input']!r}"
        faults.append(f"{'.'.join(map(str, fault['loc']))}: {told}{value}")
    return faults


def _field(section: str, key: str) -> FieldInfo:
    """What is known of a setting."""
    model: type[BaseModel] | None = Settings.model_fields[section].annotation
    assert model is not None  # noqa: S101 - every section is a model
    return model.model_fields[key]
