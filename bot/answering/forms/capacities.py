"""In what role somebody takes part: "as observers", "a welcoming role", "the mayor Ida Holm".

"As the ferry left", "as well as" and "as a result" tell no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.people.apposition import role_told
from bot.answering.people.nations import origins, persons_named
from bot.answering.people.role_phrase import ARTICLES
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Question, parse_question
from retrieval.records import Span
from retrieval.synonyms import SAME, nations, stand_ins_of_all

_KEPT = 16  # questions: every rule of a reply asks the same one
_QUOTING = frozenset("\"'“”‘’")
_IN_PHRASE = frozenset('NCG-z#"')
_CLAUSE = frozenset("VEX")  # tags behind "as" and a noun where a clause follows
_ROLE_REACH = 6  # tokens from "play" to its "role"
_VERB_REACH = 3  # tokens from a verb to its "as"


@dataclass(frozen=True, slots=True)
class Capacity:
    """A question for a role: the terms of whose it is, as they were written, and what is done to
    what has it: "keep" in "as what do they want to keep the pier?".
    """

    whose: tuple[str, ...]
    written: str
    verbs: frozenset[str]

    def said_at(self, sentence: Sentence) -> int | None:
        """The first token of whose role it is in a sentence; None where they are not there."""
        size = len(self.whose)
        others = stand_ins_of_all(self.whose, language=sentence.language)
        phrases = [self.whose, *(tuple(other.split()) for other in others)]
        for place in range(len(sentence.terms)):
            for phrase in phrases if size else ():
                if sentence.terms[place : place + len(phrase)] == phrase:
                    return place
        return None


@lru_cache(maxsize=_KEPT)
def capacity_asked(question: Question) -> Capacity | None:
    """Whose role is asked for; None where none is."""
    found = _asks(question.language).search(question.text)
    whose = next(filter(None, found.groups()), "") if found else ""
    if found is None or not whose:
        return None
    sentence = read_sentence(question.text, language=question.language)
    first = sentence.at(found.start() + found[0].rindex(whose))
    first = sentence.run_end(first, "D")
    names = {sentence.at(name.start): sentence.at(name.end) for name in question.names}
    last = names.get(first) or names.get(first + 1, first + 1)
    if last > len(sentence.tags) or (last == first + 1 and sentence.tags[first] not in "CN"):
        return None
    done = [n + 1 for n in range(last, len(sentence.tags) - 1) if sentence.tags[n] == "t"]
    verbs = NOTHING.union(*(alike(sentence.terms[n], question.language, least=SAME) for n in done))
    start, end = sentence.slice(first, last)
    return Capacity(sentence.terms[first:last], question.text[start:end], verbs)


def tells_capacity(question: Question, text: str) -> bool:
    """Whether a sentence says in what role the one asked for takes part."""
    return capacity_told(question, read_sentence(text, language=question.language)) is not None


def names_for(question: Question, text: str) -> bool:
    """Whether a sentence tells the role asked for, or names somebody by it who is of the nation
    asked about: "the Danish envoy", "observers from Denmark".
    """
    asked = capacity_asked(question)
    if asked is None:
        return False
    sentence = read_sentence(text, language=question.language)
    whose = nations(question.language).get(asked.whose, NOTHING)
    posts = persons_named(sentence) if whose else ()
    return capacity_told(question, sentence) is not None or any(
        not whose.isdisjoint(origins(sentence, place)) for place in posts
    )


def capacity_told(question: Question, sentence: Sentence) -> Span | None:
    """The role that a sentence tells of the one asked for; None where it tells none."""
    asked = capacity_asked(question)
    if asked is None:
        return None
    subject = asked.said_at(sentence)
    for place, (start, end) in _roles(sentence):
        before = sentence.terms[max(place - _VERB_REACH, 0) : place]
        own = subject is not None and (subject < place or not place)
        own = own and not _is_of_object(sentence, place)
        of_object = not asked.verbs.isdisjoint(before)
        if end > start and (own or of_object):
            return Span(*sentence.slice(start, end))
    who = parse_question(f"Who is {asked.written}?", language=question.language)
    return role_told(who, sentence.tokens.text) if subject is not None else None


def _roles(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where a role is told, and the tokens of it: behind "as", or between "play" and "role"."""
    words = sentence.words
    table = _words(sentence.language)
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 5]
        compares = "as" in behind or "as" in words[max(place - _VERB_REACH, 0) : place]
        first = next((w for w in behind if w not in ARTICLES | _QUOTING), "")
        before = words[place - 1] if place else ""
        if word == "as" and before not in table["pairs"] and first not in table["none"]:
            if not compares:
                yield place, _phrase(sentence, place + 1)
        elif word in table["roles"]:
            start = _behind_playing(sentence, place, table["playing"])
            if start is not None and not set(words[start:place]) <= table["empty"]:
                yield place, (start, place + 1)


def _behind_playing(sentence: Sentence, place: int, playing: frozenset[str]) -> int | None:
    """Where what stands between "play" and a "role" begins; None where no such verb is near."""
    for n in range(place - 1, max(place - _ROLE_REACH, 0) - 1, -1):
        if sentence.terms[n] in playing:
            return n + 1 + (sentence.words[n + 1] in ARTICLES)
        if sentence.tags[n] not in "NDCEGA-":
            return None
    return None


def _is_of_object(sentence: Sentence, place: int) -> bool:
    """Whether the role before a token is that of what somebody describes: "called it as a win"."""
    describing = _words(sentence.language)["describing"]
    copulas = syntax(sentence.language).copulas
    return any(
        sentence.tags[n] in "VEG"
        and sentence.terms[n] in describing
        and sentence.words[n - 1] not in copulas
        for n in range(1, place)
    )


def _phrase(sentence: Sentence, place: int) -> tuple[int, int]:
    """The noun phrase from a token on, without its article; empty where a clause follows."""
    tags = sentence.tags
    start = place
    while start < len(tags) and (tags[start] in 'D"' or sentence.words[start] in _QUOTING):
        start += 1
    end = start
    while end < len(tags) and tags[end] in _IN_PHRASE and sentence.words[end] not in _QUOTING:
        end += 1
    if tags[end : end + 1] in _CLAUSE and tags[end : end + 1]:
        return start, start
    if tags[end : end + 1] == "o" and end > start:
        further = end + 1
        while further < len(tags) and tags[further] in _IN_PHRASE | {"D"}:
            further += 1
        end = further if further > end + 1 else end
    return (start, end) if any(tag in "NC" for tag in tags[start:end]) else (start, start)


@cache
def _asks(language: str) -> re.Pattern[str]:
    """How a role is asked for; whose it is begins with the one group that matches."""
    forms = lexicon(f"statements_{language}").get("capacities", {}).get("asks", [])
    return re.compile("|".join(forms) if forms else r"(?!)", re.IGNORECASE)


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    """The words that tell a role or none, by their name in the lexicon; verbs as terms."""
    table = lexicon(f"statements_{language}").get("capacities", {})
    term = analyser(language).term
    names = ("none", "pairs", "roles", "empty", "playing", "describing")
    lists = {name: str(table.get(name, "")).split() for name in names}
    verbs = {name: frozenset(map(term, lists[name])) for name in ("playing", "describing")}
    return {name: frozenset(words) for name, words in lists.items()} | verbs
