"""A large folder of files: how fast it is read and indexed, in how much memory, and reloaded.

    python -m benchmarks.folder SENTENCES [--files N] [--sentences N] [--json]

SENTENCES holds one sentence a line (.xz is read too), of which files in several formats are made,
in folders of a thousand. `quoth index` reads them as an operator would, its bar on standard error;
then one file is changed and a running bot reloads. Memory is that of all its processes together,
shared pages counted once. Needs the extra "test", whose libraries write the formats.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from itertools import islice
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

from benchmarks.report import Figures, run, show
from benchmarks.speed import sentences_of

FOLDER = 1_000  # files of one folder
PARAGRAPH = 5  # sentences
LINE = 90  # characters of a line in a PDF
PAUSE = 0.2  # seconds between two looks at the memory
NEW = "The lighthouse of Skarvoy was built in 1874."
QUESTION, EXPECTED = "When was the lighthouse of Skarvoy built?", "1874"
Parts = Sequence[str]


def _text(file: Path, title: str, paragraphs: Parts) -> None:
    file.write_text("\n\n".join([title, *paragraphs]) + "\n", encoding="utf-8")


def _markdown(file: Path, title: str, paragraphs: Parts) -> None:
    _text(file, f"# {title}", paragraphs)


def _html(file: Path, title: str, paragraphs: Parts) -> None:
    from html import escape

    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
    file.write_text(
        f"<!doctype html><title>{title}</title><nav><a href=/>Home</a> <a href=/news>News</a></nav>"
        f"<main><h1>{title}</h1>\n{body}</main><footer>Share this page</footer>\n",
        encoding="utf-8",
    )


def _mail(file: Path, title: str, paragraphs: Parts) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = title, "Ada <ada@example.org>"
    message["Date"] = "Tue, 07 Feb 2023 10:00:00 +0100"
    message.set_content("\n\n".join(paragraphs))
    file.write_bytes(message.as_bytes())


def _word(file: Path, title: str, paragraphs: Parts) -> None:
    document = docx.Document()
    document.add_heading(title, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(file))


def _pdf(file: Path, title: str, paragraphs: Parts) -> None:
    canvas = Canvas(str(file))
    written = canvas.beginText(50, 780)
    for paragraph in [title, *paragraphs]:
        for at in range(0, len(paragraph), LINE):
            written.textLine(paragraph[at : at + LINE])
        written.textLine("")
    canvas.drawText(written)
    canvas.save()


# A kind of file as often as it stands here.
KINDS: tuple[tuple[str, Callable[[Path, str, Parts], None]], ...] = (
    *(("txt", _text),) * 8,
    *(("md", _markdown),) * 5,
    *(("html", _html),) * 4,
    *(("eml", _mail), ("docx", _word), ("pdf", _pdf)),
)


def write_files(folder: Path, sentences: Sequence[str], count: int, each: int) -> None:
    """Write so many files of so many sentences, in folders of a thousand."""
    lines = iter(sentences)
    for number in range(count):
        own = list(islice(lines, each)) or [f"Nothing is left for file {number}."]
        place = folder / f"{number // FOLDER:03d}"
        place.mkdir(parents=True, exist_ok=True)
        suffix, write = KINDS[number % len(KINDS)]
        paragraphs = [" ".join(own[at : at + PARAGRAPH]) for at in range(0, len(own), PARAGRAPH)]
        write(place / f"report-{number:06d}.{suffix}", f"Report {number}", paragraphs)


def indexed(folder: Path) -> Figures:
    """Read and index a folder by the command, in an empty cache."""
    start, spent = time.perf_counter(), os.times()
    with (
        subprocess.Popen(  # noqa: S603 - our own program
            [
                sys.executable,
                "-m",
                "bot",
                "index",
                "--json",
                "--config",
                str(folder / "quoth.toml"),
            ],
            stdout=subprocess.PIPE,
        ) as process,
        _watched(process.pid) as peak,
    ):
        told = process.communicate()[0]
    if process.returncode:
        sys.exit(f"quoth index ended with {process.returncode}.")
    wall, now = time.perf_counter() - start, os.times()
    report = json.loads(told)
    cpu = now.children_user + now.children_system - spent.children_user - spent.children_system
    return {
        "documents": report["documents"],
        "skipped": len(report["skipped"]),
        "passages": report["passages"],
        "wall s": wall,
        "CPU s": cpu,
        "files/s": report["documents"] / wall,
        "peak MB, all processes": max(peak),
    }


@contextmanager
def _watched(pid: int) -> Iterator[list[float]]:
    """The memory of a process and its children, in MB, looked at again and again."""
    seen, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(PAUSE):
            seen.append(sum(map(_memory, _family(pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _family(pid: int) -> list[int]:
    """A process and all that it has started."""
    parents = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            status = (place / "stat").read_text(encoding="ascii", errors="replace")
        except OSError:  # it has just ended
            continue
        parents[int(place.name)] = int(status.rpartition(")")[2].split()[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _memory(pid: int) -> float:
    """A process's share of the memory in MB; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0) / 1024


def reloaded(folder: Path) -> Figures:
    """Open the bot on a folder that is indexed, change one file, reload."""
    from bot.assistant import Assistant
    from bot.settings import load_settings

    start = time.process_time()
    assistant = Assistant.open(load_settings(file=folder / "quoth.toml"))
    opened = time.process_time() - start
    changed = max((folder / "documents").rglob("*.txt"))
    changed.write_text(changed.read_text(encoding="utf-8") + f"\n{NEW}\n", encoding="utf-8")
    start, spent = time.perf_counter(), time.process_time()
    report = assistant.reload()
    seconds, cpu = time.perf_counter() - start, time.process_time() - spent
    answer = assistant.ask(QUESTION)
    if len(report.changed) != 1 or EXPECTED not in answer.quotes[0].text:
        sys.exit("What was changed is not found.")
    return {"open CPU s": opened, "reload s": seconds, "reload CPU s": cpu}


def main(argv: Sequence[str]) -> None:
    """Make a folder, index it, change it."""
    parser = argparse.ArgumentParser(description="A large folder of files.")
    parser.add_argument("sentences_file", type=Path, metavar="SENTENCES")
    parser.add_argument("--files", type=int, default=50_000, metavar="N")
    parser.add_argument("--sentences", type=int, default=20, metavar="N", help="of one file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sentences = sentences_of(given.sentences_file, given.files * given.sentences)
        write_files(folder / "documents", sentences, given.files, given.sentences)
        del sentences
        (folder / "quoth.toml").write_text(
            '[documents]\nfolder = "documents"\n[index]\nfolder = "index"\n', encoding="utf-8"
        )
        figures = indexed(folder) | reloaded(folder)
    show({f"{given.files:,} files": {"Quoth": figures}}, as_json=given.json)


if __name__ == "__main__":
    run(main)
