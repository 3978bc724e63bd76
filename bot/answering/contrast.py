"""What a sentence sets aside beside what is so: "on 6 July instead of 29 June"."""

from __future__ import annotations

import re

from retrieval.records import Span

_ASIDE = re.compile(
    r"\b(?:instead of|rather than|as opposed to|in place of|unlike|not(?=[^,;.()]*,? but\b))\s+"
    r"(?P<aside>[^,;.()]+?(?:\.\d[^,;.()]*?)?)"
    r"(?=[,;()]|\.(?!\d)|$|\s(?:but|as|because|since|so that)\b)",
    re.IGNORECASE,
)


def set_aside(text: str) -> list[Span]:
    """Where a text names what is not so.

    >>> text = "It is held in May instead of June, as before."
    >>> [text[start:end] for start, end in set_aside(text)]
    ['June']
    """
    return [Span(*found.span("aside")) for found in _ASIDE.finditer(text)]
