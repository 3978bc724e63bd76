"""What a search of a saved collection looks at: the index, and passages with their texts.

It is opened by itself sooner than all that ranks; `retrieval.storage` keeps and opens the whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from retrieval.disk.parts import Content
from retrieval.disk.shelf import Shelf, names
from retrieval.disk.stored import StoredDocument, records_from
from retrieval.disk.texts import Starts, Texts
from retrieval.errors import StorageError
from retrieval.index import Index
from retrieval.indexing.postings import Postings
from retrieval.indexing.vocabulary import Vocabulary
from retrieval.indexing.weighing import SENTENCES
from retrieval.passages import Passages
from retrieval.records import Document

FORMAT = "12"
RECORDS = "documents"
_POSTINGS = ("indptr", "passages", "counts", "lengths", "peaks")
_PASSAGES = ("firsts", "spans", "quotable")
_MAKERS = (
    *("collection.py", "listing.py", "reading", "cleaning.py", "language.py", "times"),
    *("records.py", "analysis.py", "scripts.py", "splitting.py", "lexicon", "passages.py"),
    *("spelling.py", "cues.py", "synonyms.py", "marks.py", "building.py", "indexing", "disk"),
)


@dataclass(frozen=True, slots=True)
class Searchable:
    """An index and the passages that it finds, by the same numbers."""

    index: Index
    passages: Passages


def open_searchable(folder: Path) -> Searchable:
    """What can be searched of what was saved last in `folder`.

    Raises StorageError where there is nothing that can be trusted.
    """
    shelf = saved_shelf(newest(folder))
    try:
        texts = texts_of(shelf)
        return Searchable(index_of(shelf), passages_of(shelf, documents_of(shelf, texts)))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StorageError(f"{folder}: the saved index can't be read: {error!r}.") from None


def newest(folder: Path) -> Path:
    """Where what was saved last stands; raises StorageError where there is nothing."""
    found = names(folder)
    if not found:
        raise StorageError(f"{folder}: there is no saved index.")
    return folder / found[0]


def saved_shelf(place: Path) -> Shelf:
    """What stands at a place; raises StorageError unless code like this has made it."""
    return Shelf(place, facts=facts(place.name))


def facts(collection: str) -> dict[str, str]:
    """What an index must be of: this format, made by this code, and a collection."""
    return {"format": FORMAT, "makers": makers(), "collection": collection}


@cache
def makers() -> str:
    """A fingerprint of the code and word lists that decide what an index holds."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for name in _MAKERS:
        for file in _sources(root / name):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _sources(entry: Path) -> list[Path]:
    files = [entry] if entry.is_file() else sorted(entry.iterdir())
    return [file for file in files if file.suffix in (".py", ".toml")]


def texts_of(shelf: Shelf) -> Texts:
    """The documents' texts."""
    return Texts(
        shelf.letters("texts"),
        shelf.array("texts_bounds"),
        rows=shelf.array("blocks"),
        row_bounds=shelf.array("blocks_bounds"),
        starts=Starts(shelf.array("firsts"), shelf.array("spans"), shelf.array("offsets")),
    )


def documents_of(shelf: Shelf, texts: Texts) -> tuple[StoredDocument, ...]:
    """The documents, with texts that are read when they are asked for."""
    return records_from(shelf.text(RECORDS), texts)


def passages_of(shelf: Shelf, documents: Sequence[Document]) -> Passages:
    """The passages of documents; raises StorageError where there are more or fewer documents."""
    passages = Passages(documents, *map(shelf.array, _PASSAGES))
    if len(passages.firsts) != len(documents) + 1:
        raise StorageError("The saved index has another number of documents.")
    return passages


def index_of(shelf: Shelf) -> Index:
    """The index of passages."""
    indptr, passages, counts, lengths, peaks = map(shelf.array, _POSTINGS)
    postings = Postings(indptr, passages, counts, lengths, peaks, SENTENCES)
    return Index(vocabulary_of(shelf, "terms"), postings)


def vocabulary_of(shelf: Shelf, name: str) -> Vocabulary:
    """The vocabulary with a name."""
    return Vocabulary(shelf.array(f"{name}_letters"), shelf.array(f"{name}_bounds"))


def contents_of(index: Index, passages: Passages) -> dict[str, Content]:
    """What `index_of` and `passages_of` read again."""
    held = {name: getattr(index.postings, name) for name in _POSTINGS}
    held |= {name: getattr(passages, name) for name in _PASSAGES}
    return held | contents_of_words(index.vocabulary, "terms")


def contents_of_words(words: Vocabulary, name: str) -> dict[str, Content]:
    """What `vocabulary_of` reads again."""
    return {f"{name}_letters": words.letters, f"{name}_bounds": words.bounds}
