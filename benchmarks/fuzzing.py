"""Damaged files and garbled questions: every file is read or named, every reply is valid.

    python -m benchmarks.fuzzing [--files N] [--questions N] [--seed S] [--json]

The files are one document in each format, damaged; the questions are asked of the starter
collection and of that document, garbled, some of them in conversations. Needs the extra "test",
whose libraries write the formats.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.mutation import damaged, reworded
from benchmarks.report import Figures, run, show
from bot.assistant import Assistant
from bot.cli.batch import record
from bot.rendering import render_answer
from bot.settings import load_settings
from retrieval.errors import UnreadableFileError
from retrieval.evaluation.paragraphs import document_of
from retrieval.reading.processes.crew import Crew, Task
from retrieval.records import BlockKind
from retrieval.splitting import spans
from tests.manual import WRITERS

SECONDS = 10.0  # of CPU time a file
LONG = 1.0  # seconds by the clock from which a file's CPU time is measured: machines are busy
MEGABYTES = 1_024  # a helper's bound
BATCH = 400
PROGRESS = 5_000  # questions between two lines on standard error
LISTED = 20  # kinds of failures
PAIRS = (
    ("csv", 'question,answer\nWhen do you open?,At nine.\nMay I bring a dog?,"No, sorry."\n'),
    ("jsonl", '{"question": "When do you open?", "answer": "At nine o\'clock."}\n' * 3),
    ("yaml", "title: Answers\npairs:\n- question: When do you open?\n  answer: At nine.\n"),
)
QUESTIONS = (
    *("When was the first Astana meeting held?", "Who are the guarantors of the ceasefire?"),
    *("How many people have been killed?", "and the second?", "who else?", "Is it true?", "yes"),
    *("What did Staffan de Mistura say about the talks?", "Which countries took part in October?"),
    *("¿Cuándo se reunieron en Astaná?", "Когда прошли переговоры в Астане?", "hello", "/why 1"),
    *("Where is the meeting and why?", "timeline of the talks", "latest round", "before 2017-02"),
)


def originals(folder: Path) -> dict[str, bytes]:
    """One document in each format."""
    found = {suffix: text.encode() for suffix, text in PAIRS}
    for suffix, write in WRITERS.items():
        write(folder / f"original.{suffix}")
        found[suffix] = (folder / f"original.{suffix}").read_bytes()
    return found


def fuzz_files(count: int, seed: int) -> dict[str, Figures]:
    """Read damaged files and say what became of them, a row a format."""
    results: dict[str, Counter[str]] = {}
    slowest: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as place,
        Crew(2, max_bytes=20_000_000, seconds=SECONDS) as crew,
    ):
        whole = originals(Path(place))
        names = sorted(whole)
        for begin in range(0, count, BATCH):
            files = []
            for number in range(begin, min(count, begin + BATCH)):
                chance = random.Random(f"{seed} {number}")
                suffix = names[number % len(names)]
                file = Path(place, f"{number}.{suffix}")
                file.write_bytes(damaged(whole[suffix], whole[chance.choice(names)], chance))
                files.append(file)
            start = time.perf_counter()
            for file, reading in zip(files, crew.read(map(Task, files)), strict=True):
                took = time.perf_counter() - start
                if took > LONG:
                    took = min(took, _spent_on(file))
                suffix = file.suffix[1:]
                slowest[suffix] = max(slowest.get(suffix, 0.0), took)
                results.setdefault(suffix, Counter())[_outcome(reading)] += 1
                file.unlink()
                start = time.perf_counter()
    columns = ("read", "named", "unforeseen", "out of time", "broke down")
    return {
        suffix: {name: float(found[name]) for name in columns} | {"slowest s": slowest[suffix]}
        for suffix, found in sorted(results.items())
    }


def _spent_on(file: Path) -> float:
    """The CPU time it takes to read a file again by a helper of its own, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Crew(1, max_bytes=20_000_000, seconds=SECONDS) as crew:
        next(crew.read([Task(file)]))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _outcome(reading: object) -> str:
    """What became of a file; raises AssertionError where a reading is not as it should be."""
    if isinstance(reading, UnreadableFileError):
        said = str(reading)
        if "broke down" in said or "stopped by the system" in said:
            return "broke down"
        if "max_file_seconds" in said:
            return "out of time"
        return "unforeseen" if said.startswith("the file is damaged (") else "named"
    page = getattr(reading, "page", None)
    if page is None:
        raise AssertionError("a file is neither read nor named")
    document = replace(document_of(page.text, name="a", title=""), blocks=page.blocks)
    sentences = spans(document)
    quotable = any(block.kind is not BlockKind.FURNITURE for block in page.blocks)
    _must(bool(sentences) == quotable, "something to quote has no sentence")
    _must(all(page.text[span.start : span.end].strip() for span in sentences), "a blank passage")
    return "read"


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(what)


def fuzz_questions(count: int, seed: int) -> Figures:
    """Ask garbled questions and say how many failed, by an exception or an invalid reply."""
    with tempfile.TemporaryDirectory() as place:
        assistant = Assistant.open(load_settings().with_index_in(Path(place)))
        texts = {d.id: d.text for d in assistant.snapshot.collection.documents}
        verdicts: Counter[str] = Counter()
        failures: Counter[str] = Counter()
        start = time.process_time()
        for number, (asked, conversation) in enumerate(_questions(count, seed), start=1):
            try:
                verdicts[_verdict(assistant, texts, asked, conversation)] += 1
            except Exception as error:  # the next questions are to be asked all the same
                last = traceback.extract_tb(error.__traceback__)[-1]
                failures[f"{error!r:.200} in {last.name}, asked {asked!r:.200}"] += 1
            if number % PROGRESS == 0:
                told = f"{number:,} questions asked, {failures.total():,} failed"
                print(told, file=sys.stderr, flush=True)
        spent = time.process_time() - start
    for failure, times in failures.most_common(LISTED):
        print(f"{times} times: {failure}", file=sys.stderr)
    figures = {"failed": float(failures.total()), "ms a question": 1000 * spent / count}
    return figures | {name: float(found) for name, found in verdicts.items()}


def _verdict(assistant: Assistant, texts: dict[str, str], asked: str, conversation: str) -> str:
    """The verdict on a question; raises AssertionError where the reply is not valid."""
    answer = assistant.ask(asked, conversation=conversation)
    told = json.loads(json.dumps(record(answer, name="", milliseconds=0.0)))
    shown = render_answer(answer, assistant.phrases(answer.language))
    _must(bool(told["answer"].strip()), "an empty answer")
    _must(bool(shown.text.strip()), "an empty message")
    shown.text.encode("utf-8")
    for passage in told["passages"]:
        text = texts[passage["document"]]
        _must(text[passage["start"] : passage["end"]] == passage["text"], "not to the letter")
    return answer.verdict.value


def _questions(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Garbled questions, each with its conversation, "" for none."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        asked = reworded(chance.choice(QUESTIONS), chance.choice(QUESTIONS), chance)
        yield asked, f"chat {number // 8}" if number % 3 else ""


def main(argv: Sequence[str]) -> None:
    """Fuzz files, then questions."""
    parser = argparse.ArgumentParser(description="Damaged files and garbled questions.")
    parser.add_argument("--files", type=int, default=20_000, metavar="N")
    parser.add_argument("--questions", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(argv)
    tables = {}
    if given.files:
        tables[f"{given.files:,} damaged files"] = fuzz_files(given.files, given.seed)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        tables["helper processes"] = {"memory": {"peak MB": peak, "bound MB": float(MEGABYTES)}}
    if given.questions:
        figures = fuzz_questions(given.questions, given.seed)
        tables[f"{given.questions:,} garbled questions"] = {"replies": figures}
    show(tables, as_json=given.json)


if __name__ == "__main__":
    run(main)
