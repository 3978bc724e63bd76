"""A Retriever's arrays on disk: written aside, put in place by one rename, mapped when opened.

    FOLDER/FINGERPRINT/manifest.json     format, makers' fingerprint, checksum of every array
    FOLDER/FINGERPRINT/NAME.npy          one plain array each

What is damaged, of another version or of another collection is never used: StorageError tells why,
and the caller builds anew. Nothing is ever unpickled.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from retrieval.errors import StorageError
from retrieval.index import Index
from retrieval.passages import Passages
from retrieval.postings import Postings, Weighting
from retrieval.ranker import Ranker
from retrieval.records import Document
from retrieval.retriever import Retriever
from retrieval.vocabulary import Vocabulary
from retrieval.weighing import DOCUMENTS, SENTENCES
from retrieval.words import Surfaces, Words

FORMAT = 4
MANIFEST = "manifest.json"
_ASIDE = "aside-"
_MAKERS = (
    "analysis.py",
    "splitting.py",
    "building.py",
    "weighing.py",
    "postings.py",
    "words.py",
    "lexicon",
)
_NAMES = (
    *("terms_letters", "terms_bounds"),
    *("indptr", "passages", "counts", "lengths", "peaks"),
    *("documents_indptr", "documents_passages", "documents_counts"),
    *("documents_lengths", "documents_peaks"),
    *("words_letters", "words_bounds", "words_terms", "words_named", "firsts", "spans", "quotable"),
    *("surfaces_letters", "surfaces_bounds", "surfaces_terms", "surfaces_uses"),
)
Arrays = dict[str, npt.NDArray[Any]]


def save_retriever(retriever: Retriever, folder: Path, fingerprint: str) -> None:
    """Save the index of the collection with a fingerprint, in place of older ones in `folder`.

    Raises OSError where the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    checksums = {}
    for name, array in _arrays(retriever).items():
        with (aside / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        checksums[name] = _checksum(array)
    manifest = {
        "format": FORMAT,
        "collection": fingerprint,
        "makers": makers(),
        "checksums": checksums,
    }
    (aside / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    final = folder / fingerprint
    shutil.rmtree(final, ignore_errors=True)
    aside.rename(final)
    for other in folder.iterdir():
        if other.is_dir() and other != final:
            shutil.rmtree(other, ignore_errors=True)


def open_retriever(
    folder: Path, fingerprint: str, documents: Sequence[Document], *, ranker: Ranker | None = None
) -> Retriever:
    """The saved index of the collection with a fingerprint, its arrays mapped into memory.

    Raises StorageError where there is none that can be trusted.
    """
    place = folder / fingerprint
    manifest = _manifest(place, fingerprint)
    arrays = {name: _mapped(place, name, manifest["checksums"].get(name)) for name in _NAMES}
    if len(arrays["firsts"]) != len(documents) + 1:
        raise StorageError(f"{place}: the saved index has another number of documents.")
    terms = Vocabulary(arrays["terms_letters"], arrays["terms_bounds"])
    words = Vocabulary(arrays["words_letters"], arrays["words_bounds"])
    surfaces = Surfaces(
        Vocabulary(arrays["surfaces_letters"], arrays["surfaces_bounds"]),
        arrays["surfaces_terms"],
        arrays["surfaces_uses"],
    )
    return Retriever(
        Passages(tuple(documents), arrays["firsts"], arrays["spans"], arrays["quotable"]),
        Index(terms, _postings(arrays, SENTENCES)),
        documents=Index(terms, _postings(arrays, DOCUMENTS, name="documents_")),
        words=Words(words, arrays["words_terms"], arrays["words_named"], terms, surfaces),
        ranker=ranker,
    )


def _postings(arrays: Arrays, weighting: Weighting, *, name: str = "") -> Postings:
    """The postings of passages, or with a name those of documents."""
    return Postings(
        indptr=arrays[f"{name}indptr"],
        passages=arrays[f"{name}passages"],
        counts=arrays[f"{name}counts"],
        lengths=arrays[f"{name}lengths"],
        peaks=arrays[f"{name}peaks"],
        weighting=weighting,
    )


@cache
def makers() -> str:
    """A fingerprint of the code and word lists that decide what an index holds."""
    digest = hashlib.sha256()
    root = resources.files("retrieval")
    for name in _MAKERS:
        entry = root / name
        files = [entry] if entry.is_file() else sorted(entry.iterdir(), key=lambda file: file.name)
        for file in files:
            if file.name.endswith((".py", ".toml")):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _arrays(retriever: Retriever) -> Arrays:
    index, words, passages = retriever.index, retriever.words, retriever.passages
    arrays: Arrays = {
        "terms_letters": index.vocabulary.letters,
        "terms_bounds": index.vocabulary.bounds,
    }
    for name, postings in (("", index.postings), ("documents_", retriever.documents.postings)):
        arrays |= {
            f"{name}indptr": postings.indptr,
            f"{name}passages": postings.passages,
            f"{name}counts": postings.counts,
            f"{name}lengths": postings.lengths,
            f"{name}peaks": postings.peaks,
        }
    return arrays | {
        "words_letters": words.written.letters,
        "words_bounds": words.written.bounds,
        "words_terms": words.numbers,
        "words_named": words.named,
        "surfaces_letters": words.surfaces.words.letters,
        "surfaces_bounds": words.surfaces.words.bounds,
        "surfaces_terms": words.surfaces.numbers,
        "surfaces_uses": words.surfaces.uses,
        "firsts": passages.firsts,
        "spans": passages.spans,
        "quotable": passages.quotable,
    }


def _manifest(place: Path, fingerprint: str) -> dict[str, Any]:
    try:
        manifest = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        told = (manifest["format"], manifest["collection"], manifest["makers"])
        if not isinstance(manifest["checksums"], dict):
            raise TypeError("checksums must be a table")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageError(f"{place}: there is no saved index that can be read: {error}.") from None
    if told != (FORMAT, fingerprint, makers()):
        raise StorageError(f"{place}: the saved index is of another version or collection.")
    return dict(manifest)


def _mapped(place: Path, name: str, checksum: object) -> npt.NDArray[Any]:
    file = place / f"{name}.npy"
    try:
        array = np.load(file, mmap_mode="r" if file.stat().st_size > 4096 else None)
    except (OSError, ValueError, EOFError) as error:
        raise StorageError(f"{file}: the saved index can't be read: {error}.") from None
    if _checksum(array) != checksum:
        raise StorageError(f"{file}: the saved index is damaged.")
    return np.asarray(array)


def _checksum(array: npt.NDArray[Any]) -> str:
    digest = hashlib.blake2b(f"{array.dtype} {array.shape} ".encode(), digest_size=16)
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
