"""How somebody took something: sentences that tell what he did then come first.

"How did the guild react to the draft?" is told by "The guild, however, would not discuss it", not
by "The council gave the guild a draft", which has more of the question's words.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.hits.reordering import reordered
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings

GAIN = 3.0  # log-odds by which a sentence may be less likely that tells what somebody did
TURNED = 1.5  # log-odds that "however" or "in response" adds
_LOOKED_AT = 8  # best hits


def reactions_first(found: Findings) -> Findings:
    """What was found, sentences that tell how the one asked about took it first."""
    question = found.question
    head = reacting(question)
    if not head or not found.hits:
        return found
    turning = pattern("reactions.turning", question.language)

    def odds(hit: Hit) -> float:
        sentence = read_sentence(hit.passage.text, language=question.language)
        turned = turning.match(hit.passage.text) is not None
        does = _does(sentence, head)
        return log_odds(hit.probability) + does * (GAIN + TURNED * turned)

    return replace(found, hits=reordered(found.hits, odds, most=_LOOKED_AT))


def reacting(question: Question) -> str:
    """The last term of who reacts, "" where it is not asked how somebody did."""
    asked = pattern("reactions.asks", question.language).search(question.text)
    who = next(filter(None, asked.groups()), "") if asked else ""
    if asked is None or not who:
        return ""
    start = asked.start() + asked[0].index(who)
    named = [t.term for t in question.content if start <= t.start < start + len(who)]
    return named[-1] if named else ""


def _does(sentence: Sentence, head: str) -> bool:
    """Whether a verb stands right behind the one asked about: "the guild declared"."""
    return any(
        term == head and sentence.tags[sentence.run_end(place + 1, "A")][:1] in tuple("XVE")
        for place, term in enumerate(sentence.terms[:-1])
        if sentence.run_end(place + 1, "A") < len(sentence.tags)
    )
