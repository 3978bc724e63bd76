"""Quoth on an archive of many documents, for `benchmarks.speed`: built, changed, whole replies."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from benchmarks.engines import DOCUMENT, NEW, changed_place
from benchmarks.searched import found
from retrieval.collection import Collection
from retrieval.indexing.room import USUAL, Room
from retrieval.passages import Cut, joined
from retrieval.question import parse_question
from retrieval.records import Block, BlockKind, Document, Source
from retrieval.retriever import Retriever
from retrieval.storage import open_saved, reopen, save

PARAGRAPH = 10  # sentences


def build(sentences: Sequence[str], folder: Path, *, memory: int = USUAL) -> None:
    """Index documents of some sentences each, with some bytes of memory, and save them."""
    from retrieval.building import Batch, retriever_of

    documents, cuts = [], []
    for start in range(0, len(sentences), DOCUMENT):
        own = sentences[start : start + DOCUMENT]
        sizes = np.fromiter(map(len, own), np.int32, len(own))
        ends = np.cumsum(sizes + 1, dtype=np.int32) - 1
        spans = np.stack([ends - sizes, ends], axis=1)
        cuts.append(Cut(spans, np.ones(len(own), dtype=bool)))
        documents.append(_document(f"{start // DOCUMENT:06d}.txt", own))
    collection = Collection(folder, tuple(documents), (), "archive")
    batch = Batch(room=Room(memory, folder))
    save(collection, retriever_of(joined(documents, cuts), batch=batch), folder)


def _document(name: str, sentences: Sequence[str]) -> Document:
    """A document of a sentence a line, some of which make a paragraph."""
    text = "\n".join(sentences)
    source = Source("text", "utf-8", len(text), f"{name} {hash(text)}")
    bounds = [0, *accumulate(len(sentence) + 1 for sentence in sentences)]
    starts = [*bounds[:-1:PARAGRAPH], bounds[-1]]
    blocks = (Block(BlockKind.PARAGRAPH, start, end - 1) for start, end in pairwise(starts))
    return Document(name, name, "", None, "en", text, tuple(blocks), source)


def replier(folder: Path) -> Callable[[str], object]:
    """The whole way from a message to a finished answer."""
    from bot.assistant import Assistant
    from bot.phrasing import load_phrases
    from bot.settings import load_settings
    from bot.snapshots.snapshot import Snapshot
    from bot.snapshots.suggestions import Suggestions

    settings = load_settings()
    saved = open_saved(folder, folder)
    snapshot = Snapshot(
        collection=saved.collection,
        retriever=saved.retriever,
        built=datetime.datetime.now(),
        fingerprint=saved.collection.fingerprint,
        languages=frozenset({"en"}),
        language="en",
        suggestions=Suggestions(saved.retriever),
        kept=True,
    )
    phrases = load_phrases(settings.phrases.folder)
    return Assistant(settings=settings, phrases=phrases, snapshot=snapshot).ask


def changer(folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Two steps, as the bot takes them: the first brings an index that is open up to date with one
    changed document and answers from it, the second saves it and answers from there.
    """
    from bot.memory import nothing_thrown_away
    from retrieval.building import build_retriever

    saved = open_saved(folder, folder)
    saved.retriever.search(parse_question("Is the index open?"))
    documents = list(saved.collection.documents)
    place, line = divmod(changed_place(len(saved.retriever.passages)), DOCUMENT)
    sentences = documents[place].text.split("\n")
    sentences[line] = NEW
    documents[place] = _document(documents[place].id, sentences)
    collection = dataclasses.replace(
        saved.collection, documents=tuple(documents), fingerprint="changed"
    )

    held = saved.retriever

    @nothing_thrown_away()
    def change() -> object:
        nonlocal held
        held = build_retriever(documents, previous=held)
        return _asked(held)

    @nothing_thrown_away()
    def keep() -> object:
        save(collection, held, folder)
        return _asked(reopen(folder, collection).retriever)

    return change, keep


def _asked(retriever: Retriever) -> object:
    """What is found for what is new in a changed collection."""
    text = retriever.passages.passage
    return found(NEW, retriever.index, lambda number: text(number).text, 1)
