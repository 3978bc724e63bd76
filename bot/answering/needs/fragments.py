"""Facts in fragments below a heading: "16 April, 7 pm. Nora Hull speaks. 6 crowns, members free."

Where the best sentence is on what a heading names but lacks when or how much, the fragment beside
it that opens with that is the answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.grammar.referring import understood
from bot.answering.hits.blocks import block_of
from bot.answering.needs.absence import absent
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question, Wanted
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

_KINDS = {Wanted.DATE: MentionKind.DATE, Wanted.MONEY: MentionKind.MONEY}
_REACH = 3  # sentences on either side
_LATEST = 8  # characters before the thing asked for: "on ", "Friday "
_BEHIND = 0.2  # how likely every other hit is then, against what it was


def with_fragment(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first the fragment that opens with what the best sentence lacks."""
    question = found.question
    kind = _KINDS.get(question.wanted)
    if kind is None or question.language != "en" or not found.hits:
        return found
    best = found.hits[0].passage
    about = understood(best)
    if not _is_about(question, best, about) or absent(question, [best.text], [about]) is None:
        return found
    beside = next((p for p in _beside(best, retriever) if _opens_with(p.text, kind)), None)
    if beside is None or absent(question, [beside.text], [understood(beside)]) is not None:
        return found
    others = (hit for hit in found.hits if hit.passage.number != beside.number)
    lesser = (hit._replace(probability=_BEHIND * hit.probability) for hit in others)
    return found.narrowed((Hit(beside, found.hits[0].probability), *lesser))


def _is_about(question: Question, passage: Passage, about: frozenset[str]) -> bool:
    """Whether a passage and what stands above it hold all words of a question, some only above."""
    asked = {token.term for token in question.content}
    said = set(analyser(question.language).terms(passage.text))
    return bool(asked) and bool(asked & about) and asked <= said | about


def _beside(passage: Passage, retriever: Retriever) -> Iterator[Passage]:
    """The sentences of a passage's own paragraph near it."""
    block = block_of(passage)
    first, last = retriever.passages.bounds(passage.number)
    for step in range(1, _REACH + 1):
        for number in (passage.number - step, passage.number + step):
            if first <= number < last:
                other = retriever.passages.passage(number)
                if block is not None and block.start <= other.start < block.end:
                    yield other


def _opens_with(text: str, kind: MentionKind) -> bool:
    """Whether a text opens with a thing of a kind."""
    found = (m.start for m in mentions(text, language="en") if m.kind is kind)
    return next(found, _LATEST + 1) <= _LATEST
