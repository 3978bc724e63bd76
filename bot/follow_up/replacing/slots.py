"""Ordinals, dates, names, codes and numbers of a fragment in the place of earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.sentence import syntax
from bot.follow_up.parts.phrases import Phrase, Slot
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import AT_PLACES
from bot.follow_up.replacing.putting import put
from retrieval.entities import NAMES, Kind

_DATED = "in"
_OF = "of"
_CODE = re.compile(r"\b[^\W\d_]{1,3}-?\d+\b")  # "E1", "F-12": its number is no number
_SECOND_YEAR = re.compile(r"(?<=\d{4})[/–-](?:\d{4}|\d\d)(?!\d)")
_THE = "the "
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def by_slots(fragment: Reading, earlier: Reading) -> Iterator[str]:
    """A code, ordinal, date, name or number in the place of the earlier one."""
    ordinals, dates = fragment.of(Kind.ORDINAL), fragment.of(Kind.DATE)
    named = fragment.of(*NAMES)
    nouns = [p for p in fragment.phrases if not p.name and not _bare_slot(fragment, p)]
    codes, old = _CODE.findall(fragment.text), list(_CODE.finditer(earlier.text))
    if len(codes) == 1 and old:
        yield put(earlier, *old[-1].span(), codes[0])
    elif ordinals:
        yield from _by_ordinal(fragment, ordinals[0], earlier, nouns)
    elif dates and not nouns and not named:
        yield _by_date(fragment, dates[0], earlier)
    elif named and not nouns:
        yield from _by_name(fragment, named[0], earlier)
    else:
        yield from _by_number(fragment, earlier)


def _bare_slot(fragment: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is an ordinal or number alone: "the second", "the second one"."""
    inside = [
        slot
        for slot in fragment.of(Kind.ORDINAL, Kind.NUMBER)
        if phrase.start <= slot.start < phrase.end
    ]
    rest = fragment.text[phrase.start : phrase.end]
    for slot in inside:
        rest = rest.replace(fragment.text[slot.start : slot.end], "")
    return bool(inside) and rest.casefold().strip() in {"", "the", "one", "the  one", "the one"}


def _by_ordinal(
    fragment: Reading, ordinal: Slot, earlier: Reading, nouns: list[Phrase]
) -> Iterator[str]:
    """An ordinal in the place of the earlier one, or in front of what may be numbered."""
    word = fragment.text[ordinal.start : ordinal.end]
    old = earlier.of(Kind.ORDINAL)
    counted = next((p for p in nouns if p.start <= ordinal.start < p.end), None)
    if counted is not None:
        alike = [p for p in earlier.phrases if p.head == counted.head]
        for phrase in alike:
            inside = [slot for slot in old if phrase.start <= slot.start < phrase.end]
            if inside:
                yield put(earlier, inside[0].start, inside[0].end, word)
            else:
                yield put(earlier, phrase.start, phrase.end, _numbered(earlier, phrase, word))
        return
    if old:
        slot = old[0]
        yield put(earlier, slot.start, slot.end, word)
        return
    for phrase in earlier.phrases:
        if not phrase.name:
            several = phrase.plural and not _is_told(earlier)
            told = f"{_THE}{word}" if several else _numbered(earlier, phrase, word)
            yield put(earlier, phrase.start, phrase.end, told)


def _is_told(earlier: Reading) -> bool:
    """Whether it was asked who or what some are, of whom one is "the first conductor"."""
    verb = earlier.sentence.words[earlier.asking.end : earlier.asking.end + 1]
    return not syntax(earlier.sentence.language).copulas.isdisjoint(verb)


def _numbered(earlier: Reading, phrase: Phrase, word: str) -> str:
    """A phrase with an ordinal: "the meeting" and "second" are "the second meeting"."""
    text = earlier.text[phrase.start : phrase.end]
    if phrase.determined:
        _, _, text = text.partition(" ")
    return f"the {word} {text}"


def _by_date(fragment: Reading, date: Slot, earlier: Reading) -> str:
    """A date in the place of the earlier one, or behind the earlier question."""
    word = fragment.text[date.start : _date_end(fragment, date)]
    old = earlier.of(Kind.DATE)
    if not old:
        return f"{earlier.text.strip(' ?!.')} {date.preposition or _DATED} {word}?"
    slot = old[-1]
    start, end = slot.start, _date_end(earlier, slot)
    if date.preposition and slot.preposition and date.preposition != slot.preposition != _OF:
        start = earlier.text.rfind(slot.preposition, 0, slot.start)
        return put(earlier, start, end, f"{date.preposition} {word}")
    if word[0].isdigit() and not earlier.text[start].isdigit():
        start -= len(_THE) * earlier.text[:start].casefold().endswith(_THE)
    return put(earlier, start, end, word)


def _date_end(reading: Reading, date: Slot) -> int:
    """Where a date ends, with the second of two years: "2020/21"."""
    second = _SECOND_YEAR.match(reading.text, date.end)
    return second.end() if second is not None else date.end


def _by_number(fragment: Reading, earlier: Reading) -> Iterator[str]:
    new, old = _in_figures(fragment), _in_figures(earlier)
    if len(new) == 1 and old:
        word = fragment.text[new[0].start : new[0].end]
        yield put(earlier, old[-1].start, old[-1].end, word)


def _in_figures(reading: Reading) -> list[Slot]:
    """The numbers written in figures: "3", "1.4"."""
    return [s for s in reading.of(Kind.NUMBER) if _FIGURES.fullmatch(reading.text[s.start : s.end])]


def _by_name(fragment: Reading, name: Slot, earlier: Reading) -> Iterator[str]:
    """Names of the same kind behind the same preposition first, then other names."""
    word = fragment.text[name.start : name.end]
    old = [
        slot
        for slot in earlier.of(*NAMES)
        if earlier.text[slot.start : slot.end].casefold() != word.casefold()
    ]

    def unlike(slot: Slot) -> tuple[bool, bool]:
        kinds = {slot.kind, name.kind}
        alike = len(kinds) == 1 or Kind.NAME in kinds
        return slot.preposition != name.preposition, not alike

    for slot in old if name.preposition in AT_PLACES else ():
        aside = next((p for p in earlier.phrases if p.start <= slot.start < p.end), None)
        if slot.preposition == _OF and aside is not None and aside.preposition and not aside.name:
            start = earlier.text.rfind(aside.preposition, 0, aside.start)
            yield put(earlier, start, aside.end, f"{name.preposition} {word}")
    for slot in sorted(old, key=unlike):
        if not name.preposition or slot.preposition == name.preposition or len(old) == 1:
            yield put(earlier, slot.start, slot.end, word)
