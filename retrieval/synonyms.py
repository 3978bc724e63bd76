"""Words that mean nearly the same as others: what else a passage may call a thing.

The lexicon tells which phrases may stand for which, each with a closeness from 0 to 1: words of one
family (agree, agreement), words that say the same (truce, ceasefire) or nearly so (helicopter,
chopper), a kind for the thing and the thing for its kind (ambassador, diplomat), what documents say
where people ask otherwise (ticket, admission) or what often goes with it (lighthouse, beam), a
capital for its country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

LONGEST = 4  # words of a phrase
REMEMBERED = 10_000  # phrases with all that is near enough
PARTED = 6  # words from a verb in which its particle may stand: "put the whole meeting off"
# How much a phrase counts that stands for another, against that other itself, 0 to 1:
FAMILY = 0.9
SAME = 0.8
NARROWER = 0.7  # "ambassador" where "diplomat" was asked for
BROADER = 0.4  # "diplomat" where "ambassador" was asked for
CAPITAL = 0.5
NEAR = 0.7  # "helicopter" where "chopper" was asked for
PUT = 0.6  # "ticket" where "admission" was asked for
ASKED = 0.3  # "admission" where "ticket" was asked for
TOLD = 0.25  # "beam" where "lighthouse" was asked for


def alternatives(
    terms: Sequence[str], *, language: str, least: float = ASKED
) -> dict[str, dict[str, float]]:
    """For each of a question's terms the phrases that may stand in its place, with their closeness,
    which is at least `least`.

    A phrase is one or more terms with blanks between them. Terms that only form a phrase
    together ("united", "states") share its alternatives; terms without any are left out.

    >>> alternatives(["truce"], language="en")["truce"]["ceasefir"]
    0.8
    """
    return _gathered(terms, language, lambda phrase: _near(phrase, language, least) or None)


@lru_cache(maxsize=REMEMBERED)
def _near(phrase: str, language: str, least: float) -> Mapping[str, float]:
    known = _thesaurus(language)[phrase]
    return {other: closeness for other, closeness in known.items() if closeness >= least}


class AlternativesHeld:
    """The alternatives that one collection holds; what it holds of a phrase's is looked up once."""

    def __init__(self, occurs: Callable[[str], bool]) -> None:
        """`occurs` tells whether a term does anywhere in the collection."""
        self._occurs = occurs
        self._held: dict[tuple[str, str], Mapping[str, float]] = {}

    def of(self, terms: Sequence[str], *, language: str) -> dict[str, dict[str, float]]:
        """As `alternatives` tells, without phrases that have a term which occurs nowhere.

        A term is there, with nothing, where there are only such phrases.
        """
        known = _thesaurus(language)

        def held(phrase: str) -> Mapping[str, float] | None:
            found = self._held.get((language, phrase))
            if found is None and (others := known[phrase]):
                found = {other: near for other, near in others.items() if self._occur(other)}
                self._held[language, phrase] = found
            return found

        return _gathered(terms, language, held)

    def _occur(self, phrase: str) -> bool:
        return all(map(self._occurs, phrase.split()))


def _gathered(
    terms: Sequence[str], language: str, others_of: Callable[[str], Mapping[str, float] | None]
) -> dict[str, dict[str, float]]:
    """For each term what `others_of` tells of the phrases that it is part of, if it knows any.

    Phrases are read with idle words and without: "leave my bike" is what the lexicon has as "leave
    bike".
    """
    opening, particles = _thesaurus(language).opening, particles_of(language)
    idle = _terms_in("idle", language)
    found: dict[str, dict[str, float]] = {}
    phrases = _stretches(terms, opening=opening, particles=particles)
    if not idle.isdisjoint(terms):
        bare = [term for term in terms if term not in idle]
        phrases = chain(phrases, _stretches(bare, opening=opening, particles=particles))
    for phrase in phrases:
        others = others_of(" ".join(phrase))
        if others is not None:
            for term in phrase:
                _merge(found.setdefault(term, {}), others)
    return found


def stand_ins(terms: Sequence[str], *, language: str) -> frozenset[str]:
    """The phrases that may stand in the place of some terms, none that only goes with them."""
    found = alternatives(terms, language=language).values()
    return frozenset(
        other for others in found for other, closeness in others.items() if closeness >= BROADER
    )


def stand_ins_of_all(terms: Sequence[str], *, language: str) -> frozenset[str]:
    """The phrases that may stand in the place of some terms together: "usa" for "united states"."""
    found = alternatives(terms, language=language)
    others = [found.get(term, {}) for term in terms]
    shared = set.intersection(*map(set, others)) if others else set()
    return frozenset(other for other in shared if others[0][other] >= BROADER)


def _stretches(
    terms: Sequence[str], *, opening: frozenset[str], particles: frozenset[str]
) -> Iterator[Sequence[str]]:
    """What may form a phrase: terms that follow one another, a verb and its particle behind it.

    "Why did they put the meeting off?" asks about putting off. Only terms in `opening` begin
    phrases of several.
    """
    for start, first in enumerate(terms):
        yield terms[start : start + 1]
        if first in opening:
            for end in range(start + 2, min(start + LONGEST, len(terms)) + 1):
                yield terms[start:end]
            for other in terms[start + 2 : start + PARTED]:
                if other in particles:
                    yield (first, other)


def reworded(text: str, choose: Callable[[int], int], *, language: str = "en") -> str:
    """A question with about half of its words that have synonyms replaced by one of them.

    `choose(n)` gives a number below n. So questions are made that share few words with a passage.
    """
    analysis = analyser(language)
    result, end = "", 0
    for token in analysis.tokens(text):
        others = _wordings(token.term, language)
        if others and token.term not in analysis.stop_terms and choose(2):
            result += text[end : token.start] + others[choose(len(others))]
            end = token.end
    return result + text[end:]


def single_words(language: str) -> frozenset[str]:
    """All single words that the lexicon knows, in small letters."""
    entries = (word for text in _texts(language) for word in text.replace(":", " ").split())
    return frozenset(word for word in entries if word.isalpha() and word.islower())


def _texts(language: str) -> Iterator[str]:
    """All lines of the lexicon that tell what may stand for what, section by section."""
    words = lexicon(f"synonyms_{language}")
    yield from (words.get(name, "") for name in ("families", "same", "kinds"))
    yield from lexicon(f"asked_{language}").values()
    yield from (lexicon(f"told_{language}").get(name, "") for name in ("close", "told"))


def particles_of(language: str) -> frozenset[str]:
    """The terms of words that may stand apart from the verb they belong to."""
    return _terms_in("particles", language)


@cache
def _terms_in(section: str, language: str) -> frozenset[str]:
    words = lexicon(f"synonyms_{language}").get(section, "").split()
    return frozenset(map(analyser(language).term, words))


@cache
def _wordings(term: str, language: str) -> tuple[str, ...]:
    """What people may write where a passage has a term: synonyms and its kind, nothing narrower."""
    known = _thesaurus(language)
    return tuple(
        other
        for other, closeness in known[term].items()
        if closeness > ASKED and known[other].get(term, 0.0) > BROADER
    )


class _Line(NamedTuple):
    """Phrases that may be asked for, phrases that may stand in their place, and how closely.

    `back` is how closely the former stand in place of the latter.
    """

    asked: tuple[str, ...]
    told: tuple[str, ...]
    closeness: float
    back: float


class _Thesaurus(dict[str, Mapping[str, float]]):
    """Each phrase with all that may stand for it, put together when it is asked for; `opening` are
    the terms with which phrases of several begin.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stop = analyser(language).stop_terms
        self._phrases = _phrases_of(language)
        self._lines: dict[str, list[_Line]] = {}
        for line in _lines(language):
            for phrase in dict.fromkeys((*line.asked, *line.told)):
                self._lines.setdefault(phrase, []).append(line)
        self._told = _told(language)
        known = chain(self._lines, *self._told.values())
        self.opening = frozenset(p.partition(" ")[0] for p in known if " " in p)

    def __missing__(self, phrase: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        # Most of the lexicon is of what nobody will ask: it is read phrase by phrase.
        for closeness, told in self._told.items():
            if phrase in told:
                _merge(found, dict.fromkeys(self._phrases(told[phrase]), closeness))
        lines = self._lines.get(phrase, ())
        if not found and not lines:  # as for most phrases
            return found
        for line in lines:
            if phrase in line.asked:
                _merge(found, dict.fromkeys(line.told, line.closeness))
            if phrase in line.told:
                _merge(found, dict.fromkeys(line.asked, line.back))
        own = frozenset(phrase.split())  # a part of a phrase tells nothing of the rest
        found = {
            other: closeness
            for other, closeness in found.items()
            if not own.issuperset(other.split()) and not self._stop.issuperset(other.split())
        }
        if found:
            self[phrase] = found
        return found


@cache
def _thesaurus(language: str) -> _Thesaurus:
    return _Thesaurus(language)


def _lines(language: str) -> Iterator[_Line]:
    """All lines of the lexicon that tell what may stand for what."""
    phrases = _phrases_of(language)
    words = lexicon(f"synonyms_{language}")
    for name, closeness in (("families", FAMILY), ("same", SAME)):
        for line in words.get(name, "").splitlines():
            yield _alike(phrases(line), closeness)
    tables = [(words.get("kinds", ""), NARROWER, BROADER)]
    tables += [(table, PUT, ASKED) for table in lexicon(f"asked_{language}").values()]
    for table, closeness, back in tables:
        for line in table.splitlines():
            asked, colon, told = line.partition(":")
            yield (
                _Line(phrases(asked), phrases(told), closeness, back)
                if colon
                else _alike(phrases(line), NEAR)
            )
    for line in lexicon(f"countries_{language}").get("countries", "").splitlines():
        names, _, cities = line.partition("|")
        people = phrases(names)
        yield _alike(people, FAMILY)
        yield _Line(people, phrases(cities), CAPITAL, CAPITAL)


def _told(language: str) -> dict[float, dict[str, str]]:
    """By closeness, for each phrase the entries that documents may have where it is asked for."""
    phrases = _phrases_of(language)
    known: dict[float, dict[str, str]] = {}
    for section, closeness in (("close", PUT), ("told", TOLD)):
        found = known.setdefault(closeness, {})
        for line in lexicon(f"told_{language}").get(section, "").splitlines():
            asked, _, told = line.partition(":")
            for phrase in phrases(asked):
                found[phrase] = f"{found[phrase]} {told}" if phrase in found else told
    return known


def _alike(phrases: tuple[str, ...], closeness: float) -> _Line:
    """A line of phrases that stand for each other."""
    return _Line(phrases, phrases, closeness, closeness)


@cache
def _phrases_of(language: str) -> Callable[[str], tuple[str, ...]]:
    """What reads the entries of a line as terms with blanks between them, each once."""
    analysis = analyser(language)

    def phrase(entry: str) -> str:
        words = entry.split("_")
        if entry.isascii() and all(map(str.isalpha, words)):
            return " ".join(map(analysis.term, words))
        return " ".join(analysis.terms(entry.replace("_", " ")))

    return lambda line: tuple(dict.fromkeys(filter(None, map(phrase, line.split()))))


@cache
def nations(language: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """The terms of the names of countries, their people and chief cities, and whose each is."""
    phrases = _phrases_of(language)
    found: dict[tuple[str, ...], set[str]] = {}
    for line in lexicon(f"countries_{language}").get("countries", "").splitlines():
        for phrase in phrases(line.replace("|", " ")):
            found.setdefault(tuple(phrase.split()), set()).add(line.partition(" ")[0])
    return {terms: frozenset(whose) for terms, whose in found.items()}


def nation_words(language: str) -> Iterator[str]:
    """Every word of the names of countries, their people and their chief cities, in lower case."""
    for line in lexicon(f"countries_{language}").get("countries", "").splitlines():
        for entry in line.replace("|", " ").split():
            if "_" not in entry:
                yield entry


def _merge(table: dict[str, float], others: Mapping[str, float]) -> None:
    """Add what stands in `others`, the closer where both know a phrase."""
    if not table:
        table.update(others)
        return
    for other, closeness in others.items():
        if closeness > table.get(other, 0.0):
            table[other] = closeness
