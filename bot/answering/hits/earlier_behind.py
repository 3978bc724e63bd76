"""Sentences on an earlier event of the kind, behind those on the one that is asked about.

"How long will the strike last?" is not told by "The last strike, in 1994, lasted five weeks", with
which a report ends.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import read_sentence
from bot.answering.grammar.years import years_in
from bot.answering.hits.reordering import BEHIND, reordered
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Hit
from retrieval.retriever import Findings

APART = 3.0  # log-odds by which a sentence on an earlier event is less likely
_LOOKED_AT = 8  # best hits
_REACH = 4  # words behind "the last" among which the noun stands: "the last serious earthquake"


def earlier_behind(found: Findings, *, asked: Question) -> Findings:
    """What was found, sentences on "the last" or "the previous" one behind the others.

    `asked` is the question with the words that were left out of the search.
    """
    question = found.question
    if not found.hits or _asks_earlier(asked) or _asks_earlier(question):
        return found
    earlier = {
        hit.passage.number
        for hit in found.hits[:_LOOKED_AT]
        if _is_on_earlier(question, hit.passage.text)
    }
    if not earlier:
        return found

    def odds(hit: Hit) -> float:
        return log_odds(hit.probability) - APART * (hit.passage.number in earlier)

    first, *others = reordered(found.hits, odds, most=_LOOKED_AT)
    behind = (
        hit._replace(probability=BEHIND * hit.probability) if hit.passage.number in earlier else hit
        for hit in others
    )
    return replace(found, hits=(first, *behind))


def _asks_earlier(question: Question) -> bool:
    """Whether a question may mean an event of another time than that reported on."""
    return pattern("earlier.asks", question.language).search(question.text) is not None


def _is_on_earlier(question: Question, text: str) -> bool:
    """Whether a sentence opens a phrase for what is asked about with "the previous", or with "the
    last" and tells its year.
    """
    lowered = text.casefold()
    dated = bool(years_in(text))
    former = listed("earlier.former", question.language)
    if not former:
        return False
    if not any(word in lowered for word in former) and not (dated and "last" in lowered):
        return False
    asked = {token.term for token in question.content}
    sentence = read_sentence(text, language=question.language)
    return any(
        (word in former or (dated and word == "last"))
        and sentence.tags[place - 1 : place] in ("D", "z")
        and any(
            sentence.terms[n] in asked and sentence.tags[n] == "N"
            for n in range(place + 1, min(place + 1 + _REACH, sentence.run_end(place, "NA")))
        )
        for place, word in enumerate(sentence.words)
    )
