"""What a pronoun may point to: things of its kind and number in what was said before.

Nearest first: the answer to the last question, that question's own words, the passage quoted for
it, then the turn before. Whoever is named in the message itself is never meant by its pronoun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.answering.naming import asks_for_person, asks_role
from bot.conversation import Turn
from bot.follow_up.phrases import Phrase, Slot
from bot.follow_up.reading import Reading, read
from retrieval.entities import NAMES, Kind
from retrieval.question import Wanted

MOST = 3  # things that a pronoun is taken to point to, one after another
LONGEST_ANSWER = 8  # words of a short answer that may stand in a pronoun's place
LONGEST_PHRASE = 8  # words of a phrase that may
LONGEST_REASON = 4  # words of a reason that may
LONGEST = 20  # words of anything that may
STEP = 1.0  # doubt that each further thing adds
FROM_QUOTE = 2.0  # doubt of what only the quote spoke of
FROM_PASSAGE = 3  # phrases of a passage that are thought of
_NO_THINGS = frozenset({Wanted.DATE, Wanted.DURATION, Wanted.NUMBER, Wanted.MONEY, Wanted.REASON})
_NEITHER = frozenset({Wanted.PERCENTAGE, Wanted.YES_NO, Wanted.MANNER, Wanted.PERSON})


_OF_PLACES = frozenset({"in", "at", "from", "to", "near", "into", "of"})


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


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as it is looked back on: its question in parts, and the passage quoted for it."""

    turn: Turn
    question: Reading
    passage: str


def antecedents(
    sort: Sort, said: Sequence[Said], message: Reading, *, language: str, subject: bool
) -> tuple[Antecedent, ...]:
    """What a pronoun of a sort may point to, likeliest first, at most MOST; () if nothing does.

    A `subject` points to the subject of the question before sooner than to its object, and the
    other way round.
    """
    own = {message.text[slot.start : slot.end].casefold() for slot in message.of(*NAMES)}
    asked, quoted = _SORTS[sort]
    found: dict[str, Antecedent] = {}
    doubt = 0.0
    for turn in said:
        texts = [(text, 0.0) for text in asked(_parallel(turn, subject=subject), language)]
        texts += [(text, FROM_QUOTE) for text in quoted(_read(turn.passage, language), turn)]
        for text, far in texts:
            named = any(name in text.casefold() for name in own)
            if text and not named and len(text.split()) < LONGEST and text.casefold() not in found:
                found[text.casefold()] = Antecedent(text, doubt + far)
                doubt += STEP
    return tuple(sorted(found.values(), key=lambda antecedent: antecedent.doubt)[:MOST])


def _parallel(said: Said, *, subject: bool) -> Said:
    """A turn whose question's phrases stand in the order in which they are pointed to."""
    if subject:
        return said
    objects = sorted(said.question.phrases, key=lambda p: (bool(p.preposition), -p.start))
    return replace(said, question=replace(said.question, phrases=tuple(objects)))


def _read(text: str, language: str) -> Reading:
    return read(text, language=language, is_name=lambda _: False)


def _people(said: Said, language: str) -> Iterator[str]:
    """One person: the answer to "who", a name asked about, "the keeper"."""
    turn, question = said.turn, said.question
    answer = _read(turn.short, language)
    asked_for_one = turn.question.wanted is Wanted.PERSON
    named = [turn.short[s.start : s.end] for s in answer.of(Kind.PERSON, Kind.NAME)]
    if asked_for_one and len(named) <= 1 and (named or _is_phrase(answer)):
        yield named[0] if named else turn.short
    elif answer.of(Kind.PERSON):
        yield from named[:1]
    if asked_for_one and not named and not _is_phrase(answer):
        yield from _one_asked_for(question)
    for slot in question.of(Kind.PERSON):
        if not _within_longer(question, slot):
            yield question.text[slot.start : slot.end]
    for phrase in question.phrases:
        if phrase.person and not phrase.plural and not phrase.name:
            yield _text(question, phrase)


def _is_phrase(answer: Reading) -> bool:
    """Whether a short answer is one noun phrase: "the keeper", not "oppose the tunnel"."""
    whole = (0, len(answer.text))
    return any((phrase.start, phrase.end) == whole for phrase in answer.phrases)


def _quoted_people(passage: Reading, said: Said) -> Iterator[str]:
    """People named in a quote, names that may be theirs, then people told by what they do."""
    yield from (passage.text[s.start : s.end] for s in passage.of(Kind.PERSON))
    yield from _other_names(said.question)
    yield from _other_names(passage)
    for phrase in passage.phrases:
        if phrase.person and not phrase.plural:
            yield _text(passage, phrase)


def _other_names(reading: Reading) -> Iterator[str]:
    """Names that may be a person's: no part of a thing's name, not behind "in" or "from"."""
    for slot in reading.of(Kind.NAME):
        if not _thing_of(reading, slot.start) and slot.preposition not in _OF_PLACES:
            yield reading.text[slot.start : slot.end]


def _one_asked_for(question: Reading) -> Iterator[str]:
    """The person of "who is the chairman of the board", known by the office alone."""
    place = question.asking.end
    if question.sentence.tags[place : place + 1] == "X":
        behind = question.sentence.tokens.starts[place]
        yield from (
            _text(question, p) for p in question.phrases[:1] if p.start > behind and not p.plural
        )


def _within_longer(question: Reading, slot: Slot) -> bool:
    """Whether a name is the tail of a longer one: "Bridge" in "Friends of the Kestrel Bridge"."""
    return any(other.end + 1 == slot.start for other in question.of(*NAMES))


def _thing_of(question: Reading, start: int) -> bool:
    """Whether a name only describes a thing: "Astana" in "the Astana meeting"."""
    return any(p.start <= start < p.end and not p.name for p in question.phrases)


def _things(said: Said, language: str) -> Iterator[str]:
    """One thing: an answer that names one, then the phrases asked about.

    Who somebody is asks about no thing, however the name is written.
    """
    turn = said.turn
    if asks_for_person(turn.question) and asks_role(turn.question):
        return
    if _names_a_thing(turn, _read(turn.short, language)):
        yield turn.short
    yield from _phrases(said.question, plural=False)
    if turn.question.wanted is Wanted.REASON and len(turn.short.split()) <= LONGEST_REASON:
        answer = _read(turn.short, language)
        yield from (_text(answer, phrase) for phrase in answer.phrases[-1:] if not phrase.plural)


def _quoted_things(passage: Reading, said: Said) -> Iterator[str]:
    """Things told of in a quote and not in the question, the last first."""
    known = said.question.text.casefold()
    fresh = [text for text in _phrases(passage, plural=False) if text.casefold() not in known]
    yield from fresh[-FROM_PASSAGE:][::-1]


def _names_a_thing(turn: Turn, answer: Reading) -> bool:
    """Whether a short answer is a thing of which one may go on to speak.

    What something is called in another word is none: one goes on to speak of the thing itself.
    """
    if asks_role(turn.question):
        return False
    if turn.question.wanted in _NO_THINGS | _NEITHER | {Wanted.PLACE} or not turn.short:
        return False
    if len(turn.short.split()) > LONGEST_ANSWER or answer.of(Kind.DATE, Kind.NUMBER, Kind.MONEY):
        return False
    return bool(answer.phrases) and not any(p.plural or p.person for p in answer.phrases[:1])


def _several(said: Said, language: str) -> Iterator[str]:
    """Several: an answer that lists them, phrases in the plural, groups."""
    turn, question = said.turn, said.question
    answer = _read(turn.short, language)
    short = len(turn.short.split()) <= 2 * LONGEST_ANSWER
    named = [turn.short[s.start : s.end] for s in answer.of(Kind.PERSON, Kind.NAME, Kind.GROUP)]
    if len(named) > 1:
        yield f"{', '.join(named[:-1])} and {named[-1]}"
    elif short and any(phrase.plural for phrase in answer.phrases[:1]):
        yield turn.short
    yield from _phrases(question, plural=True)
    yield from (_text(question, p) for p in question.phrases[:1] if _may_be_a_group(p))
    if turn.question.wanted is Wanted.GROUP and turn.short:
        yield turn.short
    for slot in question.of(Kind.GROUP, Kind.PLACE):
        yield question.text[slot.start : slot.end]


def _may_be_a_group(phrase: Phrase) -> bool:
    """Whether a question's subject is a name of which "they" may speak: a club, a country."""
    return phrase.name and not phrase.person and not phrase.preposition


def _quoted_several(passage: Reading, _: Said) -> Iterator[str]:
    yield from _phrases(passage, plural=True)
    people = [passage.text[s.start : s.end] for s in passage.of(Kind.PERSON, Kind.NAME)]
    if len(people) > 1:
        yield " and ".join(people[:2])
    yield from (phrase for phrase in _phrases(passage, plural=False)[:1])


def _places(said: Said, language: str) -> Iterator[str]:
    """A place: the answer to "where", or one asked about."""
    turn, question = said.turn, said.question
    if turn.question.wanted is Wanted.PLACE and turn.short:
        yield turn.short
    for reading in (_read(turn.short, language), question):
        for slot in reading.of(Kind.PLACE):
            yield reading.text[slot.start : slot.end]
    yield from _phrases(question, plural=False)


def _quoted_places(passage: Reading, _: Said) -> Iterator[str]:
    yield from (passage.text[slot.start : slot.end] for slot in passage.of(Kind.PLACE))


def _phrases(reading: Reading, *, plural: bool) -> list[str]:
    """The phrases of a number that are no persons, in order."""
    fitting = [
        phrase
        for phrase in reading.phrases
        if phrase.plural is plural
        and (plural or not phrase.person)
        and (plural or phrase.determined or phrase.name or len(phrase.terms) > 1)
    ]
    texts = [_text(reading, phrase) for phrase in fitting]
    return [text for text in texts if len(text.split()) <= LONGEST_PHRASE]


def _text(reading: Reading, phrase: Phrase) -> str:
    """A phrase as it may stand in another question: definite where it was not."""
    text = " ".join(reading.text[phrase.start : phrase.end].split())
    if phrase.determined:
        text = text[0].lower() + text[1:]
    if text.split()[0].casefold() in _INDEFINITE:
        return f"the {text.split(' ', 1)[1]}" if " " in text else text
    asked = reading.sentence.tokens.starts[reading.asking.start] if reading.asking.end else -1
    if 0 <= asked < phrase.start and not phrase.determined and not phrase.name:
        token = reading.sentence.tokens.starts.index(phrase.start)
        if reading.asking.start < token < reading.asking.end:
            return f"the {text}"
    return text


_INDEFINITE = frozenset({"a", "an", "some", "any"})
_Asked = Callable[[Said, str], Iterator[str]]
_Quoted = Callable[[Reading, Said], Iterator[str]]
_SORTS: dict[Sort, tuple[_Asked, _Quoted]] = {
    Sort.PERSON: (_people, _quoted_people),
    Sort.THING: (_things, _quoted_things),
    Sort.SEVERAL: (_several, _quoted_several),
    Sort.PLACE: (_places, _quoted_places),
}
