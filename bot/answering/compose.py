"""Hits to an Answer."""

from __future__ import annotations

from bot.answer import Answer, Quote, Verdict
from bot.conversation import Turn
from bot.phrasing import Phrases
from bot.settings import AnswerSettings
from bot.snapshot import Snapshot
from retrieval.question import Question
from retrieval.analysis import analyser
from retrieval.records import Passage, Span


def compose(question: Question, snapshot: Snapshot, *, phrases: Phrases, settings: AnswerSettings,
            inherited: bool, earlier: Turn | None) -> Answer:
    found = snapshot.retriever.search(question)
    if not found.hits or found.confidence < settings.tentative:
        lead = phrases.say("not_found_words", seed=question.text, words=", ".join(found.unknown)) if found.unknown else phrases.say("not_found", seed=question.text)
        return Answer(question=question, verdict=Verdict.NOT_FOUND, lead=lead, short=False, quotes=(), notes=(), offers=(), hits=found.hits, confidence=found.confidence, language=phrases.language, fingerprint=snapshot.fingerprint)
    quotes = tuple(quote(question, hit.passage) for hit in found.hits[:3])
    return Answer(question=question, verdict=Verdict.FOUND, lead=quotes[0].text, short=False, quotes=quotes, notes=(phrases.say("searched", question=question.text),) if inherited else (), offers=(), hits=found.hits, confidence=found.confidence, language=phrases.language, fingerprint=snapshot.fingerprint)


def quote(question: Question, passage: Passage) -> Quote:
    wanted = {token.term for token in question.content}
    tokens = analyser(passage.document.language).tokens(passage.text)
    return Quote(passage, tuple(Span(t.start, t.end) for t in tokens if t.term in wanted))
