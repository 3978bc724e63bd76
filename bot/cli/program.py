"""The command line: what each command does, and its exit status.

0 answered or done, 1 not found in the documents, 2 wrong use or settings, 3 something failed.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from enum import IntEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import __version__
from bot.errors import ExamplesError, PhrasesError, PlotError, QuothError, SettingsError
from bot.settings import Settings, load_settings
from retrieval.errors import RetrievalError


class Exit(IntEnum):
    """The exit statuses of every command."""

    DONE = 0
    NOT_FOUND = 1
    WRONG_USE = 2
    FAILED = 3


app = typer.Typer(
    name="quoth",
    help="Answers questions in the words of your own documents, and proves it.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
DocumentsOption = Annotated[
    Path | None, typer.Option("--documents", metavar="DIR", help="Another folder of documents.")
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="A file of settings.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")]


def main() -> NoReturn:
    """Run the command line; a fault ends in one sentence on stderr, never in a traceback."""
    _accept_any_text()
    try:
        app()
    except (SettingsError, PhrasesError, ExamplesError, PlotError) as error:
        _fail(str(error), Exit.WRONG_USE)
    except (QuothError, RetrievalError) as error:
        _fail(str(error), Exit.FAILED)
    except BrokenPipeError:
        # Who reads our output has left; point it elsewhere so that closing it raises nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.FAILED)
    except KeyboardInterrupt:
        _fail("Stopped.", Exit.FAILED)
    except Exception as error:  # a fault of ours is told in a sentence as well
        _fail(f"Quoth failed where it should not: {type(error).__name__}: {error}.", Exit.FAILED)
    sys.exit(Exit.DONE)


def _accept_any_text() -> None:
    """Let no character that a terminal or a pipe can't carry stop a command: it shows as "?"."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _fail(message: str, status: Exit) -> NoReturn:
    typer.echo(message, err=True)
    sys.exit(status)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quoth {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def console(
    context: typer.Context,
    documents: DocumentsOption = None,
    config: ConfigOption = None,
    version: Annotated[  # noqa: ARG001 - its callback prints and leaves
        bool, typer.Option("--version", is_eager=True, callback=_version, help="The version.")
    ] = False,
) -> None:
    """Without a command: the console, a chat on the configured documents."""
    context.obj = (documents, config)
    if context.invoked_subcommand is None:
        from bot.console import run_console

        run_console(_settings(context, None, None))


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    as_json: JsonOption = False,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", metavar="FILE", help="Questions as JSON lines; - is stdin."),
    ] = None,
    documents: DocumentsOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer one question, or a file of questions."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a QUESTION or --batch FILE.")
    settings = _settings(context, documents, config)
    if batch is not None:
        raise typer.Exit(_ask_batch(settings, batch))
    raise typer.Exit(_ask_once(settings, question or "", as_json=as_json))


def _ask_once(settings: Settings, question: str, *, as_json: bool) -> Exit:
    """Print the answer to one question; the exit status."""
    from bot.assistant import Assistant
    from bot.cli.batch import record
    from bot.console.terminal import show, terminal
    from bot.rendering import render_answer

    assistant = Assistant.open(settings)
    start = time.perf_counter()
    answer = assistant.ask(question)
    milliseconds = (time.perf_counter() - start) * 1000
    if as_json:
        typer.echo(
            json.dumps(record(answer, name="", milliseconds=milliseconds), ensure_ascii=False)
        )
    else:
        show(terminal(), render_answer(answer, assistant.phrases(answer.language)))
    return Exit.NOT_FOUND if answer.refused else Exit.DONE


def _ask_batch(settings: Settings, file: Path) -> Exit:
    """Print the answers to a file of questions as JSON lines; the exit status."""
    from bot.assistant import Assistant
    from bot.cli.batch import answer_lines

    status = Exit.DONE
    try:
        stream = sys.stdin if str(file) == "-" else file.open(encoding="utf-8", errors="replace")
    except OSError as error:
        _fail(f"{file}: the questions can't be read: {error.strerror}.", Exit.WRONG_USE)
    with stream:
        for result in answer_lines(Assistant.open(settings), stream):
            if isinstance(result, str):
                typer.echo(f"{file}: {result}", err=True)
                status = Exit.WRONG_USE
            else:
                sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
                sys.stdout.flush()
    return status


@app.command()
def telegram(
    context: typer.Context, documents: DocumentsOption = None, config: ConfigOption = None
) -> None:
    """Start the Telegram bot."""
    settings = _settings(context, documents, config)
    from bot.telegram import run

    raise typer.Exit(run(settings))


@app.command()
def index(
    context: typer.Context,
    as_json: JsonOption = False,
    documents: DocumentsOption = None,
    config: ConfigOption = None,
) -> None:
    """Read the documents, save the index, say what was read and what was skipped."""
    from bot.cli.index_report import index_report

    index_report(_settings(context, documents, config), as_json=as_json)


@app.command()
def show(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file, or its path in the folder.")
    ],
    as_json: JsonOption = False,
    documents: DocumentsOption = None,
    config: ConfigOption = None,
) -> None:
    """Print a document as Quoth sees it: passages, headings, places, what is furniture."""
    from bot.cli.document_report import document_report

    document_report(_settings(context, documents, config), file, as_json=as_json)


@app.command()
def check(
    context: typer.Context, documents: DocumentsOption = None, config: ConfigOption = None
) -> None:
    """Say everything that would go wrong: settings, phrases, documents, token."""
    from bot.cli.inspection import check_report

    raise typer.Exit(check_report(_settings(context, documents, config)))


@app.command()
def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Questions as JSON lines.")],
    as_json: JsonOption = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw confidence and thresholds.")
    ] = None,
    documents: DocumentsOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask your own questions with expected answers; say what is right and what has changed."""
    from bot.cli.evaluation import evaluate_report

    settings = _settings(context, documents, config)
    evaluate_report(settings, file, as_json=as_json, plot=plot)


def _settings(context: typer.Context, documents: Path | None, config: Path | None) -> Settings:
    """The settings, with options given before or behind the command's name."""
    earlier_documents, earlier_config = (context.find_root().obj or (None, None))[:2]
    return load_settings(file=config or earlier_config, documents=documents or earlier_documents)
