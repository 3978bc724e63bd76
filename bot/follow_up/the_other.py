"""The other one of two things that were spoken of: "and the other one?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading

_THE_OTHER = (("the", "other"), ("the", "other", "one"))


def the_other_one(message: Reading, said: Sequence[PastTurn]) -> str:
    """The last question asked of the thing of the same sort that was asked about before it.

    "Is the upper path steep?" after "how long is the lower path?" and "is the upper path steep?"
    gives way to "is the lower path steep?"; "" for other messages, or where there is no such thing.
    """
    words = message.sentence.spoken()
    last = said[0].question
    if words not in _THE_OTHER:
        return ""
    for new in last.phrases:
        for earlier in said[1:]:
            for old in earlier.question.phrases:
                told = earlier.question.text[old.start : old.end]
                if old.head == new.head and old.terms != new.terms and old.determined:
                    return f"{last.text[: new.start]}{told}{last.text[new.end :]}"
    return ""
