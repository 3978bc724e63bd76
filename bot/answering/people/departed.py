"""Whether a later document says that the holder of an office, by an earlier one, has left it.

Who is governor is not told by last year's report on the governor who has resigned since.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.lifted import Lifted
from retrieval.analysis import analyser
from retrieval.question import Kind, Question
from retrieval.records import Hit


def has_left(question: Question, hits: Sequence[Hit], lifted: Lifted) -> bool:
    """Whether a hit written later says that whoever was lifted as the holder of an office left."""
    asked = set(question.text.casefold().split())
    if question.kind not in (Kind.WHO, Kind.DEFINITION) or asked.isdisjoint(
        listed("departed.asked", question.language)
    ):
        return False
    written = hits[lifted.proof[0]].passage.document.date
    if written is None or not lifted.line:
        return False
    name = lifted.line.split()[-1]
    later = (hit for hit in hits if (date := hit.passage.document.date) and date > written)
    return any(_tells_departure(question, hit.passage.text, name) for hit in later)


def _tells_departure(question: Question, text: str, name: str) -> bool:
    """Whether a sentence tells that somebody of a name left the office asked about, or any."""
    language = question.language
    left = pattern("departed.left", language).search(text) if name in text else None
    if left is None:
        return False
    as_what = pattern("departed.as_what", language).match(text, left.end())
    terms = analyser(language).terms(text)
    return as_what is None or read_question(question).head in terms
