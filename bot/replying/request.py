"""What a reply is made from: the question, the snapshot, the phrases and the thresholds."""

from __future__ import annotations

from dataclasses import dataclass

from bot.phrasing import Phrases
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot
from retrieval.question import Question
from retrieval.retriever import Retriever


@dataclass(frozen=True, slots=True)
class Request:
    """A question that stands alone; `inherited` tells that earlier turns made it so."""

    question: Question
    snapshot: Snapshot
    phrases: Phrases
    settings: AnswerSettings
    inherited: bool

    @property
    def retriever(self) -> Retriever:
        """The snapshot's retriever."""
        return self.snapshot.retriever
