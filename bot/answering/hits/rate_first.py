"""How many in a span of time: what tells so in the best hit's document comes first.

"How many can I take a day?" is told by "no more than six in 24 hours", not by whatever tells of
days, and the thing that is counted need not be said where the document is all about it.
"""

from __future__ import annotations

from bot.answering.amounts.in_passages import rate_asked, says_rate
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.passages import read_all
from bot.answering.grammar.question import read_question
from bot.answering.grammar.referring import title_terms
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reordering import before_others
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.question import Question, Wanted
from retrieval.records import Hit
from retrieval.retriever import Findings


def rate_first(found: Findings) -> Findings:
    """What was found, first what tells how many in the span of time that the question names."""
    question = found.question
    if not found.hits or not _asks_rate(question):
        return found
    best = found.hits[0]
    if _tells(question, best):
        return found
    same = (hit for hit in found.hits if hit.passage.document.id == best.passage.document.id)
    told = next((hit for hit in same if _tells(question, hit)), None)
    return found if told is None else before_others(found, [told])


def _asks_rate(question: Question) -> bool:
    """Whether it is asked how many a day, and not of a day ticket."""
    rated = pattern("amounts.rate", question.language).search(question.text)
    if question.wanted is not Wanted.NUMBER or rated is None:
        return False
    sentence = read_sentence(question.text, language=question.language)
    behind = sentence.at(rated.end())
    return sentence.tags[behind : behind + 1] not in ("N", "C")


def _tells(question: Question, hit: Hit) -> bool:
    """Whether a passage counts in that span of time, and what is asked about or any other thing."""
    language = question.language
    (read,) = read_all(question, [hit.passage.text])
    rate = rate_asked(question)
    if (
        rate is None
        or not says_rate(read, rate)
        or not any(m.kind is MentionKind.NUMBER for m in read.found)
    ):
        return False
    head = read_question(question).head
    said = title_terms(hit.passage).union(analyser(language).terms(hit.passage.text))
    return not head or not alike(head, language).isdisjoint(said)
