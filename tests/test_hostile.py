"""Files that are made to do harm: bounded, never run, never followed, always named."""

from __future__ import annotations

import os
import socket
import threading
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from retrieval.collection import Collection, Limits, read_collection
from retrieval.errors import UnreadableFileError
from retrieval.reading import format_of
from tests.manual import as_epub, as_markdown, as_word

LIMITS = Limits(max_file_bytes=2_000_000, max_files=100, max_file_seconds=1)
SENTENCE = "The keeper of the tower lit the lamp every evening for many years."
LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)
CATALOGUE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"


def archive(file: Path, **entries: str | bytes) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, data in entries.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)


def word(file: Path, body: str, before: str = "") -> None:
    as_word(file)
    with zipfile.ZipFile(file, "a") as made:
        made.writestr("word/footnotes.xml", f"{before}<d>{body}</d>")


def laughing(folder: Path) -> None:
    word(folder / "a.docx", "&j;", f"{LAUGHS}]>")


def external(folder: Path) -> None:
    word(folder / "a.docx", "&x;", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")


def bomb(folder: Path) -> None:
    archive(folder / "a.odt", content_xml=bytes(210_000_000))


def nested_tables(folder: Path) -> None:
    word(folder / "a.docx", "<t>" * 5_000 + "</t>" * 5_000)
    with zipfile.ZipFile(folder / "b.docx", "w") as made:
        made.writestr("word/document.xml", "<w>" * 5_000 + "</w>" * 5_000)
    (folder / "a.docx").unlink()


def many_parts(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.epub", "w") as made:
        for number in range(20_001):
            made.writestr(str(number), "")


def locked_pdf(folder: Path) -> None:
    canvas = Canvas(str(folder / "a.pdf"), encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(100, 700, SENTENCE)
    canvas.save()


def locked_word(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def scanned(folder: Path) -> None:
    Image.new("L", (60, 60), 200).save(folder / "scan.png")
    canvas = Canvas(str(folder / "a.pdf"))
    canvas.drawImage(str(folder / "scan.png"), 100, 100)
    canvas.save()


def looping_pages(folder: Path) -> None:
    pages = b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>endobj\n"
    (folder / "a.pdf").write_bytes(CATALOGUE + pages + b"trailer<</Root 1 0 R>>\n")


def looping_form(folder: Path) -> None:
    """A drawing that draws itself."""
    drawn = b"<</XObject<</F 4 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources" + drawn + b">>"
    form = b"<</Subtype/Form/BBox[0 0 9 9]/Length 11/Resources" + drawn + b">>stream\n/F Do /F Do\n"
    (folder / "a.pdf").write_bytes(
        CATALOGUE
        + b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj" + page
        + b"endobj\n4 0 obj" + form + b"endstream endobj\n"
        + b"5 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )  # fmt: skip


def endless_aliases(folder: Path) -> None:
    lines = ["a: &a [x, x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(20)]
    (folder / "a.yaml").write_text("\n".join(lines))


def code_in_yaml(folder: Path) -> None:
    (folder / "a.yaml").write_text(f"!!python/object/apply:os.system ['touch {folder}/run']\n")


def nested_mail(folder: Path) -> None:
    parts = b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3_000
    (folder / "a.eml").write_bytes(b"From: a@b.c\n" + parts.removeprefix(b"--b\n"))


def one_gigabyte_in_one_line(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(1_000_000_000)


def too_slow(folder: Path) -> None:
    (folder / "a.html").write_bytes(b"<div>" * 390_000 + SENTENCE.encode())


def link_out(folder: Path) -> None:
    (folder / "a.txt").symlink_to("/etc/passwd")


def folder_out(folder: Path) -> None:
    (folder / "a").symlink_to("/etc")


def link_to_itself(folder: Path) -> None:
    (folder / "a.txt").symlink_to("a.txt")


def a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")


def control_characters(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x1b[31m\0\x07" * 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document, so that there is something to answer from."""
    as_markdown(tmp_path / "good.md")
    return tmp_path


def read(folder: Path) -> Collection:
    return read_collection(folder, limits=LIMITS)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (laughing, "declares XML entities"),
        (external, "declares XML entities"),
        (bomb, "unpacked it has 210,000,000 bytes"),
        (nested_tables, "nested too deeply|damaged"),
        (many_parts, "20,001 parts"),
        (locked_pdf, "protected by a password; save a copy"),
        (locked_word, "protected by a password; save a copy"),
        (scanned, "pictures without text; let a program such as ocrmypdf"),
        (looping_pages, "damaged"),
        (looping_form, "damaged|pictures without text|documents.max_file_seconds"),
        (endless_aliases, "YAML aliases"),
        (code_in_yaml, "no valid YAML"),
        (nested_mail, "too many parts"),
        (one_gigabyte_in_one_line, "1,000,000,000 bytes"),
        (too_slow, "documents.max_file_seconds"),
        (link_out, "leads out of the folder"),
        (folder_out, "leads out of the folder"),
        (link_to_itself, "leads out of the folder"),
        (a_pipe, "no regular file"),
        (control_characters, "binary content"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_would_do_harm_is_named_and_the_rest_is_read(
    folder: Path, make: object, told: str
) -> None:
    assert callable(make)
    make(folder)
    found = read(folder)
    assert [document.id for document in found.documents] == ["good.md"]
    (skipped,) = found.skipped
    assert skipped.id.startswith(("a", "b"))
    assert any(words in skipped.reason for words in told.split("|")), skipped.reason
    assert not (folder / "run").exists()


def test_ten_thousand_nested_tags_are_read(folder: Path) -> None:
    (folder / "deep.html").write_text("<div>" * 10_000 + SENTENCE + "</div>" * 10_000)
    assert SENTENCE in {document.text for document in read(folder).documents}


def test_stray_control_characters_are_blanks_and_no_name_can_steer_a_terminal(folder: Path) -> None:
    (folder / "new\nline\x1b[31m\u202e.txt").write_text(f"{SENTENCE * 6}\0 " * 4)
    found = {document.id: document for document in read(folder).documents}
    document = found["new\\nline\\x1b[31m\\u202e.txt"]
    assert "\0" not in document.text


def test_a_name_in_another_encoding_is_read_and_can_be_printed(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(SENTENCE)
    ids = [document.id for document in read(folder).documents]
    assert "caf\\xe9.txt" in ids
    "".join(ids).encode("utf-8")


def test_nothing_is_fetched(folder: Path) -> None:
    """Pictures, styles and references of all formats point to a server that nobody calls."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.png"

        def listen() -> None:
            try:
                calls.append(server.accept())
            except OSError:
                return

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        page = f'<link rel=stylesheet href="{address}"><img src="{address}"><p>{SENTENCE}</p>'
        (folder / "a.html").write_text(page)
        as_epub(folder / "a.epub")
        as_word(folder / "a.docx")
        with zipfile.ZipFile(folder / "a.docx", "a") as made:
            made.writestr("word/footnotes.xml", f"<!DOCTYPE d SYSTEM '{address}'><d/>")
            made.writestr("word/footer9.xml", f"<!DOCTYPE d SYSTEM '{address}'><d/>")
        (folder / "a.eml").write_text(f"From: a@b.c\nContent-Type: text/html\n\n{page}")
        assert len(read(folder).documents) == 5
        server.close()
    assert not calls


def test_a_missing_extra_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "retrieval.reading.word", None)
    form = format_of(".docx")
    assert form is not None
    with pytest.raises(UnreadableFileError, match=r'extra "documents"'):
        form.read(b"")


def test_one_long_line_beyond_ascii_costs_no_more_than_its_length(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 80_000 + "é", encoding="utf-8")
    assert {document.id for document in read(folder).documents} == {"good.md", "long.txt"}


def test_a_run_of_quotation_marks_in_a_table_costs_no_more_than_its_length(folder: Path) -> None:
    table = "question,answer\nWhen do you open?,At nine.\nDogs?," + '"' * 500 + 'No, sorry."\n'
    (folder / "answers.csv").write_text(table, encoding="utf-8")
    assert "At nine." in texts(folder)["answers.csv"]


def test_a_mail_with_a_header_without_end_is_read(folder: Path) -> None:
    mail = f"Subject: The bath house\nFrom: {'a@b.example, ' * 40_000}\n\nIt opens at nine.\n"
    (folder / "bath.eml").write_text(mail, encoding="utf-8")
    assert "It opens at nine." in texts(folder)["bath.eml"]


def test_lines_of_all_lengths_cost_no_more_than_their_number(folder: Path) -> None:
    lines = [f"The boat {'of Holm ' * (number % 20)}sailed." for number in range(15_000)]
    (folder / "log.txt").write_text("\n".join(lines), encoding="utf-8")
    assert texts(folder)["log.txt"].count("sailed") == len(lines)


def texts(folder: Path) -> dict[str, str]:
    """The text of each document, by its file."""
    return {document.id: document.text for document in read(folder).documents}
