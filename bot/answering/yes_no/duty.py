"""Whether something has to be done: "do I have to come?" of what is optional."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.polarity import polarity
from retrieval.analysis import analyser
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


def is_given(question: Question, text: str) -> bool:
    """Whether it is asked if something has to be brought that a text says is given for nothing.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Do I have to bring my own paddle?", language="en")
    >>> is_given(asked, "Paddles and vests are provided."), is_given(asked, "Bring a paddle.")
    (True, False)
    """
    language = question.language
    asked = pattern("duty.bringing", language).match(question.text)
    given = pattern("duty.given", language).search(text) if asked else None
    if asked is None or given is None or any(map(str.isdigit, text)):
        return False
    analysis, rules = analyser(language), polarity(language)
    thing = frozenset(analysis.terms(asked["thing"])) - analysis.stop_terms
    said, beside = (set(analysis.terms(part)) for part in (given["things"], text[given.end() :]))
    limited = rules.negations | rules.limiting | rules.open
    return bool(thing) and thing <= said and limited.isdisjoint(said | beside)
