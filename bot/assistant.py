"""The core that both front ends call: it answers, explains, reloads, and knows conversations."""

from __future__ import annotations

import statistics
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from bot.answer import (
    Answer,
    Context,
    Explanation,
    Reference,
    ReloadReport,
    SourceLine,
    Statistics,
    Timeline,
)
from bot.conversation import Conversations, Said, Turn, turns_in
from bot.errors import ReloadFailedError, ReloadRunningError
from bot.memory import resident_bytes
from bot.message import well_formed
from bot.phrasing import Phrases, load_phrases
from bot.replying.reply import Replier
from bot.settings import Settings
from bot.snapshots.snapshot import Snapshot
from bot.snapshots.taking import kept, read_snapshot, take_snapshot
from retrieval.collection import changes
from retrieval.errors import RetrievalError

REMEMBERED_LATENCIES = 1000
UNHEARD_OF = "qwrtzy xqzvkw zyzzyxq bxqvkz wqpxzk"  # needs all there is to be refused
DOCUMENTS_ABOUT = 10  # listed for a topic


class Assistant:
    """Answers from one snapshot of the documents; safe to use from several threads."""

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
    def settings(self) -> Settings:
        """What the operator has set."""
        return self._settings

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that answers come from now; a reload puts another in its place."""
        return self._snapshot

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages that there are phrases in, as ISO 639-1 codes, sorted."""
        return tuple(sorted(self._phrases))

    def phrases(self, language: str = "") -> Phrases:
        """The phrases of `language`, or the default ones where there are none."""
        return self._phrases.get(language) or self._phrases[self._settings.phrases.default]

    def ask(
        self,
        text: str,
        *,
        conversation: str = "",
        about: str = "",
        after: Sequence[Turn] | None = None,
    ) -> Answer:
        """The answer to a message; whatever people write, it never raises.

        Messages with the same `conversation` may lean on earlier ones; without one nothing is
        remembered. `about` is the part of an earlier answer that the message asks about, "" for
        none. `after` are the turns before it, None for those that are remembered.
        """
        start = time.perf_counter()
        turns = self.turns(conversation) if after is None else tuple(after)
        answer = self._reply(Said(text, about=about), self._snapshot, turns)
        if conversation:
            self._conversations.resume(conversation, (*turns, *turns_in(answer)))
        self._latencies.append(time.perf_counter() - start)
        self._questions += 1
        return answer

    def again(self, dialogue: Sequence[Said]) -> Answer:
        """The answer to the last message of a dialogue held now; nothing of it is kept.

        Raises ValueError for an empty dialogue.
        """
        return self._replay(dialogue)[0]

    def resume(self, conversation: str, dialogue: Sequence[Said]) -> None:
        """Set a conversation to where a dialogue ends."""
        self._conversations.resume(conversation, self.turns_of(dialogue))

    def turns_of(self, dialogue: Sequence[Said]) -> tuple[Turn, ...]:
        """The turns of a dialogue, each answered from the documents as they are now."""
        return self._replay(dialogue)[1] if dialogue else ()

    def turns(self, conversation: str) -> tuple[Turn, ...]:
        """The turns of a conversation that its next message may lean on."""
        return self._conversations.turns(conversation) if conversation else ()

    def _replay(self, dialogue: Sequence[Said]) -> tuple[Answer, tuple[Turn, ...]]:
        """The answer to the last message, and the turns of them all."""
        snapshot = self._snapshot
        turns: tuple[Turn, ...] = ()
        answer = None
        for said in dialogue[-self._settings.conversation.turns :]:
            answer = self._reply(said, snapshot, turns)
            turns = (*turns, *turns_in(answer))
        if answer is None:
            raise ValueError("an empty dialogue has no answer")
        return answer, turns

    def _reply(self, said: Said, snapshot: Snapshot, turns: tuple[Turn, ...]) -> Answer:
        if said.about:
            part = well_formed(said.about)
            turns = (*turns, Turn(part, snapshot.language, short=part))
        return self._replier.reply(well_formed(said.text), snapshot, turns)

    def reload(self, *, progress: Callable[[int, int], None] | None = None) -> ReloadReport:
        """Read what changed, build a new snapshot aside and answer from it from now on; then keep
        it on the disk for the next start.

        `progress` is told how many files are done, of how many.
        Raises ReloadRunningError while another reload runs, ReloadFailedError with the reason when
        the new snapshot can't be made, and whatever `progress` raises to end it, as
        ReloadStoppedError; in all cases the old one goes on answering.
        """
        if not self._reloading.acquire(blocking=False):
            raise ReloadRunningError(self.phrases().say("reload_running"))
        try:
            start = time.perf_counter()
            old = self._snapshot
            new = read_snapshot(self._settings, previous=old, progress=progress)
            found = changes(old.collection, new.collection)
            new.suggestions.first(0, settings=self._settings.answers, phrases=self.phrases())
            self._snapshot = new
            self._snapshot = kept(new, self._settings)
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

    def paragraph(self, reference: Reference, *, step: int = 0) -> Context | None:
        """A quote's paragraph, or the one `step` behind it; None when its document has changed."""
        return self._snapshot.paragraph(reference, step=step)

    def explain(self, answer: Answer, *, quote: int = 0) -> Explanation | None:
        """Why a quote of an answer was chosen; None when its document has changed or is gone."""
        return self._snapshot.explain(answer, quote=quote)

    def suggestions(self, *, count: int | None = None) -> tuple[str, ...]:
        """Questions that certainly have answers here, at most `count`."""
        settings = self._settings.answers
        limit = settings.offers if count is None else count
        return self._snapshot.suggestions.first(limit, settings=settings, phrases=self.phrases())

    def warm(self) -> None:
        """Load what the first refusal would load: languages, spellings, suggestions."""
        self._replier.reply(UNHEARD_OF, self._snapshot, ())
        self.suggestions()

    def sources(self, topic: str = "") -> tuple[SourceLine, ...]:
        """The documents in the order of the collection, or those that say most about a topic."""
        limit = self._settings.answers.question_characters
        if topic:
            return self._snapshot.about(well_formed(topic[:limit]), count=DOCUMENTS_ABOUT)
        return self._snapshot.sources()

    def timeline(self, topic: str, *, page: int = 1) -> Timeline:
        """One page of the dated quotes about a topic, in order of time."""
        limit = self._settings.answers.question_characters
        return self._snapshot.timeline(well_formed(topic[:limit]), page=page)

    def asks_timeline(self, text: str) -> bool:
        """Whether a sentence asks for a timeline, in any language there are phrases in."""
        return any(phrases.timeline.match(text) for phrases in self._phrases.values())

    def timeline_asked(self, text: str) -> tuple[Timeline, Phrases] | None:
        """The timeline that a sentence asks for, in the words of its language.

        None where it asks for none, or where there is nothing dated on its topic.
        """
        for phrases in self._phrases.values():
            asked = phrases.timeline.match(text)
            if asked is not None:
                found = self.timeline(text[asked.end() :].strip(" ?!."))
                return (found, phrases) if found.entries else None
        return None

    def forget(self, conversation: str) -> None:
        """Start a conversation afresh."""
        self._conversations.forget(conversation)

    def statistics(self) -> Statistics:
        """How the assistant is doing; latencies, in seconds, are of the last thousand questions."""
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
            memory=resident_bytes(),
        )
