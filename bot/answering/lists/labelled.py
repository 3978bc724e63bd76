"""Enumerations behind a label that the question names: "Present: Ida Holm (chair), Nils Lund"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.hits.likely import possible
from bot.answering.lifted import LONGEST_LINE, Lifted
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED
from retrieval.records import Hit

_LABELLED = re.compile(r"\W*(?P<label>[^\W\d_][\w'’ -]{1,40}):\s+(?P<told>\S.*)", re.DOTALL)
_ASIDE = re.compile(r"\([^)]*\)")
_TIED = re.compile(r"[,;]\s|\s(?:and|y|и)\s")
_ASKING = frozenset({Kind.WHO, Kind.LIST, Kind.WHICH, Kind.WHAT, Kind.OTHER})
_OF_OTHER_KINDS = frozenset(
    {Wanted.DATE, Wanted.DURATION, Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE}
)


def labelled(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """What stands behind the label that a question names; None where no likely hit has it."""
    who = question.kind is Kind.DEFINITION and "who" in question.words
    if not (who or question.kind in _ASKING) or question.wanted in _OF_OTHER_KINDS:
        return None
    for number, hit in enumerate(possible(question, hits)):
        line = _behind_label(question, hit.passage.text)
        if line:
            return Lifted(line=line, proof=(number,))
    return None


def _behind_label(question: Question, text: str) -> str:
    """Several things behind a label whose words the question has, in the very form.

    Where the question names one of them, it asks about that one.
    """
    found = _LABELLED.match(text)
    if found is None or PARTED in text:
        return ""
    analysis = analyser(question.language)
    words = analysis.tokens(found["label"])
    label = {
        found["label"][w.start : w.end].casefold()
        for w in words
        if w.term not in analysis.stop_terms
    }
    told = " ".join(found["told"].split()).rstrip(" .;")
    several = _TIED.search(_ASIDE.sub("", told)) is not None
    named = {t.term for t in question.content} & set(analysis.terms(told))
    asked = label <= question.words or _tells_attendance(question, label)
    fits = bool(label) and asked and several and not named
    return told if fits and len(told) <= LONGEST_LINE else ""


def _tells_attendance(question: Question, label: set[str]) -> bool:
    """Whether a label opens the list of who was there, or was not, where that is asked."""
    language = question.language
    absent = pattern("attendance.absent_asked", language).search(question.text) is not None
    present = pattern("attendance.present_asked", language).search(question.text) is not None
    wanted = listed("attendance.absent" if absent else "attendance.present", language)
    said = label - listed("attendance.beside", language)
    return (absent or present) and bool(said) and said <= wanted
