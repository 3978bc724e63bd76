"""When something took place, where a sentence says so of the very thing: "was held on 3 May"."""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from bot.answering.grammar.words import words_of
from bot.answering.times.happening import doings
from bot.answering.times.misfits import is_bygone
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Span
from retrieval.synonyms import SAME

_REACH = 8  # tokens between a participle and its date


def event_date(question: Question, sentence: Sentence) -> Span | None:
    """The one date right behind "took place" or "was held"; None where another event is told of."""
    asks = pattern("events.asks", question.language).search(question.text)
    if question.kind is not Kind.WHEN or asks is None:
        return None
    text = sentence.tokens.text
    took_place = pattern("events.took_place", sentence.language)
    dates = [date for date in _dates(sentence) if took_place.search(text[: date.start])]
    named = {token.term for token in question.content} - words_of(sentence.language).happens
    told = len(dates) == 1 and bool(named) and named <= set(sentence.terms)
    return dates[0] if told else None


def deed_date(question: Question, sentence: Sentence) -> Span | None:
    """The one date behind the verb that is asked about: "erected in 1913" for when built."""
    if question.kind is not Kind.WHEN:
        return None
    language = sentence.language
    deeds = (alike(deed, language, least=SAME) for deed in doings(question))
    verbs = frozenset[str]().union(*deeds)
    dates = [
        date
        for date in _dates(sentence)
        if not is_bygone(question, sentence.tokens.text, date)
        and _stands_behind(sentence, sentence.at(date.start), verbs)
    ]
    return dates[0] if len(dates) == 1 else None


def _dates(sentence: Sentence) -> list[Span]:
    """The dates of a sentence that tell a day, a month or a year."""
    found = mentions(sentence.tokens.text, language=sentence.language)
    return [m.span for m in found if m.kind is MentionKind.DATE and m.value]


def _stands_behind(sentence: Sentence, place: int, verbs: frozenset[str]) -> bool:
    """Whether only where and by whom stands between a participle and a token."""
    start = sentence.run_start(place, "PDCN-")
    near = start > 0 and place - start <= _REACH
    other = listed("events.of_another", sentence.language)
    if not near or not other.isdisjoint(sentence.words[start:place]):
        return False
    return sentence.tags[start - 1] == "E" and sentence.terms[start - 1] in verbs
