"""The sentence that says what something is, wherever in the collection it stands.

Where the thing is what all pages are about, hundreds of sentences name it as often as the one that
defines it, and the ranker may never see that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.forms.defining import Defining, defining, thing_asked
from bot.answering.hits.reordering import before_others
from retrieval.analysis import analyser
from retrieval.records import Hit, Passage
from retrieval.retriever import Findings, Retriever

LANGUAGE = "en"  # the form is that of English
LOOKED_AT = 150  # passages with the words of the thing and of definitions
MOST = 2  # definitions put first
LIKELIER = 1.0  # log-odds by which an answer is likelier where the thing is defined
_OF_THING = 2.0  # what a word of the thing weighs, against "is" and "a"
_TELLING = "is are a an"


def definition_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, first the sentences that open with what the thing asked about is."""
    question = found.question
    thing = thing_asked(question) if question.language == LANGUAGE and found.hits else ""
    defined = _defined(thing, retriever) if thing else {}
    best = max(defined.values(), default=Defining.NONE)
    if not best or defining(thing, found.hits[0].passage.text) > best:
        return found
    first = _earliest([passage for passage, plainly in defined.items() if plainly == best])
    hits = [Hit(passage, found.hits[0].probability) for passage in first]
    return before_others(found, hits, likelier=LIKELIER)


def _defined(thing: str, retriever: Retriever) -> dict[Passage, Defining]:
    """The sentences that define a thing, among those with most words of it and of definitions."""
    analysis = analyser(LANGUAGE)
    telling = dict.fromkeys(analysis.terms(_TELLING), 1.0)
    weights = telling | dict.fromkeys(analysis.terms(thing), _OF_THING)
    passages = retriever.holding(weights, k=LOOKED_AT)
    read = {passage: defining(thing, passage.text) for passage in passages}
    return {passage: plainly for passage, plainly in read.items() if plainly}


def _earliest(passages: Sequence[Passage]) -> list[Passage]:
    """The few that stand next to the beginning of their documents, each text once.

    A document says what its subject is when it first speaks of it.
    """
    placed = sorted(passages, key=lambda passage: (passage.start, passage.number))
    texts = {passage.text: passage for passage in reversed(placed)}
    return [passage for passage in placed if texts[passage.text] is passage][:MOST]
