"""The Telegram front end."""

from bot.telegram.application import run

__all__ = ["run"]
