"""A Bot API server on loopback and the people who write to the bot through it.

async with BotApi(token=TOKEN) as api:     # point `telegram.server` at api.address
    ada = api.person("Ada")
    answer = await ada.ask("When was the lighthouse built?")
    context = await ada.press(answer, "Context")
    api.fault("sendMessage", Fault.TOO_MANY, seconds=1)
assert api.problems == []                  # nothing that Telegram would refuse
"""

from tests.bot_api.calls import BOT, Call
from tests.bot_api.faults import Fault, Trouble
from tests.bot_api.people import Person
from tests.bot_api.server import BotApi

__all__ = ["BOT", "BotApi", "Call", "Fault", "Person", "Trouble"]
