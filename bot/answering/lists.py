"""Lists: the items of an enumeration that answers "which", "who took part", "what themes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.short.asked import Asked, read_question
from bot.answering.short.choosing import weigh
from bot.answering.short.judging import normalise
from bot.answering.short.model import Model, shipped_model
from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.question import Question
from retrieval.records import Span

_IN_ITEM = frozenset('NC#DoAz-"')
_NAME = frozenset("CD-")
_IN_PHRASE = _IN_ITEM | {"P"}
_LEAST_SHARE = 0.15  # share of the candidates that an enumeration must hold to be an answer
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `texts[passage][start:end]`."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A run of items in one sentence, as token numbers."""

    items: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first item to the last."""
        return Span(self.items[0].start, self.items[-1].end)


def list_items(
    question: Question,
    texts: Sequence[str],
    *,
    model: Model | None = None,
) -> tuple[Item, ...]:
    """The items that answer, in the order of the passages; () where no enumeration does.

    The first enumeration is the one that holds most of what the short answers' model finds likely;
    further passages add their own best enumeration if it shares an item with those so far.
    """
    asked = read_question(question)
    sentences = [read_sentence(text, language=question.language) for text in texts]
    model = model or shipped_model()
    taken: list[Item] = []
    known: set[str] = set()
    for number, sentence in enumerate(sentences):
        best = _best(sentence, asked, model)
        if best is None:
            continue
        items = [Item(number, *sentence.slice(*span)) for span in best.items]
        names = [normalise(texts[number][item.start : item.end]) for item in items]
        if taken and not known & set(names):
            continue
        for item, name in zip(items, names, strict=True):
            if name not in known:
                known.add(name)
                taken.append(item)
    return tuple(taken)


def _best(sentence: Sentence, asked: Asked, model: Model) -> Enumeration | None:
    """The enumeration of a sentence that holds most of the candidates' shares."""
    found = list(enumerations(sentence))
    choice = weigh([sentence], asked, priors=[0.0], model=model)
    if not found or not len(choice.spans):
        return None
    first, last = choice.spans.T
    held: list[float] = []
    for enumeration in found:
        start, end = enumeration.whole
        inside = (first >= start) & (last <= end)
        held.append(float(choice.shares[inside].sum()))
    best = int(np.argmax(held))
    return found[best] if held[best] >= _LEAST_SHARE else None


def enumerations(sentence: Sentence) -> Iterator[Enumeration]:
    """Every run of items joined by commas and "and", "or", "as well as", in order."""
    links = _links(sentence)
    place = 0
    while place < len(sentence.tags):
        tied = links.get(place)
        if tied is None or tied[1] != "&":
            place += 1
            continue
        parallel = sentence.tags[tied[0] : tied[0] + 1] == "P"
        before = _phrases_before if parallel else _before
        items = [*before(sentence, place, links), *_after(sentence, tied[0], links)]
        if len(items) >= _FEWEST:
            yield Enumeration((_bare(sentence, items), *items[1:]))
            place = max(items[-1].end, place + 1)
        else:
            place += 1


def _bare(sentence: Sentence, items: list[Span]) -> Span:
    """The first item, without what only leads to it.

    That is "the presence of" where all others are mere names, and a verb with what stands before
    it where the tags took it for a noun ("the shop sells" before "bread, salt and oil").
    """
    first = items[0]
    verbs = syntax(sentence.language).bases
    for place in range(first.end - 2, first.start, -1):
        word = sentence.words[place]
        if verbs.get(word, word) != word and word.endswith("s"):
            return Span(place + 1, first.end)
    of = sentence.tags.rfind("o", first.start, first.end)
    names = all(set(sentence.tags[a:b]) <= _NAME for a, b in items[1:])
    return Span(of + 1, first.end) if of >= 0 and names else first


def _links(sentence: Sentence) -> dict[int, tuple[int, str]]:
    """Where items may be tied: the token to the one behind it and the kind of tie.

    ", and" and "as well as" are one tie of kind "&", a comma alone one of kind ",".
    """
    links: dict[int, tuple[int, str]] = {}
    words, tags = sentence.words, sentence.tags
    place = 0
    while place < len(tags):
        end, kind = place, ""
        if tags[end] == ",":
            end, kind = end + 1, ","
        if words[end : end + 3] == ("as", "well", "as"):
            end, kind = end + 3, "&"
        elif end < len(tags) and tags[end] == "&" and words[end] not in ("but", "nor"):
            end, kind = end + 1, "&"
        if kind:
            links[place] = (end, kind)
        place = max(end, place + 1)
    return links


def _item_end(sentence: Sentence, start: int) -> int:
    """The token after an item that begins at `start`, a preposition in front of it allowed."""
    end = start
    while end < len(sentence.tags) and sentence.tags[end] in _IN_ITEM:
        end += 1
    return end


def _after(sentence: Sentence, start: int, links: dict[int, tuple[int, str]]) -> Iterator[Span]:
    """The items from `start` on, as long as they are tied."""
    preposition = sentence.words[start] if sentence.tags[start : start + 1] == "P" else ""
    while start < len(sentence.tags):
        if preposition and sentence.words[start] == preposition:
            start += 1
        end = _item_end(sentence, start)
        if end == start:
            return
        end = _through_phrases(sentence, start, end, links)
        yield Span(start, end)
        if end not in links:
            return
        start = links[end][0]


def _through_phrases(
    sentence: Sentence, start: int, end: int, links: dict[int, tuple[int, str]]
) -> int:
    """The end of an item that a preposition goes on, where every item begins with one."""
    parallel = start > 0 and sentence.tags[start - 1] == "P"
    if parallel and end < len(sentence.tags) and sentence.tags[end] == "P":
        further = _item_end(sentence, end + 1)
        if further in links or sentence.tags[further : further + 1] in (".", ""):
            return further
    return end


def _before(sentence: Sentence, tie: int, links: dict[int, tuple[int, str]]) -> list[Span]:
    """The items that end at the tie, from left to right."""
    behind = {after: place for place, (after, _) in links.items()}
    items: list[Span] = []
    end: int | None = tie
    while end is not None:
        start = end
        while start > 0 and sentence.tags[start - 1] in _IN_ITEM:
            start -= 1
        opens = start == 1 and sentence.tags[0] == "P" and items
        if start == end or opens:
            break
        items.insert(0, Span(start, end))
        end = behind.get(start)
    return items


def _phrases_before(sentence: Sentence, tie: int, links: dict[int, tuple[int, str]]) -> list[Span]:
    """The items that end at the tie where each of them follows a preposition of its own."""
    behind = {after: place for place, (after, _) in links.items()}
    items: list[Span] = []
    end: int | None = tie
    while end is not None:
        start = end
        while start > 0 and sentence.tags[start - 1] in _IN_PHRASE and start not in behind:
            start -= 1
        while start < end and sentence.tags[start] != "P":
            start += 1
        if start + 1 >= end:
            break
        items.insert(0, Span(start + 1, end))
        end = behind.get(start)
    return items
