"""Yes or no: whether a sentence says so, says otherwise, or leaves it open."""

from bot.answering.yes_no.deciding import Decision, yes_or_no
from bot.answering.yes_no.implied import Setting, setting_of

__all__ = ["Decision", "Setting", "setting_of", "yes_or_no"]
