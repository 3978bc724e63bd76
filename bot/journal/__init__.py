"""The Journal: what is kept between starts, in one SQLite file that both front ends write to."""

from bot.journal.arrivals import Arrival
from bot.journal.gaps import GapRow
from bot.journal.journal import Journal, journal_fault, open_journal
from bot.journal.pending import Pending
from bot.journal.questions import CONSOLE, Asked
from bot.journal.recalling import Recalled
from bot.journal.votes import Votes

__all__ = [
    "CONSOLE",
    "Arrival",
    "Asked",
    "GapRow",
    "Journal",
    "Pending",
    "Recalled",
    "Votes",
    "journal_fault",
    "open_journal",
]
