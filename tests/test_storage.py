"""A saved index opens as it was; what is damaged, foreign or unfinished is never used."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.building import build_retriever
from retrieval.collection import Collection, Limits, read_collection
from retrieval.disk.shelf import MANIFEST, SMALL, Shelf, put
from retrieval.errors import StorageError
from retrieval.openings import document_of
from retrieval.question import parse_question
from retrieval.retriever import Retriever
from retrieval.storage import check_saved, open_saved, reopen, save
from tests.helpers import write_documents

WRITINGS = (
    "The lamp of Skarvøy was lit.",
    "Лампа горит.",
    "灯亮了。",
    "Plain.",
    "\U0001f3ee “lit” é",
)
QUESTION = parse_question("When was the lighthouse of Skarvoy built?")


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    limits = Limits(max_file_bytes=1_000_000, max_files=100)
    return read_collection(write_documents(tmp_path / "documents"), limits=limits)


@pytest.fixture
def saved(collection: Collection, tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    save(collection, build_retriever(collection.documents), folder)
    return folder


def opened(saved: Path, collection: Collection) -> Retriever:
    return open_saved(saved, collection.folder).retriever


def test_it_answers_to_the_last_digit_as_the_one_that_was_saved(
    saved: Path, collection: Collection
) -> None:
    fresh = build_retriever(collection.documents)
    assert opened(saved, collection).search(QUESTION) == fresh.search(QUESTION)


def test_the_documents_are_those_that_were_saved(saved: Path, collection: Collection) -> None:
    again = open_saved(saved, collection.folder).collection
    assert again == collection
    assert [d.text for d in again.documents] == [d.text for d in collection.documents]
    assert [d.blocks for d in again.documents] == [d.blocks for d in collection.documents]
    assert {hash(document) for document in again.documents} == set(map(hash, collection.documents))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(WRITINGS), min_size=1), min_size=1, max_size=4))
def test_every_passage_is_read_alone_in_any_writing(tmp_path: Path, texts: list[list[str]]) -> None:
    documents = [
        document_of("\n\n".join(own), name=str(n), title="") for n, own in enumerate(texts)
    ]
    retriever = build_retriever(documents)
    save(Collection(tmp_path, tuple(documents), (), "x"), retriever, tmp_path / "saved")
    passages = open_saved(tmp_path / "saved", tmp_path).retriever.passages
    for number in range(len(passages)):
        assert passages.passage(number).text == retriever.passages.passage(number).text
    first = passages.documents[0]
    assert first.part(1, len(first.text) - 1) == documents[0].text[1:-1]


def test_what_is_saved_from_what_was_saved_is_the_same(saved: Path, collection: Collection) -> None:
    before = open_saved(saved, collection.folder)
    write_documents(collection.folder, {"islands/a.txt": "Ångström’s lamp.\n\nAn “old” one."})
    limits = Limits(max_file_bytes=1_000_000, max_files=100)
    now = read_collection(collection.folder, limits=limits, previous=before.collection)
    save(now, build_retriever(now.documents, previous=before.retriever), saved)
    again, read = reopen(saved, now), open_saved(saved, now.folder)
    assert again.collection == read.collection == now
    fresh = read_collection(collection.folder, limits=limits)
    save(fresh, build_retriever(fresh.documents), saved.with_name("fresh"))
    for file in (saved / now.fingerprint).glob("*.npy"):
        expected = saved.with_name("fresh") / now.fingerprint / file.name
        assert file.read_bytes() == expected.read_bytes()


def test_an_unchanged_folder_is_not_read_again(saved: Path, collection: Collection) -> None:
    before = open_saved(saved, collection.folder).collection
    for file in collection.folder.rglob("*.*"):
        os.utime(file, ns=(0, 0))
    limits = Limits(max_file_bytes=1_000_000, max_files=100)
    read = read_collection(collection.folder, limits=limits, previous=before)
    assert all(one is other for one, other in zip(read.documents, before.documents, strict=True))


def test_where_nothing_was_saved_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no saved index"):
        open_saved(tmp_path / "nothing", tmp_path)


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
    content = manifest["content"]
    for key, value in (("format", "1"), ("makers", "others"), ("collection", "another")):
        changed = {**content, "facts": {**content["facts"], key: value}}
        checksum = hashlib.blake2b(json.dumps(changed).encode(), digest_size=16).hexdigest()
        file.write_text(json.dumps({"content": changed, "checksum": checksum}), encoding="utf-8")
        with pytest.raises(StorageError, match="another version or collection"):
            opened(saved, collection)
    for broken in ("[]", "{}", '{"content": {"facts": 3}}', '{"content": {}, "checksum": ""}'):
        file.write_text(broken, encoding="utf-8")
        with pytest.raises(StorageError):
            opened(saved, collection)


def test_nothing_is_ever_unpickled(saved: Path, collection: Collection) -> None:
    file = saved / collection.fingerprint / "spans.npy"
    np.save(file, np.array([print], dtype=object), allow_pickle=True)
    with pytest.raises(StorageError):
        opened(saved, collection)


def test_any_byte_of_a_large_file_is_noticed_by_a_check_and_a_torn_end_at_once(
    tmp_path: Path,
) -> None:
    large = np.zeros(8 * SMALL, dtype=np.uint8)
    put(tmp_path, "large", arrays={"large": large}, texts={}, facts={})
    file = tmp_path / "large" / "large.npy"
    shelf = Shelf(tmp_path / "large", facts={})
    assert not shelf.array("large").any()
    check_saved(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: SMALL + 9] + b"\1" + whole[SMALL + 10 :])
    with pytest.raises(StorageError, match="damaged"):
        check_saved(tmp_path)
    for torn in (whole[:-1], whole[:-4096] + b"\1" * 4096):
        file.write_bytes(torn)
        with pytest.raises(StorageError, match="damaged"):
            shelf.array("large")


def test_saving_anew_leaves_nothing_of_the_old_but_what_others_write_now(
    saved: Path, collection: Collection
) -> None:
    (saved / "aside-now").mkdir()
    (saved / "aside-long-ago").mkdir()
    os.utime(saved / "aside-long-ago", (0, 0))
    newer = dataclasses.replace(collection, fingerprint="f" * 64)
    save(newer, build_retriever(collection.documents), saved)
    assert sorted(file.name for file in saved.iterdir()) == ["aside-now", "f" * 64]
    assert open_saved(saved, collection.folder).collection.fingerprint == "f" * 64


SAVE_FOREVER = """
import sys
from pathlib import Path
from retrieval.building import build_retriever
from retrieval.collection import Limits, read_collection
from retrieval.storage import save
documents, folder = map(Path, sys.argv[1:])
collection = read_collection(documents, limits=Limits(max_file_bytes=10**6, max_files=100))
retriever = build_retriever(collection.documents)
print("ready", flush=True)
while True:
    save(collection, retriever, folder)
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
            save(collection, build_retriever(collection.documents), folder)
            assert opened(folder, collection).search(QUESTION).hits
