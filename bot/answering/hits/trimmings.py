"""Lines that tell nothing by themselves: a greeting, a closing, what stands for a picture, when a
page was written.
"""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings

_LONGEST = 160  # characters of such a line
_TOP = 400  # characters of a document in which it is told when it was written


def without_trimmings(found: Findings) -> Findings:
    """What was found without "Dear members," and "[Picture gallery: 12 images]", if there is more.

    One that says a word of the question may answer it: who took the photo is told beside it.
    """
    telling = [hit for hit in found.hits if not _is_trimming(found.question, hit)]
    if len(telling) in (0, len(found.hits)):
        return found
    return found.narrowed(telling)


def _is_trimming(question: Question, hit: Hit) -> bool:
    if hit.passage.end - hit.passage.start > _LONGEST:
        return False
    text, language = hit.passage.text.strip(), question.language
    written = pattern("trimmings.stamp", language).fullmatch(text)
    stamped = written is not None and hit.passage.start < _TOP
    if not stamped and pattern("trimmings.line", language).fullmatch(text) is None:
        return False
    asked = {token.term for token in question.content}
    return asked.isdisjoint(analyser(language).terms(text))
