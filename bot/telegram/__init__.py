"""The Telegram front end.

Updates come in (receiving), are let through (access) and given to the handler that fits (routes):
asking, editing, pressing, inline, documents, timelines, information, operators. What they show is
made of views and messages, and goes out at Telegram's pace (sending). `serving` runs all of it.
"""

from bot.telegram.running import run

__all__ = ["run"]
