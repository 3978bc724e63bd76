"""Words of one family in languages that join words: parts of compounds, forms of verbs.

German asks for the "Amazonaswald" where a text has "der Wald am Amazonas", for the "Stadt" where it
has "Hauptstadt", and says "gebaut" where it has "bauen", or "nahm … ab" where it has "abgenommen".
No stemmer brings these together. Only words that the collection holds are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from retrieval.analysis import Analyser, analyser
from retrieval.indexing.vocabulary import Vocabulary, vocabulary
from retrieval.lexicon import lexicon
from retrieval.question import Question

# How much a word counts that stands for another, against that other itself, 0 to 1:
FORM = 0.9  # "abgenommen" where "abnahm" was asked for
COMPOUND = 0.5  # "Hauptstadt" where "Stadt" was asked for
PART = 0.4  # "Wald" where "Amazonaswald" was asked for, "nahm" where "abnahm" was
_SHORTEST, _SHORTEST_HEAD, _SHORTEST_FIRST = 7, 4, 3  # letters of a compound and of its parts
_SHORTEST_STEM = 3
_SHORTEST_BARE = 4  # letters of a stem that may have a prefix
_LOOKED_AT, _TAKEN = 1_000, 30  # compounds of one word


@dataclass(frozen=True, slots=True)
class _Joining:
    """How a language joins words, all as they are written in small letters."""

    links: tuple[str, ...]
    prefixes: tuple[str, ...]
    fixed: tuple[str, ...]
    participle: str
    infinitive: str
    forms: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Affixes:
    """Prefixes that only complete a verb, and endings of stems that only make a noun smaller."""

    prefixes: Sequence[str]
    diminutives: Sequence[str]


class Relatives:
    """The families of words in one collection."""

    def __init__(self, terms: Vocabulary, *, frequency: Callable[[str], int]) -> None:
        """`terms` are the collection's; `frequency` tells in how many passages a term occurs."""
        self._terms = terms
        self._frequency = frequency
        self._backwards: Vocabulary | None = None

    def of(self, question: Question) -> dict[str, dict[str, float]]:
        """For each content term of a question those of its family that occur, with closeness."""
        joining = _joining(question.language)
        if not question.terms:
            return {}
        if joining is None:
            return self._affixed(question)
        analysis = analyser(question.language)
        text, last = question.text, question.terms[-1]
        apart = text[last.start : last.end].casefold()
        apart = apart if apart in joining.prefixes else ""  # "Wann nahm er ab?"
        found: dict[str, dict[str, float]] = {}
        for token in question.content:
            if token.term in analysis.stop_terms or not token.term.isalpha():
                continue
            word = text[token.start : token.end]
            relatives = self._family(word, token.term, joining, analysis)
            if apart and word[0].islower():
                relatives = chain(
                    relatives,
                    self._known(_prefixed(apart, word.casefold(), token.term, joining), analysis),
                )
            family: dict[str, float] = {}
            for other, closeness in relatives:
                if other != token.term and other not in analysis.stop_terms:
                    family[other] = max(closeness, family.get(other, 0.0))
            if family:
                found[token.term] = family
        return found

    def _affixed(self, question: Question) -> dict[str, dict[str, float]]:
        """For each content term that occurs nowhere those with another prefix, or no diminutive.

        Russian asks who "строил" what a text says somebody "построил", and for the "садик".
        """
        affixes = _affixes(question.language)
        found: dict[str, dict[str, float]] = {}
        for term in {token.term for token in question.content}:
            if len(term) < _SHORTEST_BARE or not term.isalpha() or self._frequency(term):
                continue
            others = [prefix + term for prefix in affixes.prefixes]
            others += [term.removeprefix(prefix) for prefix in affixes.prefixes]
            shorter = [term.removesuffix(ending) for ending in affixes.diminutives]
            others = [o for o in others if len(o) >= _SHORTEST_BARE] + shorter
            known = {o: FORM for o in others if o != term and len(o) >= _SHORTEST_STEM}
            family = {other: close for other, close in known.items() if self._frequency(other)}
            if family:
                found[term] = family
        return found

    def _family(
        self, word: str, term: str, joining: _Joining, analysis: Analyser
    ) -> Iterator[tuple[str, float]]:
        for part in self._parts(term, joining, analysis):
            yield part, PART
        for compound in self._compounds(term):
            yield compound, COMPOUND
        if word[0].isupper():  # a noun, or a name
            return
        yield from self._known(_verb_forms(word.casefold(), term, joining), analysis)

    def _known(
        self, forms: Iterable[tuple[str, float]], analysis: Analyser
    ) -> Iterator[tuple[str, float]]:
        """The terms that occur among forms which are words or stems."""
        for form, closeness in forms:
            for other in (form, analysis.term(form)):
                if len(other) >= _SHORTEST_STEM and self._frequency(other):
                    yield other, closeness

    def _parts(self, term: str, joining: _Joining, analysis: Analyser) -> Iterator[str]:
        """The longest head of a compound that occurs, and what stands before it."""
        for cut in range(_SHORTEST_FIRST, len(term) - _SHORTEST_HEAD + 1):
            head = term[cut:]
            if len(term) < _SHORTEST or head in analysis.stop_terms or not self._frequency(head):
                continue
            yield head
            for link in joining.links:
                first = analysis.term(term[: cut - len(link)])
                linked = term[:cut].endswith(link) and len(first) >= _SHORTEST_FIRST
                if linked and self._frequency(first):
                    yield first
            return

    def _compounds(self, term: str) -> list[str]:
        """Compounds with this word as their head, the shortest first."""
        if len(term) < _SHORTEST_HEAD:
            return []
        if self._backwards is None:
            longer = (other[::-1] for other in self._terms if len(other) >= _SHORTEST)
            self._backwards = vocabulary(sorted(longer))
        ended = islice(self._backwards.beginning(term[::-1]), _LOOKED_AT)
        found = (other[::-1] for other in ended if len(other) >= len(term) + _SHORTEST_FIRST)
        return sorted(found, key=lambda other: (len(other), other))[:_TAKEN]


def _verb_forms(word: str, term: str, joining: _Joining) -> Iterator[tuple[str, float]]:
    """The forms of a verb that begin in another way, and the verb without its prefix.

    They are given as words or as stems, whichever can be made.
    """
    prefix = next((p for p in joining.prefixes if _is_prefix(p, word)), "")
    if prefix:
        rest = word[len(prefix) :]
        stem = term[len(prefix) :]
        yield from _prefixed(prefix, rest, stem, joining)
        return
    fixed = next((p for p in joining.fixed if _is_prefix(p, word)), "")
    verb = joining.verbs.get(word[len(fixed) :], "") if fixed else ""
    if verb:
        for form in joining.forms[verb]:
            yield fixed + form.removeprefix(joining.participle), FORM
        return
    bare = term.removeprefix(joining.participle) if term.endswith("t") else term
    for stem in dict.fromkeys((bare.removesuffix("t"), bare)):
        if len(stem) >= _SHORTEST_STEM:
            yield stem, FORM
            yield f"{joining.participle}{stem.removesuffix('t')}t", FORM


def _prefixed(prefix: str, rest: str, stem: str, joining: _Joining) -> Iterator[tuple[str, float]]:
    """The forms of a verb whose prefix stands apart in some of them."""
    inside = ("", joining.infinitive, joining.participle)
    verb = next(
        (
            joining.verbs[rest.removeprefix(sign)]
            for sign in inside
            if rest.removeprefix(sign) in joining.verbs
        ),
        "",
    )
    if verb:
        for form in joining.forms[verb]:
            yield prefix + form, FORM
        yield prefix + joining.infinitive + verb, FORM
        yield verb, PART
        return
    for sign in inside:
        stem = stem.removeprefix(sign)
    for ending in (stem.removesuffix("t"), stem.removesuffix("t") + "t"):
        if len(ending) >= _SHORTEST_STEM:
            yield from ((prefix + sign + ending, FORM) for sign in inside)
            yield ending, PART


def _is_prefix(prefix: str, word: str) -> bool:
    return word.startswith(prefix) and len(word) > len(prefix) + _SHORTEST_STEM


@cache
def _affixes(language: str) -> _Affixes:
    """What a language puts before its verbs and behind its nouns; nothing where it is not known."""
    table = lexicon(language).get("affixes", {})
    return _Affixes(tuple(table.get("prefixes", "").split()), table.get("diminutives", "").split())


@cache
def _joining(language: str) -> _Joining | None:
    """How a language joins words, None for one that doesn't."""
    words = lexicon(language)
    table = words.get("joining")
    if table is None:
        return None
    irregular = {
        verb: (verb, *forms.casefold().split()) for verb, forms in words["irregular"].items()
    }
    return _Joining(
        links=("", *table["links"].split()),
        prefixes=tuple(sorted(table["prefixes"].split(), key=len, reverse=True)),
        fixed=tuple(table["fixed"].split()),
        participle=table["participle"],
        infinitive=table["infinitive"],
        forms=irregular,
        verbs={form: verb for verb, forms in irregular.items() for form in forms},
    )
