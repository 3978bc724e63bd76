"""Questions for what is not so: sentences that deny something come first.

"What may visitors not do?" is told by "seats may not be kept free", hardly by "visitors must be
sixteen", which shares as many of its words.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.negation import denies_of
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.hits.reordering import reordered
from retrieval.odds import log_odds
from retrieval.question import Kind, Question
from retrieval.records import Hit
from retrieval.retriever import Findings

DENIED = 1.5  # log-odds by which a sentence may be less likely that denies what is asked about,
# and once more where it says that there is none of the very thing
_OTHERS = frozenset({Kind.YES_NO, Kind.WHY, Kind.HOW_MANY})  # where "not" is said of the question


def denial_first(found: Findings) -> Findings:
    """What was found, sentences that deny something first where the question asks for that."""
    question = found.question
    if not asks_for_denied(question):
        return found
    content = frozenset(token.term for token in question.content)
    asked = _denied_things(read_sentence(question.text, language=question.language))

    def odds(hit: Hit) -> float:
        sentence = read_sentence(hit.passage.text, language=question.language)
        same = not asked.isdisjoint(_denied_things(sentence))
        return log_odds(hit.probability) + DENIED * (denies_of(sentence, content) + same)

    return replace(found, hits=reordered(found.hits, odds))


def _denied_things(sentence: Sentence) -> frozenset[str]:
    """The terms of the nouns right behind a "no": the class of "no class"."""
    negations = polarity(sentence.language).negations
    pairs = zip(sentence.terms, sentence.terms[1:], sentence.tags[1:], strict=False)
    return frozenset(thing for no, thing, tag in pairs if no in negations and tag in "NC")


def asks_for_denied(question: Question) -> bool:
    """Whether a question wants what is not so: "which fees are not paid back?"."""
    words = polarity(question.language).negations
    denied = any(token.term in words for token in question.terms)
    return denied and question.kind not in _OTHERS
