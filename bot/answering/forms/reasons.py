"""The words of a sentence by which it tells a reason."""

from __future__ import annotations

import re
from functools import cache

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.grammar.words import words_of
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_CLAUSE_END = re.compile(r"[,;]\s")
_SUBJECT_AND_VERB = re.compile(r"(?:R|[DC#][NCG#z-]*)[XV]")
_SPOKEN = 4  # tokens before ", as" among which somebody says something
_SAYING = 4  # words of a clause among which its verb of saying stands
_SO_THAT = "so that"
_MODAL = 6  # words behind "so that" among which it says that something was meant
_NEAR = 4  # characters between "since" and a date that belongs to it


def gives_reason(text: str, language: str) -> bool:
    """Whether a sentence gives a reason in so many words: "because of a rash", ", since it rained",
    "as the road was shut, ...".
    """
    return bool(_starts(text, language))


def is_no_reason(question: Question, text: str, span: Span) -> bool:
    """Whether no words by which a sentence gives a reason stand before the end of others."""
    language = question.language
    known = _given(language) is not None
    return known and not any(start < span.end for start in _starts(text, language))


def _starts(text: str, language: str) -> list[int]:
    """Where the words stand in a sentence by which it gives a reason."""
    given = _given(language)
    if given is None:
        return []
    told = (given, because(language), pattern("reasons.explained", language))
    found = [sign for signs in told for sign in signs.finditer(text)]
    sentence = read_sentence(text, language=language)
    found += [*_since(sentence), *_for(sentence)]
    opening = pattern("reasons.opening", language).match(text)
    if opening is not None and _tells_deed(sentence, opening):
        found.append(opening)
    return [sign.start() for sign in found]


def _tells_deed(sentence: Sentence, opening: re.Match[str]) -> bool:
    """Whether a clause "since ..." at the head of a sentence holds a verb and no date."""
    within = sentence.tags[: sentence.at(opening.end())]
    found = mentions(sentence.tokens.text[: opening.end()], language=sentence.language)
    dated = any(mention.kind is MentionKind.DATE for mention in found)
    return not dated and bool(set(within) & set("VEX"))


def reason_told(question: Question, sentence: Sentence) -> Span | None:
    """What follows the one "because", "due to", ", saying" or the like, to the end of its clause.

    Before "so that" stands the reason for what follows, where that is what is asked about; behind
    it what a deed was meant for, not what came of it.
    """
    text = sentence.tokens.text
    pointed = pattern("reasons.that_is_why", sentence.language).search(text)
    if pointed is not None and not because(sentence.language).search(text):
        return Span(0, pointed.start())
    saying = pattern("reasons.saying", sentence.language)
    found = list(because(sentence.language).finditer(text))
    found = found or _since(sentence) or list(saying.finditer(text))
    if len(found) != 1:
        return None
    start = found[0].end() if "word" in found[0].re.groupindex else found[0].start()
    asked = {token.term for token in question.content}
    after = set(sentence.terms[sentence.at(start) :])
    if found[0][0].casefold() == _SO_THAT:
        if asked & after:
            return Span(0, len(text[:start].rstrip(" ,"))) if start else None
        if not _is_meant(sentence, sentence.at(found[0].end())):
            return None
    stop = _CLAUSE_END.search(text, found[0].end()) if not text[:start].strip() else None
    end = stop.start() if stop else len(text.rstrip(' .!?"”'))
    return Span(start, end) if end > found[0].end() else None


def _is_meant(sentence: Sentence, place: int) -> bool:
    """Whether what follows "so that" at a place was meant: "so that no water can come in"."""
    behind = sentence.words[place : place + _MODAL]
    known = listed("reasons.meant", sentence.language)
    return not known or not known.isdisjoint(behind)


def _since(sentence: Sentence) -> list[re.Match[str]]:
    """The ", since" that no date follows, and the ", as" that a verb does, but none of saying."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    dates = [mention.start for mention in found if mention.kind is MentionKind.DATE]
    return [
        one
        for one in pattern("reasons.since", sentence.language).finditer(text)
        if not any(0 <= date - one.end() < _NEAR for date in dates)
        and (one["word"] == "since" or set(sentence.tags[sentence.at(one.end()) :]) & set("VEX"))
        and not _is_said(sentence, sentence.at(one.end()))
        and not (one["word"] == "as" and _is_while(sentence, sentence.at(one.start())))
    ]


def _is_while(sentence: Sentence, place: int) -> bool:
    """Whether ", as" at a place tells when somebody spoke: "she said on Monday, as it opened"."""
    before = sentence.terms[max(place - _SPOKEN, 0) : place]
    return not words_of(sentence.language).saying.isdisjoint(before)


def _for(sentence: Sentence) -> list[re.Match[str]]:
    """The ", for" that a clause follows: "keep off, for the mud is deep", not "for the guests"."""
    return [
        one
        for one in pattern("reasons.for", sentence.language).finditer(sentence.tokens.text)
        if _SUBJECT_AND_VERB.match(sentence.tags[sentence.at(one.end()) :])
    ]


def _is_said(sentence: Sentence, place: int) -> bool:
    """Whether a clause that starts at a place only tells who says so: "as the mayor had said"."""
    behind = sentence.terms[place : place + _SAYING]
    return not words_of(sentence.language).saying.isdisjoint(behind)


@cache
def because(language: str) -> re.Pattern[str]:
    """The words that a reason follows; a pattern that matches nothing where there is no list."""
    words = str(lexicon(f"statements_{language}").get("because", "")).split("|")
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{alternatives})\b" if alternatives else r"(?!)", re.IGNORECASE)


@cache
def _given(language: str) -> re.Pattern[str] | None:
    """What gives a reason in a sentence; None where there is no list of it."""
    told = lexicon(f"statements_{language}").get("reasons", {}).get("given")
    return re.compile(rf"\b(?:{told})", re.IGNORECASE) if told else None
