"""From classes to mentions: what each match of the grammar says, and where it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retrieval.entities import values
from retrieval.entities.grammar import MENTION
from retrieval.entities.lasting import duration, durations, opening
from retrieval.entities.mention import Kind, Mention
from retrieval.entities.naming import named
from retrieval.entities.tokens import REPLY, Tokens, Vocabulary, tokenise, vocabulary

_QUOTED = re.compile(r"“([^“”]{1,400})”|\"([^\"]{1,400})\"|«([^«»]{1,400})»|„([^„“”]{1,400})[“”]")
_SUM = re.compile(r"(\d+)[.,]\d\d")
_HOURS = 24
_COUNTED = ("l", "U", "%", "k", "d")  # classes of what a number before it counts
_NUMBER_WORDS_ALONE = frozenset({"one"})


@lru_cache(maxsize=REPLY)
def mentions(text: str, *, language: str = "en") -> tuple[Mention, ...]:
    """Every mention in `text`, by start; only QUOTED and TITLE may overlap others.

    >>> [(m.kind.value, m.value) for m in mentions("Six boats sank near Bergen on 3 May 1911.")]
    [('number', '6'), ('place', 'Bergen'), ('date', '1911-05-03')]
    """
    tokens = tokenise(text, language=language)
    return tuple(_mentions_of(tokens, vocabulary(language)))


def _mentions_of(tokens: Tokens, words: Vocabulary) -> list[Mention]:
    """Every mention in tokens made beforehand."""
    found: list[Mention] = []
    for match in MENTION.finditer(tokens.classes):
        first, last = match.span()
        if match.lastgroup == "name":
            found.extend(named(tokens, first, last, words))
        elif match.lastgroup == "duration":
            found.extend(durations(tokens, first, last, words))
        else:
            mention = _READ[match.lastgroup or ""](tokens, first, last, words)
            if mention is not None:
                found.append(mention)
    _tell_persons(tokens.text, found)
    found.extend(_quoted(tokens.text))
    found.sort(key=lambda mention: mention.start)
    return found


def _tell_persons(text: str, found: list[Mention]) -> None:
    """Make a person of a name that stands behind a title and a comma."""
    titles = {mention.end for mention in found if mention.kind is Kind.TITLE}
    for place, mention in enumerate(found):
        comma = mention.start - 2
        if mention.kind is Kind.NAME and comma in titles and text[comma : comma + 2] == ", ":
            found[place] = mention._replace(kind=Kind.PERSON)


def _quoted(text: str) -> Iterator[Mention]:
    for match in _QUOTED.finditer(text):
        inner = match.lastindex or 1
        start, end = match.span(inner)
        yield Mention(Kind.QUOTED, start, end, match.group(inner))


def _date(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention:
    if tokens.classes[first] == "T":
        first += 1
    if tokens.classes[last - 1] == "." and tokens.ends[last - 1] == len(tokens.text):
        last -= 1
    value = values.date(tokens, first, last, words)
    return Mention(Kind.DATE, tokens.starts[first], tokens.ends[last - 1], value)


def _money(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention:
    value = values.amount(tokens, first, last, words)
    return Mention(Kind.MONEY, opening(tokens, first, words), tokens.ends[last - 1], value)


def _percentage(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention:
    value = values.amount(tokens, first, last, words)
    return Mention(Kind.PERCENTAGE, opening(tokens, first, words), tokens.ends[last - 1], value)


def _number(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention | None:
    lone = last == first + 1
    if lone and tokens.surface(first).casefold() in _NUMBER_WORDS_ALONE:
        counts_something = tokens.classes[last : last + 1] == "l"
        if not counts_something:
            return None
    if lone and _is_sum(tokens, first, words):
        return _money(tokens, first, last, words)
    if _counts_time(tokens, last, words):
        return duration(tokens, first, last + 2, words)
    value = values.amount(tokens, first, last, words)
    end = tokens.ends[_counted(tokens, last, words) - 1]
    return Mention(Kind.NUMBER, opening(tokens, first, words), end, value)


def _is_sum(tokens: Tokens, place: int, words: Vocabulary) -> bool:
    """Whether a number with two decimals is a sum of money: "it costs 8.00", "hire: 8.00 per day".

    Behind a label alone it is one only where it can be no time of day.
    """
    number = _SUM.fullmatch(tokens.surface(place))
    if number is None or not place or tokens.classes[place + 1 : place + 2] in _COUNTED:
        return False
    before = (tokens.surface(other).casefold() for other in range(max(place - 3, 0), place))
    if not words.cues.get("prices", frozenset()).isdisjoint(before):
        return True
    if tokens.surface(place - 1) != ":":
        return False
    last = place + 1 == len(tokens.classes)
    told = not last and tokens.surface(place + 1).casefold() in words.cues.get("priced", ())
    return told or int(number[1]) > _HOURS


def _counts_time(tokens: Tokens, last: int, words: Vocabulary) -> bool:
    """Whether behind a number stands a unit of time with a word before it: "working days"."""
    unit = tokens.classes[last + 1 : last + 2]
    return unit in ("U", "v") and tokens.surface(last).casefold() in words.cues.get("spans", ())


def _ordinal(tokens: Tokens, first: int, last: int, words: Vocabulary) -> Mention:
    word = tokens.surface(first).casefold()
    value = str(words.ordinals.get(word) or "".join(filter(str.isdecimal, word)))
    return Mention(Kind.ORDINAL, tokens.starts[first], tokens.ends[last - 1], value)


_READ = {
    "date": _date,
    "money": _money,
    "percentage": _percentage,
    "number": _number,
    "ordinal": _ordinal,
}


def _counted(tokens: Tokens, last: int, words: Vocabulary) -> int:
    """The token after what a number counts: the first plural noun among the next three words."""
    classes = tokens.classes
    for number in range(last, min(last + 3, len(classes))):
        if classes[number] not in "lyCJ":
            if classes[number] == "o" and number == last and classes[last - 1] in "Kk":
                continue
            break
        word = tokens.surface(number)
        if word in words.counted or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            return number + 1
    return last
