"""For what something was done: "to" and a verb behind the deed that is asked about.

"The council closed the road on Monday to mend the bridge" tells why it closed the road. "The
council asked drivers to be patient" tells what it asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_REACH = 16  # words between a deed and what it is done for
_BREAKS = frozenset("S.,()")  # tags that part a deed from what stands behind them
_DEEDS = frozenset("VEG")
_BEFORE = frozenset("NC#")  # tags of what may stand before "to"
_CLAUSE_END = re.compile(r"[,;]\s|\s[-–—(]|[.!?\"”’]*$")


@dataclass(frozen=True, slots=True)
class _Words:
    """Verbs and nouns, as terms, behind which "to" opens what is asked, told or able to be done."""

    verbs: frozenset[str]
    nouns: frozenset[str]


def gives_purpose(question: Question, text: str) -> bool:
    """Whether a sentence tells for what the deed of a question was done."""
    return purpose_told(question, read_sentence(text, language=question.language)) is not None


def purpose_told(question: Question, sentence: Sentence) -> Span | None:
    """Where a sentence tells for what the deed of a question was done; None where it doesn't."""
    verb = read_question(question).verb
    known = _words(question.language)
    if not verb or verb in known.verbs:
        return None
    deed = alike(verb, question.language) - known.verbs
    for place, term in enumerate(sentence.terms):
        if term in deed and sentence.tags[place] in _DEEDS:
            start = _purpose(sentence, place, known)
            if start:
                opened = sentence.tokens.starts[start]
                text = sentence.tokens.text
                end = _CLAUSE_END.search(text, opened)
                return Span(opened, end.start() if end else len(text))
    return None


def _purpose(sentence: Sentence, deed: int, known: _Words) -> int:
    """The token of the "to" that tells for what a deed was done; 0 where there is none."""
    tags, terms = sentence.tags, sentence.terms
    for place in range(deed + 1, min(deed + _REACH, len(tags) - 1)):
        if tags[place] in _BREAKS or terms[place] in known.verbs:
            return 0
        if tags[place] != "t" or not _is_verb(sentence, place + 1):
            continue
        passive = place == deed + 1 and tags[deed] == "E" and tags[deed - 1] == "X"
        after_noun = tags[place - 1] in _BEFORE and terms[place - 1] not in known.nouns
        return place if passive or after_noun else 0
    return 0


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Whether a verb stands at a place: "visit the mill", "speed up", not "school" or "Rome"."""
    tags, behind = sentence.tags, place + 1
    if tags[place] != "N":
        return tags[place] == "V"
    particles = listed("purposes.particles", sentence.language)
    parted = not particles.isdisjoint(sentence.terms[behind : behind + 1])
    return parted or tags[behind : behind + 1] in ("D", "R")


@cache
def _words(language: str) -> _Words:
    lists = lexicon(f"statements_{language}").get("purposes", {})
    rules = polarity(language)
    term = analyser(language).term
    verbs = frozenset(map(term, lists.get("controlling", "").split()))
    nouns = frozenset(map(term, lists.get("enabling", "").split()))
    other = rules.wishing | rules.thinking | rules.permits | rules.denials | rules.weighty
    return _Words(verbs | other, nouns | rules.wishing)
