"""A saved index opens as it was; what is damaged, foreign or unfinished is never used."""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import retrieval
from retrieval.building import build_retriever
from retrieval.collection import Collection, Limits, read_collection
from retrieval.disk.open_file import OpenFile
from retrieval.disk.parts import SMALL, manifest_of
from retrieval.disk.saving import put
from retrieval.disk.shelf import Shelf
from retrieval.errors import StorageError
from retrieval.evaluation.paragraphs import document_of
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
    assert parts(saved / now.fingerprint) == parts(saved.with_name("fresh") / now.fingerprint)


def parts(file: Path) -> dict[str, tuple[str, bytes]]:
    """The parts of a saved index but for the files' stamps, which come with time."""
    held = manifest_of(OpenFile(file)).parts.items()
    whole = file.read_bytes()
    return {
        name: (part.kind, whole[part.start : part.start + part.size])
        for name, part in held
        if name != "files"
    }


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


def test_every_damaged_part_is_noticed(saved: Path, collection: Collection) -> None:
    file = saved / collection.fingerprint
    whole = file.read_bytes()
    manifest = manifest_of(OpenFile(file))
    assert len(manifest.parts) > 30
    ends = {part.start + part.size for part in manifest.parts.values() if part.size}
    for end in (*range(1, 25), *ends, len(whole)):
        file.write_bytes(flipped(whole, end - 1))
        with pytest.raises(StorageError):
            opened(saved, collection)
    file.write_bytes(whole)
    assert opened(saved, collection).search(QUESTION).hits


def test_a_torn_or_missing_file_is_noticed(saved: Path, collection: Collection) -> None:
    file = saved / collection.fingerprint
    whole = file.read_bytes()
    for torn in (b"", whole[:8], whole[:40], whole[: len(whole) // 2], whole[:-1], whole + b"\0"):
        file.write_bytes(torn)
        with pytest.raises(StorageError):
            opened(saved, collection)
    file.unlink()
    with pytest.raises(StorageError, match="no saved index"):
        opened(saved, collection)


@pytest.mark.parametrize("fact", ["format", "makers", "collection"])
def test_an_index_of_another_version_is_not_used(
    saved: Path, collection: Collection, fact: str
) -> None:
    facts = manifest_of(OpenFile(saved / collection.fingerprint)).facts
    other = {**facts, fact: "another", "stamps": "others"}
    put(saved, collection.fingerprint, {"spans": np.zeros(3)}, facts=other)
    with pytest.raises(StorageError, match="another version"):
        opened(saved, collection)
    for same in (facts, facts | {"stamps": "others"}):
        put(saved, collection.fingerprint, {"spans": np.zeros(3)}, facts=same)
        with pytest.raises(StorageError, match="has no"):
            opened(saved, collection)


@pytest.mark.parametrize("file", ["marks.py", "reading/web/tree.py", "lexicon/furniture.toml"])
def test_any_code_or_words_that_make_an_index_outdate_it(tmp_path: Path, file: str) -> None:
    shutil.copytree(Path(retrieval.__file__).parent, tmp_path / "retrieval")
    ask = "from retrieval.searchable import makers; print(makers())"
    told = []
    for addition in ("", "# newer\n"):
        with (tmp_path / "retrieval" / file).open("a", encoding="utf-8") as code:
            code.write(addition)
        told.append(_said([sys.executable, "-c", ask], at=tmp_path))
    assert told[0] != told[1]


def test_code_replaced_while_it_runs_is_not_taken_for_that_which_runs(tmp_path: Path) -> None:
    shutil.copytree(Path(retrieval.__file__).parent, tmp_path / "retrieval")
    ask = "from retrieval.searchable import makers, stamps; stamps(); {}; print(makers())"
    replace = "open('retrieval/marks.py', 'a').write('# newer')"
    told = [
        _said([sys.executable, "-c", ask.format(between)], at=tmp_path)
        for between in ("0", replace, "0")
    ]
    assert len(set(told)) == 3


def _said(command: list[str], *, at: Path) -> str:
    """What a command prints that runs over the code in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(at)}
    ran = subprocess.run(
        command, cwd=at, env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout


def test_a_folder_of_files_as_older_versions_kept_them_is_told_and_replaced(
    collection: Collection, tmp_path: Path
) -> None:
    saved = tmp_path / "index"
    for name in ("older", collection.fingerprint):
        (saved / name).mkdir(parents=True)
        (saved / name / "manifest.json").write_text("{}", encoding="utf-8")
        with pytest.raises(StorageError, match="of an older version"):
            opened(saved, collection)
    (saved / "operator's note.txt").write_text("Not ours.", encoding="utf-8")
    save(collection, build_retriever(collection.documents), saved)
    assert opened(saved, collection).search(QUESTION).hits
    assert not (saved / "older").exists()
    assert (saved / "operator's note.txt").exists()


def test_nothing_is_ever_unpickled(saved: Path, tmp_path: Path) -> None:
    objects = np.array([print, None], dtype=object)
    with pytest.raises((TypeError, ValueError)):
        put(tmp_path, "x", {"objects": objects}, facts={})
    put(tmp_path, "x", {"numbers": np.arange(2)}, facts={})
    file = tmp_path / "x"
    whole = file.read_bytes()
    start = whole.rindex(b'{"facts"')
    manifest = whole[start:].replace(b'"<i8"', b'"|O8"')
    head = struct.pack("<QQ", len(manifest), zlib.crc32(manifest))
    file.write_bytes(whole[:8] + head + whole[24:start] + manifest)
    with pytest.raises(StorageError, match="can't be read"):
        Shelf(file, facts={}).array("numbers")


def test_any_byte_of_a_large_part_is_noticed_by_a_check_and_a_torn_end_at_once(
    tmp_path: Path,
) -> None:
    large = np.zeros(8 * SMALL, dtype=np.uint8)
    put(tmp_path, "large", {"large": large, "small": "text"}, facts={})
    file = tmp_path / "large"
    shelf = Shelf(file, facts={})
    assert not shelf.array("large").any()
    assert shelf.text("small") == "text"
    check_saved(tmp_path)
    whole = file.read_bytes()
    end = manifest_of(OpenFile(file)).parts["large"].start + len(large)
    file.write_bytes(flipped(whole, SMALL + 9))
    Shelf(file, facts={}).array("large")
    with pytest.raises(StorageError, match="damaged"):
        check_saved(tmp_path)
    file.write_bytes(flipped(whole, end - 1))
    with pytest.raises(StorageError, match="damaged"):
        Shelf(file, facts={}).array("large")


def flipped(whole: bytes, place: int) -> bytes:
    """A file with one bit of one byte changed."""
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def test_saving_anew_leaves_nothing_of_the_old_but_what_others_write_now(
    saved: Path, collection: Collection
) -> None:
    (saved / "aside-now").touch()
    (saved / "aside-long-ago").touch()
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
