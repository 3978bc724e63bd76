"""Messages as people paste them: in a quote or a list, in bold, with a link beside them."""

from __future__ import annotations

import re

_OPENING = re.compile(r"\A(?:>\s*|[•*-]\s+)+")
_AROUND = re.compile(r"(\*\*|__|~~|[*_`\"])((?:(?!\1).)+)\1", re.DOTALL)
# A link that is no part of a sentence.
_LINK = re.compile(r"(?:(?:^|(?<=[?!.]))\s*|\n\s*)https?://\S+(?=\s*(?:\n|$))", re.IGNORECASE)


def bare(message: str) -> str:
    """A message without what stands around it or beside it, unless nothing else does."""
    alone = _OPENING.sub("", _LINK.sub("", message)).strip()
    around = _AROUND.fullmatch(alone)
    return (around[2].strip() if around else alone) or message
