"""Pronouns that point back beyond a message, and the message with what they point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.grammar.auxiliaries import DO, LEADING
from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.follow_up.antecedents import Antecedent, Sort, antecedents
from bot.follow_up.parts.reading import Reading
from bot.follow_up.said import Said
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES, Kind

_POINTS_ON_ITS_OWN = frozenset({"that", "this", "these", "those"})
_IT = "it"
_DEEDS = frozenset({"it", "that", "this"})
_BEFORE_DEEDS = frozenset({"who", "to", *LEADING})
_CLAUSES = (("that",), ("to",), ("if",), ("when",))
_CLEFT = (("that",), ("who",))
_TAKES = (("take",), ("takes",), ("took",))
_PLACE = ("place",)
_OPENING = frozenset({"than", "before", "after", "since", "until"})
_WHO = "who"
_DO = frozenset((word,) for word in DO)
_LEAVES_A_NOUN_OUT = frozenset({"that"})
_THOSE = "those"
_WHO_ARE_MEANT = frozenset({"who", "whose", "whom", "which", "that", "with", "without", "aged"})
_MOVING = frozenset({"go", "get", "travel", "come", "drive", "walk", "fly", "sail", "cycl"})
_THAT_ONE = frozenset({"that one", "this one"})
_RELATIONS = frozenset({"before", "after", "since", "until"})
_NO_POSSESSION = frozenset(
    {"afterwards", "today", "yesterday", "tomorrow", "tonight", "beforehand"}
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun of a message: its tokens, its sort, and whether it stands for an owner."""

    token: int
    sort: Sort
    owner: bool
    tokens: int = 1


def pronouns(message: Reading, words: FollowUpWords) -> tuple[Pronoun, ...]:
    """The pronouns of a message that point back beyond it, in order, one of each sort."""
    found: dict[Sort, Pronoun] = {}
    for pronoun in _all(message, words):
        if not _points_inside(message, pronoun):
            found.setdefault(pronoun.sort, pronoun)
    others = [pronoun for pronoun in found.values() if not _is_a_time(message, pronoun)]
    return tuple(others or found.values())


def with_antecedents(
    message: Reading, found: Sequence[Pronoun], said: Sequence[Said], *, language: str
) -> tuple[Antecedent, ...]:
    """The message with its pronouns' places taken, likeliest reading first; () if none can be.

    Readings differ in what the first pronoun points to.
    """
    choices = [
        antecedents(
            p.sort,
            said,
            message,
            language=language,
            subject=p.owner or _is_subject(message, p),
            minding=p.sort is Sort.SEVERAL and _does(message, p, words_of(language).minding),
            serving=p.sort is Sort.SEVERAL and _does(message, p, words_of(language).serving),
            pronoun=message.sentence.words[p.token],
        )
        for p in found
    ]
    pairs = [(p, c) for p, c in zip(found, choices, strict=True) if c]
    if not pairs:
        return ()
    (first, options), *others = pairs
    readings: dict[str, float] = {}
    for choice in options:
        taken = {first: choice.text}
        for pronoun, further in others:
            used = {text.casefold() for text in taken.values()}
            free = [antecedent for antecedent in further if antecedent.text.casefold() not in used]
            if free:
                taken[pronoun] = free[0].text
        readings.setdefault(_filled(message, taken), choice.doubt)
    return tuple(Antecedent(text, doubt) for text, doubt in readings.items())


def _is_subject(message: Reading, pronoun: Pronoun) -> bool:
    """Whether a pronoun stands where a subject does: in front, or right behind "did" or "is"."""
    before = message.sentence.tags[pronoun.token - 1 : pronoun.token]
    return not pronoun.token or before in ("X", "S", "&", ",")


def _does(message: Reading, pronoun: Pronoun, deeds: frozenset[str]) -> bool:
    """Whether a pronoun is the subject of a verb for one of some deeds: "why did they refuse"."""
    sentence = message.sentence
    place = pronoun.token + 1
    while sentence.tags[place : place + 1] in tuple("AX"):
        place += 1
    return not pronoun.owner and not deeds.isdisjoint(sentence.terms[place : place + 1])


def _filled(message: Reading, taken: Mapping[Pronoun, str]) -> str:
    text = message.text
    for pronoun, thing in sorted(taken.items(), key=lambda pair: -pair[0].token):
        start, end = message.sentence.slice(pronoun.token, pronoun.token + pronoun.tokens)
        led = message.sentence.tags[pronoun.token - 1 : pronoun.token] == "P"
        moves = not _MOVING.isdisjoint(message.sentence.terms[pronoun.token - 1 : pronoun.token])
        in_place = f"{'to' if moves else 'in'} " if pronoun.sort is Sort.PLACE and not led else ""
        text = (
            f"{text[:start]}{in_place}{thing}{_owner(thing) if pronoun.owner else ''}{text[end:]}"
        )
    return text


def _owner(thing: str) -> str:
    return "'" if thing.endswith("s") else "'s"


def _all(message: Reading, words: FollowUpWords) -> Iterator[Pronoun]:
    sentence = message.sentence
    for place, word in enumerate(sentence.words):
        if word not in words.pronouns:
            continue
        before = sentence.words[place - 1] if place else ""
        behind = sentence.words[place + 1] if place + 1 < len(sentence.words) else ""
        pairs = {f"{before} {word}", f"{word} {behind}"}
        if pairs & words.existence or _stands_for_a_clause(message, place):
            continue
        if _is_the_weather(message, place, words):
            continue
        if f"{word} {behind}" in _THAT_ONE:
            yield Pronoun(place, Sort.THING, owner=False, tokens=2)
            continue
        if word == _THOSE and _tells_who_is_meant(message, place):
            continue
        noun_behind = _is_noun(message, place + 1)
        if word in _POINTS_ON_ITS_OWN and (noun_behind or _introduces(message, place)):
            continue
        if word in _DEEDS and _is_a_deed(message, place):
            continue
        if word in _POINTS_ON_ITS_OWN and _is_said(message, place):
            continue
        yield Pronoun(place, _sort(word, words), _owns(word, noun_behind, words))


def _stands_for_a_clause(message: Reading, place: int) -> bool:
    """Whether "it" stands for what follows: "is it true that", "is it possible to"."""
    words, tags = message.sentence.words, message.sentence.tags
    if words[place] == _IT and words[place + 1 : place + 2] in _CLEFT:
        return True  # "who was it that called?"
    if words[place] == _IT and words[place + 1 : place + 2] in _TAKES:
        ends = tags[place + 2 : place + 3] in ("", ".", "A")
        return not ends and words[place + 2 : place + 3] != _PLACE
    behind = place + 2 + (tags[place + 1 : place + 2] == "A" and tags[place + 2 : place + 3] == "N")
    return words[place] == _IT and words[behind : behind + 1] in _CLAUSES


def _is_the_weather(message: Reading, place: int, words: FollowUpWords) -> bool:
    """Whether "it" is nothing but how a place is: "how warm is it there", "is it noisy there"."""
    sentence = message.sentence
    if sentence.words[place] != _IT or place == 0:
        return False
    behind = place + 1 + (not message.asking.end)
    told = sentence.tags[place + 1 : behind]
    copulas = syntax(sentence.language).copulas
    return (
        sentence.words[place - 1] in copulas
        and told not in tuple("EVGD")
        and not words.places.isdisjoint(sentence.words[behind : behind + 1])
    )


def _tells_who_is_meant(message: Reading, place: int) -> bool:
    """Whether "those" is told of by what follows: "those who cycle", "those living in Oslo"."""
    words, tags = message.sentence.words, message.sentence.tags
    if not _WHO_ARE_MEANT.isdisjoint(words[place + 1 : place + 2]):
        return True
    return tags[place + 1 : place + 2] in ("E", "G") and tags[place - 1 : place] != "X"


def _is_a_time(message: Reading, pronoun: Pronoun) -> bool:
    """Whether a pronoun stands for when something was: "after that"."""
    words, place = message.sentence.words, pronoun.token
    return words[place] in _POINTS_ON_ITS_OWN and not _RELATIONS.isdisjoint(
        words[place - 1 : place]
    )


def _is_said(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody said: "when did he say that?"."""
    sentence = message.sentence
    saying = words_of(sentence.language).saying
    return place > 0 and sentence.terms[place - 1] in saying


def _is_a_deed(message: Reading, place: int) -> bool:
    """Whether a word stands for what somebody does: "the men who did it", "how is that done"."""
    words = message.sentence.words
    if place < len(("who", "did")) or words[place - 1] not in DO:
        return False
    ends = message.sentence.tags[place + 1 : place + 2] in ("", ".", "P", "A", ",")
    return ends and (words[place - 2] in _BEFORE_DEEDS or message.sentence.tags[place - 2] == "R")


def _is_noun(message: Reading, place: int) -> bool:
    """Whether a noun stands at a place, not the verb of "what does that mean?"."""
    sentence = message.sentence
    if sentence.tags[place : place + 1] not in ("N", "C", "#", "G"):
        return False
    if sentence.words[place] in _NO_POSSESSION:
        return False
    known = syntax(sentence.language).tags.get(sentence.words[place])
    return known != "V" or sentence.words[place - 2 : place - 1] not in _DO


def _introduces(message: Reading, place: int) -> bool:
    """Whether "that" opens a clause: "said that the mine"."""
    tags = message.sentence.tags
    word = message.sentence.words[place]
    relative = tags[place - 1 : place] in tuple("EVR") and tags[place + 1 : place + 2] in tuple(
        "XVE"
    )
    return word in _LEAVES_A_NOUN_OUT and (
        relative
        or tags[place + 1 : place + 2] in ("D", "R")
        or tags[place - 1 : place] in ("N", "C")
        or message.sentence.words[place - 1 : place] == (_THOSE,)
    )


def _sort(word: str, words: FollowUpWords) -> Sort:
    if word in words.persons:
        return Sort.PERSON
    if word in words.places:
        return Sort.PLACE
    return Sort.SEVERAL if word in words.plurals else Sort.THING


def _owns(word: str, noun_behind: bool, words: FollowUpWords) -> bool:
    """Whether a word stands for an owner; "her" does so before a noun only."""
    return word in words.possessives and noun_behind


def _points_inside(message: Reading, pronoun: Pronoun) -> bool:
    """Whether the message itself names what the pronoun points to.

    A thing named before it does, unless both belong to one verb: "did the governor believe her?"
    """
    sentence = message.sentence
    named = _named_before(message, pronoun)
    if named and pronoun.owner:
        return True
    asked = message.asking.end if message.word == _WHO else len(sentence.tags)
    if pronoun.sort is Sort.PERSON and "&" in sentence.tags[asked : pronoun.token]:
        return True  # who came, and when did he leave?
    opening = _OPENING if sentence.tags[pronoun.token + 1 :][:1] in tuple("XVE") else frozenset()
    between = range(max(named, default=pronoun.token), pronoun.token)
    return any(sentence.tags[i] in "S&," or sentence.words[i] in opening for i in between)


def _named_before(message: Reading, pronoun: Pronoun) -> list[int]:
    """The tokens where what a pronoun may point to begins in the message itself."""
    starts = message.sentence.tokens.starts
    before = [p for p in message.phrases if p.end <= starts[pronoun.token]]
    slots = [slot for slot in message.of(*NAMES) if slot.end <= starts[pronoun.token]]
    if pronoun.sort is Sort.PERSON:
        people = [slot.start for slot in slots if slot.kind in (Kind.PERSON, Kind.TITLE)]
        named = [*people, *(phrase.start for phrase in before if phrase.person or phrase.name)]
    elif pronoun.sort is Sort.SEVERAL:
        named = [phrase.start for phrase in before if phrase.plural or phrase.group]
    else:
        things = [slot.start for slot in slots if slot.kind is not Kind.PERSON]
        named = [phrase.start for phrase in before if not phrase.plural and not phrase.person]
        named += things if pronoun.owner else []
    return [message.sentence.at(start) for start in named]
