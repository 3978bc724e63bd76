"""The way of a message: some are answered without documents, the rest is searched for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Answer, Verdict
from bot.cache import Cache
from bot.conversation import Turn, turns_in
from bot.follow_up import Background, Resolved, resolve
from bot.follow_up.choosing import best_reading
from bot.follow_up.hurried import in_plain_words
from bot.follow_up.offers import accepted
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.requests import Asked, asked_of_answer
from bot.phrasing import Phrases
from bot.replying.compact_hits import Hits
from bot.replying.compose import compose
from bot.replying.foreign import is_foreign
from bot.replying.further import further_page
from bot.replying.hearing import KEPT, SHORT, Hearing
from bot.replying.pasted import bare
from bot.replying.request import Request
from bot.replying.several import questions_in
from bot.replying.together import together
from bot.replying.unquoted import foreign, plain
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot

_MARKUP = re.compile(
    r"<(script|style)\b.{0,2000}?</\1\s*>|</?[a-z][^<>]{0,200}>", re.IGNORECASE | re.DOTALL
)
LEANING = 100  # answers to follow-ups: these come again only when a button under them is pressed
LONGEST_REQUEST = 60  # characters of a message that takes up an offer, or asks for a proof or more


class Replier:
    """Turns messages into answers; holds settings and phrases, and caches the last answers."""

    def __init__(
        self, *, settings: AnswerSettings, phrases: Mapping[str, Phrases], default: str
    ) -> None:
        """Reply in the asker's language where `phrases` has it, else in `default`."""
        self._settings = settings
        self._phrases = phrases
        self._hearing = Hearing(settings=settings, phrases=phrases, default=default)
        self._answers: Cache[Answer] = Cache(KEPT)
        self._leaning: Cache[Answer] = Cache(LEANING)
        self._read: Cache[Reading] = Cache(KEPT)

    def reply(self, text: str, snapshot: Snapshot, turns: tuple[Turn, ...]) -> Answer:
        """The answer to a message after some turns; whatever people write, it never raises."""
        message = bare(_MARKUP.sub(" ", text).strip())
        if turns and len(message.split()) == 1:  # "y" is "why" where English was spoken
            message = text = in_plain_words(message, turns[-1].language)
        asked = self._asked_of_answer(message) if turns else None
        if asked is Asked.FURTHER:
            told = next((turn for turn in turns[::-1] if turn.quoted is not None), turns[-1])
            return self._further(message, snapshot, told)
        taken = self._taken_up(message, turns)
        if not taken and asked is Asked.PROOF:
            taken = turns[-1].text
        if taken:
            language = self._hearing.language(taken, snapshot)
            readings: tuple[Resolved, ...] = (Resolved(text=taken, inherited=True),)
        else:
            spoken = turns[-1].language if turns else ""
            heard = self._hearing.hear(text, message, snapshot, spoken=spoken)
            if heard.answer is not None:
                return heard.answer
            language = heard.language
            several = questions_in(message, language)
            if several and (answer := self._each(several, snapshot, turns)) is not None:
                return answer
            readings = self._readings(message, snapshot, turns, language)
        quoted = turns[-1].quoted if turns and not taken and not _stands_alone(readings) else None
        last = snapshot.find(quoted) if quoted is not None else None
        return self._answer(message, readings, snapshot, language=language, last=last)

    def _each(
        self, questions: Sequence[str], snapshot: Snapshot, turns: tuple[Turn, ...]
    ) -> Answer | None:
        """The answers to several questions, each of which may lean on those before it.

        None where the documents answer none of them, or one has to be asked back.
        """
        answers: list[Answer] = []
        for question in questions:
            answer = self.reply(question, snapshot, turns)
            turns = (*turns, *turns_in(answer))
            answers += [answer] if answer.verdict is not Verdict.SMALL_TALK else []
        unclear = any(answer.verdict is Verdict.UNCLEAR for answer in answers)
        if unclear or len(answers) == 1 or all(answer.refused for answer in answers):
            return None
        return together(answers, snapshot.retriever.passages)

    def _answer(
        self,
        message: str,
        readings: tuple[Resolved, ...],
        snapshot: Snapshot,
        *,
        language: str,
        last: int | None,
    ) -> Answer:
        """The answer from the cache, else composed; follow-ups have a cache of their own."""
        leans = all(reading.inherited for reading in readings)
        return (self._leaning if leans else self._answers).get(
            (message, readings, language, last),
            snapshot.retriever,
            lambda: self._composed(message, readings, snapshot, language=language, last=last),
            keep=len(message) <= SHORT,
        )

    def _composed(
        self,
        message: str,
        readings: tuple[Resolved, ...],
        snapshot: Snapshot,
        *,
        language: str,
        last: int | None,
    ) -> Answer:
        """The answer to the reading that the documents answer best."""
        phrases = self._hearing.phrases_in(language)
        chosen = best_reading(readings, snapshot.retriever, language=language, last=last)
        if not chosen.inherited and not _stands_alone(readings):
            alone = (Resolved(chosen.question.text, inherited=False),)
            return self._answer(message, alone, snapshot, language=language, last=None)
        request = Request(chosen.question, snapshot, phrases, self._settings, chosen.inherited)
        answer = compose(request, chosen.found)
        if answer.verdict is Verdict.NOT_FOUND and is_foreign(message, snapshot):
            return foreign(message, phrases, snapshot)
        return replace(answer, hits=Hits(answer.hits, snapshot.retriever.passages))

    def _taken_up(self, message: str, turns: tuple[Turn, ...]) -> str:
        """The offered question that a message takes up in any language, "" if it takes up none."""
        if not turns or len(message) > LONGEST_REQUEST:
            return ""
        words = (phrases.follow_up for phrases in self._phrases.values())
        return next((taken for known in words if (taken := accepted(message, turns, known))), "")

    def _asked_of_answer(self, message: str) -> Asked | None:
        """What a message asks of the last answer in the words of any language."""
        if len(message) > LONGEST_REQUEST:
            return None
        words = (phrases.follow_up for phrases in self._phrases.values())
        return next((asked for known in words if (asked := asked_of_answer(message, known))), None)

    def _further(self, message: str, snapshot: Snapshot, turn: Turn) -> Answer:
        """More of what was found for the question of a turn."""
        again = (Resolved(turn.text, inherited=True),)
        answer = self._answer(turn.text, again, snapshot, language=turn.language, last=None)
        page = further_page(answer, turn.quoted)
        phrases = self._hearing.phrases_in(turn.language)
        none = Verdict.UNCLEAR, "further_none"
        return page or plain(message, *none, phrases, snapshot)

    def _readings(
        self,
        message: str,
        snapshot: Snapshot,
        turns: tuple[Turn, ...],
        language: str,
    ) -> tuple[Resolved, ...]:
        """The message as questions that stand alone."""
        phrases = self._hearing.phrases_in(language)

        def read_in(text: str, language: str) -> Reading:
            names = snapshot.retriever.words.names
            return self._read.get(
                (text, language),
                snapshot.retriever,
                lambda: read(text, language=language, is_name=names),
                keep=text in message and len(message) <= SHORT,  # not what was made by leaning
            )

        background = Background(
            turns=turns, passage=snapshot.text_of, read=read_in, behind=snapshot.text_behind
        )
        return resolve(message, background, words=phrases.follow_up, language=language)


def _stands_alone(readings: tuple[Resolved, ...]) -> bool:
    """Whether earlier turns make no difference to a message."""
    return len(readings) == 1 and not readings[0].inherited
