"""How well a sentence of a report tells who was there, what came of it, or what comes next."""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import groups, pattern
from bot.answering.grammar.years import years_and_decades_in
from bot.answering.hits.sections import heading_over
from bot.answering.reports.asked import Aspect
from retrieval.question import Question
from retrieval.records import Passage

LEAST = 1.0  # of what a sentence must tell
HEADED = 3.0  # what a heading above is worth that names what is asked for
SEVERAL = 1.0  # that several named one after the other are worth
SAME_DEED = 1.0  # that it is told by a verb like the question's
ASIDE = -1.5  # what is worth less: those who only look on, what was not agreed
_TELLS = {
    Aspect.ATTENDANCE: "tells_attendance",
    Aspect.OUTCOME: "tells_outcome",
    Aspect.NEXT: "tells_next",
    Aspect.SUBJECT: "tells_subject",
    Aspect.DISPUTE: "tells_dispute",
}
_WORD = re.compile(r"[^\W\d_]+")


def told(question: Question, aspect: Aspect, passage: Passage) -> float:
    """How much a sentence tells of what is asked: at least `LEAST` where it does at all."""
    language = question.language
    text = pattern("reports.aside", language).split(passage.text, maxsplit=1)[0]
    found = pattern(f"reports.{_TELLS[aspect]}", language).search(text)
    worth = 1.0 if found and not is_history(question, passage) else 0.0
    if aspect is Aspect.ATTENDANCE:
        if pattern("reports.absent", language).match(text):
            return 0.0
        return worth + _names_present(passage, language, worth > 0)
    if worth and aspect is Aspect.OUTCOME:
        worth += SAME_DEED * _is_same_deed(question, text)
        worth += ASIDE * _is_unsettled(question, text)
    return worth


def _is_same_deed(question: Question, text: str) -> bool:
    """Whether a sentence tells what came of an event by a verb like the question's."""
    words = set(_WORD.findall(text.casefold()))
    deeds = groups("reports.deeds", question.language)
    return any(question.words & deed and words & deed for deed in deeds)


def _is_unsettled(question: Question, text: str) -> bool:
    """Whether a sentence tells what was not agreed, where nobody asks for that."""
    unsettled = pattern("reports.unsettled", question.language)
    return unsettled.search(text) is not None and unsettled.search(question.text) is None


def is_history(question: Question, passage: Passage) -> bool:
    """Whether a sentence recalls what was before: of a year long past that nobody asked about."""
    if pattern("reports.recalling", question.language).search(passage.text):
        return True
    date = passage.document.date
    if date is None or years_and_decades_in(question.text):
        return False
    years = years_and_decades_in(passage.text)
    return bool(years) and max(years) < date.year - 1


def _names_present(passage: Passage, language: str, present: bool) -> float:
    """What the heading above a sentence, its names and its onlookers make of it."""
    heading = heading_above(passage)
    headed = pattern("reports.present", language).fullmatch(heading) is not None
    several = pattern("reports.several", language).search(passage.text) is not None
    aside = pattern("reports.onlookers", language).match(passage.text) is not None
    return HEADED * headed + SEVERAL * (several and (present or headed)) + ASIDE * aside / 2


def heading_above(passage: Passage) -> str:
    """The heading right above a passage, "" where there is none but the document's title."""
    heading = heading_over(passage)
    return heading if heading.casefold() != passage.document.title.casefold() else ""
