"""The statements inside a long sentence: the whole, its main clause, and those beside that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.disputes.statements import Statement, read_statement
from bot.answering.grammar.referring import points_back, subject
from bot.answering.grammar.sentence import read_sentence
from retrieval.records import Span

_BESIDE = re.compile(r";\s+|,?\s+(?:but|while|whereas)\s+")
_RELATIVE = re.compile(r",\s+(?:who|which|where)\s+[^,;]*(?:,|;|\.|$)|\s+\([^()]*\)")
_NOBODY: frozenset[str] = frozenset()


def statements(text: str, *, language: str, about: frozenset[str] = _NOBODY) -> Iterator[Statement]:
    """The whole sentence as a statement, then the main clauses without what is put in between.

    `about` is what a pronoun at the sentence's head stands for; one at the head of a later clause
    stands for the first clause's subject.
    """
    yield read_statement(text, language=language, about=about)
    parts = list(_parts(text))
    if not parts or parts == [[Span(0, len(text))]]:
        return
    first = text[parts[0][0].start : parts[0][0].end]
    subjects = about if points_back(first) else subject(read_sentence(first, language=language))
    for number, within in enumerate(parts):
        said = text[within[0].start : within[0].end]
        meant = (subjects if points_back(said) else _NOBODY) if number else about
        yield read_statement(text, language=language, about=meant, within=within)


def _parts(text: str) -> Iterator[list[Span]]:
    """The spans of each clause that stands beside the others."""
    start = 0
    for end, behind in [*((m.start(), m.end()) for m in _BESIDE.finditer(text)), (len(text), 0)]:
        within, at = [], start
        for aside in _RELATIVE.finditer(text, start, end):
            within.append(Span(at, aside.start()))
            at = aside.end()
        within.append(Span(at, end))
        found = [span for span in within if text[span.start : span.end].strip()]
        if found:
            yield found
        start = behind
