"""Words of a language that say nearly the same as others: what else a passage may call a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from retrieval.analysis import analyser
from retrieval.lexicon import lexicon

LONGEST = 3  # words of a phrase


def alternatives(terms: Sequence[str], *, language: str) -> dict[str, tuple[str, ...]]:
    """For each of a question's terms, in their order, the phrases that may stand in its place.

    A phrase is one or more terms with blanks between them. Terms that only form a phrase
    together ("united", "states") share its alternatives; terms without any are left out.

    >>> alternatives(["truce"], language="en")
    {'truce': ('ceasefir', 'armistic')}
    """
    known = _groups(language)
    found: dict[str, dict[str, None]] = {}
    for start in range(len(terms)):
        for length in range(1, LONGEST + 1):
            phrase = tuple(terms[start : start + length])
            for other in known.get(" ".join(phrase), ()) if len(phrase) == length else ():
                for term in phrase:
                    found.setdefault(term, {})[other] = None
    return {term: tuple(others) for term, others in found.items()}


def reworded(text: str, choose: Callable[[int], int], *, language: str = "en") -> str:
    """A question with about half of its words that have synonyms replaced by one of them.

    `choose(n)` gives a number below n. So questions are made that share few words with a passage.
    """
    analysis = analyser(language)
    known = _groups(language)
    result, end = "", 0
    for token in analysis.tokens(text):
        others = known.get(token.term, ())
        if others and token.term not in analysis.stop_terms and choose(2):
            result += text[end : token.start] + others[choose(len(others))]
            end = token.end
    return result + text[end:]


@cache
def _groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Each phrase with the others of its groups."""
    table: dict[str, dict[str, None]] = {}
    for group in _lines(language):
        for phrase in group:
            others = table.setdefault(phrase, {})
            others.update(dict.fromkeys(other for other in group if other != phrase))
    return {phrase: tuple(others) for phrase, others in table.items()}


def _lines(language: str) -> Iterator[tuple[str, ...]]:
    words = lexicon(f"synonyms_{language}")
    terms = analyser(language).terms
    for name in ("groups", "countries"):
        for line in words.get(name, "").splitlines():
            phrases = (" ".join(terms(entry.replace("_", " "))) for entry in line.split())
            yield tuple(dict.fromkeys(phrase for phrase in phrases if phrase))
