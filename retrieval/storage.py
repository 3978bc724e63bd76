"""A collection and its Retriever on disk: opened at once, brought up to date, shared by processes.

One file holds all as plain arrays and texts: vocabulary, postings, passages, words and the
documents, so that a start reads no document that hasn't changed. `retrieval.disk` writes and reads
it; `retrieval.searchable` opens the part that a search alone needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from retrieval.collection import Collection
from retrieval.disk.blocks import Blocks
from retrieval.disk.parts import Content, Run
from retrieval.disk.saving import put
from retrieval.disk.shelf import Shelf, names
from retrieval.disk.stored import Held, as_saved, records_from, records_to
from retrieval.disk.stretches import stretches
from retrieval.errors import StorageError
from retrieval.indexing.forward import Forward
from retrieval.indexing.postings import ends_of, smallest
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.words import Sounds, Surfaces, Words
from retrieval.listing import Skipped, Stamp
from retrieval.passages import Passages
from retrieval.ranking.ranker import Ranker
from retrieval.records import Document
from retrieval.retriever import Retriever
from retrieval.searchable import (
    contents_of,
    contents_of_words,
    facts,
    index_of,
    newest,
    saved_shelf,
    texts_of,
    vocabulary_of,
)

_FILES = "files"
_RECORDS = "documents"
_PASSAGES = ("firsts", "spans", "quotable")
_FORWARD = ("terms", "cues", "uses", "units", "starts", "marks")


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved collection, and the retriever that answers from it."""

    collection: Collection
    retriever: Retriever


def save(collection: Collection, retriever: Retriever, folder: Path) -> None:
    """Save a collection with its retriever in `folder`, in place of what was saved there before.

    Raises OSError where the folder can't be written.
    """
    put(
        folder,
        collection.fingerprint,
        {_RECORDS: records_to(collection.documents), _FILES: _files(collection)}
        | _texts(collection, retriever.passages)
        | contents_of(retriever.index)
        | _contents(retriever),
        facts=facts(collection.fingerprint),
    )


def open_saved(folder: Path, documents: Path, *, ranker: Ranker | None = None) -> Saved:
    """What was saved last in `folder`, of the collection in the folder `documents`.

    Raises StorageError where nothing was saved, or it is damaged or of another version.
    """
    return _opened(newest(folder), lambda shelf, held: _told(shelf, held, documents), ranker)


def reopen(folder: Path, collection: Collection, *, ranker: Ranker | None = None) -> Saved:
    """What has just been saved of `collection`, mapped from `folder`; no document is read again.

    Raises StorageError where it is damaged.
    """

    def told(_: Shelf, held: Held) -> Collection:
        return replace(collection, documents=as_saved(collection.documents, held))

    return _opened(folder / collection.fingerprint, told, ranker)


def _opened(place: Path, told: Callable[[Shelf, Held], Collection], ranker: Ranker | None) -> Saved:
    """What is saved at a place; `told` makes the collection from what the file holds."""
    shelf = saved_shelf(place)
    try:
        return _from(shelf, told, ranker)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StorageError(f"{place}: the saved index can't be read: {error!r}.") from None


def check_saved(folder: Path) -> None:
    """Read all that is saved in `folder`, if anything; raises StorageError if it is damaged."""
    for name in names(folder)[:1]:
        Shelf(folder / name, facts={}).check()


def _told(shelf: Shelf, held: Held, folder: Path) -> Collection:
    """The collection as the files tell it."""
    told = json.loads(shelf.text(_FILES))
    return Collection(
        folder=folder,
        documents=records_from(shelf.text(_RECORDS), held),
        skipped=tuple(Skipped(*skip) for skip in told["skipped"]),
        fingerprint=shelf.facts["collection"],
        stamps={name: Stamp(*stamp) for name, stamp in told["stamps"].items()},
    )


def _from(shelf: Shelf, told: Callable[[Shelf, Held], Collection], ranker: Ranker | None) -> Saved:
    blocks = Blocks(shelf.array("blocks"), shelf.array("blocks_bounds"))
    collection = told(shelf, Held(texts_of(shelf), blocks))
    index = index_of(shelf)
    retriever = Retriever(
        _passages(shelf, collection.documents),
        index,
        forward=_forward(shelf),
        words=_words(shelf, index.vocabulary),
        ranker=ranker,
    )
    return Saved(collection, retriever)


def _passages(shelf: Shelf, documents: Sequence[Document]) -> Passages:
    """The passages of documents; raises StorageError where there are more or fewer documents."""
    passages = Passages(documents, *map(shelf.array, _PASSAGES))
    if len(passages.firsts) != len(documents) + 1:
        raise StorageError("The saved index has another number of documents.")
    return passages


def _words(shelf: Shelf, terms: Vocabulary) -> Words:
    surfaces = Surfaces(
        vocabulary_of(shelf, "surfaces"),
        shelf.array("surfaces_ranks"),
        shelf.array("surfaces_folded"),
    )
    return Words(
        vocabulary_of(shelf, "words"),
        shelf.array("words_terms"),
        shelf.array("words_named"),
        terms,
        surfaces,
        Sounds(shelf.array("sounds_keys"), shelf.array("sounds_numbers")),
    )


def _forward(shelf: Shelf) -> Forward:
    terms, cues, uses, units, starts, marks = (shelf.array(f"forward_{n}") for n in _FORWARD)
    return Forward(terms, cues, uses, units, starts, marks)


def _contents(retriever: Retriever) -> dict[str, Content]:
    """What `_passages`, `_words` and `_forward` read again."""
    words = retriever.words
    contents: dict[str, Content] = {n: getattr(retriever.passages, n) for n in _PASSAGES}
    contents |= {
        "words_terms": words.numbers,
        "words_named": words.named,
        "surfaces_ranks": words.surfaces.ranks,
        "surfaces_folded": words.surfaces.folded,
        "sounds_keys": words.sounds.keys,
        "sounds_numbers": words.sounds.numbers,
    }
    contents |= contents_of_words(words.written, "words")
    contents |= contents_of_words(words.surfaces.words, "surfaces")
    return contents | {f"forward_{n}": getattr(retriever.forward, n) for n in _FORWARD}


def _texts(collection: Collection, passages: Passages) -> dict[str, Content]:
    """All texts in UTF-8, and where texts, blocks and passages start in them."""
    parts = stretches(collection.documents)
    bounds = ends_of(np.concatenate([np.zeros(0, np.int64), *(part.sizes() for part in parts)]))
    offsets = [part.offsets(passages.firsts, passages.spans[:, 0]) for part in parts]
    return {
        "texts": Run(letters for part in parts for letters in part.letters()),
        "texts_bounds": bounds,
        "blocks": np.concatenate([np.zeros((0, 3), np.int32), *(part.rows() for part in parts)]),
        "blocks_bounds": ends_of(
            np.concatenate([np.zeros(0, np.int64), *(part.counts() for part in parts)])
        ),
        "offsets": smallest(np.concatenate([np.zeros(0, np.uint8), *offsets])),
    }


def _files(collection: Collection) -> str:
    """What the next start compares the folder with."""
    return json.dumps(
        {
            "skipped": [[skip.id, skip.reason] for skip in collection.skipped],
            "stamps": dict(collection.stamps),
        }
    )
