"""Where in "the price of a cake" another noun goes: behind "of", or before it."""

from __future__ import annotations

import re
from functools import cache

from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.records import Span

_OF = re.compile(r"\sof\s")
_MEASURING = ("number", "money", "percentage", "duration")
_NAMES = ("name", "title")


def place_within(earlier: Reading, old: Phrase, fragment: Reading, new: Phrase) -> Span:
    """The stretch of an earlier phrase whose place a new one takes.

    "And a bun?" after "the price of a cake" leaves "the price of", "and the width?" after "the
    height of the tower" leaves "of the tower"; any other phrase gives way as a whole.
    """
    of = _OF.search(earlier.text, old.start, old.end)
    whole = Span(old.start, old.end)
    if (
        of is None
        or not is_attribute(earlier, old)
        or _OF.search(fragment.text, new.start, new.end)
    ):
        return whole
    return Span(old.start, of.start()) if is_attribute(fragment, new) else Span(of.end(), old.end)


def is_attribute(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase tells something of a thing: its price, its height, its name."""
    return phrase.head in _attributes(reading.sentence.language)


@cache
def _attributes(language: str) -> frozenset[str]:
    """The terms of nouns that tell something of a thing: its price, its height, its name."""
    lists = lexicon(language).get("wanted", {})
    words = [word for name in _MEASURING for word in str(lists.get(name, "")).split()]
    return frozenset(map(analyser(language).term, [*words, *_NAMES]))
