"""What a search of a saved collection needs: the index, and the texts of passages.

It opens sooner than all that ranking needs; `retrieval.storage` saves and opens the whole.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from retrieval.disk.parts import Content
from retrieval.disk.shelf import Shelf, names
from retrieval.disk.texts import Starts, Texts
from retrieval.errors import StorageError
from retrieval.index import Index
from retrieval.indexing.postings import SENTENCES, Postings
from retrieval.indexing.vocabulary import Vocabulary

FORMAT = "18"
_POSTINGS = ("indptr", "passages", "counts", "lengths", "peaks")
_MAKERS = (
    *("collection.py", "listing.py", "reading", "language.py", "times"),
    *("records.py", "analysis.py", "scripts.py", "splitting", "lexicon", "passages.py"),
    *("spelling.py", "cues.py", "synonyms.py", "marks.py", "building.py", "weighing.py"),
    *("indexing", "disk"),
)
_FINGERPRINTS: dict[str, str] = {}  # of the code that has some stamps


def open_searchable(folder: Path) -> tuple[Index, Texts]:
    """The index of what was saved last in `folder`, and the texts of what it finds.

    Raises StorageError where there is nothing that can be trusted.
    """
    shelf = saved_shelf(newest(folder))
    try:
        return index_of(shelf), texts_of(shelf)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise StorageError(f"{folder}: the saved index can't be read: {error!r}.") from None


def newest(folder: Path) -> Path:
    """Where what was saved last stands; raises StorageError where there is nothing."""
    found = names(folder)
    if not found:
        raise StorageError(f"{folder}: there is no saved index.")
    return folder / found[0]


def saved_shelf(place: Path) -> Shelf:
    """The saved file at a place; raises StorageError unless this version of the code wrote it."""
    shelf = Shelf(place, facts={"format": FORMAT, "collection": place.name})
    told = shelf.facts
    if told.get("stamps") == stamps():  # no file has been touched since, so none is read
        _FINGERPRINTS.setdefault(stamps(), told["makers"])
    elif told.get("makers") != makers():
        raise StorageError(f"{place}: the saved index is of another version.")
    return shelf


def facts(collection: str) -> dict[str, str]:
    """What a saved file tells of itself: its format, the code that wrote it, its collection."""
    told = {"stamps": stamps(), "makers": makers()}
    return {"format": FORMAT, "collection": collection, **told}


@cache
def stamps() -> str:
    """A checksum of the time stamps of the files in `_sources`, as they were at the first call."""
    return _stamps()


def makers() -> str:
    """A fingerprint of the code and word lists that an index depends on: a new one outdates it."""
    if stamps() not in _FINGERPRINTS:
        import hashlib  # takes longer to load than an index to open

        digest = hashlib.sha256()
        for file in _sources():
            digest.update(file.name.encode() + Path(file).read_bytes())
        if _stamps() != stamps():  # what runs isn't what was read: nobody's
            digest.update(b"replaced")
        _FINGERPRINTS[stamps()] = digest.hexdigest()
    return _FINGERPRINTS[stamps()]


def _stamps() -> str:
    stats = [(file.name, file.stat()) for file in _sources()]
    kept = [(name, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for name, s in stats]
    return format(zlib.crc32(repr(kept).encode()), "x")


def _sources() -> list[os.DirEntry[str]]:
    """The files that decide what an index holds, in order."""
    here = {entry.name: entry for entry in os.scandir(Path(__file__).parent)}
    return [file for name in _MAKERS for file in _files(here[name])]


def _files(entry: os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """A file of code or words, or those of a folder and the folders in it, in order."""
    if entry.is_dir():
        for held in sorted(os.scandir(entry), key=lambda held: held.name):
            yield from _files(held)
    elif entry.name.endswith((".py", ".toml")):
        yield entry


def texts_of(shelf: Shelf) -> Texts:
    """The documents' texts."""
    starts = Starts(shelf.array("firsts"), shelf.array("spans"), shelf.array("offsets"))
    return Texts(shelf.letters("texts"), shelf.array("texts_bounds"), starts=starts)


def index_of(shelf: Shelf) -> Index:
    """The index of passages."""
    indptr, passages, counts, lengths, peaks = map(shelf.array, _POSTINGS)
    postings = Postings(indptr, passages, counts, lengths, SENTENCES, peaks=peaks)
    return Index(vocabulary_of(shelf, "terms"), postings)


def vocabulary_of(shelf: Shelf, name: str) -> Vocabulary:
    """The vocabulary with a name."""
    return Vocabulary(shelf.array(f"{name}_letters"), shelf.array(f"{name}_bounds"))


def contents_of(index: Index) -> dict[str, Content]:
    """What `index_of` reads again."""
    held = {name: getattr(index.postings, name) for name in _POSTINGS}
    return held | contents_of_words(index.vocabulary, "terms")


def contents_of_words(words: Vocabulary, name: str) -> dict[str, Content]:
    """What `vocabulary_of` reads again."""
    return {f"{name}_letters": words.letters, f"{name}_bounds": words.bounds}
