"""From Documents to a Retriever: sentences, terms, indexes and words.

Where most documents stand in a retriever that there was before, only what has changed is cut and
analysed, and the rest is taken over; the result is the same to the last bit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from retrieval.disk.blocks import blocks_of, rows_of
from retrieval.index import Index
from retrieval.indexing.merging import chained, woven
from retrieval.indexing.pieces import Piece
from retrieval.indexing.processes import in_helpers
from retrieval.indexing.reader import BLOCK, Reader
from retrieval.indexing.rewording import reworded
from retrieval.indexing.room import Room
from retrieval.indexing.words import Words, gather_words
from retrieval.indexing.writing import interleaved, left, rewritten
from retrieval.passages import Cut, Passages, cut_at, joined, rejoined
from retrieval.ranking.ranker import Ranker
from retrieval.records import Document, Source
from retrieval.retriever import Retriever
from retrieval.splitting import spans
from retrieval.splitting.recutting import Recut, new, recut
from retrieval.weighing import weigh

Progress = Callable[[int, int], None]
_NO_SOURCE = Source("", "", 0, "")


class _Text(NamedTuple):
    """A document as it is sent to a helper process: `rows` are its blocks as numbers."""

    language: str
    text: str
    rows: npt.NDArray[np.int32]


class Batch(NamedTuple):
    """How building is shared out.

    A collection of at least `helpers_from` characters is cut into sentences by helper processes,
    one a core, about `characters` at a time. Postings are counted within the memory of `room`.
    """

    characters: int = 1_000_000
    helpers_from: int = 8_000_000
    room: Room = Room()


USUAL = Batch()


def build_retriever(
    documents: Sequence[Document],
    *,
    ranker: Ranker | None = None,
    previous: Retriever | None = None,
    batch: Batch = USUAL,
    progress: Progress | None = None,
) -> Retriever:
    """The retriever of some documents; `ranker` is by default the one that comes with Quoth.

    What has not changed since `previous` is not analysed again; the result is the same to the last
    bit. `progress` is called with the number of documents done and of all documents.
    """
    if previous is not None:
        former = _former(documents, previous.passages, batch)
        known = len(former.kept) + len(former.changed)
        if 2 * known >= max(len(documents), len(previous.passages.documents)):
            return _changed(documents, former, previous, batch, progress, ranker)
    cuts, piece = _gathered(documents, map(new, _cuts(documents, batch)), batch, progress)
    passages = joined(documents, [cut for cut, _ in cuts])
    return _assembled(passages, piece, _words(piece), ranker)


def retriever_of(
    passages: Passages, *, ranker: Ranker | None = None, batch: Batch = USUAL
) -> Retriever:
    """The retriever of passages that are cut already."""
    cuts = (new(passages.cut(number)) for number in range(len(passages.documents)))
    _, piece = _gathered(passages.documents, cuts, batch, None)
    return _assembled(passages, piece, _words(piece), ranker)


def _gathered(
    documents: Sequence[Document],
    cuts: Iterable[Recut],
    batch: Batch,
    progress: Progress | None,
) -> tuple[list[Recut], Piece]:
    """The cut of each document, and the postings and words of all passages that are new."""
    reader, pieces = Reader(block=min(BLOCK, batch.room.postings)), []
    found: list[Recut] = []
    for document, given in zip(documents, cuts, strict=True):
        found.append(given)
        text, spans = document.text, given.cut.spans[given.former < 0].tolist()
        reader.read(document.language, [text[start:end] for start, end in spans])
        if reader.tokens >= batch.room.postings:
            pieces.append(batch.room.put_away(reader.piece()))
        if progress:
            progress(len(found), len(documents))
    pieces.append(reader.piece())
    return found, chained(pieces, batch.room)


def _words(piece: Piece) -> Words:
    return gather_words(piece.pairs, piece.table, piece.terms)


def _assembled(passages: Passages, piece: Piece, words: Words, ranker: Ranker | None) -> Retriever:
    return Retriever(passages, weigh(piece), forward=piece.forward, words=words, ranker=ranker)


def _cuts(documents: Sequence[Document], batch: Batch) -> Iterator[Cut]:
    """The cuts of all documents in order; those of a large collection from helpers."""
    batches = _batches(documents, batch.characters)
    helpers = min(os.cpu_count() or 1, len(batches))
    if helpers < 2 or sum(len(document.text) for document in documents) < batch.helpers_from:
        yield from (cut_at(document, spans(document)) for document in documents)
        return
    sent = ([_sent(documents[number]) for number in numbers] for numbers in batches)
    for found in in_helpers(_helped, sent, count=helpers):
        yield from found


def _batches(documents: Sequence[Document], characters: int) -> list[range]:
    """Runs of documents, by number, with about as many characters as are analysed at once."""
    bounds, room = [0], characters
    for number, document in enumerate(documents):
        room -= len(document.text)
        if room < 0:
            bounds.append(number + 1)
            room = characters
    bounds.append(len(documents))
    return [range(start, end) for start, end in pairwise(bounds) if start < end]


def _sent(document: Document) -> _Text:
    return _Text(document.language, document.text, rows_of(document.blocks))


def _helped(texts: Sequence[_Text]) -> list[Cut]:
    """The cuts of some texts, in a helper."""
    return [_cut(text) for text in texts]


def _cut(text: _Text) -> Cut:
    blocks = blocks_of(text.rows)
    document = Document("", "", "", None, text.language, text.text, blocks, _NO_SOURCE)
    return cut_at(document, spans(document))


class _Former(NamedTuple):
    """Documents that had a version before, as its number by their number, in order.

    `kept` are those that are the same still, `changed` the others.
    """

    kept: dict[int, int]
    changed: dict[int, int]


def _former(documents: Sequence[Document], before: Passages, batch: Batch) -> _Former:
    """Which documents had a version before.

    Where so much has changed that helpers cut it, no changed document counts as known.
    """
    known = {document.id: number for number, document in enumerate(before.documents)}
    found = _Former({}, {})
    last = -1
    for number, document in enumerate(documents):
        former = known.get(document.id, -1)
        if former > last:
            old, last = before.documents[former], former
            same = old.source.fingerprint == document.source.fingerprint
            (found.kept if same else found.changed)[number] = former
    characters = sum(len(documents[number].text) for number in found.changed)
    return found if characters < batch.helpers_from else found._replace(changed={})


def _recuts(
    documents: Sequence[Document],
    numbers: Sequence[int],
    changed: Mapping[int, int],
    before: Passages,
    batch: Batch,
) -> Iterator[Recut]:
    """The cuts of the documents with some numbers.

    Passages that stood in a former version as well are marked with the numbers they had there.
    """
    others = _cuts([documents[number] for number in numbers if number not in changed], batch)
    for number in numbers:
        if number in changed:
            yield recut(documents[number], before, changed[number])
        else:
            yield new(next(others))


def _changed(
    documents: Sequence[Document],
    former: _Former,
    previous: Retriever,
    batch: Batch,
    progress: Progress | None,
    ranker: Ranker | None,
) -> Retriever:
    """The retriever of documents of which `previous` knows most."""
    held, kept = previous.passages, former.kept
    others = [number for number in range(len(documents)) if number not in kept]
    found = _recuts(documents, others, former.changed, held, batch)
    cuts, fresh = _gathered([documents[number] for number in others], found, batch, progress)
    stayed = np.concatenate([np.zeros(0, np.int32), *(own.former for own in cuts)])
    passages, moved, into = rejoined(documents, held, kept, [own.cut for own in cuts], stayed)
    piece, terms = woven(_piece(previous.index), moved, fresh, into, batch.room)
    before, runs = previous.forward, interleaved(moved, into)
    words, table, rows = reworded(
        *(previous.words, before, fresh),
        left=left(before, [run for run in runs if run.number == 0]),
        terms=piece.terms,
        moved=terms,
    )
    forward = rewritten(
        *([before, fresh.forward], rows, table, runs),
        at_once=batch.room.postings,
        join=batch.room.joined,
    )
    return _assembled(passages, replace(piece, forward=forward), words, ranker)


def _piece(index: Index) -> Piece:
    """The postings of an index, as a piece."""
    held = index.postings
    return Piece(index.vocabulary, held.indptr, held.passages, held.counts, held.lengths)
