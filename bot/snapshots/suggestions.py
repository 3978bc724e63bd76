"""Suggestions: questions made from sentences of the documents, kept only if they are answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from bot.answering.first_line.lifting import lift
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.cache import Cache
from bot.phrasing import Phrases
from bot.settings import AnswerSettings
from retrieval.entities import Kind, mentions
from retrieval.question import parse_question
from retrieval.records import Passage
from retrieval.retriever import Retriever

MOST = 5  # questions
TRIED = 40  # questions asked of a collection until there are enough
TRIED_NEAR = 6  # questions asked near a topic after a refusal
DOCUMENTS = 20  # looked at, spread over the collection
LOOKED_AT = 60  # passages of a document
LONGEST = 12  # words of a question
KEPT = 4_096  # questions of which it is known whether they are answered
_SUBJECT = frozenset("DNC#-oPz")
_OBJECT = frozenset("DNC#-oPz")
_LONGEST_OPENING = 5  # tokens
_BE = frozenset({"was", "were"})
_SAYING = frozenset({"say", "announce", "stress", "confirm", "explain", "report", "declare"})
_ALONE = frozenset({"begin", "start", "end", "open", "close", "die", "arrive", "leave", "return"})
LANGUAGE = "en"  # the forms below are those of English


class Suggestions:
    """Questions that a retriever answers; looked for when they are first wanted, then kept."""

    def __init__(self, retriever: Retriever) -> None:
        """Nothing is looked for yet."""
        self._retriever = retriever
        self._lock = threading.Lock()
        self._found: tuple[str, ...] | None = None
        self._names: tuple[str, ...] | None = None
        self._sure: Cache[bool] = Cache(KEPT)

    def moved(self, retriever: Retriever) -> Suggestions:
        """The same of a retriever that gives the same answers."""
        suggestions = Suggestions(retriever)
        suggestions._found = self._found
        return suggestions

    def first(self, count: int, *, settings: AnswerSettings, phrases: Phrases) -> tuple[str, ...]:
        """At most `count` questions; the same ones at every call."""
        with self._lock:
            if self._found is None:
                self._found = tuple(self._look(settings, phrases))
        return self._found[:count]

    def names(self) -> tuple[str, ...]:
        """The words that are never written small, case-folded: names, as far as one can see."""
        if self._names is None:
            words = self._retriever.words
            self._names = tuple(word for word in words.written if words.names(word))
        return self._names

    def near(
        self, passages: Sequence[Passage], *, settings: AnswerSettings, phrases: Phrases
    ) -> tuple[str, ...]:
        """Questions answered by some passages or the sentences after them, at most as offered."""
        found: list[str] = []
        tried = 0
        numbers = dict.fromkeys(p.number + step for step in (0, 1) for p in passages)
        for number in numbers:
            if not 0 <= number < len(self._retriever.passages):
                continue
            passage = self._retriever.passages.passage(number)
            for question in self._questions(passage):
                tried += 1
                if self._answered(question, passage, settings, phrases):
                    found.append(question)
                    break
                if tried >= TRIED_NEAR:
                    return tuple(found)
            if len(found) >= settings.offers:
                break
        return tuple(found)

    def _questions(self, passage: Passage) -> Iterator[str]:
        known = (passage.document.language or LANGUAGE) == LANGUAGE
        quotable = bool(self._retriever.passages.quotable[passage.number])
        return questions_from(passage.text) if known and quotable else iter(())

    def _look(self, settings: AnswerSettings, phrases: Phrases) -> Iterator[str]:
        """One answered question for each document in turn, then a second one, up to the bounds."""
        waiting = [self._candidates(number) for number in self._documents()]
        tried = found = 0
        while waiting and tried < TRIED and found < MOST:
            questions = waiting.pop(0)
            for question, passage in questions:
                tried += 1
                if self._answered(question, passage, settings, phrases):
                    found += 1
                    yield question
                    waiting.append(questions)
                    break
                if tried >= TRIED:
                    return
            if found >= MOST:
                return

    def _documents(self) -> list[int]:
        total = len(self._retriever.passages.documents)
        return list(range(0, total, max(1, total // DOCUMENTS)))[:DOCUMENTS]

    def _candidates(self, document: int) -> Iterator[tuple[str, Passage]]:
        first, last = map(int, self._retriever.passages.firsts[document : document + 2])
        for number in range(first, min(last, first + LOOKED_AT)):
            passage = self._retriever.passages.passage(number)
            for question in self._questions(passage):
                yield question, passage

    def _answered(
        self, text: str, passage: Passage, settings: AnswerSettings, phrases: Phrases
    ) -> bool:
        """Whether the passage itself answers for certain, and briefly if it is asked when; kept,
        since refusals offer the same questions again and again.
        """
        return self._sure.get(
            (passage.number, text),
            self._retriever,
            lambda: self._is_answered(text, passage, settings, phrases),
        )

    def _is_answered(
        self, text: str, passage: Passage, settings: AnswerSettings, phrases: Phrases
    ) -> bool:
        found = self._retriever.search(parse_question(text, language=LANGUAGE), k=5)
        if not found.hits or found.lacking or found.confidence < settings.found:
            return False
        if found.hits[0].passage.number != passage.number:
            return False
        if text.startswith("What did"):
            return True
        lifted = lift(found.question, found.hits, phrases=phrases, certainty=settings.short)
        return lifted is not None and lifted.proof[0] == 0


def questions_from(text: str) -> Iterator[str]:
    """Questions that a sentence answers: when something was done or happened, who said what.

    >>> list(questions_from("The lighthouse was built in Bergen in 1874."))
    ['When was the lighthouse built in Bergen?']
    """
    sentence = read_sentence(text, language=LANGUAGE)
    start = _start(sentence)
    verb = _run(sentence, start, _SUBJECT, len(sentence.tags))
    if verb == start or not set(sentence.tags[start:verb]) & set("NC"):
        return
    if sentence.tags[start] in "PSA":
        return  # "since the cold store burnt down" is no subject
    subject = _words(sentence, start, verb)
    dates = [m.start for m in mentions(text, language=LANGUAGE) if m.kind is Kind.DATE]
    places = [place for place, at in enumerate(sentence.tokens.starts) if at in dates]
    asked = [_said(sentence, subject, verb)]
    if places and not any(start <= place < verb for place in places):
        stop = min((place for place in places if place > verb), default=len(sentence.tags))
        asked += [_passive(sentence, subject, verb, stop), _active(sentence, subject, verb, stop)]
    yield from (question for question in asked if question and len(question.split()) <= LONGEST)


def _start(sentence: Sentence) -> int:
    """Where the subject may begin: behind "On Monday," where a sentence opens so."""
    comma = sentence.tags.find(",")
    opened = sentence.tags[:1] in ("P", "A") and 0 < comma <= _LONGEST_OPENING
    return comma + 1 if opened else 0


def _passive(sentence: Sentence, subject: str, verb: int, stop: int) -> str:
    """The question when something was done, of "the lamp was lit in Bergen in 1874"."""
    be = sentence.words[verb : verb + 1]
    if not _BE & set(be) or sentence.tags[verb + 1 : verb + 2] != "E":
        return ""
    end = _run(sentence, verb + 2, _OBJECT, stop)
    if not _closed(sentence, end, stop):
        return ""
    return f"When {be[0]} {subject} {_words(sentence, verb + 1, end)}?"


def _active(sentence: Sentence, subject: str, verb: int, stop: int) -> str:
    """The question when someone did something, of "the keeper lit the lamp in 1874"."""
    verb += sentence.words[verb : verb + 1] == ("had",)
    base = syntax(LANGUAGE).bases.get(sentence.words[verb]) if verb < len(sentence.words) else None
    if sentence.tags[verb : verb + 1] != "E" or base is None or base in _SAYING:
        return ""
    end = _run(sentence, verb + 1, _OBJECT, stop)
    if not _closed(sentence, end, stop):
        return ""
    if end == verb + 1 and base not in _ALONE:
        return ""
    rest = f" {_words(sentence, verb + 1, end)}" if end > verb + 1 else ""
    return f"When did {subject} {base}{rest}?"


def _said(sentence: Sentence, subject: str, verb: int) -> str:
    """The question what someone said, of "the keeper said that"."""
    base = syntax(LANGUAGE).bases.get(sentence.words[verb]) if verb < len(sentence.words) else ""
    says = base in _SAYING and sentence.words[verb + 1 : verb + 2] == ("that",)
    return f"What did {subject} {base}?" if says else ""


def _run(sentence: Sentence, start: int, tags: frozenset[str], stop: int) -> int:
    """The end of the run of tokens with one of the tags, without what can't end a phrase."""
    end = start
    while end < stop and sentence.tags[end] in tags:
        end += 1
    while end > start and sentence.tags[end - 1] in "PoD-":
        end -= 1
    return end


def _closed(sentence: Sentence, end: int, stop: int) -> bool:
    """Whether a phrase may end at a token: before the date, a preposition or a mark."""
    return end >= stop or sentence.tags[end] in "PtS&,.("


def _words(sentence: Sentence, start: int, end: int) -> str:
    """The tokens as they stand in the text, a first word that is no name in small letters."""
    first, last = sentence.slice(start, end)
    text = " ".join(sentence.tokens.text[first:last].split())
    return text[0].lower() + text[1:] if sentence.tags[start] != "C" else text
