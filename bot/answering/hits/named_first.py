"""The entry of the very option, setting or command that is asked about.

Of "-d" every page may speak; what it does is told where it is listed, or below its own heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.forms.named import Named, entry_told, name_asked
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.reordering import before_others
from bot.answering.hits.sections import heading_text
from retrieval.analysis import analyser
from retrieval.records import Passage
from retrieval.retriever import Findings, Retriever

LOOKED_AT = 200  # passages with the words of the name
BELOW = 5  # passages below a name that stands alone
LEAST = 15  # characters of what an entry tells
LIKELIER = 2.0  # log-odds by which an answer is likelier where the name has an entry
MOST = 2
_OF_VALUES = re.compile(
    r"\W*(?:default|type|option|syntax|value)s?\b[^:|]{0,20}[:|]", re.IGNORECASE
)
_DEFAULT = re.compile(r"\bdefaults?\b|\(def(?:ault)?:", re.IGNORECASE)


def named_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first what the entry tells of the name that is asked about."""
    asked = name_asked(found.question) if found.hits else None
    passages = list(_telling(asked, retriever)) if asked else []
    if not passages:
        return found
    numbers = list(dict.fromkeys(passage.number for passage in passages))
    first = retriever.among(found.question, numbers)[:MOST]
    return before_others(found, first, likelier=LIKELIER)


def _telling(asked: Named, retriever: Retriever) -> Iterator[Passage]:
    """The passages that tell of a name: entries, what stands below entries or headings."""
    terms = analyser("en").terms(asked.name)
    for passage in retriever.holding(dict.fromkeys(terms, 1.0), k=LOOKED_AT):
        told = entry_told(asked.name, passage.text)
        if told is None:
            continue
        if len(told) >= LEAST and (not asked.default or _DEFAULT.search(told)):
            yield passage
        else:
            yield from _below(passage.number + 1, asked, retriever)
    for heading in retriever.named(terms, k=LOOKED_AT):
        if heading_text(heading).casefold() == asked.name.casefold():
            yield from _below(heading.number + 1, asked, retriever)


def _below(number: int, asked: Named, retriever: Retriever) -> Iterator[Passage]:
    """The first passage, in some that follow, that tells what is asked."""
    _, last = retriever.passages.bounds(number - 1)
    for place in range(number, min(number + BELOW, last)):
        passage = retriever.passages.passage(place)
        if is_heading(passage) or entry_told(asked.name, passage.text) is not None:
            return
        fits = _DEFAULT.search(passage.text) if asked.default else _tells(passage.text)
        if fits:
            yield passage
            return


def _tells(text: str) -> bool:
    return len(text) >= LEAST and _OF_VALUES.match(text) is None
