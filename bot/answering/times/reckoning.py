"""Relative dates ("on Saturday", "yesterday") reckoned from the day of their document.

A weekday is the last one before that day where its sentence tells what was, the next one after it
where it tells what will be. On the document's own weekday, and with "next" or "this", people mean
different days: then nothing is reckoned.
"""

from __future__ import annotations

import datetime
import re

from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.entities.tokens import vocabulary

_WEEK = 7


def reckoned(
    text: str, words: str, written: datetime.date, *, language: str
) -> datetime.date | None:
    """The day that `words` of a sentence mean in a document written on a day; None if unsure."""
    known = vocabulary(language)
    said = re.findall(r"\w+", words.casefold())
    days = [known.weekdays[word] for word in said if word in known.weekdays]
    near = [known.days[word] for word in said if word in known.days]
    if len(near) == 1 and not days:
        return written + datetime.timedelta(days=near[0])
    if len(days) != 1 or near or set(said) & {"next", "this", "every", "last"}:
        return None
    ahead = (days[0] - written.isoweekday()) % _WEEK
    if not ahead:
        return None
    past = _is_past(read_sentence(text, language=language), words)
    if past is None:
        return None
    return written + datetime.timedelta(days=ahead - _WEEK if past else ahead)


def _is_past(sentence: Sentence, words: str) -> bool | None:
    """Whether the clause with the words tells what was (True), what will be (False), or neither."""
    place = sentence.tokens.text.casefold().find(words.casefold())
    start = max((i + 1 for i in _breaks(sentence) if sentence.tokens.starts[i] < place), default=0)
    stop = min((i for i in _breaks(sentence) if sentence.tokens.starts[i] > place), default=None)
    clause = sentence.words[start:stop]
    tags = sentence.tags[start:stop]
    if {"will", "shall", "ll", "would", "may", "might", "could", "should"} & set(clause):
        return False if {"will", "shall"} & set(clause) else None
    if re.search(r"[PtX]*G", tags) and {"is", "are", "am"} & set(clause):
        return None
    if {"was", "were", "had", "did"} & set(clause) or "E" in tags:
        return None if {"is", "are", "has", "have"} & set(clause) else True
    return None


def _breaks(sentence: Sentence) -> list[int]:
    return [i for i, tag in enumerate(sentence.tags) if tag in ",S"]
