"""Messages as people paste them, freed of what is around them: quotes, bullets, bold, links."""

from __future__ import annotations

import re
from html import unescape

_OPENING = re.compile(r"\A(?:>\s*|[•*-]\s+)+")
_AROUND = re.compile(r"(\*\*|__|~~|[*_`\"])((?:(?!\1).)+)\1", re.DOTALL)
# A link that is no part of a sentence.
_LINK = re.compile(r"(?:(?:^|(?<=[?!.]))\s*|\n\s*)https?://\S+(?=\s*(?:\n|$))", re.IGNORECASE)

_SIGN = re.compile(r"&(?:amp|quot|apos|nbsp|#0?39);", re.IGNORECASE)
# A command up to the comment that it ends with, and what a template would fill in.
_CODE = re.compile(r"\A[^\n?]*;\s*--\s*(?=\w+\s+\w)|\$?\{+[^{}\n]*\}+")


def bare(message: str) -> str:
    """A message without what stands around it or beside it, unless nothing else does."""
    written = _SIGN.sub(lambda sign: unescape(sign[0]), message)
    alone = _OPENING.sub("", _CODE.sub(" ", _LINK.sub("", written)).strip()).strip()
    around = _AROUND.fullmatch(alone)
    return (around[2].strip() if around else alone) or message
