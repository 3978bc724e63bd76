"""The console, as a person at a terminal or a script behind a pipe sees it."""

from __future__ import annotations

import io
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from rich.console import Console as Terminal

from bot.assistant import Assistant
from bot.console import Console
from bot.console.lines import History
from bot.journal import open_journal
from bot.message import Message
from tests.helpers import write_documents

BUILT = "When was the lighthouse of Skarvoy built?"


def typed(lines: Iterable[str | Callable[[], None]]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, str):
            yield line
        else:
            line()


def talk(
    assistant: Assistant, *lines: str | Callable[[], None], history: History | None = None
) -> str:
    """What the console says to some lines; what is no line happens in between."""
    terminal = Terminal(file=io.StringIO(), width=100, highlight=False, markup=False, emoji=False)
    with open_journal(assistant.settings.journal.file, days=90) as journal:
        Console(assistant, assistant.phrases(), terminal, journal=journal, history=history).run(
            typed(lines)
        )
    assert isinstance(terminal.file, io.StringIO)
    return terminal.file.getvalue()


def test_a_whole_session_reads_like_a_talk(assistant: Assistant, documents: Path) -> None:
    write_documents(documents, {"mill.txt": "The mill of Aurland was moved to Bergen in 1932.\n"})
    said = talk(
        assistant,
        "hi",
        BUILT,
        "/context",
        "/why",
        "/sources",
        "When was the mill of Aurland moved?",
        "/reload",
        "When was the mill of Aurland moved?",
        "/stats",
        "/new",
        "/quit",
        "never read",
    )
    places = [
        said.index(words)
        for words in (
            "Quoth answers from 2 documents",
            "Hello!",
            "1874\n\n│ The lighthouse of Skarvoy was built in 1874 by the engineer Ingrid Holm.",
            "— The lighthouse of Skarvoy, Harbour Gazette, 12 April 2019",
            "Its lamp can be seen",
            "Words of your question in it",
            "2 documents, 15 passages",
            "Nowhere in them: “mill”, “Aurland”, “moved”",
            "1 added, 0 changed, 0 removed",
            "1932\n",
            "4 questions",
            "starts afresh",
            "Goodbye.",
        )
    ]
    assert places == sorted(places)


def test_open_questions_are_listed_and_written_to_a_file(
    assistant: Assistant, documents: Path, tmp_path: Path
) -> None:
    file = tmp_path / "gaps.csv"
    asked = ["When was the mill of Aurland moved?"] * 2
    said = talk(assistant, *asked, BUILT, "/gaps", f"/gaps {file}", f"/gaps {tmp_path}")
    assert "Open questions: 1. Times asked: 2.\n2 × When was the mill of Aurland moved?" in said
    assert f"Written to {file}. Open questions: 1." in said
    assert f"{tmp_path} can't be written" in said
    assert "When was the mill of Aurland moved?,2,2,0," in file.read_text(encoding="utf-8-sig")
    write_documents(documents, {"mill.txt": "The mill of Aurland was moved to Bergen in 1932.\n"})
    assert "No question is open" in talk(assistant, "/reload", "/gaps")


def test_more_shows_what_else_was_found_until_nothing_is_left(assistant: Assistant) -> None:
    said = talk(assistant, "/more", BUILT, *["/more"] * 9, "hi", "/more", "/new", "/more")
    replies = said.split("Further passages, less likely to answer:\n")
    quotes = [[line for line in reply.splitlines() if line[:1] == "│"] for reply in replies]
    assert len(quotes) > 2
    assert all(1 <= sum(line[:1] == "—" for line in r.splitlines()) <= 3 for r in replies[1:])
    assert not any(set(a) & set(b) for a, b in itertools.combinations(quotes, 2))
    assert said.index("Ask a question first.") < said.index("1874")
    assert "Nothing else was found for this question." in replies[-1]
    assert said.rstrip().endswith("Ask a question first.\n\nGoodbye.")


def test_a_question_behind_new_is_answered_afresh(assistant: Assistant) -> None:
    said = talk(assistant, BUILT, "/new Who was the last keeper?", "/new and who built it?")
    assert said.index("1874") < said.index("Nils Berg, the last keeper")
    assert "Searched for" not in said


def test_more_shows_nothing_of_documents_that_are_gone(
    assistant: Assistant, documents: Path
) -> None:
    crossing = "How far is the crossing to Bergen?"
    assert "│ The tower stands 31 metres high" in talk(assistant, crossing, *["/more"] * 5)
    said = talk(
        assistant, crossing, (documents / "lighthouse.md").unlink, "/reload", *["/more"] * 5
    )
    assert "│ Captain Sofie Lund said" in said
    assert "The lighthouse of Skarvoy" not in said


def test_votes_on_the_last_answer_can_be_changed_and_taken_back(assistant: Assistant) -> None:
    unhelpful = f"Noted: the answer to “{BUILT}” was not helpful."
    said = talk(assistant, BUILT, "thanks", "/unhelpful", "/gaps", "/privacy")
    assert unhelpful in said
    assert f"Open questions: 1. Times asked: 1.\n1 × {BUILT} (not helpful: 1)" in said
    assert "votes on answers, with your user id and the time: 1" in said
    said = talk(assistant, BUILT, "/unhelpful", "/helpful", "/gaps", "/helpful", "/privacy")
    assert f"Noted: the answer to “{BUILT}” was helpful." in said
    assert f"1 × {BUILT} (not helpful: 1)" in said  # the one of the first talk
    assert "Taken back." in said
    assert "votes on answers, with your user id and the time: 1" in said


def test_more_and_votes_are_for_what_was_answered_last(assistant: Assistant) -> None:
    said = talk(
        assistant, "/helpful", BUILT, "Who won the 1998 World Cup?", "/unhelpful", "/more", "/gaps"
    )
    assert said.index("Ask a question first.") < said.index("1874")
    assert said.count("The last reply quotes nothing from the documents.") == 2
    assert "not helpful" not in said
    assert "Further passages" not in said
    assert talk(assistant, BUILT, "/forget", "/helpful").count("Ask a question first.") == 1


def test_a_vote_on_what_another_console_has_deleted_is_not_noted(assistant: Assistant) -> None:
    def elsewhere() -> None:
        talk(assistant, "/forget", "How high is the tower?")

    said = talk(assistant, BUILT, elsewhere, "/unhelpful", "/gaps")
    assert "no longer kept: ask it again" in said
    assert "No question is open" in said


def test_what_is_kept_is_told_and_deleted(assistant: Assistant) -> None:
    said = talk(assistant, BUILT, "/privacy", "/forget", "/privacy")
    assert "with your user id, the chat and the time: 1" in said
    assert "nothing of you is kept any more" in said
    assert "with your user id, the chat and the time: 0" in said


def test_the_lines_that_were_typed_are_told_and_deleted_as_well(
    assistant: Assistant, tmp_path: Path
) -> None:
    history = History(tmp_path / "history")
    history.file.write_text("\n# 2026-01-01\n+How high is it?\n+And wide?\n", encoding="utf-8")
    said = talk(assistant, "/privacy", "/forget", "/privacy", history=history)
    assert "for the arrow keys, until you have them deleted: 2" in said
    assert "for the arrow keys, until you have them deleted: 0" in said
    assert not history.file.exists()


def test_faults_are_told_in_a_sentence(assistant: Assistant) -> None:
    said = talk(assistant, "/why", "/context 7", BUILT, "/context 9", "/dance", "/ask")
    assert said.count("Ask a question first.") == 2
    assert "There is no quote 9" in said
    assert "There is no command /dance" in said
    assert "Write your question behind the command" in said


def test_a_number_opens_a_quote_and_why_its_reasons(assistant: Assistant) -> None:
    said = talk(assistant, BUILT, "1", "why 1")
    assert "Its lamp can be seen" in said
    assert "Why this passage" in said


def test_markup_in_documents_and_questions_stays_text(
    assistant: Assistant, documents: Path
) -> None:
    write_documents(
        documents, {"odd.txt": "The seal wears a [bold red]hat[/] and *stars* daily.\n"}
    )
    said = talk(assistant, "/reload", "What does the seal wear?", "[bold]hat[/bold]?")
    assert "[bold red]hat[/]" in said


def run(
    *arguments: str, place: Path, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    own = {"XDG_CACHE_HOME": str(place), "XDG_STATE_HOME": str(place)}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        env={**os.environ, **own, **environment},
        cwd=Path(__file__).parent.parent,
    )


@pytest.fixture
def folder(documents: Path) -> str:
    return str(documents)


def test_the_console_works_piped(folder: str, tmp_path: Path) -> None:
    done = run("--documents", folder, place=tmp_path, stdin=f"{BUILT}\n/quit\n")
    assert done.returncode == 0
    assert "\n1874\n" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_a_pipe_or_terminal_that_cannot_carry_a_character_stops_nothing(
    folder: str, tmp_path: Path
) -> None:
    done = run("ask", BUILT, "--documents", folder, place=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1874")
    done = run("--documents", folder, place=tmp_path, stdin=f"caf\udcff?\n{BUILT}\n")
    assert (done.returncode, "\n1874\n" in done.stdout, done.stderr) == (0, True, "")


def test_a_question_that_fails_ends_in_an_apology_and_the_talk_goes_on(
    assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    class Failing(Console):
        def reply(self, line: str) -> Message | None:
            if line == "break":
                raise RuntimeError("a fault of ours")
            return super().reply(line)

    terminal = Terminal(file=io.StringIO(), width=100)
    with open_journal(assistant.settings.journal.file, days=90) as journal:
        failing = Failing(assistant, assistant.phrases(), terminal, journal=journal)
        failing.run(iter(["break", "hi"]))
    assert isinstance(terminal.file, io.StringIO)
    said = terminal.file.getvalue()
    assert said.index("Something went wrong") < said.index("Hello!")
    assert "a fault of ours" in caplog.text


def test_ask_prints_one_answer(folder: str, tmp_path: Path) -> None:
    done = run("ask", BUILT, "--documents", folder, place=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "1874")


def test_ask_json_prints_the_record(folder: str, tmp_path: Path) -> None:
    done = run("ask", BUILT, "--json", "--documents", folder, place=tmp_path)
    told = json.loads(done.stdout)
    assert (told["answer"], told["refused"], told["verdict"]) == ("1874", False, "FOUND")
    passage = told["passages"][0]
    assert passage["document"] == "lighthouse.md"
    text = (Path(folder) / "lighthouse.md").read_text(encoding="utf-8")
    assert passage["text"] in text


def test_ask_tells_by_its_status_that_nothing_was_found(folder: str, tmp_path: Path) -> None:
    assert run("ask", "Who is zzyzx?", "--documents", folder, place=tmp_path).returncode == 1


def test_ask_batch_answers_line_by_line_in_order(folder: str, tmp_path: Path) -> None:
    lines = [
        {"id": "a", "question": BUILT},
        {"id": "b", "question": "and who built it?", "dialogue": [BUILT]},
        {"id": "c", "question": "Who is zzyzx?"},
    ]
    stdin = "".join(json.dumps(line) + "\n" for line in lines)
    done = run("ask", "--batch", "-", "--documents", folder, place=tmp_path, stdin=stdin)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in told] == ["a", "b", "c"]
    assert [answer["refused"] for answer in told] == [False, False, True]
    assert "Ingrid Holm" in told[1]["answer"]
    assert done.returncode == 0


def test_a_faulty_line_of_a_batch_is_named_and_the_rest_answered(
    folder: str, tmp_path: Path
) -> None:
    stdin = f'nonsense\n{{"question": 3}}\n\n{json.dumps({"question": BUILT})}\n'
    done = run("ask", "--batch", "-", "--documents", folder, place=tmp_path, stdin=stdin)
    assert json.loads(done.stdout)["answer"] == "1874"
    assert "line 1" in done.stderr
    assert "line 2" in done.stderr
    assert done.returncode == 2


def test_index_says_what_was_read_and_skipped(folder: str, tmp_path: Path) -> None:
    (Path(folder) / "scan.pdf").write_bytes(b"%PDF")
    done = run("index", "--documents", folder, place=tmp_path)
    assert "markdown 2 " in " ".join(done.stdout.split())
    assert "2 documents read" in done.stdout
    assert "Skipped: scan.pdf: the file is damaged" in done.stdout
    told = json.loads(run("index", "--json", "--documents", folder, place=tmp_path).stdout)
    assert (told["documents"], told["skipped"][0]["file"]) == (2, "scan.pdf")


def test_show_prints_a_document_as_it_is_read(folder: str, tmp_path: Path) -> None:
    page = "<nav><a href=/>Home</a></nav><h1>The lamp</h1><p>It was lit in 1874. It shines far.</p>"
    (Path(folder) / "lamp.html").write_text(page)
    shown = " ".join(run("show", "lamp.html", "--documents", folder, place=tmp_path).stdout.split())
    for part in (
        "title The lamp",
        "language en",
        "furniture Home",
        "paragraph It was lit in 1874.",
    ):
        assert part in shown
    told = json.loads(
        run("show", "lamp.html", "--json", "--documents", folder, place=tmp_path).stdout
    )
    assert told["furniture"] == ["Home"]
    assert [passage["text"] for passage in told["passages"]][-1] == "It shines far."
    missing = run("show", "none.txt", "--documents", folder, place=tmp_path)
    assert (missing.returncode, "no such file" in missing.stderr) == (3, True)


def test_check_says_what_would_go_wrong(folder: str, tmp_path: Path) -> None:
    fine = run("check", "--documents", folder, place=tmp_path, QUOTH_TELEGRAM_TOKEN="")
    assert (fine.returncode, "Nothing would go wrong." in fine.stdout) == (0, True)
    assert "QUOTH_TELEGRAM_TOKEN" in fine.stdout
    wrong = run("check", "--documents", folder, place=tmp_path, QUOTH_TELEGRAM_TOKEN="abc")
    assert (wrong.returncode, "doesn't look like one" in wrong.stdout) == (2, True)
    assert "abc" not in wrong.stdout


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("[access]\nmode = 'list'\n", 2, "nobody may ask on Telegram"),
        ("[access]\ngroups = []\n", 0, "the bot leaves every group"),
        ("[telegram]\nadmins = []\n", 0, "nobody may reload or add documents"),
        ("[journal]\nfile = 'quoth.toml'\n", 2, "The journal"),
    ],
)
def test_check_tells_what_access_and_journal_would_bring(
    folder: str, tmp_path: Path, text: str, status: int, told: str
) -> None:
    file = tmp_path / "quoth.toml"
    file.write_text(f'[documents]\nfolder = "{folder}"\n{text}', encoding="utf-8")
    token = "123456789:AAtesttesttesttesttesttesttesttesttesttestt"
    done = run("check", "--config", str(file), place=tmp_path, QUOTH_TELEGRAM_TOKEN=token)
    assert told in done.stdout
    assert done.returncode == status


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["ask", "x", "--documents", "/nowhere"], 3, "does not exist"),
        (["ask"], 2, "QUESTION"),
        (["ask", "x", "--config", "/nowhere.toml"], 2, "can't be read"),
        (["ask", "--batch", "/nowhere.jsonl"], 2, "can't be read"),
        (["dance"], 2, "dance"),
    ],
)
def test_wrong_use_ends_in_one_sentence_and_a_status(
    arguments: list[str], status: int, told: str, tmp_path: Path
) -> None:
    done = run(*arguments, place=tmp_path)
    assert done.returncode == status
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
