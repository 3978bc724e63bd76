"""Yes or no: whether a sentence says so, says otherwise, or leaves it open.

`deciding` leads through it: a question is a `claim`, of which a sentence says some words, implies
others (`implied`, `lone`), tells another amount (`other_amount`), the contrary (`contraries`) or
that there was none (`existing`); it may only wish or suppose (`asserting`, `wished`, `supposed`),
give `leave`, say `too_little`, or speak of something else (`described`, `mentioned`).
"""

from bot.answering.yes_no.deciding import Decision, yes_or_no
from bot.answering.yes_no.implied import Setting, setting_of

__all__ = ["Decision", "Setting", "setting_of", "yes_or_no"]
