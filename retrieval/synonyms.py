"""Words of a language that say nearly the same as others: what else a passage may call a thing.

The lexicon tells four ways in which a phrase may stand for another, each with a closeness: words of
one family (agree, agreement), words that say the same (truce, ceasefire), the kind for the thing
and the thing for its kind (ambassador, diplomat), the capital for the country (Moscow, Russian).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

LONGEST = 3  # words of a phrase
# How much a phrase counts that stands for another, against that other itself, 0 to 1:
FAMILY = 0.9
SAME = 0.8
NARROWER = 0.7  # "ambassador" where "diplomat" was asked for
BROADER = 0.4  # "diplomat" where "ambassador" was asked for
CAPITAL = 0.5
PUT = 0.6  # "ticket" where "admission" was asked for
ASKED = 0.2  # "admission" where "ticket" was asked for

Alternatives = Mapping[str, Mapping[str, float]]


def alternatives(terms: Sequence[str], *, language: str) -> dict[str, dict[str, float]]:
    """For each of a question's terms the phrases that may stand in its place, with their closeness.

    A phrase is one or more terms with blanks between them. Terms that only form a phrase
    together ("united", "states") share its alternatives; terms without any are left out.

    >>> alternatives(["truce"], language="en")["truce"]["ceasefir"]
    0.8
    """
    known = _thesaurus(language)
    found: dict[str, dict[str, float]] = {}
    for start in range(len(terms)):
        for length in range(1, LONGEST + 1):
            phrase = terms[start : start + length]
            others = known.get(" ".join(phrase), {}) if len(phrase) == length else {}
            for term in phrase if others else ():
                _merge(found.setdefault(term, {}), others)
    return found


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


@cache
def _wordings(term: str, language: str) -> tuple[str, ...]:
    """What people may write where a passage has a term: synonyms and its kind, nothing narrower."""
    known = _thesaurus(language)
    return tuple(
        other
        for other, closeness in known.get(term, {}).items()
        if closeness > ASKED and known.get(other, {}).get(term, 0.0) > BROADER
    )


@cache
def _thesaurus(language: str) -> Alternatives:
    """Each phrase with all that may stand for it."""
    table: dict[str, dict[str, float]] = {}
    stop = analyser(language).stop_terms
    for phrase, other, closeness in _pairs(language):
        if phrase != other and not stop.issuperset(other.split()):
            _merge(table.setdefault(phrase, {}), {other: closeness})
    return table


def _pairs(language: str) -> Iterator[tuple[str, str, float]]:
    """A phrase, one that may stand for it, and how closely."""
    words = lexicon(f"synonyms_{language}")
    for name, closeness in (("families", FAMILY), ("same", SAME)):
        for line in words.get(name, "").splitlines():
            yield from _both_ways(_phrases(line, language), closeness)
    for name, closeness, back in (("kinds", NARROWER, BROADER), ("asked", PUT, ASKED)):
        for line in words.get(name, "").splitlines():
            kind, _, members = line.partition(":")
            for whole in _phrases(kind, language):
                for member in _phrases(members, language):
                    yield whole, member, closeness
                    yield member, whole, back
    for line in lexicon(f"countries_{language}").get("countries", "").splitlines():
        names, _, cities = line.partition("|")
        people, capitals = _phrases(names, language), _phrases(cities, language)
        yield from _both_ways(people, FAMILY)
        for city in capitals:
            for name in people:
                yield name, city, CAPITAL
                yield city, name, CAPITAL


def nation_words(language: str) -> Iterator[str]:
    """Every word of the names of countries, their people and their chief cities, in lower case."""
    for line in lexicon(f"countries_{language}").get("countries", "").splitlines():
        for entry in line.replace("|", " ").split():
            if "_" not in entry:
                yield entry


def _both_ways(phrases: Sequence[str], closeness: float) -> Iterator[tuple[str, str, float]]:
    for phrase in phrases:
        for other in phrases:
            yield phrase, other, closeness


def _phrases(line: str, language: str) -> list[str]:
    """The entries of a line as terms with blanks between them, each once."""
    terms = analyser(language).terms
    phrases = (" ".join(terms(entry.replace("_", " "))) for entry in line.split())
    return list(dict.fromkeys(phrase for phrase in phrases if phrase))


def _merge(table: dict[str, float], others: Mapping[str, float]) -> None:
    """Add what stands in `others`, the closer where both know a phrase."""
    for other, closeness in others.items():
        table[other] = max(closeness, table.get(other, 0.0))
