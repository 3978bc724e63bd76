"""Who somebody is, and who holds an office, from the best hit that says it beside the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answering.grammar.passages import read_all
from bot.answering.grammar.question import read_question
from bot.answering.grammar.referring import understood
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.likely import HOLDING, SLIGHT_SHARE, likely
from bot.answering.lifted import Lifted
from bot.answering.people.apposition import RELATIVE, role_told
from bot.answering.people.cards import holder_on_card, post_on_card
from bot.answering.people.holders import holder_told, is_of_asked
from bot.answering.people.in_passages import names_of_others, tells_who
from bot.answering.people.seats import equal_told, may_be_of, seat_asked, tells_of
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Hit, Passage, Span

_OPENING = 4_000  # characters of a document that tell what it is about
_WHOSE = frozenset(["his", "her", "its", "their", "His", "Her", "Its", "Their"])


def role_among(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """Who somebody is, from the best hit that says it beside the name.

    "His counterpart" tells it only where no other hit says more, "who had seen it" less still.
    """
    told: list[Lifted] = []
    for number, hit in enumerate(hits):
        if post := post_on_card(question, hit.passage.text):
            told.append(Lifted(line=post, proof=(number,)))
        span = role_told(question, hit.passage.text)
        if span is not None:
            words = hit.passage.text[span.start : span.end].split()
            told.append(Lifted(line=" ".join(words), proof=(number,)))
    return min(told, key=_vagueness, default=None)


def _vagueness(role: Lifted) -> int:
    """How vague a role is, 0 to 2: "his counterpart" is 1, "who had seen it" 2."""
    first = role.line.partition(" ")[0]
    return 2 if first in RELATIVE else int(first in _WHOSE)


def holder_among(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """The one holder of an office whom the hits name beside it, also a hit of little likelihood.

    Where some are said to hold it of what is asked about, they alone count.
    """
    told: dict[str, int] = {}
    tied: dict[str, int] = {}
    seat = seat_asked(question)
    for number, hit in enumerate(likely(hits, most=HOLDING, share=SLIGHT_SHARE)):
        if name := holder_on_card(question, hit.passage.text):
            told.setdefault(name, number)
            continue
        sentence = read_sentence(hit.passage.text, language=question.language)
        span = seat and equal_told(seat, sentence)
        span = span or holder_told(question, sentence)
        if span is not None and _may_be_about(question, hit.passage, span):
            name = " ".join(hit.passage.text[span.start : span.end].split())
            told.setdefault(name, number)
            if is_of_asked(question, sentence, span):
                tied.setdefault(name, number)
    return _only(tied or told)


def is_held(question: Question, passages: Sequence[Passage]) -> bool:
    """Whether a passage may tell who holds a nation's office, where that is asked for."""
    seat = seat_asked(question)
    if seat is None:
        return True
    if not seat.single:
        return any(may_be_of(seat, passage) for passage in passages)
    read = read_all(question, [passage.text for passage in passages])
    others = names_of_others(read)
    return any(
        tells_of(question, seat, passage) and tells_who(text, others)
        for passage, text in zip(passages, read, strict=True)
    )


def _may_be_about(question: Question, passage: Passage, holder: Span) -> bool:
    """Whether a document speaks of whose office is asked for: of more than the office itself.

    Of a nation's office it must be that nation's.
    """
    seat = seat_asked(question)
    if seat is not None:
        return may_be_of(seat, passage, holder)
    head = read_question(question).head
    others = {token.term for token in question.content} - {head}
    document = passage.document
    said = analyser(question.language).terms(f"{passage.text} {document.part(0, _OPENING)}")
    return not others or bool(others & {*said, *understood(passage)})


def _only(told: Mapping[str, int]) -> Lifted | None:
    """What was told, if it is one thing only."""
    if len(told) != 1:
        return None
    ((line, number),) = told.items()
    return Lifted(line=line, proof=(number,))
