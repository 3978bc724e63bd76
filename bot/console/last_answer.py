"""The last answer in the console: its context, reasons and further passages, and votes on it."""

from __future__ import annotations

from bot.answer import FURTHER_PAGE, Answer, Quote, Reference, Verdict
from bot.assistant import Assistant
from bot.journal import CONSOLE, Asked, Journal
from bot.message import Message
from bot.phrasing import Phrases
from bot.rendering import LONGEST_NAMED, shortened
from bot.screens import (
    render_context,
    render_explanation,
    render_further,
    render_text,
)

TURNS = {"next": 1, "previous": -1, "prev": -1}  # paragraphs from the one shown last


class LastAnswer:
    """The last answer with quotes, until another takes its place; what its buttons are elsewhere.

    A refusal leaves its quotes to be looked at, but nothing more is shown of it, and no vote taken:
    that is for what was said last, small talk aside.
    """

    def __init__(self, assistant: Assistant, phrases: Phrases, journal: Journal) -> None:
        """There is none yet; `phrases` are those of what is said without one."""
        self._assistant = assistant
        self._default = phrases
        self._journal = journal
        self.forget()

    def forget(self) -> None:
        """There is no answer any more."""
        self._answer: Answer | None = None
        self._asked: Asked | None = None
        self._shown = 0
        self._opened: tuple[Reference, int] | None = None
        self.offering = False

    def take(self, answer: Answer, asked: Asked) -> None:
        """Have another answer, to the question that the journal keeps as `asked`."""
        self._opened = None
        self.offering = bool(answer.offers)
        if answer.quotes:
            self._answer, self._asked, self._shown = answer, asked, 0
        elif answer.verdict is not Verdict.SMALL_TALK:
            self._asked = None

    @property
    def quoting(self) -> bool:
        """Whether there are quotes, so that a bare number means one of them."""
        return self._answer is not None and not self.offering

    @property
    def opened(self) -> bool:
        """Whether a paragraph was shown last, from which "next" and "previous" lead on."""
        return self._opened is not None

    def context(self, argument: str) -> Message:
        """The paragraph of a quote, or "next" and "previous" from the one shown last."""
        turn = TURNS.get(argument.lower(), 0)
        reference = self._opened[0] if turn and self._opened else self._reference(argument or "1")
        if reference is None:
            return self._no_quote(argument)
        step = self._opened[1] if turn and self._opened else 0
        context = self._assistant.paragraph(reference, step=step + turn)
        if context is None:
            return self._text("context_gone")
        beyond = turn and context == self._assistant.paragraph(reference, step=step)
        self._opened = (reference, step if beyond else step + turn)
        return render_context(context, self._phrases)

    def why(self, argument: str) -> Message:
        """The arithmetic behind a quote."""
        place = self._place(argument or "1")
        if self._answer is None or place is None:
            return self._no_quote(argument)
        explanation = self._assistant.explain(self._answer, quote=place)
        if explanation is None:
            return self._text("context_gone")
        return render_explanation(explanation, self._phrases)

    def more(self) -> Message:
        """The next few of the passages found besides the quotes, of documents as they are now."""
        if self._answer is None or self._asked is None:
            return self._nothing()
        page = self._answer.further[self._shown : self._shown + FURTHER_PAGE]
        if not page:
            return self._text("further_none")
        self._shown += len(page)
        standing = [hit for hit in page if self._stands(Quote(hit.passage, stress=()).reference)]
        if not standing:
            return self._text("context_gone")
        return render_further(standing, self._phrases)

    def vote(self, *, helpful: bool) -> Message:
        """Note whether the answer helped; the same once more takes it back."""
        if self._answer is None or self._asked is None:
            return self._nothing()
        number = self._asked.reply
        kept = self._journal.questions.answered_by(CONSOLE, number)
        if kept is None or kept.asked != self._asked.asked:
            return self._text("vote_forgotten")
        now = self._journal.now()
        votes = self._journal.votes.cast(CONSOLE, number, CONSOLE, helpful=helpful, at=now)
        if not votes.helpful + votes.unhelpful:
            return self._text("vote_taken_back")
        question = shortened(self._asked.text, LONGEST_NAMED)
        return self._text("vote_helpful" if helpful else "vote_unhelpful", question=question)

    @property
    def _phrases(self) -> Phrases:
        """The phrases in the language of the answer."""
        return self._assistant.phrases(self._answer.language) if self._answer else self._default

    def _text(self, phrase: str, **fields: str) -> Message:
        return render_text(self._phrases.say(phrase, seed="", **fields))

    def _stands(self, reference: Reference) -> bool:
        """Whether a document still reads as it did."""
        return self._assistant.snapshot.find(reference) is not None

    def _place(self, argument: str) -> int | None:
        """The place among the quotes of the one with a number, from 0; None where there is none."""
        number = _number(argument)
        quotes = self._answer.quotes if self._answer else ()
        return number - 1 if 0 < number <= len(quotes) else None

    def _reference(self, argument: str) -> Reference | None:
        place = self._place(argument)
        if self._answer is None or place is None:
            return None
        return self._answer.quotes[place].reference

    def _nothing(self) -> Message:
        """What is said where no answer with quotes was given last."""
        return self._text("quoted_nothing" if self._answer else "nothing_yet")

    def _no_quote(self, argument: str) -> Message:
        if self._answer is None:
            return self._text("nothing_yet")
        return self._text("no_such_quote", number=argument)


def _number(argument: str) -> int:
    return int(argument) if argument.isdecimal() and len(argument) < 4 else 0
