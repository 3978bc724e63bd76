"""When somebody was born or died, by the dates in brackets behind a name.

"Ida Holm (3 May 1871 – 19 October 1948) was a baker" tells both.
"""

from __future__ import annotations

import re

from bot.answering.short.sentence import Sentence
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_LIFE = re.compile(
    r"\s*\((?:born |b\. ?)?(?P<born>[^()–-]*?\d{3,4})\s*(?:[–-]|to)\s*"
    r"(?:died |d\. ?)?(?P<died>[^()–-]*?\d{3,4})\)"
)


def life_date(question: Question, sentence: Sentence) -> Span | None:
    """The date of birth or of death, whichever is asked for, behind a name in the question."""
    ends = lexicon(f"statements_{question.language}").get("ends", {})
    born, died = (question.words & set(ends.get(name, "").split()) for name in ("birth", "death"))
    if bool(born) == bool(died):
        return None
    asked = {token.term for token in question.content}
    text = sentence.tokens.text
    for place, end in enumerate(sentence.tokens.ends):
        found = _LIFE.match(text, end) if sentence.terms[place] in asked else None
        if found is not None:
            return Span(*found.span("born" if born else "died"))
    return None
