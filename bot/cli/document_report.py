"""`quoth show FILE`: a document as Quoth sees it, block by block, passage by passage."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console as Terminal
from rich.text import Text

from bot.cli.index_report import furniture_characters
from bot.errors import QuothError
from bot.message import displayable
from bot.settings import Settings
from retrieval.collection import Limits, read_document
from retrieval.errors import UnreadableFileError
from retrieval.places import places_at
from retrieval.records import Block, BlockKind, Document, Place, Span
from retrieval.splitting import spans

_MARGIN = 11  # characters in front of what is shown


def document_report(settings: Settings, file: Path, *, as_json: bool) -> None:
    """Print one document: a file on the disk, or one named as in the collection.

    Raises QuothError where there is no such file or it can't be read.
    """
    place = file if file.exists() else settings.documents.folder / file
    limits = Limits(
        max_file_bytes=settings.documents.max_file_bytes,
        max_files=1,
        max_file_seconds=settings.documents.max_file_seconds,
    )
    if not place.exists():
        raise QuothError(f"{file}: there is no such file, nor one in {settings.documents.folder}.")
    try:
        document = read_document(place, limits=limits)
    except UnreadableFileError as error:
        raise QuothError(f"{file} would be skipped: {error}.") from None
    passages = spans(document)
    if as_json:
        sys.stdout.write(json.dumps(_record(document, passages), ensure_ascii=False) + "\n")
    else:
        _print(document, passages, Terminal(highlight=False, soft_wrap=not sys.stdout.isatty()))


def _record(document: Document, passages: list[Span]) -> dict[str, object]:
    """A document with its blocks and passages, for JSON."""
    text = document.text
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "date": document.date.isoformat() if document.date else None,
        "language": document.language,
        "format": document.source.format,
        "encoding": document.source.encoding,
        "bytes": document.source.size,
        "remarks": list(document.source.remarks),
        "text": text,
        "blocks": [{"kind": b.kind.value, "start": b.start, "end": b.end} for b in document.blocks],
        "furniture": [text[b.start : b.end] for b in document.blocks if _is_furniture(b)],
        "places": [
            {"kind": p.kind.value, "start": p.start, "name": p.name} for p in document.places
        ],
        "passages": [
            {
                "start": span.start,
                "end": span.end,
                "text": text[span.start : span.end],
                "place": {p.kind.value: p.name for p in places_at(document, span.start)},
            }
            for span in passages
        ],
    }


def _is_furniture(block: Block) -> bool:
    return block.kind is BlockKind.FURNITURE


def _print(document: Document, passages: list[Span], terminal: Terminal) -> None:
    """Print what is known of a document, then its blocks with their passages."""
    headings = sum(block.kind is BlockKind.HEADING for block in document.blocks)
    source = document.source
    for name, value in (
        ("document", document.id),
        ("title", document.title),
        ("publisher", document.publisher or "unknown"),
        ("date", document.date.isoformat() if document.date else "unknown"),
        ("language", document.language or "unknown"),
        ("format", f"{source.format}{f', {source.encoding}' if source.encoding else ''}"),
        ("size", f"{source.size:,} bytes, {len(document.text):,} characters"),
        ("passages", f"{len(passages):,}, under {headings:,} headings"),
        ("furniture", f"{furniture_characters(document):,} characters"),
        *(("not read", remark) for remark in source.remarks),
    ):
        terminal.print(Text(f"{name:<{_MARGIN}}", style="dim") + displayable(value)[0])
    terminal.print()
    places = list(document.places)
    waiting = list(passages)
    for block in document.blocks:
        while places and places[0].start < block.end:
            terminal.print(Text(_named(places.pop(0)), style="dim"))
        held = [span for span in waiting[: block.end - block.start] if span.start < block.end]
        del waiting[: len(held)]
        _print_block(document.text, block, held, terminal)


def _named(place: Place) -> str:
    return f"── {place.kind.value} {displayable(place.name)[0]}"


def _print_block(text: str, block: Block, held: list[Span], terminal: Terminal) -> None:
    """One block, each of its passages on a line of its own."""
    if _is_furniture(block):
        said = displayable(text[block.start : block.end])[0]
        terminal.print(Text(f"{'furniture':<{_MARGIN}}{said}", style="dim strike"))
        return
    for number, span in enumerate(held):
        name = block.kind.value if number == 0 else ""
        said = displayable(text[span.start : span.end])[0]
        style = "bold" if block.kind is BlockKind.HEADING else ""
        terminal.print(Text(f"{name:<{_MARGIN}}", style="dim").append(said, style=style))
