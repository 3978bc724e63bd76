"""Follow-ups in languages whose grammar is not known here: by words, names and dates alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.follow_up.history import PastTurn
from bot.follow_up.parts.reading import Reading
from bot.follow_up.replacing.slots import by_slots
from bot.phrasing import FollowUpWords
from retrieval.entities import NAMES, Kind
from retrieval.question import Wanted

LONGEST_FRAGMENT = 4  # words of a message that is no question of its own
LEANING = 1  # words of its own of a question that leans on the one before
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_SIGNS = " ?!.,;¿¡"


@dataclass(frozen=True, slots=True)
class Plain:
    """A message as words: those that ask, those that point back, and its own, in small letters."""

    asking: tuple[str, ...]
    pointing: tuple[str, ...]
    own: tuple[str, ...]


def _plain_words(text: str, words: FollowUpWords) -> Plain:
    """The words of a message by what they do; two may ask together ("por qué")."""
    told = [match.group().casefold() for match in _WORD.finditer(text)]
    asking = [f"{a} {b}" for a, b in pairwise(told)]
    asking = [pair for pair in asking if pair in words.asking]
    paired = {word for pair in asking for word in pair.split()}
    asking += [word for word in told if word in words.asking and word not in paired]
    pointing = [word for word in told if word in words.pronouns]
    known = {*paired, *asking, *pointing, *words.empty}
    return Plain(tuple(asking), tuple(pointing), tuple(w for w in told if w not in known))


def completed(
    message: Reading, last: PastTurn, words: FollowUpWords, *, opened: bool
) -> Iterator[tuple[str, float]]:
    """The message completed from the turn before, with the doubt of each reading; none if whole."""
    told = _plain_words(message.text, words)
    bare = message.text.strip(_SIGNS)
    rest = _without_asking(last.question.text, words)
    if told.asking and not told.own:
        yield f"{bare} {rest}?", 0.0
        return
    if not told.asking and (opened or len(bare.split()) <= LONGEST_FRAGMENT):
        numbered = _with_number(message.text, last.question.text) or _with_noun(told, last, words)
        typed = (numbered,) if numbered else tuple(by_slots(message, last.question))
        yield from ((text, float(place)) for place, text in enumerate(typed))
        if not typed:
            yield f"{last.question.text.strip(_SIGNS)} {bare}?", 0.0
        return
    if told.pointing or (len(told.own) <= LEANING and not message.of(*NAMES)):
        subject = _subject(last, words)
        if subject:
            yield f"{_without(bare, told.pointing)} {subject}?", 0.0 if told.pointing else 0.5


def _with_number(text: str, earlier: str) -> str:
    """The earlier question with its number replaced: a year by a year, "" where it has no like."""
    new, old = _NUMBER.findall(text), list(_NUMBER.finditer(earlier))
    alike = [match for match in old if len(new) == 1 and len(match.group()) == len(new[0])]
    if not alike:
        return ""
    return f"{earlier[: alike[-1].start()]}{new[0]}{earlier[alike[-1].end() :]}"


def _with_noun(told: Plain, last: PastTurn, words: FollowUpWords) -> str:
    """A question for a number with one word in the place of what it counts; "" if it is none."""
    earlier = last.question.text
    first = next(iter(matches := list(_WORD.finditer(earlier))), None)
    counts = last.turn.question.wanted is Wanted.NUMBER and len(matches) > 2
    if not counts or first is None or len(told.own) != 1:
        return ""
    if first.group().casefold() not in words.asking:
        return ""
    counted = matches[1]
    return f"{earlier[: counted.start()]}{told.own[0]}{earlier[counted.end() :]}"


def _subject(last: PastTurn, words: FollowUpWords) -> str:
    """Whom or what the turn before spoke of: a short answer that names someone, or its names."""
    answer = last.turn.short
    if answer and answer[0].isupper() and not any(map(str.isdigit, answer)):
        return answer
    told = last.question
    names = [told.text[slot.start : slot.end] for slot in told.of(*NAMES, Kind.ORDINAL)]
    return " ".join(name for name in names if name.casefold() not in words.asking)


def _without(text: str, pointing: tuple[str, ...]) -> str:
    for word in pointing:
        text = re.sub(rf"\b{re.escape(word)}\b", "", text, count=1, flags=re.IGNORECASE)
    return " ".join(text.split())


def _without_asking(text: str, words: FollowUpWords) -> str:
    """A question without the words in front that ask."""
    rest = text.strip(_SIGNS)
    for _ in range(2):
        match = _WORD.match(rest)
        pair = " ".join(rest.split()[:2]).casefold()
        if pair in words.asking:
            rest = " ".join(rest.split()[2:])
        elif match is not None and match.group().casefold() in words.asking:
            rest = rest[match.end() :].strip()
    return rest
