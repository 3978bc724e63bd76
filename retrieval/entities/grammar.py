"""The grammar of mentions: one regular expression over the classes of tokens.

The first alternative that fits at a place wins; a mention takes as many tokens as it can.
"""

from __future__ import annotations

import re

_SPLIT = r"A?f(?:o?A|-)k+|(?:D|n(?:-?n)?)-?&-?A-?fk*"  # "half a million", "two and a half"
NUMBER = rf"(?:{_SPLIT}|Ak+|[DYN]k*|n(?:-?n|&(?=n)|k)*|k(?:&n|k)*|K(?:o?[Kk])*)"
_PART = r"(?:Af-?|f-|f(?=A)|[AnD]?f(?=oA))(?:o?A)?"  # "half an", "three quarters of an"
_LASTING = rf"(?:{NUMBER}-?U(?:&Af)?|AU&Af|{_PART}U)"
_DAY = r"(?:[DO]|n(?=o?[Mm]))"
_MONTH = r"(?:[Mm]\.?)"
_WEEKDAY = r"(?:W,?)?"
_YEAR = r"(?:,?o?Y)?"
_DATES = (
    rf"{_WEEKDAY}T?{_DAY}(?:[-_r&]T?{_DAY})?o?{_MONTH}{_YEAR}(?:[-_r]{_DAY}o?{_MONTH}{_YEAR})?",
    rf"{_WEEKDAY}{_MONTH}T?{_DAY}(?![Ulk%])(?:[-_r&]{_MONTH}?{_DAY}(?![Ulk%]))?(?:,?Y)?",
    rf"(?:e-?)?{_MONTH},?o?Y",
    rf"(?:R|e-?){_MONTH}|M\.?|(?<=[BPRrejo])m",
    r"Y-D-D|i",
    r"(?:e-?)?T?s(?:o?Y)|Rs|(?<=[BPj])T(?:e-?)?s(?!o)",
    r"(?:e-?)?[OQ](?:[&-][OQ])?-?v",
    r"(?:D|Y|N)(?:-(?:D|Y|N))?E|E[DN]",
    r"(?:e-?)?T?L(?:[-r&]L)?",
    r"R[UWv](?!U)",
    r"R?W(?:[-&r]W)*p?|tp?",
    rf"(?<!j)(?:(?:{NUMBER}|A)-?U|{_LASTING})a",
    r"q(?:p\.?)?|(?<=[BPj])Dp\.?",
    r"(?<=[BPrjAT(&_-])(?:e-?)?Y(?:[-r&]Y)?(?![Uk%dV-])",
    r"(?<![CXc])(?:e-?)?Y(?:-[YD])?(?![lyUk%dV-])",
)
_MONEY = (rf"[IX]?(?:cX?{NUMBER}|Z)", rf"V{NUMBER}|{NUMBER}-?[dV]")
_SHARES = (
    rf"{NUMBER}(?:[-r]{NUMBER})?-?%",
    r"(?!A?f(?:o?A|-)k)(?:(?:A|n-?)?(?:f|O)(?=o)|(?:A|n-?)f|f(?=[TlAC]))",
)
_DURATIONS = (
    rf"{_LASTING}(?:,?&?{NUMBER}-?U)+",
    rf"{NUMBER}(?:[-r&]{NUMBER})?-?[Uv](?:&Af)?|{_LASTING}",
)
_NUMBERS = (rf"[DYN]-[DYN](?!-)|{NUMBER}",)
_CAPITAL = r"(?:Q(?=[CXHJ])|[CXHJ]|[Ih]\.?)"
_NAME_LINK = r"(?:-|\+|b{1,2}-?|oT?|(?<=[Hy])jT?|(?<=j[CJ])&(?=[CJ]))"
_NAMED = (
    rf"(?:{_CAPITAL}|y(?=[jo]?T?[CXHJ]))(?:{_NAME_LINK}?{_CAPITAL})*(?:(?<=CC)-l|[DN](?![lyUk%dV-]))?",
)

MENTION = re.compile(
    "|".join(
        f"(?P<{name}>{'|'.join(alternatives)})"
        for name, alternatives in {
            "date": _DATES,
            "money": _MONEY,
            "duration": _DURATIONS,
            "percentage": _SHARES,
            "number": _NUMBERS,
            "ordinal": ("[OQ]",),
            "name": _NAMED,
        }.items()
    )
)
