"""When somebody was born or died, by the dates in brackets behind a name, or words that tell it.

"Ida Holm (3 May 1871 – 19 October 1948) was a baker" tells both.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.answering.forms.things import end_words
from bot.answering.grammar.alike import alike
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span

_LIFE = re.compile(
    r"\s*\((?:born |b\. ?)?(?P<born>[^()–-]*?\d{3,4})\s*(?:[–-]|to)\s*"
    r"(?:died |d\. ?)?(?P<died>[^()–-]*?\d{3,4})\)"
)

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16)  # a reply asks it of its question again and again
def asked_of_life(question: Question) -> frozenset[str]:
    """The terms of which one tells a birth or a death, whichever is asked about; none for neither.

    >>> from retrieval.question import parse_question
    >>> "birthplac" in asked_of_life(parse_question("Where was Ida Holm born?"))
    True
    """
    for name in ("birth", "death"):
        if question.words & end_words(question.language, name):
            return _telling(question.language, name)
    return frozenset()


@cache
def _telling(language: str, name: str) -> frozenset[str]:
    """The terms of which one tells an end of a life."""
    words = sorted(end_words(language, name))
    terms = {*map(analyser(language).term, words)}
    terms |= {*read_sentence(" ".join(words), language=language).terms}
    return frozenset(terms).union(*(alike(one, language) for one in terms))


def life_date(question: Question, sentence: Sentence) -> Span | None:
    """The date of birth or of death, whichever is asked for, behind a name in the question."""
    born, died = (question.words & end_words(question.language, n) for n in ("birth", "death"))
    if bool(born) == bool(died):
        return None
    asked = {token.term for token in question.content}
    text = sentence.tokens.text
    for place, end in enumerate(sentence.tokens.ends):
        found = _LIFE.match(text, end) if sentence.terms[place] in asked else None
        if found is not None:
            return Span(*found.span("born" if born else "died"))
    return None


def is_other_end(question: Question, text: str, span: Span) -> bool:
    """Whether words tell of a birth where a death is asked for, or the other way round."""
    language = question.language
    born, died = (end_words(language, name) for name in ("birth", "death"))
    if bool(question.words & born) == bool(question.words & died):
        return False
    said = _WORD.findall(text[: span.start].casefold())
    last = next((word for word in reversed(said) if word in born | died), "")
    return last in (died if question.words & born else born)
