"""Who came before or after whoever was spoken of: "and before her?", "who was next?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import syntax
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading, read
from retrieval.entities import Kind
from retrieval.question import Kind as QuestionKind

_WHO = "who"
_PERSONS = (Kind.PERSON, Kind.NAME)


def successions(text: str, last: PastTurn) -> Iterator[str]:
    """The question who held the office before or after the person of the last answer.

    None for other messages, and where the last question was none for one person.
    """
    language = last.question.sentence.language
    asked = pattern("successions.asked", language).match(text)
    if asked is None:
        return
    person = _person(last) or (_asked_about(last) if asked["person"] else "")
    if not person or not (asked["person"] or _goes_on(last.question)):
        return
    side = "before" if asked["before"] else "after"
    if held := _held(last):
        yield f"{held} {side} {person}?"
    yield f"who came before {person}?" if side == "before" else f"who succeeded {person}?"


def office_of(said: Sequence[PastTurn]) -> str:
    """What the last question, who came before or after somebody, asks of that one: the office.

    "Who was the vicar" of "who was the vicar before Ann Lee", "who led the choir" of "who succeeded
    Ann Lee" where that was asked before; "" for other questions.
    """
    last = said[0].question
    order = pattern("successions.told", last.sentence.language).match(last.text)
    if order is None:
        return ""
    if order["office"]:
        return f"{order['office']}?"
    asked = (turn.question for turn in said[1:])
    return next(
        (q.text for q in asked if q.asking == (0, 1) and q.word == _WHO and _goes_on(q)), ""
    )


def _person(last: PastTurn) -> str:
    """The one person whom "who" was answered with, "" where there is none such."""
    question, language = last.question, last.question.sentence.language
    dates = [question.text[s.start : s.end].casefold() for s in question.of(Kind.DATE)]
    if last.turn.question.kind is not QuestionKind.WHO or not (
        listed("successions.place", language).issuperset(dates)
    ):
        return ""
    text = last.turn.short or last.passage
    kinds = _PERSONS if last.turn.short else _PERSONS[:1]
    named = {text[s.start : s.end] for s in read(text, language=language).of(*kinds)}
    return named.pop() if len(named) == 1 else ""


def _asked_about(last: PastTurn) -> str:
    """The one person of whom something else was asked: "where was Ida Holm from?"."""
    question = last.question
    named = [question.text[s.start : s.end] for s in question.of(*_PERSONS)]
    named = [name for name in named if " " in name]
    return named[0] if len(named) == 1 and question.word != _WHO else ""


def _goes_on(question: Reading) -> bool:
    """Whether a question is for what one does after another: "who is the keeper", "who led it"."""
    words = question.sentence.words[question.asking.end :][:1]
    copulas = syntax(question.sentence.language).copulas
    return not (copulas | listed("successions.deeds", question.sentence.language)).isdisjoint(words)


def _held(last: PastTurn) -> str:
    """ "Who was the director" of "who is the new director now?", "who led the choir".

    "" for other deeds than one that goes on.
    """
    question = last.question
    sentence, place = question.sentence, question.asking.end
    dated = listed("successions.place", sentence.language)
    told = [n for n in range(place, len(sentence.words)) if sentence.words[n] not in dated]
    words = [question.text[slice(*sentence.slice(n, n + 1))] for n in told]
    said = " ".join(word for word in words if word[0].isalnum() or word[0] in "'’").replace(
        " '", "'"
    )
    copulas = syntax(sentence.language).copulas
    if question.word != _WHO or question.asking != (0, 1) or not said:
        return ""
    verb, _, rest = said.partition(" ")
    if verb.casefold() in copulas and rest:
        return f"{_WHO} was {rest}"
    return ""
