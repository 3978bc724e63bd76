"""A folder of files becomes documents; what can't be read is named, and nothing else is lost."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from retrieval.collection import Collection, Limits, changes, read_collection
from retrieval.errors import CollectionError
from tests.helpers import write_documents

LIMITS = Limits(max_file_bytes=100_000, max_files=50)
SENTENCE = "The keeper lit the lamp of Skarvoy every evening for forty years."


def read(folder: Path, previous: Collection | None = None, limits: Limits = LIMITS) -> Collection:
    return read_collection(folder, limits=limits, previous=previous)


def test_nested_folders_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    folder = write_documents(tmp_path)
    assert [document.id for document in read(folder).documents] == [
        "islands/ferry.md",
        "lighthouse.md",
    ]


def test_front_matter_gives_title_publisher_and_date(tmp_path: Path) -> None:
    document = read(write_documents(tmp_path)).documents[1]
    assert document.title == "The lighthouse of Skarvoy"
    assert document.publisher == "Harbour Gazette"
    assert document.date == datetime.date(2019, 4, 12)
    assert document.language == "en"


def test_a_page_gives_its_title_site_and_date(tmp_path: Path) -> None:
    page = f"""<html lang="en"><head><title>The lamp | Harbour Gazette</title>
    <meta property="og:site_name" content="Harbour Gazette">
    <meta property="article:published_time" content="2020-02-03T10:00:00Z"></head>
    <body><nav><a href="/">Home</a><a href="/a">Weather</a></nav>
    <h1>The lamp</h1><p>{SENTENCE}</p><script>alert("no")</script>
    <footer>All rights reserved</footer></body></html>"""
    (document,) = read(write_documents(tmp_path, {"lamp.html": page})).documents
    assert (document.title, document.publisher) == ("The lamp", "Harbour Gazette")
    assert document.date == datetime.date(2020, 2, 3)
    assert SENTENCE in document.text
    assert "alert" not in document.text


@pytest.mark.parametrize(
    ("window", "site"),
    [
        ("The lamp - Lighthouse of Skarvoy", "Lighthouse of Skarvoy"),
        ("Lighthouse of Skarvoy :: The lamp", "Lighthouse of Skarvoy"),
        ("The lamp", ""),
        ("The lamp | News | Lighthouse of Skarvoy", ""),
        ("A lamp - how it works", ""),
    ],
)
def test_the_title_of_a_window_names_the_site_beside_the_page(
    tmp_path: Path, window: str, site: str
) -> None:
    page = f"<html><head><title>{window}</title></head><h1>The lamp</h1><p>{SENTENCE}</p></html>"
    (document,) = read(write_documents(tmp_path, {"lamp.html": page})).documents
    assert (document.title, document.publisher) == ("The lamp", site)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("The Skarvoy Mirror | Tuesday, 4 June 2019 | By Ida Holm", datetime.date(2019, 6, 4)),
        ("Lamps and Ships Review, 4 June 2019", datetime.date(2019, 6, 4)),
        ("The lamp, lit on 4 June 2019", None),
    ],
)
def test_a_line_of_names_and_a_date_above_the_text_dates_it(
    tmp_path: Path, line: str, dated: datetime.date | None
) -> None:
    text = f"A new lamp for Skarvoy\n{line}\n\n{SENTENCE} {SENTENCE}\n"
    (document,) = read(write_documents(tmp_path, {"lamp.txt": text})).documents
    assert document.date == dated


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"]
)
def test_any_common_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = "Søren Ångström visited the lighthouse. He stayed for a week, café included.\n" * 4
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (document,) = read(tmp_path).documents
    assert "Søren Ångström visited the lighthouse." in document.text


def test_cyrillic_of_the_last_century_is_read(tmp_path: Path) -> None:
    text = "Маяк построили в 1874 году. Смотритель зажигал лампу каждый вечер.\n" * 5
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (document,) = read(tmp_path).documents
    assert "Маяк построили" in document.text
    assert document.language == "ru"


def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    write_documents(tmp_path)
    (tmp_path / "empty.txt").write_text("  \n")
    (tmp_path / "large.txt").write_text("x" * 200_000)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "copy.md").write_bytes((tmp_path / "lighthouse.md").read_bytes())
    (tmp_path / ".hidden.txt").write_text(SENTENCE)
    found = read(tmp_path)
    reasons = {skipped.id: skipped.reason for skipped in found.skipped}
    assert reasons.keys() == {"empty.txt", "large.txt", "scan.pdf", "lighthouse.md"}
    assert "no text" in reasons["empty.txt"]
    assert "documents.max_file_bytes" in reasons["large.txt"]
    assert "damaged" in reasons["scan.pdf"]
    assert "the same text as copy.md" in reasons["lighthouse.md"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "inside")
    secret = tmp_path / "secret.txt"
    secret.write_text(SENTENCE)
    (folder / "link.txt").symlink_to(secret)
    assert "link.txt" not in {document.id for document in read(folder).documents}


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    folder = write_documents(tmp_path)
    old = read(folder)
    write_documents(folder, {"lighthouse.md": SENTENCE, "new.txt": f"{SENTENCE} Indeed."})
    new = read(folder, previous=old)
    found = changes(old, new)
    assert (found.added, found.changed, found.removed) == (("new.txt",), ("lighthouse.md",), ())
    assert new.documents[0] is old.documents[0]
    assert old.fingerprint != new.fingerprint
    (folder / "new.txt").unlink()
    assert changes(new, read(folder, previous=new)).removed == ("new.txt",)


def missing(folder: Path) -> Path:
    return folder / "nowhere"


def a_file(folder: Path) -> Path:
    (folder / "a.txt").write_text(SENTENCE)
    return folder / "a.txt"


def empty(folder: Path) -> Path:
    return folder


def unreadable(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    return folder


def all_furniture(folder: Path) -> Path:
    (folder / "a.txt").write_text("Home\nNews\nWeather\nShare on Facebook\nTweet\nSubscribe\n")
    return folder


def one_huge_file(folder: Path) -> Path:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    return folder


def too_many(folder: Path) -> Path:
    for number in range(51):
        (folder / f"{number}.txt").write_text(f"{SENTENCE} {number}")
    return folder


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (missing, "does not exist"),
        (a_file, "is a file, not a folder"),
        (empty, "There are no documents in"),
        (unreadable, "could be read"),
        (all_furniture, "only page furniture"),
        (one_huge_file, "200,000,000 bytes"),
        (too_many, "documents.max_files"),
    ],
)
def test_a_folder_that_cannot_answer_is_told_in_one_sentence(
    tmp_path: Path, prepare: object, told: str
) -> None:
    assert callable(prepare)
    with pytest.raises(CollectionError, match=told) as error:
        read(prepare(tmp_path))
    assert "\n" not in str(error.value)
    assert str(tmp_path) in str(error.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="for the superuser every folder is readable")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    with pytest.raises(CollectionError, match="can't be read"):
        read(folder)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("In München kostet das Bier 9 €, sagte Jürgen „Jojo“ Müller.", "cp1252"),
        ("Маяк построили в 1874 году. Смотритель зажигал лампу каждый вечер.", "cp1251"),
    ],
)
def test_text_that_was_encoded_twice_is_read_as_it_was_meant(
    tmp_path: Path, text: str, page: str
) -> None:
    garbled = text.encode("utf-8").decode(page, errors="replace")
    if "\ufffd" in garbled:  # the bytes a code page lacks come through as controls
        garbled = "".join(
            bytes([byte]).decode(page, errors="ignore") or chr(byte) for byte in text.encode()
        )
    (tmp_path / "a.txt").write_text(f"{garbled}\nPlain words follow.\n", encoding="utf-8")
    (document,) = read(tmp_path).documents
    assert text in document.text
    assert "twice" in document.source.encoding


def test_text_that_was_encoded_once_stays_as_it_is(tmp_path: Path) -> None:
    text = "Ein Café in Köln. Ärger über «Ã» gibt es nur in alten Briefen: Ã¼ heißt dort ü."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (document,) = read(tmp_path).documents
    assert document.text == text
