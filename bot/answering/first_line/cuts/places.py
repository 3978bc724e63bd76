"""What names a place, cut to just that: without when it was, or what goes on there."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import Sentence, syntax
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.records import Span


def cut_to_place(sentence: Sentence, span: Span) -> Span:
    """Words that tell where, without a date or a verb beside them."""
    span = _past_date(sentence, _without_verb(sentence, span))
    return _without_when(sentence, span)


def _past_date(sentence: Sentence, span: Span) -> Span:
    """A place without the date before it: "at the mill" of "9 February 2023 at the mill"."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    dates = (m.end for m in found if m.kind is MentionKind.DATE and m.start <= span.start < m.end)
    for end in dates:
        place = sentence.at(end)
        if end < span.end and sentence.tags[place : place + 1] == "P":
            return Span(sentence.tokens.starts[place + 1], span.end)
    return span


def _without_verb(sentence: Sentence, span: Span) -> Span:
    """A place without the verb that the sentence goes on with: "Little Holm operates all year"."""
    first, last = sentence.at(span.start), sentence.at(span.end)
    end = first
    while end < last and sentence.tags[end] == "C":
        end += 1
    verb = sentence.words[end] if first < end < last else ""
    bare = syntax(sentence.language).bases.get(verb, verb)
    return Span(span.start, sentence.tokens.ends[end - 1]) if bare != verb else span


def _without_when(sentence: Sentence, span: Span) -> Span:
    """A place without a word for a time behind it: "off Grolle early" on Sunday."""
    text = sentence.tokens.text
    words = text[span.start : span.end].split(" ")
    while len(words) > 1 and words[-1].casefold() in listed("trimming.times", sentence.language):
        words.pop()
    return Span(span.start, span.start + len(" ".join(words)))
