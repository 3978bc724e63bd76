"""Lists: the items of an enumeration that answers "which", "who took part", "what themes"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.short.asked import Asked, read_question
from bot.answering.short.choosing import log_odds, weigh
from bot.answering.short.judging import normalise
from bot.answering.short.model import Model, shipped_model
from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.entities import NAMES, Kind, mentions
from retrieval.question import Question, Wanted
from retrieval.records import Span

_IN_ITEM = frozenset('NC#DoAz-"')
_NAME = frozenset("CD-")
_IN_PHRASE = _IN_ITEM | {"P"}
_LEAST_SHARE = 0.15  # share of the candidates that an enumeration must hold to be an answer
_LEAST_OF_BEST = 0.4  # of the likeliest enumeration's share that a further one must have
_FEWEST = 2
_UNASKED = frozenset({Kind.PERSON, Kind.PLACE, Kind.GROUP})
_KINDS = {
    Wanted.PERSON: NAMES | {Kind.TITLE},
    Wanted.GROUP: frozenset({Kind.GROUP, Kind.NAME, Kind.PLACE}),
    Wanted.PLACE: frozenset({Kind.PLACE, Kind.NAME, Kind.GROUP}),
}


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
    probabilities: Sequence[float] | None = None,
    model: Model | None = None,
) -> tuple[Item, ...]:
    """The items that answer, the likeliest enumeration's first; () where no enumeration does.

    An enumeration is as likely as the candidates of the short answers' model inside it are
    together, less if its items are not of the kind asked for. Further passages add theirs if it
    is likely too, or if it shares an item with those so far. `probabilities` are those with which
    the passages answer.
    """
    asked = read_question(question)
    sentences = [read_sentence(text, language=question.language) for text in texts]
    priors = [log_odds(value) for value in probabilities or [0.5] * len(texts)]
    found = _weighed(question, sentences, asked, priors, model or shipped_model())
    if not found or found[0].share < _LEAST_SHARE:
        return ()
    taken: dict[str, Item] = {}
    used: set[int] = set()
    for each in found:
        items = [Item(each.passage, *sentences[each.passage].slice(*i)) for i in each.items]
        named = {normalise(texts[i.passage][i.start : i.end]): i for i in items}
        likely = each.share >= _LEAST_OF_BEST * found[0].share or taken.keys() & named
        if each.passage not in used and likely:
            used.add(each.passage)
            taken |= _new(named, taken)
    return tuple(taken.values())


def _new(named: Mapping[str, Item], taken: Mapping[str, Item]) -> dict[str, Item]:
    return {name: item for name, item in named.items() if name and name not in taken}


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An enumeration of a passage and the share of all candidates that it holds."""

    passage: int
    items: tuple[Span, ...]
    share: float


def _weighed(
    question: Question,
    sentences: Sequence[Sentence],
    asked: Asked,
    priors: Sequence[float],
    model: Model,
) -> list[_Weighed]:
    """Every enumeration of every sentence, the likeliest first."""
    choice = weigh(sentences, asked, priors=priors, model=model)
    if not len(choice.spans):
        return []
    first, last = choice.spans.T
    found = []
    for number, sentence in enumerate(sentences):
        own = choice.passages == number
        for enumeration in enumerations(sentence):
            start, end = enumeration.whole
            inside = own & (first >= start) & (last <= end)
            share = float(choice.shares[inside].sum()) * _fit(question, sentence, enumeration)
            found.append(_Weighed(number, enumeration.items, share))
    return sorted(found, key=lambda each: -each.share)


def _fit(question: Question, sentence: Sentence, enumeration: Enumeration) -> float:
    """The share of the items that are new and of the kind asked for, if one is."""
    kinds = _KINDS.get(question.wanted)
    asking = {token.term for token in question.content}
    found = mentions(sentence.tokens.text, language=sentence.language) if kinds else []
    fitting = 0
    for first, last in enumeration.items:
        start, end = sentence.slice(first, last)
        new = set(sentence.terms[first:last]) - asking - {""}
        named = not kinds or any(m.kind in kinds and m.start < end and start < m.end for m in found)
        fitting += bool(new) and named
    return fitting / len(enumeration.items)


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
