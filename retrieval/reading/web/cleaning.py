"""Page furniture in text saved from the web: told by what lines say, look like and stand beside.

A text is taken for a saved page only if it has prose and a line that says what only pages say. In
any other text nothing but ornaments ("-----") is furniture. In a saved page furniture is
- what calls to act or is a menu, wherever it stands;
- at its head, what is neither the headline nor prose nor a long line under the headline;
- at its foot, from the first such line on, what is no prose, and teasers of other stories.
A full sentence is furniture only where it calls to act or stands among teasers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.reading.web import shapes
from retrieval.records import Block, BlockKind

_HEAD_BLOCKS = 40
_HEADLINE_WORDS = 30
_STANDFIRST_WORDS = 7
_FOOT_SHARE = 4
_SHORT_WORDS = 4
_RUN = 3
_SAMPLE_BLOCKS = 60


class Cleaned(NamedTuple):
    """The blocks of a text with its furniture told; `headline` is the number of a block or None."""

    blocks: tuple[Block, ...]
    headline: int | None


@dataclass(frozen=True, slots=True)
class _Line:
    """One block as cleaning sees it."""

    kind: BlockKind
    text: str
    words: tuple[str, ...]
    prose: bool
    call: bool
    bare: bool


def clean(text: str, blocks: list[Block]) -> Cleaned:
    """The blocks of a text saved from who knows where, its furniture and headline told."""
    lines = [_line(text[block.start : block.end], block.kind) for block in blocks]
    body = [number for number, line in enumerate(lines) if line.prose and not line.call]
    headline = _headline(lines, body)
    furniture = {number for number, line in enumerate(lines) if line.bare}
    if not body:
        furniture |= _only_furniture(lines)
    else:
        furniture |= _repeats(lines, headline, body[0]) | _kicker(lines, body, headline)
        furniture |= _section(lines, headline)
        if any(line.call for line in lines):
            furniture |= _of_page(lines, body, headline)
        furniture |= {
            n for n, line in enumerate(lines) if n > body[0] and shapes.is_legal(line.text)
        }
    return Cleaned(tuple(_marked(blocks, furniture, headline)), headline)


def without_calls(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks of a page whose structure is known, with ornaments and calls to act told.

    A line above all prose that says no more than a date is the page's. Rows and headings of a table
    or section keep what they say.
    """
    kept = {BlockKind.ROW, BlockKind.FURNITURE}
    lines = [_line(text[block.start : block.end], block.kind) for block in blocks]
    told = [number for number, line in enumerate(lines) if line.prose and not line.call]
    first = next((n for n in told if lines[n].kind is not BlockKind.FURNITURE), -1)
    furniture = {
        number
        for number, line in enumerate(lines)
        if line.bare
        or (line.kind not in kept and told and (line.call or shapes.is_legal(line.text)))
        or (number < first and line.kind is BlockKind.PARAGRAPH and shapes.is_dated(line.text))
    }
    return tuple(_marked(blocks, furniture, None))


def _kicker(lines: list[_Line], body: list[int], headline: int | None) -> set[int]:
    """A name above the headline that the prose says word for word, as a picture's caption does."""
    if not headline or len(body) < _RUN:
        return set()
    told = " ".join(word for number in body[:_SAMPLE_BLOCKS] for word in lines[number].words)
    return {
        number
        for number, line in enumerate(lines[:headline])
        if 2 <= len(line.words) <= _SHORT_WORDS
        and line.text.istitle()
        and f" {' '.join(line.words)} " in told
    }


def _section(lines: list[_Line], headline: int | None) -> set[int]:
    """A lone word of menus right above the headline: "News"."""
    if headline != 1 or not shapes.menu_words(lines[0].text):
        return set()
    return {0}


def _line(text: str, kind: BlockKind) -> _Line:
    words = tuple(shapes.words_of(text))
    return _Line(
        kind=kind,
        text=text,
        words=words,
        prose=shapes.is_prose(text),
        call=len(text) <= shapes.LOOKED_AT
        and (shapes.is_call(text) or shapes.is_menu(text) or shapes.is_caption(text)),
        bare=not words and not any(map(str.isalnum, text)),
    )


def _marked(blocks: list[Block], furniture: set[int], headline: int | None) -> list[Block]:
    marked = []
    for number, block in enumerate(blocks):
        if number in furniture:
            block = block._replace(kind=BlockKind.FURNITURE)
        elif number == headline:
            block = block._replace(kind=BlockKind.HEADING)
        marked.append(block)
    return marked


def _headline(lines: list[_Line], body: list[int]) -> int | None:
    """The line at the head that is repeated, or shares most words with the body, or is first.

    A question is one only where nothing else is.
    """
    if not body:
        return _title_of_list(lines)
    told = {word for number in body[:_SAMPLE_BLOCKS] for word in lines[number].words}
    head = [
        number
        for number, line in enumerate(lines[: min(body[0], _HEAD_BLOCKS)])
        if line.words
        and len(line.words) <= _HEADLINE_WORDS
        and not _is_marginal(line)
        and line.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
    ]
    if not head:
        return None
    counts = Counter(line.words for line in lines)

    def score(number: int) -> tuple[bool, bool, float, int]:
        words = [word for word in lines[number].words if len(word) > 1]
        shared = sum(word in told for word in words) / max(1, len(words))
        repeated = counts[lines[number].words] > 1 and len(words) >= 3
        asks = lines[number].text.endswith("?")
        return not asks, repeated, shared * min(len(words), 8), -number

    best = max(head, key=score)
    _, repeated, shared, _ = score(best)
    return best if repeated or shared >= 2 or lines[head[0]].text.endswith("?") else head[0]


def _title_of_list(lines: list[_Line]) -> int | None:
    """The first line of a text without prose, if it looks like the heading of the rest."""
    first = lines[0] if lines else None
    return 0 if first and first.kind is BlockKind.HEADING and not first.call else None


def _is_marginal(line: _Line) -> bool:
    """Whether a line that isn't prose is of a kind that a page has around its text."""
    text = line.text
    return not line.prose and (
        line.call
        or shapes.is_dated(text)
        or shapes.is_byline(text)
        or shapes.is_address(text)
        or shapes.is_widget(text)
    )


def _repeats(lines: list[_Line], headline: int | None, first: int) -> set[int]:
    """The headline's other appearances at the head and directly below, the first one kept."""
    if headline is None:
        return set()
    words = lines[headline].words
    return {
        number
        for number, line in enumerate(lines[: first + 1])
        if number != headline and line.words == words and not line.prose
    }


def _only_furniture(lines: list[_Line]) -> set[int]:
    """Everything, where a text without prose or sentence is mostly calls and menus."""
    if any(shapes.is_sentence(line.text) and not line.call for line in lines):
        return set()
    said = [line for line in lines if line.words]
    calls = sum(line.call or bool(shapes.menu_words(line.text)) for line in said)
    proof = any(line.call for line in said)
    return set(range(len(lines))) if proof and calls >= 2 and calls * 5 >= len(said) * 4 else set()


def _of_page(lines: list[_Line], body: list[int], headline: int | None) -> set[int]:
    """The furniture of a text that was saved from a page."""
    found = {number for number, line in enumerate(lines) if line.call}
    found |= _runs(lines, headline)
    if len(body) >= 2:
        found |= _head(lines, body[0], headline)
        found |= _foot(lines, body)
    return found - {headline}


def _head(lines: list[_Line], first: int, headline: int | None) -> set[int]:
    found = set()
    for number, line in enumerate(lines[:first]):
        above = headline is not None and number < headline
        beside = headline is not None and number > headline
        brief = line.kind is not BlockKind.ITEM and len(line.words) < _STANDFIRST_WORDS
        if _is_marginal(line) or above or (beside and brief and not shapes.is_sentence(line.text)):
            found.add(number)
    return found


def _foot(lines: list[_Line], body: list[int]) -> set[int]:
    """What follows the first call that has less than a quarter of the prose after it."""
    total = sum(len(lines[number].words) for number in body)
    after = 0
    start = len(lines)
    for number in range(len(lines) - 1, body[0], -1):
        line = lines[number]
        after += len(line.words) if line.prose and not line.call else 0
        if after * _FOOT_SHARE >= total:
            break
        if line.call:
            start = number
    found = {n for n in range(start, len(lines)) if not lines[n].prose}
    return found | _told_stories(lines, start)


def _told_stories(lines: list[_Line], start: int) -> set[int]:
    """Sentences under other stories' headlines: two or more pairs below a line that opens them."""
    opened = [n for n in range(start, len(lines)) if shapes.is_opener(lines[n].text)]
    if not opened:
        return set()
    pairs = [
        number
        for number in range(opened[0] + 2, len(lines))
        if lines[number].prose
        and not lines[number - 1].prose
        and len(lines[number - 1].words) >= 3
        and len(lines[number].words) <= _HEADLINE_WORDS
    ]
    return set(pairs) if len(pairs) >= 2 else set()


def _runs(lines: list[_Line], headline: int | None) -> set[int]:
    """Runs of three or more short lines of which one calls to act or two are words of menus."""
    found: set[int] = set()
    run: list[int] = []
    for number in range(len(lines) + 1):
        line = lines[number] if number < len(lines) else None
        if line and number != headline and _is_short(line):
            run.append(number)
            continue
        menus = sum(shapes.menu_words(lines[n].text) for n in run)
        if len(run) >= _RUN and (menus >= 2 or any(lines[n].call for n in run)):
            found |= set(run)
        run = []
    return found


def _is_short(line: _Line) -> bool:
    text = line.text
    return len(line.words) <= _SHORT_WORDS and not shapes.is_sentence(text) and text[-1] != ":"
