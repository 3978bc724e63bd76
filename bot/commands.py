"""The one table of commands: handlers, menus, /help and the documentation derive from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, Flag, auto


class Audience(Enum):
    """Who may give a command."""

    EVERYONE = auto()
    ADMIN = auto()


class Place(Flag):
    """Where a command makes sense."""

    CONSOLE = auto()
    PRIVATE = auto()
    GROUP = auto()


TALKS = Place.CONSOLE | Place.PRIVATE  # where nobody else reads along
EVERYWHERE = Place.CONSOLE | Place.PRIVATE | Place.GROUP


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, its argument, who may use it and where, and where that argument counts.

    What it does is told by the phrases' `commands`; the words in capitals of its argument are the
    phrases `argument_<word>`, so that help shows both in the reader's language.
    """

    name: str
    argument: str = ""
    audience: Audience = Audience.EVERYONE
    places: Place = EVERYWHERE
    argued: Place = EVERYWHERE


COMMANDS = (
    Command("start", places=Place.PRIVATE),
    Command("help"),
    Command("ask", argument="QUESTION"),
    Command("context", argument="NUMBER|next|previous", places=Place.CONSOLE),
    Command("why", argument="NUMBER", places=Place.CONSOLE),
    Command("more", places=Place.CONSOLE),
    Command("helpful", places=Place.CONSOLE),
    Command("unhelpful", places=Place.CONSOLE),
    Command("timeline", argument="TOPIC [PAGE]"),
    Command("sources", argument="[TOPIC]"),
    Command("new"),
    Command("reload", audience=Audience.ADMIN),
    Command("stats", audience=Audience.ADMIN),
    Command(
        "gaps",
        argument="[FILE.csv]",
        audience=Audience.ADMIN,
        places=TALKS,
        argued=Place.CONSOLE,
    ),
    Command("add", audience=Audience.ADMIN, places=Place.PRIVATE),
    Command("remove", argument="DOCUMENT", audience=Audience.ADMIN, places=Place.PRIVATE),
    Command("privacy"),
    Command("forget"),
    Command("quit", places=Place.CONSOLE),
)


DATA = frozenset({"privacy", "forget"})  # by which people mind what is kept of them


def topic_and_page(argument: str) -> tuple[str, int]:
    """The topic and the page of /timeline: "harbour 2" is the second page of the harbour's.

    A number of three digits or more belongs to the topic, as a year does.
    """
    topic, _, last = argument.strip().rpartition(" ")
    if topic and last.isdecimal() and len(last) < 3:
        return topic.strip(), int(last)
    return argument.strip(), 1


def available(place: Place, *, admin: bool) -> tuple[Command, ...]:
    """The commands that may be given in `place`, in the order of the table."""
    return tuple(
        command if place in command.argued else replace(command, argument="")
        for command in COMMANDS
        if place in command.places and (admin or command.audience is Audience.EVERYONE)
    )
