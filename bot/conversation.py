"""Conversations: the turns that the next message may lean on, each conversation on its own."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answer import Answer, Reference, Verdict
from retrieval.question import Question, parse_question


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it was written; `about` is the part of an earlier answer that it asks about."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer, as plain values, so that it is small.

    `text` is the question as it was searched for, in `language`. `short` is the short answer, "" if
    there was none; `quoted` the place of the first quote, None if nothing was found; `offers` are
    the questions that were offered with the answer.
    """

    text: str
    language: str
    short: str = ""
    quoted: Reference | None = None
    offers: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The question analysed, which takes a tenth of a millisecond and some 5 kB."""
        return parse_question(self.text, language=self.language)


def turn_of(answer: Answer) -> Turn | None:
    """The turn of an answer; None where nothing can lean on it, as after small talk.

    Of several questions in one message it is the last one that was answered.
    """
    answered = [part for part in answer.parts if not part.refused]
    if answered:
        return turn_of(answered[-1])
    if answer.verdict in (Verdict.SMALL_TALK, Verdict.UNCLEAR) and not answer.offers:
        return None
    return _one(
        Turn(
            text=answer.question.text,
            language=answer.question.language,
            short=answer.lead if answer.short else "",
            quoted=answer.quotes[0].reference if answer.quotes else None,
            offers=answer.offers,
        )
    )


def turns_in(answer: Answer) -> tuple[Turn, ...]:
    """The turns that an answer makes: one, or one for each of several questions."""
    turns = (turn_of(part) for part in answer.parts or (answer,))
    return tuple(turn for turn in turns if turn is not None)


@lru_cache(maxsize=1_000)
def _one(turn: Turn) -> Turn:
    """The same turn for all that are equal: popular questions stand in many conversations."""
    return turn


class Conversations:
    """The recent turns of every conversation, by key; safe to use from several threads.

    A conversation silent for `seconds` is forgotten; so are the longest silent ones beyond
    `limit` conversations, and turns beyond the last `turns`.
    """

    def __init__(
        self,
        *,
        seconds: float,
        turns: int,
        limit: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing is remembered yet; `clock` gives seconds."""
        self._seconds = seconds
        self._turns = turns
        self._limit = limit
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, tuple[Turn, ...]]] = OrderedDict()

    def turns(self, key: str) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first; empty when it is new or was silent long."""
        with self._lock:
            last, turns = self._kept.get(key, (0.0, ()))
            return turns if turns and self._clock() - last <= self._seconds else ()

    def resume(self, key: str, turns: Sequence[Turn]) -> None:
        """Set a conversation to some turns; without any it is forgotten."""
        with self._lock:
            self._kept.pop(key, None)
            if turns:
                self._kept[key] = (self._clock(), tuple(turns[-self._turns :]))
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)

    def forget(self, key: str) -> None:
        """Forget a conversation; the next message in it starts afresh."""
        with self._lock:
            self._kept.pop(key, None)
