"""A saved index opens as it was; what is damaged, foreign or unfinished is never used."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval.building import build_retriever
from retrieval.collection import Collection, Limits, read_collection
from retrieval.errors import StorageError
from retrieval.question import parse_question
from retrieval.retriever import Retriever
from retrieval.storage import MANIFEST, open_retriever, save_retriever
from tests.helpers import write_documents

QUESTION = parse_question("When was the lighthouse of Skarvoy built?")


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    limits = Limits(max_file_bytes=1_000_000, max_files=100)
    return read_collection(write_documents(tmp_path / "documents"), limits=limits)


@pytest.fixture
def saved(collection: Collection, tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    save_retriever(build_retriever(collection.documents), folder, collection.fingerprint)
    return folder


def opened(saved: Path, collection: Collection) -> Retriever:
    return open_retriever(saved, collection.fingerprint, collection.documents)


def test_it_answers_to_the_last_digit_as_the_one_that_was_saved(
    saved: Path, collection: Collection
) -> None:
    fresh = build_retriever(collection.documents)
    assert opened(saved, collection).search(QUESTION) == fresh.search(QUESTION)


def test_the_index_of_another_collection_is_not_used(saved: Path, collection: Collection) -> None:
    with pytest.raises(StorageError, match="no saved index"):
        open_retriever(saved, "0" * 64, collection.documents)


def test_every_damaged_or_missing_file_is_noticed(saved: Path, collection: Collection) -> None:
    place = saved / collection.fingerprint
    for file in sorted(place.iterdir()):
        whole = file.read_bytes()
        for broken in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), b""):
            file.write_bytes(broken)
            if broken[:-1] != whole[:-1] or file.name != MANIFEST:
                with pytest.raises(StorageError):
                    opened(saved, collection)
        file.unlink()
        with pytest.raises(StorageError):
            opened(saved, collection)
        file.write_bytes(whole)
    assert opened(saved, collection).search(QUESTION).hits


def test_an_index_of_another_version_is_not_used(saved: Path, collection: Collection) -> None:
    file = saved / collection.fingerprint / MANIFEST
    manifest = json.loads(file.read_text(encoding="utf-8"))
    for key, value in (("format", 1), ("makers", "others"), ("checksums", [])):
        file.write_text(json.dumps({**manifest, key: value}), encoding="utf-8")
        with pytest.raises(StorageError):
            opened(saved, collection)


def test_nothing_is_ever_unpickled(saved: Path, collection: Collection) -> None:
    import numpy as np

    file = saved / collection.fingerprint / "spans.npy"
    np.save(file, np.array([print], dtype=object), allow_pickle=True)
    with pytest.raises(StorageError):
        opened(saved, collection)


def test_saving_anew_leaves_nothing_of_the_old(saved: Path, collection: Collection) -> None:
    save_retriever(build_retriever(collection.documents), saved, "f" * 64)
    assert [file.name for file in saved.iterdir()] == ["f" * 64]


SAVE_FOREVER = """
import sys
from pathlib import Path
from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.storage import save_retriever
documents, folder = map(Path, sys.argv[1:])
collection = read_collection(documents, limits=Limits(max_file_bytes=10**6, max_files=100))
retriever = build_retriever(collection.documents)
print("ready", flush=True)
while True:
    save_retriever(retriever, folder, collection.fingerprint)
"""


def test_a_kill_at_any_moment_leaves_a_whole_index_or_none(
    collection: Collection, tmp_path: Path
) -> None:
    folder = tmp_path / "killed"
    for delay in (0.0, 0.004, 0.009, 0.017, 0.031):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVE_FOREVER, str(collection.folder), str(folder)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        try:
            assert opened(folder, collection).search(QUESTION).hits
        except StorageError:
            save_retriever(build_retriever(collection.documents), folder, collection.fingerprint)
            assert opened(folder, collection).search(QUESTION).hits
