"""The local front end: a chat in the terminal, or lines through a pipe."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.answer import Answer
from bot.assistant import Assistant
from bot.commands import Place, available, topic_and_page
from bot.console.last_answer import TURNS, LastAnswer
from bot.console.lines import History, piped_lines, typed_lines
from bot.console.terminal import Terminal, show, terminal
from bot.errors import QuothError
from bot.gaps import gaps_csv, open_gaps
from bot.journal import CONSOLE, Asked, Journal, open_journal
from bot.message import Message
from bot.phrasing import Phrases
from bot.rendering import render_answer
from bot.screens import (
    render_gaps,
    render_help,
    render_privacy,
    render_reload,
    render_sources,
    render_statistics,
    render_text,
    render_timeline,
)
from bot.settings import Settings
from bot.watching import watching

CONVERSATION = "console"
_LOG = logging.getLogger(__name__)


class Console:
    """A conversation at the terminal: what is no command is a question."""

    def __init__(
        self,
        assistant: Assistant,
        phrases: Phrases,
        terminal: Terminal,
        *,
        journal: Journal,
        history: History | None = None,
    ) -> None:
        """Talk through `terminal`; nothing is read before `run`.

        `history` holds what the person types, None where nobody does.
        """
        self._history = history
        self._assistant = assistant
        self._journal = journal
        self._phrases = phrases
        self._terminal = terminal
        self._last = LastAnswer(assistant, phrases, journal)
        self._commands: dict[str, Callable[[str], Message | None]] = {
            "help": self._help,
            "ask": self._ask_command,
            "context": self._last.context,
            "why": self._last.why,
            "more": lambda _: self._last.more(),
            "helpful": lambda _: self._last.vote(helpful=True),
            "unhelpful": lambda _: self._last.vote(helpful=False),
            "timeline": self._timeline,
            "sources": self._sources,
            "new": self._new,
            "reload": self._reload,
            "stats": self._stats,
            "gaps": self._gaps,
            "privacy": self._privacy,
            "forget": self._forget,
            "quit": lambda _: None,
        }

    def run(self, lines: Iterator[str]) -> None:
        """Answer line after line until /quit or the end of the input."""
        self._say("banner", documents=len(self._assistant.sources()))
        for line in lines:
            message = self._reply_or_apologise(line)
            if message is None:
                break
            show(self._terminal, message)
            self._terminal.print()
        self._say("goodbye")

    def _reply_or_apologise(self, line: str) -> Message | None:
        try:
            return self.reply(line)
        except Exception as error:  # one question that fails must not end the chat
            _LOG.error("A question failed: %s: %s", type(error).__name__, error)
            return self._text("trouble")

    def reply(self, line: str) -> Message | None:
        """The reply to one line; None when the person leaves."""
        name, _, argument = line.strip().partition(" ")
        if name.startswith("/"):
            command = self._commands.get(name[1:].lower())
            if command is None:
                return self._text("unknown_command", command=name)
            return command(argument.strip())
        if name.isdigit() and not argument and self._last.quoting:
            return self._last.context(name)
        if name.lower() == "why" and argument.strip().isdigit():
            return self._last.why(argument.strip())
        if self._last.opened and line.strip().lower() in TURNS:
            return self._last.context(line.strip())
        return self._ask(line)

    def _text(self, phrase: str, **fields: str | int) -> Message:
        return render_text(self._phrases.say(phrase, seed="", **fields))

    def _say(self, phrase: str, **fields: str | int) -> None:
        show(self._terminal, self._text(phrase, **fields))

    def _ask(self, text: str) -> Message:
        asked = self._assistant.timeline_asked(text)
        if asked is not None:
            return render_timeline(*asked)
        answer = self._assistant.ask(text, conversation=CONVERSATION)
        self._last.take(answer, self._keep(text, answer))
        return render_answer(answer, self._assistant.phrases(answer.language))

    def _ask_command(self, argument: str) -> Message:
        if not argument:
            return self._text("question_missing", example="/ask …")
        return self._ask(argument)

    def _keep(self, text: str, answer: Answer) -> Asked:
        """Keep a question, so that what the documents leave open is known to the operator."""
        number = self._journal.questions.next_reply(CONSOLE)
        asked = Asked(
            chat=CONSOLE,
            reply=number,
            first=number,
            message=number,
            parent=None,
            asker=CONSOLE,
            text=text,
            about="",
            searched=answer.question.text,
            answered=answer.answered,
            asked=self._journal.now(),
        )
        self._journal.keep(asked)
        return asked

    def _help(self, _: str) -> Message:
        return render_help(available(Place.CONSOLE, admin=True), self._phrases)

    def _sources(self, argument: str) -> Message:
        return render_sources(self._assistant.sources(argument), self._phrases, topic=argument)

    def _timeline(self, argument: str) -> Message:
        topic, page = topic_and_page(argument)
        if not topic:
            return self._text("topic_missing", example="/timeline …")
        return render_timeline(self._assistant.timeline(topic, page=page), self._phrases)

    def _new(self, argument: str) -> Message:
        self._assistant.forget(CONVERSATION)
        self._last.forget()
        return self._ask(argument) if argument else self._text("fresh")

    def _reload(self, _: str) -> Message:
        try:
            return render_reload(self._assistant.reload(), self._phrases)
        except QuothError as error:
            return render_text(str(error))

    def _stats(self, _: str) -> Message:
        return render_statistics(self._assistant.statistics(), self._phrases)

    def _gaps(self, argument: str) -> Message:
        gaps = open_gaps(self._journal.gaps.rows(), self._assistant)
        if argument:
            try:
                Path(argument).expanduser().write_text(gaps_csv(gaps), encoding="utf-8-sig")
            except OSError as error:
                return self._text("gaps_unwritten", file=argument, reason=error.strerror or "")
            return self._text("gaps_written", file=argument, questions=len(gaps))
        return render_gaps(gaps, self._phrases)

    def _privacy(self, _: str) -> Message:
        kept = dict(self._journal.kept_of(CONSOLE))
        if self._history is not None:
            kept["history"] = len(self._history)
        return render_privacy(kept, self._journal.days, self._phrases)

    def _forget(self, _: str) -> Message:
        self._new("")
        typed = self._history is None or self._history.forget()
        done = self._journal.forget(CONSOLE) and typed
        return self._text("forgotten" if done else "forget_failed")


def run_console(settings: Settings) -> None:
    """The console on the configured documents, until the person leaves."""
    assistant = Assistant.open(settings)
    history = None
    if sys.stdin.isatty():
        threading.Thread(target=assistant.warm, daemon=True).start()
        history = History(settings.index.folder / "history")
        lines = typed_lines(history)
    else:
        lines = piped_lines(sys.stdin)
    with (
        open_journal(settings.journal.file, days=settings.journal.days) as journal,
        watching(assistant, settings.documents),
    ):
        if journal.fault:
            sys.stderr.write(f"{journal.fault}\n")
        Console(assistant, assistant.phrases(), terminal(), journal=journal, history=history).run(
            lines
        )
