"""How long something takes at most, or how long before or after what it is: "within three days",
"24 hours before arrival".
"""

from __future__ import annotations

from bot.answering.forms.things import times_of_day
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span


def deadline_told(question: Question, sentence: Sentence) -> Span | None:
    """The one "within three days", or "two weeks in advance", of a sentence that tells no date, to
    the question when.
    """
    found = mentions(sentence.tokens.text, language=question.language)
    if question.kind is not Kind.WHEN or any(m.kind is MentionKind.DATE for m in found):
        return None
    if _asks_what_was(question) and "after" not in sentence.words:
        return None
    within = pattern("deadlines.within", question.language)
    beside = pattern("deadlines.beside", question.language)
    ahead = [
        Span(mention.start, behind.end())
        for mention in found
        if mention.kind is MentionKind.DURATION
        and (behind := beside.match(sentence.tokens.text, mention.end)) is not None
    ]
    if len(ahead) == 1:
        return ahead[0]
    terms = [
        Span(before.start(), mention.end)
        for mention in found
        if mention.kind is MentionKind.DURATION
        and (before := within.search(sentence.tokens.text, 0, mention.start)) is not None
    ]
    return terms[0] if len(terms) == 1 else None


def latest_told(question: Question, sentence: Sentence) -> Span | None:
    """The one time behind "until" or "by", where it is asked by when something has to be done."""
    language, text = question.language, sentence.tokens.text
    if pattern("deadlines.asks_latest", language).search(question.text) is None:
        return None
    found = mentions(text, language=language)
    times = {m.span for m in found if m.kind is MentionKind.DATE} | set(
        times_of_day(text, language)
    )
    led = pattern("deadlines.latest", language)
    told = sorted(time for time in times if led.search(text, 0, time.start))
    if not told:
        bare = pattern("deadlines.bare", language).search(text)
        return Span(*bare.span("time")) if bare else None
    return told[0] if all(told[0].overlaps(time) for time in told) else None


def only_limits(question: Question, text: str, span: Span) -> bool:
    """Whether words only tell within how long, where it is asked when something was done."""
    within = text[: span.end].casefold().rfind("within ", max(span.start - len("within "), 0)) >= 0
    return within and _asks_what_was(question)


def _asks_what_was(question: Question) -> bool:
    """Whether it is asked of what was done, and not of what had to be: "when was it to open?"."""
    asked = set(question.text.casefold().split())
    bygone, due = (listed(f"deadlines.{name}", question.language) for name in ("bygone", "due"))
    return bool(asked & bygone) and not asked & due
