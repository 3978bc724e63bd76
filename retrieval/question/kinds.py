"""What kind of question there is, and what type of thing would answer it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The form of a question."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"
    WHAT = "what"
    WHY = "why"
    WHICH = "which"
    YES_NO = "yes-no"
    LIST = "list"
    DEFINITION = "definition"
    HOW = "how"
    OTHER = "other"


class Wanted(StrEnum):
    """The type of thing that would answer."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    REASON = "reason"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    MANNER = "manner"
    TITLE = "title"
    THING = "thing"
