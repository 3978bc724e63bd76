"""The candidates for what a pronoun means, of all sorts, and how likely each of them is.

The nearest come first: the answer to the last question, that question's own words, the passage
quoted for it, then the turn before. Whoever is named in the message itself is never meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.follow_up.antecedents.minding import may_mind
from bot.follow_up.antecedents.people import is_no, people, quoted_people
from bot.follow_up.antecedents.places import places, quoted_places
from bot.follow_up.antecedents.several import quoted_several, several
from bot.follow_up.antecedents.things import quoted_things, things
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading, read
from retrieval.analysis import analyser
from retrieval.entities import NAMES
from retrieval.question import Wanted

MOST = 3  # things that a pronoun is taken to point to, one after another
LONGEST = 20  # words of anything that may stand in a pronoun's place
STEP = 1.0  # doubt that each further thing adds
FROM_QUOTE = 2.0  # doubt of what only the quote spoke of


class Sort(Enum):
    """The sort of thing that a pronoun stands for."""

    PERSON = auto()
    THING = auto()
    SEVERAL = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun may point to; `doubt`, at least 0: how much less likely than the best."""

    text: str
    doubt: float


_BETWEEN_CELLS = " | "
_LABEL = re.compile(r"(^|\| )[^|:]+: ")

_Asked = Callable[[PastTurn, str], Iterator[str]]
_Quoted = Callable[[Reading, PastTurn], Iterator[str]]
_SORTS: dict[Sort, tuple[_Asked, _Quoted]] = {
    Sort.PERSON: (people, quoted_people),
    Sort.THING: (things, quoted_things),
    Sort.SEVERAL: (several, quoted_several),
    Sort.PLACE: (places, quoted_places),
}


def antecedents(
    sort: Sort,
    said: Sequence[PastTurn],
    message: Reading,
    *,
    language: str,
    subject: bool,
    minding: bool,
    serving: bool,
    pronoun: str,
) -> tuple[Antecedent, ...]:
    """What a pronoun of a sort may mean, likeliest first, at most MOST; () if nothing.

    Where it is the `subject` of its sentence, the subject of the question before comes first, else
    the object. `minding`: its verb is one for people or bodies only ("refuse"). `serving`: its verb
    is one for whoever keeps a place ("sell"), who need not have been named.
    """
    own = {message.text[slot.start : slot.end].casefold() for slot in message.of(*NAMES)}
    found: dict[str, Antecedent] = {}
    somebody = _named_by_who(said) if sort is Sort.THING else frozenset()
    named = 0  # of those found, how many were asked about or answered with
    for turn in said:
        for text, far in _spoken_of(sort, turn, language, subject=subject):
            key = text.casefold()
            far = FROM_QUOTE if key in somebody else far
            doubt = _doubt(text, far, sort, message, minding=minding, serving=serving)
            if doubt is None or not text or key in found or any(name in key for name in own):
                continue
            if sort is Sort.PERSON and any(is_no(pronoun, text, told, language) for told in said):
                continue
            if sort is Sort.SEVERAL and _does_the_same(text, message):
                continue
            if len(text.split()) < LONGEST:
                found[key] = Antecedent(text, doubt + STEP * (len(found) if doubt else named))
                named += not doubt
    return tuple(sorted(found.values(), key=lambda antecedent: antecedent.doubt)[:MOST])


def _named_by_who(said: Sequence[PastTurn]) -> frozenset[str]:
    """The answers to "who?", which are no "it" before other things: only a firm may be one."""
    turns = (past.turn for past in said)
    return frozenset(t.short.casefold() for t in turns if t.question.wanted is Wanted.PERSON)


def _spoken_of(
    sort: Sort, turn: PastTurn, language: str, *, subject: bool
) -> Iterator[tuple[str, float]]:
    """What a turn speaks of that is of a sort, and 0, or FROM_QUOTE where only its quote does."""
    asked, quoted = _SORTS[sort]
    yield from ((text, 0.0) for text in asked(_parallel(turn, subject=subject), language))
    passage = read(_without_labels(turn.passage), language=language)
    yield from ((text, FROM_QUOTE) for text in quoted(passage, turn))


def _doubt(
    text: str, far: float, sort: Sort, message: Reading, *, minding: bool, serving: bool
) -> float | None:
    """How unlikely the pronoun is to mean `text` for what that is; None where it can't mean it."""
    if far and sort is Sort.SEVERAL and _is_asked_for(text, message):
        return None
    if (minding or serving) and not may_mind(text, message.sentence.language):
        return None if serving or far else FROM_QUOTE
    return far


def _does_the_same(text: str, message: Reading) -> bool:
    """Whether "those who came" would do what the message asks of them: "when did they come?"."""
    _, who, deed = text.partition(" who ")
    terms = analyser(message.sentence.language).terms(deed)
    return bool(who) and not set(message.own_words).isdisjoint(terms)


def _parallel(said: PastTurn, *, subject: bool) -> PastTurn:
    """A turn whose question's phrases stand in the order in which they are pointed to."""
    if subject:
        return said
    objects = sorted(said.question.phrases, key=lambda p: (bool(p.preposition), -p.start))
    return replace(said, question=replace(said.question, phrases=tuple(objects)))


def _without_labels(passage: str) -> str:
    """A table's row without the labels of its cells: nobody goes on to speak of "Deaths: 3"."""
    return _LABEL.sub(r"\1", passage) if _BETWEEN_CELLS in passage else passage


def _is_asked_for(text: str, message: Reading) -> bool:
    """Whether a message asks for such things itself: "how much money did they get?"."""
    heads = {phrase.head for phrase in message.phrases}
    return any(p.head in heads for p in read(text, language=message.sentence.language).phrases[:1])
