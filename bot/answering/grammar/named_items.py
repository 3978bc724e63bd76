"""The names in a run of items, without what only says who or what they all are."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence
from retrieval.records import Span

_NAME = frozenset("CD-")
_SEVERAL = 2  # names behind "the judges," that are told to be those


def only_names(sentence: Sentence, items: list[Span]) -> list[Span]:
    """The names in a run without what is said of them all before the first.

    "The judges, Ada Holm and Ben Lund" are two, "the Polish and Czech envoys Ada Holm, Ben Lund and
    Olav Lie" three.
    """
    for number, item in enumerate(items[:-1]):
        names = items[number + 1 :]
        if not all(sentence.tags[name.start : name.start + 2] == "CC" for name in names):
            continue
        start = _behind_plural(sentence, item)
        if start < item.end:
            return [Span(start, item.end), *names]
        determined = sentence.tags[item.start] in "D#" and len(names) >= _SEVERAL
        if determined and start == item.end and sentence.words[item.end] == ",":
            return names
    return items


def _behind_plural(sentence: Sentence, item: Span) -> int:
    """The token in an item behind "the envoys" or "the envoys of Lunde", from where on it names.

    That is its end where it names nobody, and behind its end where it has no such noun.
    """
    tags = sentence.tags
    for place in range(item.start, item.end):
        if tags[place] == "N" and sentence.words[place].endswith("s"):
            behind = tags[place + 1 : item.end]
            if behind[:1] in ("", "o"):
                return item.end
            return place + 1 if set(behind) <= _NAME and len(behind) > 1 else item.end + 1
    return item.end + 1
