"""The words of a sentence that tell a reason, and the sentence that does where one points to it.

Before "That is why it is shut." stands the reason, and often behind: "The reason was the frost."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from bot.answering.grammar.referring import points_back
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.grammar.words import words_of
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question, Wanted
from retrieval.records import Hit, Passage, Span
from retrieval.retriever import Findings, Retriever

_NEVER = r"(?!)"
_THIS = re.compile(r"(?:this|that|these|those|the (?:two|three|latter))\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;]\s")
_SINCE = re.compile(
    r"(?<=, )(?P<word>since|as) (?!(?:well|long|far|soon|an?|usual|planned|part)\b)"
)
_THAT_IS_WHY = re.compile(r"[;,]\s+(?:that|this|which) (?:is|was) why\b", re.IGNORECASE)
_SAYING = 4  # words of a clause among which its verb of saying stands
_NEAR = 4  # characters between "since" and a date that belongs to it
_EXPLAINED = re.compile(r"(?:: (?:it|he|she|they|we|the|there)\b|;\s+otherwise\b)", re.IGNORECASE)
_OPENING = re.compile(r"(?P<word>as|since) [^,.;]{8,120},\s", re.IGNORECASE)
_CANDIDATES = 60  # hits among which the one beside the best is looked for


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
    found = [
        sign for signs in (given, _reasons(language), _EXPLAINED) for sign in signs.finditer(text)
    ]
    sentence = read_sentence(text, language=language)
    found += _since(sentence)
    opening = _OPENING.match(text)
    if opening is not None and _tells_deed(sentence, opening):
        found.append(opening)
    return [sign.start() for sign in found]


def _tells_deed(sentence: Sentence, opening: re.Match[str]) -> bool:
    """Whether a clause "since ..." at the head of a sentence holds a verb and no date."""
    within = sentence.tags[: sentence.at(opening.end())]
    found = mentions(sentence.tokens.text[: opening.end()], language=sentence.language)
    dated = any(mention.kind is MentionKind.DATE for mention in found)
    return not dated and bool(set(within) & set("VEX"))


def with_reason_beside(found: Findings, retriever: Retriever) -> Findings:
    """What was found, the sentence beside the best that tells the reason for it put behind."""
    if found.question.wanted is not Wanted.REASON or not found.hits:
        return found
    passage = found.hits[0].passage
    first, last = retriever.passages.bounds(passage.number)
    near = [n for n in (passage.number - 1, passage.number + 1) if first <= n < last]
    texts = {n: retriever.passages.passage(n).text for n in near}
    number = _telling(found.question, passage, texts)
    if number is None or number in {hit.passage.number for hit in found.hits}:
        return found
    every = retriever.search(found.question, k=_CANDIDATES).hits
    return replace(found, hits=(*found.hits, *(h for h in every if h.passage.number == number)))


def reason_beside(question: Question, hits: Sequence[Hit], best: int) -> int | None:
    """The place of the hit beside the best that tells the reason for it; None for no such hit."""
    if question.wanted is not Wanted.REASON:
        return None
    passage = hits[best].passage
    of_document = {
        hit.passage.number: place
        for place, hit in enumerate(hits)
        if hit.passage.document.id == passage.document.id
    }
    texts = {number: hits[place].passage.text for number, place in of_document.items()}
    number = _telling(question, passage, texts)
    return None if number is None else of_document[number]


def _telling(question: Question, passage: Passage, texts: Mapping[int, str]) -> int | None:
    """The number of the passage beside one that tells the reason for it, of some with texts."""
    back, forth = _pointing(question.language)
    if back.match(passage.text):
        return passage.number - 1 if passage.number - 1 in texts else None
    following = texts.get(passage.number + 1, "")
    if forth.match(following) or _goes_on_with_reason(question, passage.text, following):
        return passage.number + 1
    return None


def _goes_on_with_reason(question: Question, text: str, following: str) -> bool:
    """Whether a sentence that opens with "this" or "they" tells the reason that one before lacks.

    "He proposed to go to court. This was rejected, because it would take a year."
    """
    if not following or not (points_back(following) or _THIS.match(following)):
        return False
    told, beside = (
        _reasons(question.language).search(one) is not None for one in (text, following)
    )
    return beside and not told


def reason_told(question: Question, sentence: Sentence) -> Span | None:
    """What follows the one "because", "due to" or the like, up to the end of its clause.

    Before "so that" stands the reason for what follows, where that is what is asked about.
    """
    text = sentence.tokens.text
    pointed = _THAT_IS_WHY.search(text)
    if pointed is not None and not _reasons(sentence.language).search(text):
        return Span(0, pointed.start())
    found = list(_reasons(sentence.language).finditer(text)) or _since(sentence)
    if len(found) != 1:
        return None
    start = found[0].end() if "word" in found[0].re.groupindex else found[0].start()
    asked = {token.term for token in question.content}
    after = set(sentence.terms[sentence.at(start) :])
    if found[0][0].casefold() == "so that" and asked & after:
        return Span(0, len(text[:start].rstrip(" ,"))) if start else None
    stop = _CLAUSE_END.search(text, found[0].end()) if not text[:start].strip() else None
    end = stop.start() if stop else len(text.rstrip(' .!?"”'))
    return Span(start, end) if end > found[0].end() else None


def _since(sentence: Sentence) -> list[re.Match[str]]:
    """The ", since" that no date follows, and the ", as" that a verb does, but none of saying."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    dates = [mention.start for mention in found if mention.kind is MentionKind.DATE]
    return [
        one
        for one in _SINCE.finditer(text)
        if not any(0 <= date - one.end() < _NEAR for date in dates)
        and (one["word"] == "since" or set(sentence.tags[sentence.at(one.end()) :]) & set("VEX"))
        and not _is_said(sentence, sentence.at(one.end()))
    ]


def _is_said(sentence: Sentence, place: int) -> bool:
    """Whether a clause that starts at a place only tells who says so: "as the mayor had said"."""
    behind = sentence.terms[place : place + _SAYING]
    return not words_of(sentence.language).saying.isdisjoint(behind)


@cache
def _reasons(language: str) -> re.Pattern[str]:
    """The words that a reason follows; a pattern that matches nothing where there is no list."""
    words = str(lexicon(f"statements_{language}").get("because", "")).split("|")
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{alternatives})\b" if alternatives else r"(?!)", re.IGNORECASE)


@cache
def _given(language: str) -> re.Pattern[str] | None:
    """What gives a reason in a sentence; None where there is no list of it."""
    told = lexicon(f"statements_{language}").get("reasons", {}).get("given")
    return re.compile(rf"\b(?:{told})", re.IGNORECASE) if told else None


@cache
def _pointing(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence begins whose reason stands before it, and one that tells a reason."""
    table = lexicon(f"statements_{language}").get("reasons", {})
    back, forth = (
        re.compile(table.get(name, _NEVER), re.IGNORECASE) for name in ("before", "told")
    )
    return back, forth
