"""A fragment in the place of what it may replace, or as a topic of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.follow_up.leaning import Leaning, ranked
from bot.follow_up.parts.reading import Reading
from bot.follow_up.reframing import asked_whether
from bot.follow_up.replacing import replaced
from bot.follow_up.replacing.forms import of_whatever
from bot.follow_up.resolved import Resolved
from bot.follow_up.the_other import the_other_one
from retrieval.entities import NAMES
from retrieval.question import Kind as QuestionKind

ANOTHER_TOPIC = 0.8  # doubt that "and the damage to the club" asks of nothing said before
IN_PLACE = 1.5  # doubt that it takes the place of something said before all the same


def in_place(leaning: Leaning) -> Iterator[Resolved]:
    """A fragment in the place of what it may replace, first as a topic of its own."""
    message, last = leaning.form.message, leaning.history.last
    if other := the_other_one(message, leaning.history.recent):
        yield Resolved(other, inherited=True)
        return
    is_topic = leaning.form.is_topic(last.turn.question) and not of_whatever(message, last.question)
    whether = _whether_one_of_them(leaning)
    if is_topic:
        yield Resolved(leaning.text, inherited=False)
    if whether:
        yield Resolved(whether, inherited=True)
    for reading in ranked(replaced(message, last.question), message.text):
        yield replace(reading, doubt=reading.doubt + IN_PLACE * (is_topic or bool(whether)))
    yield from _of_the_turn_before(leaning, message)
    alone = replace(leaning.form, opened=False)
    placed = "P" in message.sentence.tags[1:]  # "the damage at the club"
    if leaning.form.opened and placed and alone.is_topic(last.turn.question):
        yield Resolved(message.text, inherited=False, doubt=ANOTHER_TOPIC)


def _of_the_turn_before(leaning: Leaning, message: Reading) -> Iterator[Resolved]:
    """A fragment in the place of its like in the turn before, if the last one has none."""
    before = leaning.history.recent[1:2]
    if not before or not message.phrases or message.slots:
        return
    person = message.phrases[0].person
    last = leaning.history.last.question.phrases
    if any(p.person is person and not p.group for p in last):
        return
    if any(p.person is person and not p.asked for p in before[0].question.phrases):
        for reading in list(ranked(replaced(message, before[0].question), message.text))[:1]:
            yield replace(reading, doubt=0.5)


def _whether_one_of_them(leaning: Leaning) -> str:
    """A name behind "who", which named nobody itself: "and Russia?"; "" for anything else."""
    message, last = leaning.form.message, leaning.history.last
    names = message.of(*NAMES)
    if last.turn.question.kind is not QuestionKind.WHO or last.question.of(*NAMES):
        return ""
    if len(names) != 1 or names[0].preposition or len(message.phrases) > 1:
        return ""
    return asked_whether(last.question, message.text[names[0].start : names[0].end])
