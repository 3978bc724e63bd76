"""What waited while the bot was away: in which order it is answered, and what is passed over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update

LONG_AGO = datetime.datetime.fromtimestamp(0, tz=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """An update to handle; before one that waited too long, and is `late`, comes an apology."""

    update: Update
    late: bool = False


def arrange(
    updates: Iterable[Update], *, since: datetime.datetime, oldest: datetime.datetime
) -> list[Turn]:
    """Updates in the order to handle them; what is not in the list is passed over.

    Of each chat the messages written before `since`, when the bot came back, go newest first, then
    the others in their order. Of those written before `oldest` the newest alone is answered. A
    message that was edited meanwhile is answered once, as it stands now. Nobody waits any more for
    the results of an inline query.
    """
    chats: dict[int, list[Update]] = {}
    for update in updates:
        if update.effective_chat is not None:
            chats.setdefault(update.effective_chat.id, []).append(update)
    return [turn for line in chats.values() for turn in _chat(line, since, oldest)]


def _written(update: Update) -> datetime.datetime:
    """When the message of an update was written; long ago where there is none."""
    message = message_of(update)
    return message.date if message else LONG_AGO


def written_at(update: Mapping[str, Any]) -> float | None:
    """When the message of an update as Telegram writes it is from, in seconds since 1970.

    None where it brings no new message.
    """
    message = update.get("message")
    date = message.get("date") if isinstance(message, dict) else None
    return date if isinstance(date, int) else None


def this_second() -> datetime.datetime:
    """Now, in whole seconds as Telegram dates messages."""
    return datetime.datetime.now(tz=datetime.UTC).replace(microsecond=0)


def _chat(line: list[Update], since: datetime.datetime, oldest: datetime.datetime) -> list[Turn]:
    """The updates of one chat in the order to handle them; see `arrange`."""
    messages: dict[int, Update] = {}
    for update in line:
        message = message_of(update)
        if message is not None:
            earlier = messages.pop(message.message_id, None)
            asks = earlier is not None and earlier.message is not None
            messages[message.message_id] = (
                Update(update.update_id, message=message) if asks else update
            )
    newest_first = [update for update in reversed(messages.values()) if _written(update) < since]
    waited = [Turn(update) for update in newest_first if _written(update) >= oldest]
    late = [Turn(update, late=True) for update in newest_first if _written(update) < oldest]
    fresh = [Turn(update) for update in messages.values() if _written(update) >= since]
    others = [Turn(update) for update in line if message_of(update) is None]
    return [*waited, *late[:1], *fresh, *others]


def message_of(update: Update) -> Message | None:
    """The message that an update brings, new or edited; None where it brings something else."""
    return update.message or update.edited_message
