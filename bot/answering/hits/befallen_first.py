"""Whether anybody was hurt: told behind the sentence on what happened, seldom in it.

"Was anybody hurt when the lorry hit the bridge?" shares its words with "A lorry crashed into the
bridge", which is followed by "Nobody was hurt".
"""

from __future__ import annotations

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.hits.reordering import before_others
from retrieval.analysis import analyser
from retrieval.question import Kind, Question
from retrieval.records import Hit
from retrieval.retriever import Findings
from retrieval.synonyms import SAME

BEHIND = 2  # sentences behind the one on what happened


def befallen_first(found: Findings) -> Findings:
    """What was found, first the sentence close behind the best one that says what is asked for."""
    befell = _befell(found.question)
    if not befell or not found.hits:
        return found
    best, terms = found.hits[0].passage, analyser(found.question.language).terms

    def tells(hit: Hit) -> bool:
        behind = hit.passage.number - best.number
        same = hit.passage.document.id == best.document.id
        return same and 0 <= behind <= BEHIND and not befell.isdisjoint(terms(hit.passage.text))

    told = sorted(filter(tells, found.hits), key=lambda hit: hit.passage.number)
    return before_others(found, told[:1]) if told else found


def _befell(question: Question) -> frozenset[str]:
    """The words for what may have befallen anybody: hurt, injured; none where another thing is
    asked.
    """
    asked = pattern("befallen.asked", question.language).search(question.text)
    if asked is None or question.kind is not Kind.YES_NO:
        return frozenset()
    deed = analyser(question.language).term(asked["deed"].casefold())
    return alike(deed, question.language, least=SAME)
