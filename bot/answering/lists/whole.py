"""The whole of an enumeration where a short answer is only one of its items."""

from __future__ import annotations

from bot.answering.forms.things import times_of_day
from bot.answering.grammar.enumerations import Enumeration, enumerations
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.times.happening import order
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_MOST_AROUND = 2  # times the length of an answer that the item around it may have
_PLURAL = frozenset({"what", "who", "whom"})


def whole_enumeration(question: Question, text: str, span: Span) -> Span:
    """The enumeration of which the span is one item, where the question may want all; the span.

    "Who scored?" wants every name of "Ada, Lena and Ruth"; "which player scored" may want one.
    """
    asked = read_question(question)
    words = {word.strip("?,.").casefold() for word in question.text.split()}
    named = question.kind is Kind.WHO or question.wanted is Wanted.THING
    when = question.kind is Kind.WHEN and not question.ordinals and not order(question)
    where = question.kind is Kind.WHERE
    one = bool(asked.head) and not _is_plural(question, asked.head)
    if not (when or where) and (not named or one or not words & _PLURAL):
        return span
    sentence = read_sentence(text, language=question.language)
    for enumeration in enumerations(sentence):
        if when and not _are_dates(sentence, enumeration):
            continue
        if where and not _are_places(sentence, enumeration):
            continue
        whole = Span(*sentence.slice(*enumeration.whole))
        if _holds_several(sentence, enumeration, span):
            return whole
        if "," in text[span.start : span.end] and whole.covers(span):
            return Span(span.start, whole.end)
        for item in enumeration.items:
            start, end = around = Span(*sentence.slice(*item))
            brief = end - start <= _MOST_AROUND * (span.end - span.start)
            if brief and around.covers(span):
                return whole
    return span


def _holds_several(sentence: Sentence, enumeration: Enumeration, span: Span) -> bool:
    """Whether words are some of the items, from one to another, and what they leave out is named.

    "Holm & Lund" are not told with what they are: "the builder, Holm & Lund".
    """
    starts = [sentence.tokens.starts[item.start] for item in enumeration.items]
    ends = [sentence.tokens.ends[item.end - 1] for item in enumeration.items]
    if span.start not in starts or span.end not in ends:
        return False
    first, last = starts.index(span.start), ends.index(span.end)
    left_out = [*enumeration.items[:first], *enumeration.items[last + 1 :]]
    named = (set("C#") & set(sentence.tags[item.start : item.end]) for item in left_out)
    return first < last and all(named)


def _is_plural(question: Question, head: str) -> bool:
    """Whether it is asked who several are: "who are her parents?"."""
    words = (question.text[t.start : t.end] for t in question.content if t.term == head)
    return question.kind is Kind.WHO and any(word.endswith("s") for word in words)


def _are_places(sentence: Sentence, enumeration: Enumeration) -> bool:
    """Whether every item is nothing but a name, and none a person's."""
    found = mentions(sentence.tokens.text, language=sentence.language)
    persons = [m.span for m in found if m.kind in (MentionKind.PERSON, MentionKind.TITLE)]
    spans = [Span(*sentence.slice(*item)) for item in enumeration.items]
    named = all(set(sentence.tags[a:b]) <= {"C"} for a, b in enumeration.items)
    return named and not any(person.overlaps(span) for person in persons for span in spans)


def _are_dates(sentence: Sentence, enumeration: Enumeration) -> bool:
    """Whether every item is nothing but a date or time: "1956, 1972 and 2019"."""
    text = sentence.tokens.text
    found = mentions(text, language=sentence.language)
    dates = [mention.span for mention in found if mention.kind is MentionKind.DATE]
    dates += times_of_day(text, sentence.language)
    bare = [(a + (sentence.tags[a] == "D" and b - a > 1), b) for a, b in enumeration.items]
    spans = [Span(*sentence.slice(*item)) for item in bare]
    return all(any(date.covers(span) for date in dates) for span in spans)
