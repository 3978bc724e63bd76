"""The library's application: the bot with its handlers, its connections and its way of sending."""

from __future__ import annotations

from typing import Any

from telegram.ext import Application

from bot.settings import Settings
from bot.telegram.apologies import Apologies
from bot.telegram.channel import Channel
from bot.telegram.faults import Faults
from bot.telegram.routes import add_routes
from bot.telegram.sending.delivery import Delivery
from bot.telegram.sending.network import Network

TELEGRAM = "https://api.telegram.org"
CONNECTIONS = 100  # calls at a time
Bot = Application[Any, Any, Any, Any, Any, Any]  # with the library's own contexts and data


def server_of(settings: Settings) -> str:
    """The address of the Bot API server."""
    return settings.telegram.server or TELEGRAM


def build(channel: Channel, delivery: Delivery, polls: Network, apologies: Apologies) -> Bot:
    """The application, not started yet; updates are brought to it by `Reception`.

    `polls` is what asks for updates, if anything does; it opens and closes with the application.
    """
    settings = channel.settings.telegram
    server = server_of(channel.settings)
    application = (
        Application.builder()
        .token(settings.token.get_secret_value())
        .base_url(f"{server}/bot")
        .base_file_url(f"{server}/file/bot")
        .request(Network(server, connections=CONNECTIONS))
        .get_updates_request(polls)
        .rate_limiter(delivery)
        .updater(None)
        .build()
    )
    add_routes(application, channel, apologies)
    application.add_error_handler(Faults(channel).note)
    return application
