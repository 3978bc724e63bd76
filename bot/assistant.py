"""The core that both front ends hold: it asks, reloads, explains, and remembers conversations."""

from __future__ import annotations

import statistics
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping

from bot.answer import (
    Answer,
    Context,
    Explanation,
    Reference,
    ReloadReport,
    SourceLine,
    Statistics,
)
from bot.answering.reply import Replier
from bot.conversation import Conversations, Turn
from bot.errors import ReloadFailedError, ReloadRunningError
from bot.phrasing import Phrases, load_phrases
from bot.settings import Settings
from bot.snapshot import Snapshot, take_snapshot
from retrieval.collection import changes
from retrieval.errors import RetrievalError

REMEMBERED_LATENCIES = 1000
UNHEARD_OF = "qwrtzy xqzvkw zyzzyxq bxqvkz wqpxzk"  # needs all there is to be refused
DOCUMENTS_ABOUT = 10  # listed for a topic


class Assistant:
    """Answers from one snapshot at a time; all methods may be called from several threads."""

    def __init__(
        self, *, settings: Settings, phrases: Mapping[str, Phrases], snapshot: Snapshot
    ) -> None:
        """Answer from `snapshot` until a reload brings another."""
        self._settings = settings
        self._phrases = phrases
        self._snapshot = snapshot
        self._replier = Replier(
            settings=settings.answers, phrases=phrases, default=settings.phrases.default
        )
        self._conversations = Conversations(
            seconds=settings.conversation.minutes * 60,
            turns=settings.conversation.turns,
            limit=settings.conversation.conversations,
        )
        self._reloading = threading.Lock()
        self._started = time.monotonic()
        self._latencies: deque[float] = deque(maxlen=REMEMBERED_LATENCIES)
        self._questions = 0

    @classmethod
    def open(
        cls, settings: Settings, *, progress: Callable[[int, int], None] | None = None
    ) -> Assistant:
        """An assistant on the configured documents.

        Raises PhrasesError or CollectionError with a sentence for the operator.
        """
        phrases = load_phrases(settings.phrases.folder)
        snapshot = take_snapshot(settings, progress=progress)
        return cls(settings=settings, phrases=phrases, snapshot=snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """What is being answered from at this moment."""
        return self._snapshot

    def phrases(self, language: str = "") -> Phrases:
        """The phrases of `language`, or the default ones where there are none."""
        return self._phrases.get(language) or self._phrases[self._settings.phrases.default]

    def ask(self, text: str, *, conversation: str = "") -> Answer:
        """The answer to a message; messages with the same `conversation` may be follow-ups.

        Never raises for what people write. Without a conversation nothing is remembered.
        """
        start = time.perf_counter()
        snapshot = self._snapshot
        turns = self._conversations.turns(conversation) if conversation else ()
        answer = self._replier.reply(_well_formed(text), snapshot, turns)
        if conversation and (answer.quotes or answer.offers):
            self._conversations.remember(conversation, _turn(answer))
        self._latencies.append(time.perf_counter() - start)
        self._questions += 1
        return answer

    def reload(self) -> ReloadReport:
        """Read what changed, build a new snapshot aside and answer from it from now on.

        Raises ReloadRunningError while another reload runs, ReloadFailedError with the reason when
        the new snapshot can't be made; in both cases the old one goes on answering.
        """
        if not self._reloading.acquire(blocking=False):
            raise ReloadRunningError(self.phrases().say("reload_running"))
        try:
            start = time.perf_counter()
            old = self._snapshot
            new = take_snapshot(self._settings, previous=old)
            found = changes(old.collection, new.collection)
            new.suggestions.first(0, settings=self._settings.answers, phrases=self.phrases())
            self._snapshot = new
            return ReloadReport(
                files=len(new.collection.documents) + len(new.collection.skipped),
                added=found.added,
                changed=found.changed,
                removed=found.removed,
                failed=tuple((skipped.id, skipped.reason) for skipped in found.failed),
                seconds=time.perf_counter() - start,
            )
        except (RetrievalError, OSError, MemoryError) as error:
            raise ReloadFailedError(self.phrases().say("reload_failed", reason=error)) from error
        finally:
            self._reloading.release()

    def context(self, reference: Reference, *, before: int = 1, after: int = 1) -> Context | None:
        """A quote among its neighbours; None when its document has changed or is gone."""
        return self._snapshot.context(reference, before=before, after=after)

    def explain(self, answer: Answer, *, quote: int = 0) -> Explanation | None:
        """Why a quote of an answer was chosen; None when its document has changed or is gone."""
        return self._snapshot.explain(answer, quote=quote)

    def suggestions(self, *, count: int | None = None) -> tuple[str, ...]:
        """Questions that certainly have answers here, at most `count`."""
        settings = self._settings.answers
        limit = settings.offers if count is None else count
        return self._snapshot.suggestions.first(limit, settings=settings, phrases=self.phrases())

    def warm(self) -> None:
        """Load now what the first refusal would load: languages, spellings, suggestions."""
        self._replier.reply(UNHEARD_OF, self._snapshot, ())
        self.suggestions()

    def sources(self, topic: str = "") -> tuple[SourceLine, ...]:
        """The documents in the order of the collection, or those that say most about a topic."""
        limit = self._settings.answers.question_characters
        if topic:
            return self._snapshot.about(_well_formed(topic[:limit]), count=DOCUMENTS_ABOUT)
        return self._snapshot.sources()

    def forget(self, conversation: str) -> None:
        """Start a conversation afresh."""
        self._conversations.forget(conversation)

    def statistics(self) -> Statistics:
        """How the assistant is doing; latencies are those of the last thousand questions."""
        latencies = sorted(self._latencies)
        snapshot = self._snapshot
        return Statistics(
            uptime=time.monotonic() - self._started,
            built=snapshot.built,
            fingerprint=snapshot.fingerprint,
            documents=len(snapshot.collection.documents),
            passages=len(snapshot.retriever.passages),
            questions=self._questions,
            median=statistics.median(latencies) if latencies else 0.0,
            p95=latencies[int(0.95 * (len(latencies) - 1))] if latencies else 0.0,
        )


def _well_formed(text: str) -> str:
    """Half characters, which JSON and broken terminals let through, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _turn(answer: Answer) -> Turn:
    return Turn(
        question=answer.question,
        short=answer.lead if answer.short else "",
        quoted=answer.quotes[0].reference if answer.quotes else None,
        offers=answer.offers,
    )
