"""Enumerations in a sentence: runs of items joined by commas, "and", "or", "as well as"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.grammar.named_items import only_names
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.grammar.ties import COMMAS, Ties, of_sign, ties_in
from retrieval.records import Span

_IN_ITEM = frozenset('NC#DoAz-"')
_NAME = frozenset("CD-")
_IN_PHRASE = _IN_ITEM | {"P"}
_LISTED = _IN_ITEM | {"G"}
FEWEST = 2
_EXAMPLE = (",", "such", "as")
_UP_TO = ("up", "to")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A run of items in one sentence, as token numbers."""

    items: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first item to the last."""
        return Span(self.items[0].start, self.items[-1].end)


def enumerations(sentence: Sentence) -> Iterator[Enumeration]:
    """Every run of items joined by commas and "and", "or", "as well as", in order.

    Behind a colon commas are enough, and what an item goes on with is left out: "three bids came
    in: Holm Timber at 48,200, Lunde at 51,750".
    """
    ties = ties_in(sentence)
    listed = _behind_colon(sentence, ties)
    if listed:
        yield Enumeration(tuple(listed))
    place, end = 0, listed[0].start if listed else len(sentence.tags)
    while place < end:
        tied = ties.get(place)
        if tied is None or tied[1] != "&":
            place += 1
            continue
        parallel = sentence.tags[tied[0] : tied[0] + 1] == "P"
        before = _phrases_before if parallel else _before
        alike = of_sign(sentence, place, ties)
        items = [*before(sentence, place, alike), *_after(sentence, tied[0], alike)]
        items = only_names(sentence, _of_one_clause(sentence, items))
        items = _with_exemplified(sentence, items)
        if len(items) >= FEWEST:
            yield Enumeration((_bare(sentence, items), *items[1:]))
            place = max(ties.get(items[-1].end, (items[-1].end,))[0], place + 1)
        else:
            place += 1


def _of_one_clause(sentence: Sentence, items: list[Span]) -> list[Span]:
    """The items without those of the clause before: "it shut at noon and buses 1 and 2 were late".

    There a verb stands on either side, and the first "and" joins clauses, not things; so it does
    between two where a comma stands before it: "she fell, and Ida ran".
    """
    after = items[-1].end if items else 0
    parted = len(items) == FEWEST and sentence.words[items[0].end] == ","
    if parted and sentence.tags[after : after + 1] in ("X", "E", "V"):
        return items[1:]
    ties = [n for n, item in enumerate(items[:-1]) if sentence.tags[item.end : item.end + 1] == "&"]
    end = items[-1].end if items else 0
    if len(ties) < FEWEST or sentence.tags[end : end + 1] not in ("X", "E"):
        return items
    start = max(sentence.tags.rfind(sign, 0, items[0].start) for sign in ",S") + 1
    before = sentence.tags[start : items[0].start]
    led = before[-1:] in ("P", "t") and bool(set(before) & set("XVE"))
    return items[ties[0] + 1 :] if led else items


def _with_exemplified(sentence: Sentence, items: list[Span]) -> list[Span]:
    """The items, the first with what it is but an example of: "two forms, such as a bill, and a
    photo" asks for forms and a photo.
    """
    if len(items) != FEWEST or sentence.words[items[0].end] != ",":
        return items
    comma = items[0].start - len(_EXAMPLE)
    if comma < 1 or sentence.words[comma : items[0].start] != _EXAMPLE:
        return items
    start = sentence.run_start(comma, _IN_ITEM)
    return [Span(start, items[0].end), items[1]] if start < comma else items


def _behind_colon(sentence: Sentence, ties: Ties) -> list[Span]:
    """The items that follow the only colon, if there are several and nothing else does."""
    colons = [place for place, word in enumerate(sentence.words) if word == ":"]
    if len(colons) != 1:
        return []
    items: list[Span] = []
    start = colons[0] + 1
    further = [(place, tie) for place, tie in sorted(ties.items()) if place > start]
    for place, tie in [*further, (len(sentence.tags), (len(sentence.tags), ","))]:
        if place < start:
            continue
        end = min(_item_end(sentence, start, _LISTED), place)
        if end == start or "X" in sentence.tags[end:place]:
            return []
        items.append(Span(start, end))
        start = tie[0]
    tied = any(kind == "&" for _, (_, kind) in further)
    return items if len(items) >= (FEWEST if tied else FEWEST + 1) else []


def _bare(sentence: Sentence, items: list[Span]) -> Span:
    """The first item, without what only leads to it.

    That is "the presence of" where all others are mere names, and a verb with what stands before
    it where the tags took it for a noun ("the shop sells" before "bread, salt and oil").
    """
    first = items[0]
    if sentence.tags[first.start] == "o" or _opens_with_command(sentence, first):
        first = Span(first.start + 1, first.end)
    verbs = syntax(sentence.language).bases
    for place in range(first.end - 2, first.start, -1):
        word = sentence.words[place]
        verb = verbs.get(word, word) != word and word.endswith("s")
        if verb and sentence.tags[place + 1] != "o":
            return Span(place + 1, first.end)
    of = sentence.tags.rfind("o", first.start, first.end)
    names = all(set(sentence.tags[a:b]) <= _NAME for a, b in items[1:])
    return Span(of + 1, first.end) if of >= 0 and names else first


def _opens_with_command(sentence: Sentence, item: Span) -> bool:
    """Whether an item opens with what is to be done in a case: "To join, bring a bill and"."""
    led = sentence.tags[:1] in ("t", "S") and sentence.words[item.start - 1] == ","
    verb = syntax(sentence.language).tags.get(sentence.words[item.start]) == "V"
    return led and verb and item.end > item.start + 1


def _item_end(sentence: Sentence, start: int, within: frozenset[str] = _IN_ITEM) -> int:
    """The token after an item that begins at `start`, a preposition or bound before it allowed."""
    bounded = sentence.words[start : start + len(_UP_TO)] == _UP_TO
    return sentence.run_end(start + len(_UP_TO) if bounded else start, within)


def _after(sentence: Sentence, start: int, ties: Ties) -> Iterator[Span]:
    """The items from `start` on, as long as they are tied."""
    preposition = sentence.words[start] if sentence.tags[start : start + 1] == "P" else ""
    closed = sentence.tags[start - 2 : start - 1] != ","
    while start < len(sentence.tags):
        if preposition and sentence.words[start] == preposition:
            start += 1
        end = _item_end(sentence, start)
        if end == start:
            return
        end = _through_phrases(sentence, start, end, ties)
        yield Span(start, end)
        if end not in ties or (closed and not _is_tied_again(sentence, end, ties)):
            return
        start = ties[end][0]


def _is_tied_again(sentence: Sentence, place: int, ties: Ties) -> bool:
    """Whether a run that a plain "and" closed goes on at a token, up to another plain "and".

    "Turbines, called Hope and Charity, and a cable" are no three things that are called so, nor are
    "Lunde and Ostra, nine miles off," three places.
    """
    while place in ties:
        start, kind = ties[place]
        if kind == "&":
            return sentence.words[place] not in COMMAS
        if (
            sentence.tags[start : start + 1] == "#"
            and sentence.tokens.classes[start + 1 : start + 2] == "M"
        ):
            return True  # "25 and 26 May, 1 June"
        place = _item_end(sentence, start)
    return False


def _through_phrases(sentence: Sentence, start: int, end: int, ties: Ties) -> int:
    """The end of an item that a preposition goes on, where every item begins with one."""
    parallel = start > 0 and sentence.tags[start - 1] == "P"
    if parallel and end < len(sentence.tags) and sentence.tags[end] == "P":
        further = _item_end(sentence, end + 1)
        if further in ties or sentence.tags[further : further + 1] in (".", ""):
            return further
    return end


def _before(sentence: Sentence, tie: int, ties: Ties) -> list[Span]:
    """The items that end at the tie, from left to right."""
    behind = {after: place for place, (after, _) in ties.items()}
    items: list[Span] = []
    end: int | None = tie
    led = ""  # the preposition that stands before each item: "in May, in June and this July"
    while end is not None:
        start = sentence.run_start(end, _IN_ITEM)
        if start == end or (items and _opens_clause(sentence, start)):
            break
        if led and sentence.words[max(start - 1, 0)] != led:
            break
        items.insert(0, Span(start, end))
        end = behind.get(start)
        if end is None and start > 1 and sentence.tags[start - 1] == "P":
            led, end = sentence.words[start - 1], behind.get(start - 1)
    return items


def _opens_clause(sentence: Sentence, start: int) -> bool:
    """Whether an item is the end of what a clause opens with: "As part of works in the town,"."""
    before = sentence.tags[:start]
    return before[:1] == before[-1:] == "P" and not set(before) & set("XVEG")


def _phrases_before(sentence: Sentence, tie: int, ties: Ties) -> list[Span]:
    """The items that end at the tie where each of them follows a preposition of its own."""
    behind = {after: place for place, (after, _) in ties.items()}
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
