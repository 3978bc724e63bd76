"""A collection and its Retriever on disk: opened at once, brought up to date, shared by processes.

They are kept by `retrieval.disk.shelf` as plain arrays: vocabulary, postings, passages, words, and
the documents with their texts, so that a start reads no document that hasn't changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np

from retrieval.collection import Collection
from retrieval.disk.parts import Content, Run
from retrieval.disk.shelf import Shelf, names, put
from retrieval.disk.stored import as_saved, records_from, records_to
from retrieval.disk.stretches import stretches
from retrieval.disk.texts import Starts, Texts
from retrieval.errors import StorageError
from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.indexing.pieces import ends_of
from retrieval.indexing.postings import Postings, smallest
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.weighing import SENTENCES
from retrieval.indexing.words import Sounds, Surfaces, Words
from retrieval.listing import Skipped, Stamp
from retrieval.passages import Passages
from retrieval.ranker import Ranker
from retrieval.retriever import Retriever

FORMAT = "11"
_RECORDS, _FILES = "documents", "files"
_POSTINGS = ("indptr", "passages", "counts", "lengths", "peaks")
_FORWARD = ("terms", "cues", "units", "starts", "marks")
_MAKERS = (
    *(
        "collection.py",
        "listing.py",
        "reading",
        "cleaning.py",
        "language.py",
        "times",
        "records.py",
    ),
    *("analysis.py", "scripts.py", "splitting.py", "lexicon", "passages.py", "spelling.py"),
    *("cues.py", "synonyms.py", "marks.py", "building.py", "indexing", "disk"),
)


@dataclass(frozen=True, slots=True)
class Saved:
    """A collection as it was when it was saved, and what answers from it."""

    collection: Collection
    retriever: Retriever


def save(collection: Collection, retriever: Retriever, folder: Path) -> None:
    """Save a collection with its retriever, in place of others in `folder`.

    Raises OSError where the folder can't be written.
    """
    put(
        folder,
        collection.fingerprint,
        {_RECORDS: records_to(collection.documents), _FILES: _files(collection)}
        | _texts(collection, retriever.passages)
        | _arrays(retriever),
        facts=_facts() | {"collection": collection.fingerprint},
    )


def open_saved(folder: Path, documents: Path, *, ranker: Ranker | None = None) -> Saved:
    """What was saved last in `folder` of the collection in the folder `documents`.

    Raises StorageError where there is nothing that can be trusted.
    """
    found = names(folder)
    if not found:
        raise StorageError(f"{folder}: there is no saved index.")
    return _opened(folder / found[0], lambda shelf, texts: _told(shelf, texts, documents), ranker)


def reopen(folder: Path, collection: Collection, *, ranker: Ranker | None = None) -> Saved:
    """What has just been saved in `folder` of a collection, which is not read once more.

    Raises StorageError where it can't be trusted.
    """

    def told(_: Shelf, texts: Texts) -> Collection:
        return replace(collection, documents=as_saved(collection.documents, texts))

    return _opened(folder / collection.fingerprint, told, ranker)


def _opened(
    place: Path, told: Callable[[Shelf, Texts], Collection], ranker: Ranker | None
) -> Saved:
    """What stands in a folder, of a collection that `told` knows of."""
    shelf = Shelf(place, facts=_facts() | {"collection": place.name})
    try:
        return _from(shelf, told, ranker)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StorageError(f"{place}: the saved index can't be read: {error!r}.") from None


def check_saved(folder: Path) -> None:
    """Read all that is saved in `folder`, if anything; raises StorageError if it is damaged."""
    for name in names(folder)[:1]:
        Shelf(folder / name, facts={}).check()


@cache
def makers() -> str:
    """A fingerprint of the code and word lists that decide what an index holds."""
    digest = hashlib.sha256()
    root = resources.files("retrieval")
    for name in _MAKERS:
        for file in _sources(root / name):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _sources(entry: Traversable) -> list[Traversable]:
    files = [entry] if entry.is_file() else sorted(entry.iterdir(), key=lambda file: file.name)
    return [file for file in files if file.name.endswith((".py", ".toml"))]


def _facts() -> dict[str, str]:
    return {"format": FORMAT, "makers": makers()}


def _told(shelf: Shelf, texts: Texts, folder: Path) -> Collection:
    """The collection as the files tell it."""
    told = json.loads(shelf.text(_FILES))
    return Collection(
        folder=folder,
        documents=records_from(shelf.text(_RECORDS), texts),
        skipped=tuple(Skipped(*skip) for skip in told["skipped"]),
        fingerprint=shelf.facts["collection"],
        stamps={name: Stamp(*stamp) for name, stamp in told["stamps"].items()},
    )


def _from(shelf: Shelf, told: Callable[[Shelf, Texts], Collection], ranker: Ranker | None) -> Saved:
    firsts, spans, quotable = (shelf.array(name) for name in ("firsts", "spans", "quotable"))
    texts = Texts(
        shelf.letters("texts"),
        shelf.array("texts_bounds"),
        rows=shelf.array("blocks"),
        row_bounds=shelf.array("blocks_bounds"),
        starts=Starts(firsts, spans, shelf.array("offsets")),
    )
    collection = told(shelf, texts)
    terms = _vocabulary(shelf, "terms")
    surfaces = Surfaces(
        _vocabulary(shelf, "surfaces"),
        shelf.array("surfaces_terms"),
        shelf.array("surfaces_uses"),
        shelf.array("surfaces_folded"),
    )
    words = Words(
        _vocabulary(shelf, "words"),
        shelf.array("words_terms"),
        shelf.array("words_named"),
        terms,
        surfaces,
        Sounds(shelf.array("sounds_keys"), shelf.array("sounds_numbers")),
    )
    passages = Passages(collection.documents, firsts, spans, quotable)
    if len(passages.firsts) != len(collection.documents) + 1:
        raise StorageError("The saved index has another number of documents.")
    return Saved(
        collection,
        Retriever(
            passages,
            Index(terms, _postings(shelf)),
            forward=_forward(shelf),
            words=words,
            ranker=ranker,
        ),
    )


def _vocabulary(shelf: Shelf, name: str) -> Vocabulary:
    return Vocabulary(shelf.array(f"{name}_letters"), shelf.array(f"{name}_bounds"))


def _postings(shelf: Shelf) -> Postings:
    indptr, passages, counts, lengths, peaks = map(shelf.array, _POSTINGS)
    return Postings(indptr, passages, counts, lengths, peaks, SENTENCES)


def _forward(shelf: Shelf) -> Forward:
    terms, cues, units, starts, marks = (shelf.array(f"forward_{name}") for name in _FORWARD)
    return Forward(terms, cues, units, starts, marks)


def _arrays(retriever: Retriever) -> dict[str, Content]:
    index, words, passages = retriever.index, retriever.words, retriever.passages
    arrays: dict[str, Content] = {
        "words_terms": words.numbers,
        "words_named": words.named,
        "surfaces_terms": words.surfaces.numbers,
        "surfaces_uses": words.surfaces.uses,
        "surfaces_folded": words.surfaces.folded,
        "sounds_keys": words.sounds.keys,
        "sounds_numbers": words.sounds.numbers,
        "firsts": passages.firsts,
        "spans": passages.spans,
        "quotable": passages.quotable,
    }
    for name, held in (
        ("terms", index.vocabulary),
        ("words", words.written),
        ("surfaces", words.surfaces.words),
    ):
        arrays |= {f"{name}_letters": held.letters, f"{name}_bounds": held.bounds}
    arrays |= {name: getattr(index.postings, name) for name in _POSTINGS}
    arrays |= {f"forward_{name}": getattr(retriever.forward, name) for name in _FORWARD}
    return arrays


def _texts(collection: Collection, passages: Passages) -> dict[str, Content]:
    """All texts in UTF-8, one behind the other, and where they, blocks and passages start."""
    parts = stretches(collection.documents)
    bounds = ends_of(np.concatenate([np.zeros(0, np.int64), *(part.sizes() for part in parts)]))
    offsets = [part.offsets(passages.firsts, passages.spans[:, 0]) for part in parts]
    return {
        "texts": Run(int(bounds[-1]), (letters for part in parts for letters in part.letters())),
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
