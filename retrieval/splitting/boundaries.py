"""Documents and texts to whole sentences with exact offsets.

sentencex finds the boundaries; what it gets wrong is mended here: initials, abbreviations, numbers
of list items, closing quotes, sentences in brackets, long quotations, over-long sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from retrieval.records import Block, BlockKind, Document, Span
from retrieval.splitting.joining import goes_on
from retrieval.splitting.lengths import LONGEST, is_thai, parted, thai
from retrieval.splitting.run_together import run_together

_WHOLE = frozenset({BlockKind.ROW, BlockKind.PAIR})
_CHUNK = 200_000
_LONG_QUOTE = 250
_BLANKED = str.maketrans({"\n": " ", "\t": " ", "\xa0": " ", "\u3000": " "})
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»「」『』', " "))
_BULLETS = re.compile(r"^[ \t]*[•◦▪●○]", re.MULTILINE)
_COUNTED = re.compile(r"(?<=[^\W_] )\(\d{1,2}\)(?= \w)|(?<=[^\W_][,;] )\(\d{1,2}\)(?= \w)")  # (2)
_CLOSING = re.compile("[\"'”’»)\\]」』〉》】]+(?=\\s|$)")
_OPENING_END = re.compile("[\\s([«“„‘\"'「『]+$")
_REFERENCE = re.compile(r"(?:\s*\[\d{1,3}\])+|:\s?\d[\d–-]*(?=\s|$)")
_NOTE = re.compile(r"(?:\[[^\[\]]{1,30}\])+")
_BRACKETED = re.compile(r"(?<=[.!?]\))\s+(?=[^\W\d_])")
_STOPS = frozenset(".!?\u0964\u3002\uff01\uff1f\u061f")


def spans(document: Document) -> list[Span]:
    """The sentences of a document in order, furniture left out.

    They cover all that isn't blank in the other blocks, don't overlap, and none is blank or
    crosses a block. A heading or item is one sentence unless it has several; a row or pair of at
    most 1,000 characters stays whole, since its parts make no sense alone.
    """
    text, language = document.text, document.language
    return [span for block in document.blocks for span in spans_in(text, block, language)]


def spans_in(text: str, block: Block, language: str) -> list[Span]:
    """The sentences of one block; what stands around it makes no difference."""
    if block.kind in _WHOLE and block.end - block.start <= LONGEST:
        return _trimmed(text, block.start, block.end)
    if block.kind is BlockKind.FURNITURE:
        return []
    return _within(text, block.start, block.end, language, item=block.kind is BlockKind.ITEM)


def sentences(text: str, *, language: str) -> list[Span]:
    """The sentences of a bare text, as `spans` finds them in a paragraph."""
    return _within(text, 0, len(text), language)


def _within(text: str, start: int, end: int, language: str, *, item: bool = False) -> list[Span]:
    """The sentences in a stretch of a text; bullets at the lines of an item part none."""
    found: list[Span] = []
    for at in _chunks(text, start, end):
        piece = text[at.start : at.end]
        if item:
            piece = _BULLETS.sub(lambda bullet: " " * len(bullet[0]), piece)
        for first, last in _bounds(piece, language):
            found += _trimmed(text, at.start + first, at.start + last)
    return found


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches of at most 200,000 characters, ended at a blank where there is one."""
    while end - start > _CHUNK:
        cut = text.rfind(" ", start + _CHUNK // 2, start + _CHUNK) + 1
        cut = cut or start + _CHUNK
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _bounds(text: str, language: str) -> list[Span]:
    """The sentences of one chunk, white space still at their ends."""
    if len(text) < 4:
        return [Span(0, len(text))]
    if is_thai(text):
        return thai(text)
    plain = text.translate(_BLANKED)
    found: list[Span] = []
    counted = _COUNTED.sub(lambda mark: "a" * len(mark[0]), plain)
    for span in _mended(plain, _segmented(counted, language), language):
        if span.end - span.start > _LONG_QUOTE:
            found += _inside_quotes(plain, span, language)
        else:
            found.append(span)
    apart = (part for span in found for part in run_together(plain, span))
    return [part for span in apart for part in parted(plain, span)]


def _segmented(text: str, language: str) -> list[Span]:
    """What sentencex takes for sentences; they follow one another without a gap."""
    found, at = [], 0
    for piece in sentencex.segment(language or "en", text):
        end = at + len(piece)
        if text[at:end] != piece:
            return [Span(0, len(text))]
        found.append(Span(at, end))
        at = end
    return found if at == len(text) else [*found, Span(at, len(text))]


def _mended(text: str, pieces: list[Span], language: str) -> list[Span]:
    """Pieces joined where a boundary was wrong, closing quotes given to their sentence."""
    found: list[Span] = []
    for start, end in pieces:
        first = found[-1].start if found else start
        if found:
            start += _belonging(text, start)
            start -= _opening(text, first, start)
            if start >= end or goes_on(text, Span(first, start), end, language):
                found[-1] = Span(first, end)
                continue
            found[-1] = Span(first, start)
        found.append(Span(start, end))
    return [part for span in found for part in _bracketed(text, span)]


def _belonging(text: str, start: int) -> int:
    """How many characters from `start` on close the sentence before: quotes, references."""
    if text[start].isalnum():
        return 0
    closing = _CLOSING.match(text, start) or _REFERENCE.match(text, start)
    if not closing and not text[start - 1].isspace():
        closing = _NOTE.match(text, start)
    return closing.end() - start if closing else 0


def _opening(text: str, first: int, start: int) -> int:
    """How many characters before `start` open the next sentence: a quote after a blank."""
    if text[start - 1].isalnum() or text[start - 2 : start].rstrip()[-1:] in _STOPS:
        return 0
    tail = _OPENING_END.search(text, max(first + 1, start - 8), start)
    if not tail or not tail.group()[0].isspace():
        return 0
    return len(tail.group().lstrip())


def _bracketed(text: str, span: Span) -> Iterator[Span]:
    """A sentence in brackets parted from the one after it."""
    start = span.start
    if text[start : span.end].lstrip().startswith("("):
        cut = _BRACKETED.search(text, start, span.end)
        if cut:
            yield Span(start, cut.end())
            start = cut.end()
    yield Span(start, span.end)


def _inside_quotes(text: str, span: Span, language: str) -> list[Span]:
    """The sentences of a long quotation, parted as if its quotation marks weren't there."""
    said = text[span.start : span.end]
    bare = said.translate(_QUOTES)
    if bare == said:
        return [span]
    pieces = _mended(said, _segmented(bare, language), language)
    found = [span.start, *(span.start + piece.start for piece in pieces[1:])]
    return [Span(a, b) for a, b in zip(found, [*found[1:], span.end], strict=True)]


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The span without white space at its ends; none if it is blank."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return []
    first = start + len(piece) - len(piece.lstrip())
    return [Span(first, first + len(bare))]
