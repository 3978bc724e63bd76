"""The library's own ceiling: a bot that answers every message with one word.

    python -m benchmarks.trivial_bot ADDRESS TOKEN

It is python-telegram-bot with its own HTTP client, with as many updates and connections at a time
as measured best, and nothing else: no limits, no retries, no entities.
"""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

CONCURRENT = 64  # updates handled at a time
POOL = 16  # connections


async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a message under itself."""
    if update.message is not None:
        await update.message.reply_text("Yes.", do_quote=True)


def main(address: str, token: str) -> None:
    """Answer until told to stop."""
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    application = builder.concurrent_updates(CONCURRENT).connection_pool_size(POOL).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.run_polling(allowed_updates=[Update.MESSAGE])


if __name__ == "__main__":
    main(*sys.argv[1:])
