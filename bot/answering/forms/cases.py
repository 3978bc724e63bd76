"""Questions of what happens in some case, and sentences that tell it: "if the chair is absent"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.grammar.alike import weight_shared
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span

_LEAST = 0.5  # the share of a case's words, of any rarity, that tell that it is the same
_VERBS = frozenset("VEX")
_KEPT = 16  # questions: several rules of a reply ask the same one
_ENDS = ' .!?"”'


@dataclass(frozen=True, slots=True)
class Case:
    """A case that is asked or told of: the terms of its clause, those that only carry grammar left
    out, all its terms, and whether it is that something is not so.
    """

    terms: frozenset[str]
    written: tuple[str, ...]
    denied: bool


@lru_cache(maxsize=_KEPT)
def case_asked(question: Question) -> Case | None:
    """The case of which a question asks what happens in it; None where it asks no such thing.

    >>> from retrieval.question import parse_question
    >>> case_asked(parse_question("What happens if there is no chair?")).denied
    True
    """
    asked = _asked(question)
    clause = next(filter(None, asked.groups()), "") if asked else ""
    if not clause:
        return None
    case = _case(clause, question.language)
    return case if case.terms else None


def asks_what_follows(question: Question) -> bool:
    """Whether it is asked what a sign means, or what happens or is to be done in some case."""
    return _asked(question) is not None


def _asked(question: Question) -> re.Match[str] | None:
    """Where a question asks what follows; its one group with words tells in which case."""
    return pattern("cases.asked", question.language).search(question.text)


def share_told(case: Case, text: str, language: str, rarity: Callable[[str], float]) -> float:
    """How much of the weight of a case a sentence says in a clause of its own, 0 to 1."""
    shares = (
        weight_shared(case.terms, told.terms, language, rarity)
        for told in _cases_told(text, language)
        if told.denied == case.denied
    )
    return max(shares, default=0.0)


def consequence_told(question: Question, sentence: Sentence) -> Span | None:
    """What a sentence says of a case that it opens or ends with: "the tank is empty" of "If it
    flashes, the tank is empty"; where one case is asked about, of that one.
    """
    text, language = sentence.tokens.text, sentence.language
    asked = case_asked(question)
    if not asks_what_follows(question) or (asked and not _is_told(asked, text, language)):
        return None
    opening = pattern("cases.opening", language).match(text)
    if opening is not None:
        whole = _is_whole(sentence, sentence.at(opening.end()))
        end = _sign_told(question, text, opening.end())
        return Span(opening.end(), end) if whole else None
    mark = pattern("cases.mark", language).match(text)
    ending = pattern("cases.ending", language).search(text, mark.end() if mark else 0)
    if ending is None or asked is None:
        return None
    return Span(mark.end() if mark else 0, ending.start())


def _sign_told(question: Question, text: str, start: int) -> int:
    """The end of what follows from a case; of what a sign means, before what to do about it."""
    meant = pattern("cases.means", question.language).search(question.text)
    told = pattern("cases.meaning", question.language).match(text, start) if meant else None
    return told.end("told") if told else len(text.rstrip(_ENDS))


def _is_whole(sentence: Sentence, end: int) -> bool:
    """Whether the case that a sentence opens with ends before a token: one without a verb goes on
    to the next comma, "if the chair" of "if the chair, now ill, resigns, the board meets".
    """
    return not _VERBS.isdisjoint(sentence.tags[:end]) or "," not in sentence.tags[end:]


def _is_told(case: Case, text: str, language: str) -> bool:
    return share_told(case, text, language, lambda _: 1.0) >= _LEAST


def _cases_told(text: str, language: str) -> Iterator[Case]:
    """The cases that a sentence speaks of: those behind "if" and the like."""
    for found in pattern("cases.told", language).finditer(text):
        case = _case(found["case"], language)
        turned = found["opener"].casefold() in listed("cases.unless", language)
        yield Case(case.terms, case.written, case.denied != turned)


def _case(clause: str, language: str) -> Case:
    analysis = analyser(language)
    written = tuple(analysis.terms(clause))
    denying = polarity(language).negations
    return Case(
        terms=frozenset(written) - analysis.stop_terms - denying,
        written=written,
        denied=not denying.isdisjoint(written),
    )
