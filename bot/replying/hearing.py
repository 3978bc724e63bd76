"""What a message says by itself: its language, and the reply where that needs no documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.answer import Answer, Verdict
from bot.cache import Cache
from bot.follow_up.framing import without_frame
from bot.phrasing import Phrases
from bot.replying.small_talk import small_talk
from bot.replying.unquoted import foreign, plain, small_talk_back
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot
from retrieval.language import language_of

KEPT = 1_000  # messages, and answers of some 4 kB each: popular questions come again
FEW = 4  # words of a message whose "no" tells no language by itself
SHORT = 300  # characters of a message that may come again
_LINK = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Heard:
    """A message's language, and the answer to it where it needs no documents, else None."""

    language: str
    answer: Answer | None


class Hearing:
    """Tells the language of messages, and answers those that ask nothing of the documents."""

    def __init__(
        self, *, settings: AnswerSettings, phrases: Mapping[str, Phrases], default: str
    ) -> None:
        """Speak in the asker's language where `phrases` has it, else in `default`."""
        self._settings = settings
        self._phrases = phrases
        self._default = default
        self._heard: Cache[Heard] = Cache(KEPT)

    def hear(self, text: str, message: str, snapshot: Snapshot, *, spoken: str = "") -> Heard:
        """What a message says; `text` is how it was written, with any markup.

        `spoken` is the language of the turn before, "" where there is none.
        """
        return self._heard.get(
            (text, spoken),
            snapshot.retriever,
            lambda: self._listen(text, message, snapshot, spoken),
            keep=len(text) <= SHORT,
        )

    def phrases_in(self, language: str) -> Phrases:
        """The wording of a language, or the default one's where it has none."""
        return self._phrases.get(language) or self._phrases[self._default]

    def language(self, message: str, snapshot: Snapshot) -> str:
        """The message's language, in doubt the documents' most common one.

        One that no document has is told among all: French is not taken for Spanish.
        """
        among = snapshot.languages | set(self._phrases)
        found = language_of(message, among=among)
        if found in among and found not in snapshot.languages and language_of(message) != found:
            return snapshot.language
        return found if found in among else snapshot.language

    def _listen(self, text: str, message: str, snapshot: Snapshot, spoken: str) -> Heard:
        """What a message says, the "no" of "no, women" being one in the language spoken."""
        told = message
        if spoken and len(message.split()) <= FEW:
            told, _ = without_frame(message, self.phrases_in(spoken).follow_up)
        language = self.language(told, snapshot)
        phrases = self.phrases_in(language)
        return Heard(language, self._without_documents(text, message, language, phrases, snapshot))

    def _without_documents(
        self, text: str, message: str, language: str, phrases: Phrases, snapshot: Snapshot
    ) -> Answer | None:
        """The answer to a message that asks nothing of the documents."""
        if len(text) > self._settings.question_characters:
            limit = self._settings.question_characters
            return plain(message, Verdict.UNCLEAR, "too_long", phrases, snapshot, limit=limit)
        if not _LETTER.search(_LINK.sub(" ", message)):
            name = "unclear" if text.strip() else "blank"
            return plain(message, Verdict.UNCLEAR, name, phrases, snapshot)
        for spoken in dict.fromkeys([phrases.language, *self._phrases]):
            subject = small_talk(message, self._phrases[spoken])
            if subject:
                return small_talk_back(
                    message, subject, self._phrases[spoken], snapshot, self._settings
                )
        if language not in snapshot.languages:
            return foreign(message, phrases, snapshot)
        return None
