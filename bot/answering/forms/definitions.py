"""Whether a sentence tells what something is: "A hold is ...", "Hold: ...", "a pier called ..."."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.question import Question

_KEPT = 64  # things: each is looked for in several sentences
_THING = re.compile(
    r"\b(?:what|who)(?:'?s| (?:is|are|was|were))(?: exactly| meant by)? (?:an? |the )?"
    r"(?P<thing>.+?)[\s?!.]*$",
    re.IGNORECASE,
)


def defines(question: Question, text: str) -> bool:
    """Whether a sentence says what the thing is that a question asks the meaning of."""
    asked = _THING.search(question.text.replace("’", "'"))
    return asked is not None and _definition(asked["thing"].casefold()).search(text) is not None


@lru_cache(maxsize=_KEPT)
def _definition(thing: str) -> re.Pattern[str]:
    """What a sentence looks like that says what a thing is."""
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", thing)))
    own = rf"(?:{words}s?|{words.removesuffix('s')})[\"”]?"
    opening = r"(?:^|[.;:,(\"“]\s*)(?:an? |the |our |its )?(?:\w+ )?[\"“]?"
    is_one = (
        r",? (?:is|are|was|were|means?|meant|stands for|refers? to) (?:an? |the |one |what |any )"
    )
    beside = r"(?:, | \()(?:which|who|that is|an? |one |some |then |formerly )"
    named = r"\b(?:called|named|known as) (?:an? |the )?[\"“]?"
    entry = rf"^\W*{own}\s*(?::|[-–—]) "
    return re.compile(rf"{opening}{own}{is_one}|{own}{beside}|{named}{own}|{entry}", re.IGNORECASE)
