"""What an operator can set, section by section: types, ranges, and what must fit together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StrictBool,
    StrictInt,
    model_validator,
)

ADDRESS = r"^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):[0-9]{1,5}$"  # host and port
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
