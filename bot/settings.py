"""Settings: built once from TOML and the environment, frozen, passed down as arguments.

The defaults stand in `config/settings.toml` alone; an operator's file is laid over them. This is
the only module that reads the environment.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import platformdirs
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StrictBool,
    StrictInt,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from rapidfuzz import process

from bot.errors import SettingsError

_HERE = Path(__file__).resolve().parent
PROJECT_FILES = _HERE / "bundled" if (_HERE / "bundled").is_dir() else _HERE.parent

ADDRESS = r"^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):[0-9]{1,5}$"  # host and port
_PATHS = frozenset({"folder", "file", "token_file", "certificate", "key"})
CODE = re.compile(r"[A-Za-z0-9_-]{8,64}")

Probability = Annotated[float, Field(ge=0, le=1)]
LISTENING = "a host and a port are needed, as in 127.0.0.1:8080"
Address = Annotated[str, Field(pattern=ADDRESS, description=LISTENING)]
OptionalPath = Annotated[Path | None, BeforeValidator(lambda value: value or None)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DocumentSettings(_Section):
    """Where the documents are and how much of them is read."""

    folder: Path
    max_file_bytes: Annotated[StrictInt, Field(ge=1_000, le=1_000_000_000)]
    max_files: Annotated[StrictInt, Field(ge=1, le=1_000_000)]
    max_file_seconds: Annotated[float, Field(ge=1, le=3_600)]
    watch: StrictBool


class IndexSettings(_Section):
    """Where saved indexes are kept, and what building one may take."""

    folder: Path
    memory_bytes: Annotated[StrictInt, Field(ge=10_000_000, le=1_000_000_000_000)]


class AnswerSettings(_Section):
    """When an answer is given, and how much of it."""

    found: Probability
    tentative: Probability
    short: Probability
    quotes: Annotated[StrictInt, Field(ge=1, le=5)]
    offers: Annotated[StrictInt, Field(ge=0, le=5)]
    question_characters: Annotated[StrictInt, Field(ge=20, le=10_000)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.tentative > self.found:
            raise ValueError("tentative must not be above found")
        return self


class ConversationSettings(_Section):
    """How long follow-ups are understood."""

    minutes: Annotated[StrictInt, Field(ge=1, le=1_440)]
    turns: Annotated[StrictInt, Field(ge=1, le=50)]
    conversations: Annotated[StrictInt, Field(ge=1, le=1_000_000)]


class PhraseSettings(_Section):
    """Where the wording of answers is kept."""

    folder: Path
    default: Annotated[
        str, Field(pattern="^[a-z]{2}$", description="two letters are needed, as in en")
    ]


class JournalSettings(_Section):
    """Where conversations, votes and unanswered questions are kept, and for how many days."""

    file: Path
    days: Annotated[StrictInt, Field(ge=1, le=3_650)]


class AccessSettings(_Section):
    """Who may ask on Telegram, in which groups, and how much; the code's repr is masked."""

    mode: Literal["open", "list", "code"]
    users: frozenset[StrictInt]
    code: SecretStr
    groups: Literal["any"] | frozenset[Annotated[StrictInt, Field(lt=0)]]
    per_minute: Annotated[StrictInt, Field(ge=1, le=1_000)]
    chat_per_minute: Annotated[StrictInt, Field(ge=1, le=1_000)]

    @model_validator(mode="after")
    def _enterable(self) -> Self:
        if self.mode == "code" and not CODE.fullmatch(self.code.get_secret_value()):
            raise ValueError(
                "mode 'code' needs a code of 8 to 64 letters, digits, hyphens and underscores"
            )
        return self


class TelegramSettings(_Section):
    """The Telegram front end; the token's repr is masked."""

    token: SecretStr
    admins: frozenset[StrictInt]
    server: Annotated[
        str,
        Field(
            pattern=r"^(https?://[^\s?#]+[^\s?#/])?$",
            description="a web address without a slash at its end is needed",
        ),
    ]


class WebhookSettings(_Section):
    """Where Telegram brings updates to; without an address the bot asks for them itself."""

    address: Annotated[
        str,
        Field(
            pattern=r"^(https://[^\s/?#:]+(:(443|80|88|8443))?(/[^\s?#]*)?)?$",
            description="an https address is needed, with port 443, 80, 88, 8443 or none",
        ),
    ]
    listen: Address
    certificate: OptionalPath
    key: OptionalPath

    @model_validator(mode="after")
    def _paired(self) -> Self:
        if (self.certificate is None) != (self.key is None):
            raise ValueError("certificate and key go together")
        return self


class ServiceSettings(_Section):
    """How the Telegram bot runs as a service."""

    health: Annotated[
        str,
        Field(pattern=ADDRESS.replace("^", "^(").replace("$", ")?$"), description=LISTENING),
    ]
    patience_minutes: Annotated[StrictInt, Field(ge=1, le=1_440)]
    messages_per_second: Annotated[StrictInt, Field(ge=1, le=1_000)]


class Settings(_Section):
    """Everything an operator can set."""

    documents: DocumentSettings
    index: IndexSettings
    answers: AnswerSettings
    conversation: ConversationSettings
    phrases: PhraseSettings
    journal: JournalSettings
    telegram: TelegramSettings
    access: AccessSettings
    webhook: WebhookSettings
    service: ServiceSettings

    def with_index_in(self, folder: Path) -> Self:
        """The same settings, with saved indexes in another folder: one to throw away."""
        return self.model_copy(update={"index": self.index.model_copy(update={"folder": folder})})


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
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
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
        return variable.strip()
    if not isinstance(file, str):
        raise SettingsError(f"telegram.token_file: a file's path is needed, not {file!r}.")
    try:
        token = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"telegram.token_file: {file} can't be read; put the token there and allow reading it."
        ) from None
    if not token:
        raise SettingsError(f"telegram.token_file: {file} is empty; put the token there.")
    return token


def _faults(error: ValidationError) -> list[str]:
    faults = []
    for fault in error.errors():
        told = fault["msg"]
        if fault["type"] == "string_pattern_mismatch":
            section, key = map(str, fault["loc"])
            told = _field(section, key).description or told
        value = "" if fault["type"] == "value_error" else f", not {fault['input']!r}"
        faults.append(f"{'.'.join(map(str, fault['loc']))}: {told}{value}")
    return faults


def _field(section: str, key: str) -> FieldInfo:
    """What is known of a setting."""
    model: type[BaseModel] | None = Settings.model_fields[section].annotation
    assert model is not None  # noqa: S101 - every section is a model
    return model.model_fields[key]
