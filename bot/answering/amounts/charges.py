"""Sums that are another charge than the one asked for, or no sums at all."""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span
from retrieval.synonyms import NEAR


def is_time_alone(question: Question, text: str, span: Span) -> bool:
    """Whether words are a span of time and no sum: parking that is "free for two hours"."""
    kinds = {
        mention.kind
        for mention in mentions(text, language=question.language)
        if mention.span.overlaps(span)
    }
    return kinds == {MentionKind.DURATION}


def is_other_charge(question: Question, text: str, span: Span) -> bool:
    """Whether a sum is one charge where another is asked for: "a fee of £30" is no rent; what
    does not say that it is a deposit is none.
    """
    charges = listed("amounts.charges", question.language)
    asked = charges.intersection(w.removesuffix("s") for w in question.words)
    analysis = analyser(question.language)
    alikes = {e for noun in asked for e in alike(analysis.term(noun), question.language)}
    if asked & listed("amounts.named_charges", question.language):
        return alikes.isdisjoint(analysis.terms(text))
    before = pattern("amounts.charged_before", question.language).search(text, 0, span.start)
    if not asked or before is None:
        return False
    said = before["noun"].casefold()
    return said in charges and analysis.term(said) not in alikes


def is_charge_of_case(question: Question, text: str, span: Span) -> bool:
    """Whether a sum is due in a case of which the question says only the thing itself: "if the rent
    is late, £30 is added" tells no rent.
    """
    language = question.language
    found = pattern("amounts.case", language).match(text)
    if found is None or span.start < found.end():
        return False
    terms = analyser(language).terms
    asked = {token.term for token in question.content}
    near = {each for term in asked for each in alike(term, language, least=NEAR)}
    case, main = set(terms(found["case"])), text[found.end() :]
    meant = listed("amounts.meant", language).intersection(main.casefold().split())
    further = case - near - analyser(language).stop_terms
    lone = len(asked & case) == 1 and bool(further)
    return lone and not meant and near.isdisjoint(terms(main))
