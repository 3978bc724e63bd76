"""Replies that quote nothing: small talk, messages that ask nothing or in a foreign language."""

from __future__ import annotations

from bot.answer import Answer, Verdict
from bot.phrasing import Phrases, choose
from bot.snapshots.snapshot import Snapshot
from retrieval.question import parse_question


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


def small_talk_back(message: str, subject: str, phrases: Phrases, snapshot: Snapshot) -> Answer:
    """What is said to a greeting, to thanks and the like."""
    wording = choose(phrases.small_talk[subject].reply, message)
    lead = wording.format(documents=len(snapshot.collection.documents))
    return _without_quotes(message, Verdict.SMALL_TALK, lead, phrases, snapshot)


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
