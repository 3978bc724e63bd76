"""What a sentence sets aside: "on 6 July instead of 29 June", "Ida Holm (Lab)"."""

from __future__ import annotations

import re
from collections.abc import Set

from retrieval.records import Span

_ASIDE = re.compile(
    r"\b(?:instead of|rather than|as opposed to|in place of|unlike|not(?=[^,;.()]*,? but\b))\s+"
    r"(?P<aside>[^,;.()]+?(?:\.\d[^,;.()]*?)?)"
    r"(?=[,;()]|\.(?!\d)|$|\s(?:but|as|because|since|so that)\b)",
    re.IGNORECASE,
)


_CHANGED = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|rais(?:e|es|ed|ing)|f[ae]ll(?:s|en|ing)?|lower(?:s|ed|ing)?|cut"
    r"|increas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|drop(?:s|ped)?|went|goes|grew|grown"
    r"|moved?|brought forward|put back)\b[^,;.]{0,60}?\s(?P<aside>from\s+[^,;]{1,30}?)\s+to\s",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(
    r"before|old|previous(?:ly)?|formerly|used|originally|from|chang\w+|increas\w+|r[io]se|f[ae]ll|w(?:as|ere)"
)
_PARTY = re.compile(r"\b[A-Z][\w'’-]+ \((?P<aside>[A-Z][\w.-]{0,9})\)")
_OF_PERSONS = frozenset({"who", "whom", "whose"})


def set_aside(text: str, *, asked: Set[str] = frozenset()) -> list[Span]:
    """Where a text names what is not so, or is no more: "it rises from £45 to £52"; where persons
    are asked for also the party or land in brackets behind a name.

    `asked` are the words of a question; one for what was before leaves that in.

    >>> text = "It is held in May instead of June, as before."
    >>> [text[start:end] for start, end in set_aside(text)]
    ['June']
    """
    found = list(_ASIDE.finditer(text))
    if not any(map(_OF_BEFORE.fullmatch, asked)):
        found += _CHANGED.finditer(text)
    if asked & _OF_PERSONS:
        found += _PARTY.finditer(text)
    return [Span(*each.span("aside")) for each in found]
