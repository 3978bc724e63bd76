"""Noun phrases: where each begins and ends, whether it speaks of people or of several things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from bot.answering.grammar.sentence import Sentence
from bot.answering.people.roles import names_person
from bot.follow_up.parts.verbs import without_verb
from bot.follow_up.parts.wholes import tags_of_phrases
from bot.follow_up.parts.words import OF_NUMBER
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind
from retrieval.lexicon import lexicon
from retrieval.records import Span

MEASURES = frozenset(
    [
        "many",
        "much",
        "few",
        "little",
        "late",
        "early",
        "long",
        "far",
        "often",
        "old",
        "big",
        "large",
        "high",
        "tall",
        "deep",
    ]
)
_IN_PHRASE = frozenset('NC#D-"z')
_HEADS = frozenset("NC#")
_NOUNS = frozenset("NC")
_AND = "and"
_HOW = "how"
_THAT = "that"
_MORE_TIMES = """
morning mornings evening evenings night nights afternoon afternoons minute minutes weekend weekends
"""
_TIMES = frozenset(_MORE_TIMES.split())
_MORE_GROUPS = """
crew crews choir orchestra board jury panel staff squad side government cabinet couple pair
delegation duo trio quartet gang mission brigade authority bureau
"""
_GROUPS = frozenset(_MORE_GROUPS.split())
_SINGULARS = frozenset({"atlas", "bias", "canvas", "gas", "lens", "news", "series", "species"})
PLURALS = frozenset({"people", "men", "women", "children", "police"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A date, ordinal, number or name in a text; `preposition` stands right before it or is ""."""

    kind: Kind
    start: int
    end: int
    preposition: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its place, the term of its head noun, and what can be told of it.

    `start` leaves no determiner out. `person` and `plural` are told from the noun or name; `time`
    and `group` say whether the noun is one for a time or for people who act as one, `asked`
    whether it is that of the wh-phrase.
    """

    start: int
    end: int
    head: str
    terms: frozenset[str]
    plural: bool
    person: bool
    name: bool
    determined: bool
    preposition: str
    time: bool
    group: bool
    asked: bool = False


def find_phrases(
    sentence: Sentence, asking: Span, slots: tuple[Slot, ...], language: str
) -> list[Phrase]:
    """The noun phrases of a sentence in order; `asking` is where its wh-phrase stands."""
    tags = tags_of_phrases(sentence)
    start = 0 if asking.end == 0 else asking.end
    found = []
    if asking.end - asking.start > 1:
        found += _asked_phrase(sentence, asking, slots, language)
    while start < len(tags):
        if tags[start] == "z":  # the "'s" of "where's the boat house"
            start += 1
            continue
        whole = _phrase_end(tags, start)
        end = without_verb(sentence, tags, start, whole)
        if end > start and any(tag in _HEADS for tag in tags[start:end]):
            phrase = _phrase(sentence, start, end, slots, language)
            if not _is_date(phrase, slots):
                found.append(phrase)
        if end < whole:
            tags = f"{tags[:end]}V{tags[end + 1 :]}"
        start = max(end, start) + 1 if end < whole else max(end, start + 1)
    return [*found, *_pairs(sentence, found)]


def _pairs(sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """Two phrases joined by "and" as one in the plural."""
    text = sentence.tokens.text
    return [
        replace(
            first,
            end=second.end,
            terms=first.terms | second.terms,
            plural=True,
            name=first.name and second.name,
        )
        for first, second in pairwise(found)
        if text[first.end : second.start].strip() == _AND and first.name == second.name
    ]


def _asked_phrase(
    sentence: Sentence, asking: Span, slots: tuple[Slot, ...], language: str
) -> list[Phrase]:
    """The noun of "which ships", which may be spoken of later; "how heavy" has none."""
    start = asking.start + 1
    if sentence.words[asking.start] == _HOW and sentence.words[start] not in OF_NUMBER:
        return []
    while start < asking.end and sentence.words[start] in MEASURES:
        start += 1
    if start >= asking.end or sentence.tags[start] not in "NC":
        return []
    return [replace(_phrase(sentence, start, asking.end, slots, language), asked=True)]


def _phrase_end(tags: str, start: int) -> int:
    """The token behind the noun phrase that begins at a token."""
    end = start
    while end < len(tags) and tags[end] in _IN_PHRASE:
        end += 1
        if end < len(tags) and tags[end] == "D" and any(t in _NOUNS for t in tags[start:end]):
            break
    if end > start and tags[end : end + 1] == "o":
        further = _phrase_end(tags, end + 1)
        return further if further > end + 1 else end
    return end


def _phrase(
    sentence: Sentence, start: int, end: int, slots: tuple[Slot, ...], language: str
) -> Phrase:
    """The noun phrase between two tokens, with what its head noun tells of it."""
    of = sentence.tags.find("o", start, end)
    place = (of if of > start else end) - 1
    while place > start and sentence.tags[place] not in "NC#G":
        place -= 1
    word = sentence.words[place]
    first, last = sentence.slice(start, end)
    named = [slot for slot in slots if slot.kind in NAMES and first <= slot.start < last]
    leading = [slot for slot in named if slot.start <= sentence.tokens.starts[place] < slot.end]
    kind = leading[0].kind if leading else None
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and not leading
    plural = plural and word not in _SINGULARS
    stop = analyser(language).stop_terms
    return Phrase(
        start=first,
        end=last,
        head=sentence.terms[place],
        terms=frozenset(t for t in sentence.terms[start:end] if t and t not in stop),
        plural=plural or word in PLURALS,
        person=kind is Kind.PERSON or _tells_person(sentence, start, place, language),
        name=bool(leading),
        determined=sentence.tags[start] == "D" or sentence.words[start] == _THAT,
        preposition=before(sentence, first),
        time=word in time_words(language),
        group=word in group_words(language),
    )


def _tells_person(sentence: Sentence, start: int, place: int, language: str) -> bool:
    """Whether a noun is one for people, or a name has one in front: "the composer Ann Lee"."""
    known = person_words(language)
    if sentence.tags[place] != "C":
        word = sentence.words[place]
        return word in known or word in PLURALS or names_person(word, language)
    return any(word in known for word in sentence.words[start : place + 1])


def _is_date(phrase: Phrase, slots: tuple[Slot, ...]) -> bool:
    """Whether a phrase is nothing but a date."""
    return any(
        slot.kind is Kind.DATE and slot.start <= phrase.start + 4 and phrase.end <= slot.end
        for slot in slots
    )


def before(sentence: Sentence, start: int) -> str:
    """The preposition before a place, determiners between them passed over."""
    place = sentence.at(start) - 1
    while place >= 0 and sentence.tags[place] == "D":
        place -= 1
    return sentence.words[place] if place >= 0 and sentence.tags[place] in "Pot" else ""


@cache
def time_words(language: str) -> frozenset[str]:
    """Nouns for times: day, year, evenings; in both numbers."""
    words = str(lexicon(language).get("wanted", {}).get("date", "")).split()
    return frozenset([*words, *(f"{word}s" for word in words), *_TIMES])


@cache
def group_words(language: str) -> frozenset[str]:
    """Nouns for people who are spoken of as one or as several: crew, council."""
    words = str(lexicon(language).get("wanted", {}).get("group", "")).split()
    return frozenset([*words, *_GROUPS])


@cache
def person_words(language: str) -> frozenset[str]:
    """Nouns for people: minister, keeper, author, in both numbers."""
    lists = lexicon(language).get("wanted", {})
    words = str(lists.get("person", "")).split()
    return frozenset([*words, *(f"{word}s" for word in words)])
