"""What names somebody, cut to just that: with the whole office, without the clause before it."""

from __future__ import annotations

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.offices import office_start
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, syntax
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span

_NEAR_BY = 4  # tokens from a participle to its "by"


def cut_to_person(question: Question, sentence: Sentence, span: Span) -> Span:
    """Words that tell who, without what goes on before and behind them, with the whole office."""
    span = _whole_office(sentence, _own_clause(question, sentence, span))
    span = _past_office(sentence, span)
    span = _without_purpose(sentence, span)
    return _with_doer(sentence, span)


def _own_clause(question: Question, sentence: Sentence, span: Span) -> Span:
    """The subject of the verb asked about without the clause before it: "Lunde as Ostra" wins."""
    text = sentence.tokens.text
    clause = pattern("trimming.next_clause", sentence.language)
    joined = clause.search(text, span.start, span.end)
    behind = sentence.at(span.end)
    verb = read_question(question).verb
    does = verb and sentence.terms[behind : behind + 1] == (verb,)
    return Span(joined.end(), span.end) if joined and does else span


def _whole_office(sentence: Sentence, span: Span) -> Span:
    """Somebody with both fields of an office: "Works and Water Minister Ida Holm"."""
    first = sentence.at(span.start)
    return Span(sentence.tokens.starts[office_start(sentence, first)], span.end)


def _past_office(sentence: Sentence, span: Span) -> Span:
    """The name alone where words begin amidst the office before it: "Affairs Ida Holm"."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    offices = [m for m in found if m.kind is MentionKind.TITLE and m.start < span.start < m.end]
    names = [m for m in found if m.kind is MentionKind.PERSON and m.end == span.end]
    if not offices or not names or text[offices[0].end : names[0].start].strip():
        return span
    return Span(names[0].start, span.end)


def _without_purpose(sentence: Sentence, span: Span) -> Span:
    """Somebody without what for: "the council" of "the council to speed up the works"."""
    for place in range(sentence.at(span.start) + 1, sentence.at(span.end) - 1):
        if sentence.tags[place] == "t" and sentence.tags[place + 1] in "NV":
            return Span(span.start, sentence.tokens.ends[place - 1])
    return span


def _with_doer(sentence: Sentence, span: Span) -> Span:
    """Whoever did what words tell: "a fund set up by fishermen" of "set up by fishermen"."""
    first = sentence.at(span.start)
    verb = sentence.words[first] in syntax(sentence.language).bases
    told = verb and "by" in sentence.words[first:][:_NEAR_BY]
    start = sentence.run_start(first, "NC#-") if told else first
    if start == first:
        return span
    return Span(
        sentence.tokens.starts[start - (start > 0 and sentence.tags[start - 1] == "D")], span.end
    )
