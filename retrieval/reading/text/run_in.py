"""Run-in headings: "3. Concert. The board agreed to let the choir sing."

The heading becomes a block of its own: it tells what every sentence below it is about, and is no
sentence itself. One without a number is told by those of the blocks around it: "Parking. The first
hour is free." above "Meals. Lunch is served at noon."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from retrieval.lexicon import lexicon
from retrieval.records import Block, BlockKind

_BELOW = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LONGEST = 80  # characters that are looked at for a heading
_MOST_WORDS = 6
_MOST_LABEL_WORDS = 5
_LEAST_WORDS_BELOW = 4
_FEW = 3  # blocks with a heading that has no number, for them to be headings at all
_UNNUMBERED = re.compile(r"(?P<name>[^\W\d_a-z][^.:!?;,\n]{3,40}\.)[ \t]+(?=[\"“A-Z])")
_RUN_IN = re.compile(
    r"(?:\(?\d{1,3}[.)]|§ ?\d{1,3})\s+(?P<name>[^\W\d_][^.:!?;\n]{2,60}[.:])\s+(?=[\"“A-Z])"
)


def with_headings(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a text, headings that run into paragraphs and items apart from them."""
    blocks = tuple(blocks)
    unnumbered = _unnumbered(text, blocks)
    for number, block in enumerate(blocks):
        heading = unnumbered.get(number) or _heading(text, block, _RUN_IN)
        if heading is None:
            yield block
            continue
        yield Block(BlockKind.HEADING, block.start, heading.end("name"))
        yield Block(BlockKind.PARAGRAPH, heading.end(), block.end)


def _unnumbered(text: str, blocks: Sequence[Block]) -> dict[int, re.Match[str]]:
    """The headings without a number, by the numbers of their blocks: a few at least, all different,
    with which most blocks between the first and the last of them begin.

    None stands below a question, as an answer does, nor where they share their text with as many
    headings of their own line, whose place they would take.
    """
    told = [number for number, block in enumerate(blocks) if block.kind in _BELOW]
    opening = {number: _heading(text, blocks[number], _UNNUMBERED) for number in told}
    found = {n: label for n, label in opening.items() if label and _is_label(label["name"])}
    names = {label["name"] for label in found.values()}
    if len(names) < max(_FEW, len(found)):
        return {}
    among = range(min(found), max(found) + 1)
    paragraphs = sum(number in opening for number in among)
    headings = sum(blocks[number].kind is BlockKind.HEADING for number in among)
    asked = any(text[: blocks[number].start].rstrip().endswith("?") for number in found)
    return found if not asked and len(found) * 2 > paragraphs + headings else {}


def _is_label(name: str) -> bool:
    """Whether words name a thing: "Care of the garden", not "So it goes"."""
    words = name[:-1].casefold().split()
    if words[0] in _words("prepositions"):
        return False  # "In June."
    return len(words) <= _MOST_LABEL_WORDS and _telling().isdisjoint(words)


def _heading(text: str, block: Block, form: re.Pattern[str]) -> re.Match[str] | None:
    """The heading of a form with which a block begins, with the blank behind it; None for a
    sentence.
    """
    if block.kind not in _BELOW:
        return None
    found = form.match(text, block.start, min(block.end, block.start + _LONGEST))
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
    return told or (len(words) > 1 and small[0] in _words("verbs"))


@cache
def _past() -> frozenset[str]:
    """The irregular forms of verbs, and those that only help others."""
    irregular = " ".join(lexicon("en").get("irregular", {}).values()).split()
    return _words("auxiliaries").union(irregular)


@cache
def _telling() -> frozenset[str]:
    """Small words that names of things seldom have: pronouns, "not", "so"."""
    naming = map(_words, ("determiners", "prepositions", "conjunctions"))
    return frozenset(str(lexicon("en").get("stop", "")).split()).difference(*naming)


@cache
def _words(section: str) -> frozenset[str]:
    """The words of a kind in the English syntax: "verbs", "prepositions"."""
    return frozenset(str(lexicon("syntax_en").get(section, "")).split())
