"""The noun phrase of a fragment in the place of one that is built alike."""

from __future__ import annotations

from collections.abc import Iterator

from bot.follow_up.attributes import place_within
from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import INDEFINITE
from bot.follow_up.replacing.putting import appended, put
from retrieval.question import Wanted

_FOR = "for"
_OF = "of"
_THE = "the "
_NUMBERS = (("is", "are"), ("was", "were"), ("does", "do"), ("has", "have"))


def by_phrases(fragment: Reading, earlier: Reading) -> Iterator[str]:
    """The first noun phrase of a fragment, as long as it may be, in the place of an earlier one."""
    for first in fragment.phrases[:1]:
        whole = [p for p in fragment.phrases if p.start == first.start]  # "the stage and sound"
        phrase = max(whole, key=lambda p: p.end)
        put = _behind_preposition if phrase.preposition else _by_phrase
        yield from put(fragment, phrase, earlier)


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
    else:  # "how many people may be in" another room
        candidates = [old for old in candidates if not (old.person and old.asked)] or candidates
    alone = [p for p in candidates if p.plural] if phrase.plural and not phrase.determined else []
    others = sorted(
        (p for p in candidates if p not in sharing),
        key=lambda old: _unlike(phrase, old, asked=_asked(earlier, old) and alone != [old]),
    )
    if _is_new(fragment, phrase) and others and not _is_new(earlier, others[0]):
        others.sort(key=lambda old: not (_is_new(earlier, old) and old.time == phrase.time))
    for old in [*sharing, *others]:
        if old not in sharing or word.casefold() != earlier.text[old.start : old.end].casefold():
            start, end = place_within(earlier, old, fragment, phrase)
            yield _put_in_number(earlier, old, phrase, start, end, word)


def _is_new(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is led in by "a": "and a book" after "the fine for a film" is a book's."""
    return reading.text[phrase.start : phrase.end].casefold().split()[0] in INDEFINITE


def _put_in_number(
    earlier: Reading, old: Phrase, new: Phrase, start: int, end: int, word: str
) -> str:
    """A phrase in the place of another one, with its article and its "is" or "are" in front."""
    if start != old.start or end != old.end:
        return put(earlier, start, end, word)
    the = earlier.text[start : start + len(_THE)].casefold() == _THE
    if the and not (new.determined or new.name or new.plural) and word[0].isalpha():
        word = f"{_THE}{word}"
    if old.plural == new.plural:
        return put(earlier, start, end, word)
    other = dict(_NUMBERS if new.plural else ((of_many, of_one) for of_one, of_many in _NUMBERS))
    verb = earlier.text[:start].split()[-1:]
    changed = other.get(verb[0].casefold(), "") if verb else ""
    if not changed:
        return put(earlier, start, end, word)
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
        yield put(earlier, old.start, old.end, word)
    for old in candidates if phrase.preposition == _OF else ():
        start, end = place_within(earlier, old, fragment, phrase)
        if start > old.start:
            yield put(earlier, start, end, word)
    if not same:
        yield appended(fragment, earlier)


def _by_person(phrase: Phrase, word: str, earlier: Reading) -> Iterator[str]:
    """ "And for a child?" asks of a child what was asked of an adult."""
    old = next((p for p in earlier.phrases if p.person), None)
    if phrase.preposition == _FOR and phrase.person and old is not None and not old.preposition:
        yield put(earlier, old.start, old.end, word)


def _asked(earlier: Reading, phrase: Phrase) -> bool:
    token = earlier.sentence.tokens.starts.index(phrase.start)
    return earlier.asking.start <= token < earlier.asking.end
