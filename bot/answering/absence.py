"""Whether the kind of thing asked for is in none of the likely passages, so that none can answer.

Passages may speak of the very subject of a question and still not tell what it asks: how many,
when, who, what something is called. Quoting them would look like an answer. Each kind of question
has one thing that an answer must hold; without it in any likely passage the documents don't say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from bot.answering.disputes import read_statement
from bot.answering.lists import enumerations
from bot.answering.measures import dimension
from bot.answering.roles import office
from bot.answering.short.asked import Asked, read_question
from bot.answering.short.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import alternatives

_AMOUNTS = frozenset(
    {MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENTAGE, MentionKind.DURATION}
)
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.NAME})
_DECADE = re.compile(r"\b(?:\d\d)?\d0s\b")
_ASKED_FOR_A_CASE = re.compile(r"(?i)when (?:should|must|can|do|does)\b|, (?:who|what|which|how)\b")
_KEPT = 64  # passages: a reply asks twice what each of its likely ones holds
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_NAMING = frozenset({"name", "names", "named", "called"})


class Absence(StrEnum):
    """What the likely passages lack."""

    COUNT = "count"
    AMOUNT = "amount"
    DATE = "date"
    PERSON = "person"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of one language by which answers of a kind are told, as terms."""

    personal: frozenset[str]
    countless: frozenset[str]
    whenever: frozenset[str]
    carried: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage as a sentence with its mentions, those of the question left out."""

    sentence: Sentence
    found: tuple[Mention, ...]

    @property
    def is_statement(self) -> bool:
        """Whether it ends as sentences do, not as headings."""
        return self.sentence.tokens.text.rstrip("\"'”’)]} \n").endswith((".", "!", "?", "…"))

    @property
    def names_any(self) -> bool:
        """Whether it names what the question does not."""
        return any(mention.kind in NAMES for mention in self.found)

    def holds(self, words: frozenset[str]) -> bool:
        """Whether one of the terms stands in it."""
        return bool(words & set(self.sentence.terms))


@dataclass(frozen=True, slots=True)
class _Needed:
    """What an answer must hold: what is said of it where it lacks, and whether a passage has it."""

    lack: Absence
    told_by: Callable[[_Read], bool]


def absent(question: Question, texts: Sequence[str]) -> Absence | None:
    """What none of the likely passages has that an answer must hold; None where one may answer."""
    if not _lists(question.language).personal or question.kind in (Kind.YES_NO, Kind.LIST):
        return None
    if not all(any(figure in text for text in texts) for figure in _labels(question)):
        return Absence.THING
    read = _read_all(question, texts)
    needed = _needed(question, read)
    return needed.lack if needed is not None and not any(map(needed.told_by, read)) else None


def telling(question: Question, texts: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the passages that hold the kind of thing asked for; all where any may."""
    everything = tuple(range(len(texts)))
    if not _lists(question.language).personal or question.kind in (Kind.YES_NO, Kind.LIST):
        return everything
    read = _read_all(question, texts)
    needed = _needed(question, read)
    if needed is None and question.kind in (Kind.WHO, Kind.WHERE):
        return tuple(n for n in everything if read[n].is_statement or read[n].names_any)
    return everything if needed is None else tuple(n for n in everything if needed.told_by(read[n]))


def _needed(question: Question, read: Sequence[_Read]) -> _Needed | None:
    """What an answer must hold; None where the form of the question tells nothing of it."""
    asked, lists = read_question(question), _lists(question.language)
    measured, words = dimension(question), office(question, asked)
    alike = _alike(asked.head, question.language)
    if measured is not None:
        return _Needed(
            Absence.AMOUNT,
            lambda text: (
                measured.told_by(text.sentence, text.found) and not _of_another(text, question)
            ),
        )
    if words is not None:
        return _Needed(Absence.PERSON, lambda text: words.stand_in(text.sentence))
    if _wants_amount(question):
        lack = Absence.COUNT if question.wanted is Wanted.NUMBER else Absence.AMOUNT
        return _Needed(lack, lambda text: _counts(text, alike, lists))
    if question.kind is Kind.WHEN and not _ASKED_FOR_A_CASE.search(question.text):
        return _Needed(Absence.DATE, lambda text: _dates(text, lists))
    if _wants_person(question, asked, lists):
        others = {m.value for text in read for m in text.found if m.kind in NAMES - _PEOPLE}
        return _Needed(Absence.PERSON, lambda text: any(_persons(text, others)))
    if asked.head in lists.carried and question.kind in (Kind.WHAT, Kind.WHICH):
        return _Needed(Absence.THING, lambda text: text.holds(alike))
    return None


def _of_another(passage: _Read, question: Question) -> bool:
    """Whether a passage names a person, and neither who is asked about nor a pronoun for them."""
    term = analyser(question.language).term
    asked = {term(word) for name in question.names for word in name.value.split()}
    persons = any(mention.kind in _PEOPLE for mention in passage.found)
    pronoun = "R" in passage.sentence.tags or bool(set(passage.sentence.words) & _POSSESSIVE)
    return bool(asked) and persons and not pronoun and not passage.holds(frozenset(asked))


def _read_all(question: Question, texts: Sequence[str]) -> list[_Read]:
    own = _names(question)
    return [_read(text, question.language, own) for text in texts]


def _labels(question: Question) -> frozenset[str]:
    """The figures by which the question names one of several things, as in "version 5.0"."""
    labels = read_statement(question.text, language=question.language).labels
    return frozenset(label for label in labels if "." in label)


@lru_cache(maxsize=_KEPT)
def _read(text: str, language: str, own: frozenset[str]) -> _Read:
    term = analyser(language).terms
    found = tuple(
        mention
        for mention in mentions(text, language=language)
        if not (mention.kind in NAMES and set(term(mention.value)) <= own)
    )
    return _Read(read_sentence(text, language=language), found)


def _names(question: Question) -> frozenset[str]:
    return frozenset(token.term for token in question.terms)


def _wants_amount(question: Question) -> bool:
    """Whether only an amount answers; "how much of it" may be answered by "most"."""
    if question.wanted is Wanted.NUMBER:
        return question.kind is Kind.HOW_MANY and "many" in question.text.casefold().split()
    return question.wanted is Wanted.MONEY and question.kind is Kind.HOW_MANY


def _counts(passage: _Read, alike: frozenset[str], lists: _Lists) -> bool:
    """Whether a passage counts or measures something that may be what is asked for."""
    if passage.holds(lists.countless):
        return True
    if passage.holds(alike) and any(True for _ in enumerations(passage.sentence)):
        return True
    return any(mention.kind in _AMOUNTS for mention in passage.found)


def _persons(passage: _Read, others: Set[str]) -> Iterator[Mention]:
    """The mentions that may be a person's name: no adjectives, and no names of other things."""
    starts, tags = passage.sentence.tokens.starts, passage.sentence.tags
    for mention in passage.found:
        behind = next((i for i, start in enumerate(starts) if start >= mention.end), len(tags))
        adjective = mention.kind is MentionKind.NAME and tags[behind : behind + 1] == "N"
        if mention.kind in _PEOPLE and mention.value not in others and not adjective:
            yield mention


def _dates(passage: _Read, lists: _Lists) -> bool:
    decade = _DECADE.search(passage.sentence.tokens.text)
    return (
        bool(decade)
        or passage.holds(lists.whenever)
        or any(m.kind in (MentionKind.DATE, MentionKind.DURATION) for m in passage.found)
    )


def _wants_person(question: Question, asked: Asked, lists: _Lists) -> bool:
    """Whether only a person's name answers: what people alone do, or the name of an office."""
    if question.kind is Kind.WHO and asked.gap_first and asked.verb in lists.personal:
        return True
    named = _NAMING & {text.casefold() for text in question.text.split()}
    return bool(named) and question.wanted is Wanted.PERSON and question.kind is not Kind.WHO


def _alike(term: str, language: str) -> frozenset[str]:
    """A term and what else may be said for it in one word."""
    others = alternatives([term], language=language).get(term, ()) if term else ()
    return frozenset({term, *(other for other in others if " " not in other)})


@cache
def _lists(language: str) -> _Lists:
    table = lexicon(f"statements_{language}").get("absence", {})
    term = analyser(language).term
    names = ("personal", "countless", "whenever", "carried")
    return _Lists(*(frozenset(map(term, table.get(name, "").split())) for name in names))
