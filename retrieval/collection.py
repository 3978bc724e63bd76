"""Stand-in collection."""
from __future__ import annotations
import hashlib, re, datetime
from dataclasses import dataclass
from pathlib import Path
from collections.abc import Callable
from retrieval.records import Block, BlockKind, Document, Source


@dataclass(frozen=True, slots=True)
class Limits:
    max_file_bytes: int
    max_files: int


@dataclass(frozen=True, slots=True)
class Skipped:
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    folder: Path
    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Changes:
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    failed: tuple[Skipped, ...]


def changes(old: Collection, new: Collection) -> Changes:
    return Changes((), (), (), ())


def read_collection(folder, *, limits, previous=None, progress=None) -> Collection:
    docs = []
    for p in sorted(folder.glob("*.*")):
        text = p.read_text()
        blocks = []
        for m in re.finditer(r"[^\n]+", text):
            line = m.group()
            furn = not re.search(r'[.!?]["”’]?\s*$', line) or line.endswith("...")
            blocks.append(Block(BlockKind.FURNITURE if furn else BlockKind.PARAGRAPH, m.start(), m.end()))
        fp = hashlib.sha256(text.encode()).hexdigest()
        docs.append(Document(p.name, p.stem, "", None, "en", text, tuple(blocks), Source("txt", "utf-8", len(text), fp)))
    return Collection(folder, tuple(docs), (), hashlib.sha256("".join(d.source.fingerprint for d in docs).encode()).hexdigest())
