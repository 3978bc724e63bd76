"""Run-in headings: "3. Concert. The board agreed to let the choir sing."

The heading becomes a block of its own: it tells what every sentence below it is about, and is no
sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.records import Block, BlockKind

_LONGEST = 80  # characters that are looked at for a heading
_MOST_WORDS = 6
_LEAST_WORDS_BELOW = 4
_RUN_IN = re.compile(
    r"(?:\(?\d{1,3}[.)]|§ ?\d{1,3})\s+(?P<name>[^\W\d_][^.:!?;\n]{2,60}[.:])\s+(?=[\"“A-Z])"
)


def with_headings(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a text, headings that run into paragraphs and items apart from them."""
    for block in blocks:
        heading = _heading(text, block)
        if heading is None:
            yield block
            continue
        yield Block(BlockKind.HEADING, block.start, heading.end("name"))
        yield Block(BlockKind.PARAGRAPH, heading.end(), block.end)


def _heading(text: str, block: Block) -> re.Match[str] | None:
    """The heading with which a block begins, with the blank behind it; None for a sentence."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return None
    found = _RUN_IN.match(text, block.start, min(block.end, block.start + _LONGEST))
    if found is None:
        return None
    words = found["name"][:-1].split()
    below = text[found.end() : block.end].split(maxsplit=_LEAST_WORDS_BELOW)
    told = len(words) <= _MOST_WORDS and len(below) >= _LEAST_WORDS_BELOW
    return found if told and not is_sentence(words) else None


def is_sentence(words: list[str]) -> bool:
    """Whether some words tell what was done, or what to do: "Press the dial"."""
    small = [word.casefold() for word in words]
    told = any(word in _past() or word.endswith("ed") for word in small)
    return told or (len(words) > 1 and small[0] in _verbs())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(str(lexicon("syntax_en").get("verbs", "")).split())


@cache
def _past() -> frozenset[str]:
    """The irregular forms of verbs, and those that only help others."""
    helping = str(lexicon("syntax_en").get("auxiliaries", "")).split()
    return frozenset([*helping, *" ".join(lexicon("en").get("irregular", {}).values()).split()])
