"""Replies that quote nothing: small talk, messages that ask nothing or in a foreign language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from heapq import nlargest

from bot.answer import Answer, Verdict
from bot.phrasing import Phrases, choose
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot
from retrieval.question import parse_question
from retrieval.records import Document

CONTENTS = "contents"  # the small talk that asks what the documents are about
TITLES = 3  # of the newest documents
LOOKED_AT = 2_000  # documents among which the newest are looked for


def plain(
    message: str,
    verdict: Verdict,
    phrase: str,
    phrases: Phrases,
    snapshot: Snapshot,
    **fields: object,
) -> Answer:
    """A phrase in reply to a message."""
    lead = phrases.say(phrase, seed=message, **fields)
    return _without_quotes(message, verdict, lead, phrases, snapshot)


def foreign(message: str, phrases: Phrases, snapshot: Snapshot) -> Answer:
    """That no document is in the language of a message, and in which ones they are."""
    languages = ", ".join(phrases.languages.get(c, c) for c in sorted(snapshot.languages))
    return plain(message, Verdict.NOT_FOUND, "foreign", phrases, snapshot, languages=languages)


def small_talk_back(
    message: str, subject: str, phrases: Phrases, snapshot: Snapshot, settings: AnswerSettings
) -> Answer:
    """What is said to a greeting, to thanks and the like; questions to begin with are offered to
    whoever asks what the documents are about.
    """
    wording = choose(phrases.small_talk[subject].reply, message)
    documents = snapshot.collection.documents
    lead = wording.format(documents=len(documents), titles=_newest(documents))
    answer = _without_quotes(message, Verdict.SMALL_TALK, lead, phrases, snapshot)
    if subject != CONTENTS:
        return answer
    offers = snapshot.suggestions.first(settings.offers, settings=settings, phrases=phrases)
    return replace(answer, offers=offers)


def _newest(documents: Sequence[Document]) -> str:
    """The titles of the newest documents, the first ones where none has a date."""
    some = documents[:LOOKED_AT]
    newest = nlargest(TITLES, some, key=lambda document: document.date or date.min)
    return ", ".join(f"“{document.title}”" for document in newest)


def _without_quotes(
    message: str, verdict: Verdict, lead: str, phrases: Phrases, snapshot: Snapshot
) -> Answer:
    """An answer that is only a sentence."""
    question = parse_question(message, language=phrases.language)
    return Answer(
        question=question,
        searched=question,
        verdict=verdict,
        lead=lead,
        short=False,
        quotes=(),
        notes=(),
        offers=(),
        hits=(),
        confidence=0.0,
        language=phrases.language,
        fingerprint=snapshot.fingerprint,
    )
