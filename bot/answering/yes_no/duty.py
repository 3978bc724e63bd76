"""Whether something has to be done: "do I have to come?" of what is optional."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from retrieval.question import Question


def is_unbinding(question: Question, text: str) -> bool:
    """Whether it is asked if something has to be, and a text says that nobody has to.

    "Attendance is not required" says no to "do I have to attend?", though it denies no attendance.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Must I wear a helmet?", language="en")
    >>> is_unbinding(asked, "Helmets are optional."), is_unbinding(asked, "Helmets are worn.")
    (True, False)
    """
    asked = pattern("duty.asked", question.language)
    if asked.match(question.text) is None:
        return False
    return pattern("duty.lifted", question.language).search(text) is not None
