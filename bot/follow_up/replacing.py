"""A fragment in the place of what it answers to: ordinal for ordinal, date for date, name for name.

"And in 2016?" after "How many came in 2015?" is "How many came in 2016?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import syntax
from bot.follow_up.attributes import place_within
from bot.follow_up.parts.phrases import Phrase, Slot
from bot.follow_up.parts.reading import Reading
from retrieval.entities import NAMES, Kind
from retrieval.question import Wanted

MOST = 4  # readings of one fragment
_CONDITIONS = (("if",), ("unless",))
_DATED = "in"
_FOR = "for"
_OF = "of"
_AT_PLACES = frozenset({"at", "in", "on", "near"})
_DIRECTIONS = frozenset({"down", "up", "back", "downhill", "uphill", "upstairs", "downstairs"})
_PAIRS = (("for", "against"), ("with", "without"), ("before", "after"), ("inside", "outside"))
_OPPOSITES = dict((*_PAIRS, *(pair[::-1] for pair in _PAIRS)))
_WHO_CAME = "who came"
_IN = "in"
_CODE = re.compile(r"\b[^\W\d_]{1,3}-?\d+\b")  # "E1", "F-12": its number is no number
_OWNING = ("'s", "’s", "s'", "s’")
_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_ARTICLE = re.compile(r"\ban? $")
_VOWELS = frozenset("aeiou")
_SECOND_YEAR = re.compile(r"(?<=\d{4})[/–-](?:\d{4}|\d\d)(?!\d)")
_THE = "the "
_NUMBERS = (("is", "are"), ("was", "were"), ("does", "do"), ("has", "have"))
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def replaced(fragment: Reading, earlier: Reading) -> tuple[str, ...]:
    """The earlier question with a fragment in its place, likeliest reading first, at most MOST."""
    if fragment.sentence.words[:1] in _CONDITIONS:
        return (_under_condition(fragment, earlier),)
    if owned := _by_owner(fragment, earlier):
        return (owned,)
    if done := _by_participle(fragment, earlier):
        return (done,)
    if turned := turned_round(fragment.sentence.words, earlier):
        return (turned,)
    if placed := came_in_place(f"{_WHO_CAME} {fragment.text}", earlier):
        return (placed,)
    if not fragment.slots and not fragment.phrases:
        leads = not _DIRECTIONS.isdisjoint(fragment.sentence.words)
        return (_appended(fragment, earlier),) if leads else ()
    typed = _texts(by_slots(fragment, earlier), earlier)
    found = typed or _texts(_by_phrases(fragment, earlier), earlier)
    return (found or (_appended(fragment, earlier),))[:MOST]


def turned_round(said: Sequence[str], earlier: Reading) -> str:
    """ "And against?" in the place of its opposite, "for"; "" where that was not said."""
    words = [word for word in said if word[0].isalnum()]
    opposite = _OPPOSITES.get(words[0], "") if len(words) == 1 else ""
    places = [n for n, word in enumerate(earlier.sentence.words) if n and word == opposite]
    if not places:
        return ""
    return _put(earlier, *earlier.sentence.slice(places[-1], places[-1] + 1), words[0])


def came_in_place(text: str, earlier: Reading) -> str:
    """ "And third?" or "who came third?" of what somebody won; "" for other messages."""
    place = earlier.asking.end
    language = earlier.sentence.language
    asked = pattern("placings.asked", language).match(text)
    wins = listed("placings.winning", language).isdisjoint(
        earlier.sentence.words[place : place + 1]
    )
    if asked is None or text[asked.end() :].strip(" ?!.") or "the" in asked.group().split() or wins:
        return ""
    won = earlier.after(place + 1)
    led = earlier.sentence.tags[place + 1 : place + 2] in ("P", "t", "o", "A")
    return f"{_WHO_CAME} {asked['nth']} {'' if led or not won else f'{_IN} '}{won}".strip() + "?"


def _under_condition(fragment: Reading, earlier: Reading) -> str:
    """The earlier question with another "if", in the place of its own if it has one."""
    words = earlier.sentence.words
    place = next((i for i, word in enumerate(words) if i and (word,) in _CONDITIONS), len(words))
    end = earlier.sentence.tokens.starts[place] if place < len(words) else len(earlier.text)
    return f"{earlier.text[:end].strip(' ?!.,')} {fragment.text.strip(' ?!.,')}?"


def _by_owner(fragment: Reading, earlier: Reading) -> str:
    """ "And the women's?" in the place of another owner, "the men's" or "her"; "" for neither."""
    owner = fragment.text.strip(" ?!.,")
    if not owner.endswith(_OWNING):
        return ""
    for phrase in earlier.phrases:
        old = earlier.text[phrase.start : phrase.end]
        ends = [old.find(f"{mark} ") + len(mark) for mark in _OWNING if f"{mark} " in old]
        if ends:
            return _put(earlier, phrase.start, phrase.start + min(ends), owner)
        word = old.split()[0]
        if word.casefold() in _OWNERS and word != old:
            return _put(earlier, phrase.start, phrase.start + len(word), owner)
    return ""


def _by_participle(fragment: Reading, earlier: Reading) -> str:
    """ "And injured?" in the place of what was done: "how many were killed?"; "" for neither."""
    sentence, tags = fragment.sentence, earlier.sentence.tags
    said = [place for place, word in enumerate(sentence.words) if word[0].isalnum()]
    done = next((n for n, tag in enumerate(tags) if tag == "E" and "X" in tags[:n]), None)
    if done is None or len(said) != 1 or sentence.tags[said[0]] != "E":
        return ""
    start, end = earlier.sentence.tokens.starts[done], earlier.sentence.tokens.ends[done]
    return _put(earlier, start, end, sentence.words[said[0]])


def _texts(readings: Iterator[str], earlier: Reading) -> tuple[str, ...]:
    """The readings that differ from the earlier question, each once."""
    return tuple(text for text in dict.fromkeys(readings) if text and text != earlier.text)


def by_slots(fragment: Reading, earlier: Reading) -> Iterator[str]:
    """A code, ordinal, date, name or number in the place of the earlier one."""
    ordinals, dates = fragment.of(Kind.ORDINAL), fragment.of(Kind.DATE)
    named = fragment.of(*NAMES)
    nouns = [p for p in fragment.phrases if not p.name and not _bare_slot(fragment, p)]
    codes, old = _CODE.findall(fragment.text), list(_CODE.finditer(earlier.text))
    if len(codes) == 1 and old:
        yield _put(earlier, *old[-1].span(), codes[0])
    elif ordinals:
        yield from _by_ordinal(fragment, ordinals[0], earlier, nouns)
    elif dates and not nouns and not named:
        yield _by_date(fragment, dates[0], earlier)
    elif named and not nouns:
        yield from _by_name(fragment, named[0], earlier)
    else:
        yield from _by_number(fragment, earlier)


def _by_phrases(fragment: Reading, earlier: Reading) -> Iterator[str]:
    """The first noun phrase of a fragment, as long as it may be, in the place of an earlier one."""
    for first in fragment.phrases[:1]:
        whole = [p for p in fragment.phrases if p.start == first.start]  # "the stage and sound"
        phrase = max(whole, key=lambda p: p.end)
        put = _behind_preposition if phrase.preposition else _by_phrase
        yield from put(fragment, phrase, earlier)


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
                yield _put(earlier, inside[0].start, inside[0].end, word)
            else:
                yield _put(earlier, phrase.start, phrase.end, _numbered(earlier, phrase, word))
        return
    if old:
        slot = old[0]
        yield _put(earlier, slot.start, slot.end, word)
        return
    for phrase in earlier.phrases:
        if not phrase.name:
            several = phrase.plural and not _is_told(earlier)
            told = f"{_THE}{word}" if several else _numbered(earlier, phrase, word)
            yield _put(earlier, phrase.start, phrase.end, told)


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
        return _put(earlier, start, end, f"{date.preposition} {word}")
    if word[0].isdigit() and not earlier.text[start].isdigit():
        start -= len(_THE) * earlier.text[:start].casefold().endswith(_THE)
    return _put(earlier, start, end, word)


def _date_end(reading: Reading, date: Slot) -> int:
    """Where a date ends, with the second of two years: "2020/21"."""
    second = _SECOND_YEAR.match(reading.text, date.end)
    return second.end() if second is not None else date.end


def _by_number(fragment: Reading, earlier: Reading) -> Iterator[str]:
    new, old = _in_figures(fragment), _in_figures(earlier)
    if len(new) == 1 and old:
        word = fragment.text[new[0].start : new[0].end]
        yield _put(earlier, old[-1].start, old[-1].end, word)


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

    for slot in old if name.preposition in _AT_PLACES else ():
        aside = next((p for p in earlier.phrases if p.start <= slot.start < p.end), None)
        if slot.preposition == _OF and aside is not None and aside.preposition and not aside.name:
            start = earlier.text.rfind(aside.preposition, 0, aside.start)
            yield _put(earlier, start, aside.end, f"{name.preposition} {word}")
    for slot in sorted(old, key=unlike):
        if not name.preposition or slot.preposition == name.preposition or len(old) == 1:
            yield _put(earlier, slot.start, slot.end, word)


def _by_phrase(fragment: Reading, phrase: Phrase, earlier: Reading) -> Iterator[str]:
    """In the place of a phrase that shares a word, else of one that is built alike."""
    word = fragment.text[phrase.start : phrase.end]
    candidates = sorted(earlier.phrases, key=lambda p: _asked(earlier, p))
    sharing = [p for p in earlier.phrases if p.terms & phrase.terms]
    if phrase.person and not any(old.person for old in candidates):
        # nobody is asked for at a gate that was
        candidates = [old for old in candidates if not old.preposition]
        if earlier.question.wanted is Wanted.MONEY:
            yield f"{earlier.text.strip(' ?!.')} {_FOR} {word}?"
    elif phrase.person:
        candidates = [old for old in candidates if old.person]
    alone = [p for p in candidates if p.plural] if phrase.plural and not phrase.determined else []
    others = sorted(
        (p for p in candidates if p not in sharing),
        key=lambda old: _unlike(phrase, old, asked=_asked(earlier, old) and alone != [old]),
    )
    for old in [*sharing, *others]:
        if old not in sharing or word.casefold() != earlier.text[old.start : old.end].casefold():
            start, end = place_within(earlier, old, fragment, phrase)
            yield _put_in_number(earlier, old, phrase, start, end, word)


def _put_in_number(
    earlier: Reading, old: Phrase, new: Phrase, start: int, end: int, word: str
) -> str:
    """A phrase in the place of another one, with its article and its "is" or "are" in front."""
    if start != old.start or end != old.end:
        return _put(earlier, start, end, word)
    the = earlier.text[start : start + len(_THE)].casefold() == _THE
    if the and not (new.determined or new.name or new.plural) and word[0].isalpha():
        word = f"{_THE}{word}"
    if old.plural == new.plural:
        return _put(earlier, start, end, word)
    other = dict(_NUMBERS if new.plural else ((of_many, of_one) for of_one, of_many in _NUMBERS))
    verb = earlier.text[:start].split()[-1:]
    changed = other.get(verb[0].casefold(), "") if verb else ""
    if not changed:
        return _put(earlier, start, end, word)
    place = earlier.text[:start].rindex(verb[0])
    return f"{earlier.text[:place]}{changed} {word}{earlier.text[end:]}"


def _unlike(phrase: Phrase, old: Phrase, *, asked: bool) -> tuple[bool, bool, bool, bool, int]:
    """In what an earlier phrase differs from one that may take its place; the last comes first."""
    return (
        asked,
        old.plural != phrase.plural,
        old.determined != phrase.determined and not (old.name or phrase.name),
        bool(old.preposition),
        -old.start,
    )


def _behind_preposition(fragment: Reading, phrase: Phrase, earlier: Reading) -> Iterator[str]:
    """In the place of a phrase behind the same preposition, else behind the earlier question."""
    word = fragment.text[phrase.start : phrase.end]
    yield from _by_person(phrase, word, earlier)
    candidates = sorted(earlier.phrases, key=lambda p: _asked(earlier, p))
    same = [p for p in candidates if p.preposition == phrase.preposition and p.time == phrase.time]
    for old in same:
        yield _put(earlier, old.start, old.end, word)
    for old in candidates if phrase.preposition == _OF else ():
        start, end = place_within(earlier, old, fragment, phrase)
        if start > old.start:
            yield _put(earlier, start, end, word)
    if not same:
        yield _appended(fragment, earlier)


def _by_person(phrase: Phrase, word: str, earlier: Reading) -> Iterator[str]:
    """ "And for a child?" asks of a child what was asked of an adult."""
    old = next((p for p in earlier.phrases if p.person), None)
    if phrase.preposition == _FOR and phrase.person and old is not None and not old.preposition:
        yield _put(earlier, old.start, old.end, word)


def _asked(earlier: Reading, phrase: Phrase) -> bool:
    token = earlier.sentence.tokens.starts.index(phrase.start)
    return earlier.asking.start <= token < earlier.asking.end


def _appended(fragment: Reading, earlier: Reading) -> str:
    return f"{earlier.text.strip(' ?!.')} {fragment.text.strip(' ?!.,')}?"


def _put(earlier: Reading, start: int, end: int, word: str) -> str:
    head = _ARTICLE.sub(
        lambda _: "an " if word[:1].casefold() in _VOWELS else "a ", earlier.text[:start]
    )
    return f"{head}{word}{earlier.text[end:]}"
