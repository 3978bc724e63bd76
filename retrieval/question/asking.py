"""Which part of a message asks: the last question in it, without what leads in and out of it."""

from __future__ import annotations

import re

from retrieval.question.grammar import ASKING, Grammar, grammar_of
from retrieval.question.phrases import asking_sentence, asks_by_phrases
from retrieval.records import Span

_SENTENCE = re.compile(r"[^.?!\n]+(?:[.](?=\w)[^.?!\n]+)*[?!.]*")
_LAST = re.compile(r"(?:^|[\s(])([\w.]+)\.$")
_FIRST = re.compile(r"\s+([\w'’]+)")
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # "U.S", "p.m"


def asking_part(text: str, *, language: str = "en") -> Span:
    """The sentence of a message that asks, without "please tell me" in front of it and "according
    to the sources" behind it.

    The last sentence with a question mark counts, else the last with a question word, else all.
    """
    grammar = grammar_of(language)
    if asks_by_phrases(language):
        return asking_sentence(text, language=language)
    sentences = _sentences(text, grammar)
    asking = [s for s in sentences if text[s.start : s.end].rstrip().endswith("?")]
    if not asking:
        said = ((s, _words(text[s.start : s.end], grammar)) for s in sentences)
        asking = [s for s, words in said if set(words) & ASKING.keys()]
    while len(asking) > 1 and grammar.tails.match(text, *asking[-1]):
        asking.pop()
    start, end = asking[-1] if asking and len(sentences) > 1 else (0, len(text))
    lead = grammar.leads.match(text, start, end)
    if lead is not None and text[lead.end() : end].strip(" ?!.,"):
        start = lead.end()
    tail = grammar.tails.search(text, start, end)
    if tail is not None and text[start : tail.start()].strip(" ?!.,"):
        end = tail.start()
    return Span(start, end)


def without_opening(text: str, asking: Span, grammar: Grammar) -> Span:
    """The part that asks, without "a summary of" or "the latest on" in front of its subject."""
    opening = grammar.openings.match(text, *asking)
    if opening is None or not text[opening.end() : asking.end].strip(" ?!.,"):
        return asking
    return Span(opening.end(), asking.end)


def _sentences(text: str, grammar: Grammar) -> list[Span]:
    """The sentences of a message; "Dr. Holm" and "the U.S. have" end none."""
    found: list[Span] = []
    for match in _SENTENCE.finditer(text):
        span = Span(*match.span())
        if found and _goes_on(text[found[-1].start : found[-1].end], match.group(), grammar):
            span = Span(found.pop().start, span.end)
        found.append(span)
    return found


def _goes_on(said: str, behind: str, grammar: Grammar) -> bool:
    """Whether the point at the end of some words is an abbreviation's or an initial's."""
    last, first = _LAST.search(said), _FIRST.match(behind)
    if last is None or first is None:
        return False
    cut, word = last[1], first[1]
    small = word.casefold()
    if cut.casefold() in (grammar.numbered if word[0].isdigit() else grammar.titles):
        return True
    if small in ASKING or (word[0].isupper() and small in grammar.auxiliaries):
        return False
    initial = len(cut) == 1 and cut.isupper() and word[0].isupper()
    return initial or _LETTERS.fullmatch(cut) is not None


def _words(text: str, grammar: Grammar) -> list[str]:
    return [grammar.chat.get(word, word) for word in re.findall(r"[\w'’]+", text.casefold())]
