"""The dimension that a question asks the measure of: a height, an age, how often, a price.

"How high is the tower?" is answered by "60 metres" and not by "built in 1902"; "how often" by
"every three months"; "what is the fee?" by money, or by a number where paying is spoken of.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.answering.amounts.counting import asks_how_much
from bot.answering.amounts.dimensions import Dimension, Dimensions, dimensions_of
from bot.answering.grammar.lexical import listed
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.question.grammar import grammar_of

_COUNTED = frozenset({Wanted.NUMBER, Wanted.MONEY, Wanted.PERCENTAGE})


@lru_cache(maxsize=16)  # a reply asks it of its question again and again
def dimension(question: Question) -> Dimension | None:
    """The dimension that a question asks the measure of; None where it asks for none."""
    asked = _dimension_told(question)
    if asked is None or asked.shares.isdisjoint(question.words):
        return asked
    return replace(asked, kinds=asked.kinds | {MentionKind.PERCENTAGE})


def _dimension_told(question: Question) -> Dimension | None:
    """The dimension asked for: by a pattern, by "how high", by a verb, or by a noun."""
    known = dimensions_of(question.language)
    for asks, asked_for in known.by_asking:
        if asks.search(question.text):
            return asked_for
    asks_how = question.kind in (Kind.HOW, Kind.HOW_MANY)
    words = [word.strip("?.,!\"'").casefold() for word in question.text.split()]
    for before, word in pairwise(words):
        if asks_how and before == "how" and word in known.by_degree:
            measured = known.by_degree[word]
            if word in listed("amounts.again", question.language):
                return measured
            own = word in listed("amounts.of_persons", question.language)
            return _of_noun(question, known, measured, own=own)
    if question.wanted is Wanted.MONEY or (
        question.kind is Kind.HOW_MANY and asks_how_much(question)
    ):
        by_verb = next((known.by_verb[word] for word in words if word in known.by_verb), None)
        if by_verb is not None or question.kind is Kind.HOW_MANY:
            return by_verb
    term = analyser(question.language).term
    whole = listed("amounts.parts", question.language).isdisjoint(question.words)
    if question.kind in (Kind.WHAT, Kind.OTHER) and question.focus and whole:
        return known.by_noun.get(term(question.focus[-1].term))
    return None


def _of_noun(
    question: Question, known: Dimensions, measured: Dimension, *, own: bool
) -> Dimension | None:
    """The dimension of what is said to be high or long: of a high price that of prices, if the
    adjective has not its `own`: how old one must be to rent a boat is no sum.

    None for what is counted, not measured: a long list, a high number.
    """
    term = analyser(question.language).term
    nouns = grammar_of(question.language).nouns
    for token in question.content:
        word = question.text[token.start : token.end].casefold()
        if word in measured.counted or (nouns.get(word) in _COUNTED and not own):
            return known.by_noun.get(term(word))
        if term(word) in known.by_noun and not own:
            return known.by_noun[term(word)]
    return measured


def kin(question: Question) -> frozenset[str]:
    """The terms with one of which the measure stands that is asked for: "deep" and "depth"."""
    words = [word.strip("?.,!\"'").casefold() for word in question.text.split()]
    table = lexicon(f"statements_{question.language}").get("kin", {})
    for before, word in pairwise(words):
        if before == "how" and word in table:
            return frozenset(map(analyser(question.language).term, f"{word} {table[word]}".split()))
    return frozenset()
