"""What "there" may point to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.people.identity import asks_for_person, asks_role
from bot.follow_up.antecedents.wording import wordings
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading, read
from retrieval.entities import Kind
from retrieval.question import Wanted


def places(said: PastTurn, language: str) -> Iterator[str]:
    """A place: the answer to "where", or one asked about."""
    turn, question = said.turn, said.question
    if asks_for_person(turn.question) and asks_role(turn.question):
        return
    if turn.question.wanted is Wanted.PLACE and turn.short:
        yield turn.short
    for reading in (read(turn.short, language=language), question):
        for slot in reading.of(Kind.PLACE):
            yield reading.text[slot.start : slot.end]
    yield from wordings(question, plural=False)


def quoted_places(passage: Reading, _: PastTurn) -> Iterator[str]:
    yield from (passage.text[slot.start : slot.end] for slot in passage.of(Kind.PLACE))
