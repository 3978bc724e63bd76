"""Passages seen from the one quoted last: what stands near it, and whether it may answer again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answering.amounts.measures import dimension
from bot.answering.forms.reasons import gives_reason
from bot.answering.grammar.sentence import read_sentence
from bot.follow_up.resolved import Resolved
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.odds import log_odds, probability_of
from retrieval.question import Question, Wanted, parse_question
from retrieval.records import Hit
from retrieval.retriever import Retriever

NEAR = (0.3, 0.9, 0.6, 0.3)  # that a passage gains so many sentences from the last quote
SAME_DOCUMENT = 0.4  # that it gains in the same document, where there are hits in others
ELSEWHERE = -1.5  # that one gains where something else is asked for than it speaks of
EVEN = 0.5  # its probability then at most: it holds the words that came from it in any case
OWN = 0.4  # share of what a message tells by itself in how likely a passage is, beside its reading
LEAST = 0.01  # probability then of a passage that it does not find
FURTHER = -5.0  # where more is asked for than it says, or others have the words it lacks
WIDE = 40  # passages looked through for the one quoted last
_KINDS = {
    Wanted.DATE: {Kind.DATE},
    Wanted.DURATION: {Kind.DURATION, Kind.DATE},
    Wanted.NUMBER: {Kind.NUMBER, Kind.PERCENTAGE, Kind.DURATION, Kind.MONEY},
    Wanted.MONEY: {Kind.MONEY, Kind.NUMBER},
    Wanted.PERSON: {Kind.PERSON, Kind.NAME, Kind.TITLE, Kind.GROUP, Kind.PLACE},
}


@dataclass(slots=True)
class Written:
    """How likely passages are for a message just as it was written; searched for once."""

    retriever: Retriever
    language: str
    _text: str = ""
    _likely: dict[int, float] = field(default_factory=dict)
    _tells: bool = False

    def read(self, text: str) -> None:
        """Search for a message, unless it is the one that was searched for last."""
        if text == self._text:
            return
        question = parse_question(text, language=self.language)
        found = self.retriever.search(question, k=WIDE)
        self._text, self._tells = text, bool(question.content)
        self._likely = {hit.passage.number: hit.probability for hit in found.hits}

    def probability(self, number: int) -> float:
        """Of a passage, 0.0 where it is not found."""
        return self._likely.get(number, 0.0)

    def weight(self, number: int) -> float:
        """What the message adds to the odds of a passage, as a logarithm.

        Passages go on with "she" and "it" as messages do, and the words that took a pronoun's place
        draw to those that name it instead. A message of nothing but such words tells nothing.
        """
        return OWN * log_odds(max(self.probability(number), LEAST)) if self._tells else 0.0


def in_view(
    reading: Resolved, question: Question, hits: Sequence[Hit], last: int, written: Written
) -> tuple[Hit, ...]:
    """Hits in their order when those around the passage quoted last are likelier.

    What lacks the words that took the place of others or holds nothing of the type asked for is
    less likely, unless all are so. The passage quoted last was read already: it is less likely too
    where more is asked for than it says.
    """
    bound = 1.0
    if reading.bare:
        written.read(reading.bare)
        bound = written.probability(last)
    off = {hit.passage.number for hit in hits if _is_off(hit, reading, question)}
    if len(off) == len(hits) and not reading.instead:
        off = set()
    rivals = [hit.probability for hit in hits if hit.passage.number not in {*off, last}]
    if last in off:
        bound = min(bound, max(rivals, default=EVEN))
    unnamed = (
        {hit.passage.number for hit in hits if _lacks_words(hit, reading.instead)}
        if rivals
        else set()
    )
    drawn = []
    read = written.retriever.passages.passage(last).document
    elsewhere = any(hit.passage.document.id != read.id for hit in hits)
    for hit in hits:
        number, distance = hit.passage.number, abs(hit.passage.number - last)
        gain = SAME_DOCUMENT * (elsewhere and hit.passage.document.id == read.id)
        gain += _gain(distance, further=reading.further, off=number in off, apart=number in unnamed)
        likely = hit.probability if distance else min(hit.probability, bound)
        own = written.weight(number) if reading.bare else 0.0
        drawn.append(hit._replace(probability=probability_of(log_odds(likely) + gain + own)))
    return tuple(sorted(drawn, key=lambda hit: -hit.probability))


def _gain(distance: int, *, further: bool, off: bool, apart: bool) -> float:
    """What a passage gains so many sentences from the last quote.

    `further`: more is asked for than was quoted; `off`: it speaks of something else; `apart`: it
    lacks the words that took the place of others, which another has.
    """
    if not distance and (further or apart):
        return FURTHER
    if apart or off:
        return ELSEWHERE
    return NEAR[distance] if distance < len(NEAR) else 0.0


def _is_off(hit: Hit, reading: Resolved, question: Question) -> bool:
    """Whether a passage speaks of something else than is asked for now."""
    return _lacks_words(hit, reading.instead) or _lacks_type(question, hit)


def _lacks_words(hit: Hit, instead: str) -> bool:
    """Whether a passage lacks more than half of some words."""
    if not instead:
        return False
    analysis = analyser(hit.passage.document.language)
    wanted = set(analysis.terms(instead)) - analysis.stop_terms
    return bool(wanted) and 2 * len(wanted & set(analysis.terms(hit.passage.text))) <= len(wanted)


def _lacks_type(question: Question, hit: Hit) -> bool:
    """Whether a passage holds no date for "when", no reason for "why" and so on."""
    text, language = hit.passage.text, question.language
    if question.wanted is Wanted.REASON:
        return not gives_reason(text, language)
    kinds = _KINDS.get(question.wanted)
    if kinds is None:
        return False
    found = mentions(text, language=language)
    if any(mention.kind in kinds for mention in found):
        return False
    measured = dimension(question)
    return measured is None or not measured.told_by(read_sentence(text, language=language), found)
