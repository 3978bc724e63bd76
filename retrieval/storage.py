"""A collection and its Retriever on disk: opened at once, brought up to date, shared by processes.

They are kept by `retrieval.disk.shelf` as plain arrays: vocabulary, postings, passages, words, and
the documents with their texts, so that a start reads no document that hasn't changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.collection import Collection
from retrieval.disk.shelf import Run, Shelf, names, put
from retrieval.disk.stored import block_rows, letters_of, offsets_of, records_from, records_to
from retrieval.disk.texts import Starts, Texts
from retrieval.errors import StorageError
from retrieval.index import Index
from retrieval.indexing.forward import Forward
from retrieval.indexing.pieces import ends_of
from retrieval.indexing.postings import Numbers, Postings, smallest
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.weighing import SENTENCES
from retrieval.indexing.words import Sounds, Surfaces, Words
from retrieval.listing import Skipped, Stamp
from retrieval.passages import Passages
from retrieval.ranker import Ranker
from retrieval.retriever import Retriever

FORMAT = "9"
_RECORDS, _FILES = "documents.jsonl", "files.json"
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
    texts, bounds = _texts(collection)
    rows, counts = block_rows(collection.documents)
    arrays: dict[str, npt.NDArray[Any] | Run] = {
        "texts": texts,
        "texts_bounds": bounds,
        "blocks": rows,
        "blocks_bounds": np.cumsum([0, *counts], dtype=np.int64),
    }
    put(
        folder,
        collection.fingerprint,
        arrays=arrays | _arrays(retriever),
        texts={_RECORDS: records_to(collection.documents), _FILES: _files(collection)},
        facts=_facts() | {"collection": collection.fingerprint},
    )


def open_saved(folder: Path, documents: Path, *, ranker: Ranker | None = None) -> Saved:
    """What was saved last in `folder` of the collection in the folder `documents`.

    Raises StorageError where there is nothing that can be trusted.
    """
    found = names(folder)
    if not found:
        raise StorageError(f"{folder}: there is no saved index.")
    shelf = Shelf(folder / found[0], facts=_facts() | {"collection": found[0]})
    try:
        return _opened(shelf, documents, ranker)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StorageError(f"{folder}: the saved index can't be read: {error!r}.") from None


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


def _opened(shelf: Shelf, folder: Path, ranker: Ranker | None) -> Saved:
    firsts, spans, quotable = (shelf.array(name) for name in ("firsts", "spans", "quotable"))
    texts = Texts(
        shelf.letters("texts"),
        shelf.array("texts_bounds"),
        rows=shelf.array("blocks"),
        row_bounds=shelf.array("blocks_bounds"),
        starts=Starts(firsts, spans, shelf.array("offsets")),
    )
    documents = records_from(shelf.text(_RECORDS), texts)
    told = json.loads(shelf.text(_FILES))
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
    passages = Passages(documents, firsts, spans, quotable)
    if len(passages.firsts) != len(documents) + 1:
        raise StorageError("The saved index has another number of documents.")
    return Saved(
        Collection(
            folder=folder,
            documents=documents,
            skipped=tuple(Skipped(*skip) for skip in told["skipped"]),
            fingerprint=shelf.facts["collection"],
            stamps={name: Stamp(*stamp) for name, stamp in told["stamps"].items()},
        ),
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


def _arrays(retriever: Retriever) -> dict[str, npt.NDArray[Any]]:
    index, words, passages = retriever.index, retriever.words, retriever.passages
    arrays: dict[str, npt.NDArray[Any]] = {
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
        "offsets": _offsets(passages),
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


def _offsets(passages: Passages) -> Numbers:
    """How many bytes more than characters stand before each passage in its document's text."""
    found = [
        offsets_of(document, passages.spans[first:last, 0])
        for document, (first, last) in zip(
            passages.documents, pairwise(passages.firsts.tolist()), strict=True
        )
    ]
    return smallest(np.concatenate([np.zeros(0, np.uint8), *found]))


def _texts(collection: Collection) -> tuple[Run, npt.NDArray[np.int64]]:
    """All texts in UTF-8, one behind the other, and where each starts and ends."""
    bounds = ends_of(np.array([len(letters_of(document)) for document in collection.documents]))
    return Run(int(bounds[-1]), map(letters_of, collection.documents)), bounds


def _files(collection: Collection) -> str:
    """What the next start compares the folder with."""
    stamps: Mapping[str, Stamp] = collection.stamps
    return json.dumps(
        {
            "skipped": [[skip.id, skip.reason] for skip in collection.skipped],
            "stamps": {
                name: [stamp.size, stamp.modified, stamp.changed, stamp.node]
                for name, stamp in stamps.items()
            },
        }
    )
