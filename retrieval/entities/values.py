"""The normal form of dates and quantities, from the tokens they are made of."""

from __future__ import annotations

import re
import unicodedata

from retrieval.entities.tokens import SCALES, Tokens, Vocabulary

_FIGURES = re.compile(r"([\d.,:]+)\s?([a-z]*)$")


def amount(tokens: Tokens, first: int, last: int, words: Vocabulary) -> str:
    """The number that tokens `first` to `last` (excluded) write, in digits; "" if it is vague.

    "two hundred and fifty thousand" is 250000, "5.3 million" 5300000, "two and a half" 2.5, "scores
    of thousands" "". Half a thousand or half an hour is half as much, any other half is 50 percent.
    """
    total = 0.0
    group: float | None = None
    measured = tokens.classes[last - 1] in "kU"
    for number in range(first, last):
        letter = tokens.classes[number]
        word = tokens.surface(number).casefold()
        if letter in "DYNZ":
            group = _figure(word)
        elif letter == "n":
            group = (group or 0) + words.numbers[word]
        elif letter == "k":
            group = (1 if group is None else group) * words.scales[word]
            if words.scales[word] >= 1000:
                total, group = total + group, 0
        elif letter == "f" and tokens.classes[first:number].replace("-", "").endswith("&A"):
            group = (1 if group is None else group) + words.fractions[word]
        elif letter == "f" and measured:
            group = (1 if group is None else group) * words.fractions[word]
        elif letter in "fO" and word in words.fractions:
            return plain((group or 1) * words.fractions[word] * 100)
        elif letter == "K" or _leads_on(tokens.classes, number):
            return ""
    return "" if group is None else plain(total + group)


def _leads_on(classes: str, number: int) -> bool:
    """Whether a token leads from one number to another: "two to three"."""
    following = classes[number + 1 : number + 2]
    return (classes[number] in "-_r&" and following in ("D", "Y", "N")) or (
        classes[number] == "r" and following == "n"
    )


def date(tokens: Tokens, first: int, last: int, words: Vocabulary) -> str:
    """ISO 8601 of an absolute date or range of days, months or years; "" for any other."""
    letters = tokens.classes[first:last]
    if any(letter in "RtaevOEqKUsL" and letter != "O" for letter in letters):
        return ""
    days: list[int] = []
    months: list[int] = []
    years: list[int] = []
    for number, letter in enumerate(letters, first):
        word = tokens.surface(number).casefold()
        if letter in "Mm":
            if word not in words.months:  # "Oct'ober" is read as a month's name, but is none
                return ""
            months.append(words.months[word])
        elif letter in "DO":
            days.append(_day(word, words))
        elif letter == "Y" and word.isdecimal():
            years.append(int(word))
    return _assembled(days, months, years)


def _assembled(days: list[int], months: list[int], years: list[int]) -> str:
    """ISO 8601 of the days, months and years of a date or range; "" where they make none."""
    if len(years) == 1 and len(days) == 2 and not months:
        return f"{years[0]}-{days[0]:02}-{days[1]:02}"
    if not months:
        return "/".join(map(str, years)) if not days else ""
    if len(years) > 1 or not all(1 <= day <= 31 for day in days):
        return ""
    year = str(years[0]) if years else "-"
    if not days:
        return "/".join(f"{year}-{month:02}" for month in months)
    if len(days) == 1 and len(months) > 1:
        return ""
    return "/".join(
        f"{year}-{months[min(place, len(months) - 1)]:02}-{day:02}"
        for place, day in enumerate(days)
    )


def _figure(word: str) -> float:
    """400,000 is 400000 and 3.14 is 3.14; a comma before other than three digits is a point.

    2½ is 2.5, £600m is 600000000.
    """
    figures = _FIGURES.search(word)
    if figures is not None and figures[2]:
        return _figure(figures[1]) * SCALES[figures[2]]
    if not word[-1].isdecimal():
        return _figure(word[:-1]) + unicodedata.numeric(word[-1])
    head, comma, tail = word.rpartition(",")
    if comma and len(tail) != 3:
        word = f"{head.replace(',', '')}.{tail}"
    parts = word.replace(",", "").replace(":", ".").split(".")
    return float("".join(parts) if len(parts) > 2 else ".".join(parts))


def _day(word: str, words: Vocabulary) -> int:
    if word in words.ordinals:
        return words.ordinals[word]
    digits = "".join(filter(str.isdecimal, word))
    return int(digits[:3]) if digits else 0


def plain(number: float) -> str:
    """A number in decimal digits, without a point where it is whole."""
    return str(int(number)) if number == int(number) else f"{number:g}"
