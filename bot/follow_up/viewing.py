"""Passages seen from the one quoted last: what stands near it, and whether it may answer again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.answering.amounts.measures import dimension
from bot.answering.forms.purposes import gives_purpose
from bot.answering.forms.reasons import gives_reason
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.follow_up.resolved import Resolved
from retrieval.analysis import analyser
from retrieval.entities import Kind, mentions
from retrieval.odds import log_odds, probability_of
from retrieval.question import Question, Wanted, parse_question
from retrieval.records import Hit
from retrieval.retriever import Retriever

NEAR = (0.3, 0.9, 0.6, 0.3)  # that a passage gains so many sentences from the last quote
BESIDE = 1  # sentences from the last quote that stand beside it
SAME_DOCUMENT = 0.4  # that it gains in the same document, where there are hits in others
ELSEWHERE = -1.5  # that one gains where something else is asked for than it speaks of
EVEN = 0.5  # probability then at most of the last quote: it holds the words that came from it
OWN = 0.4  # share of what a message tells by itself in how likely a passage is, beside its reading
LEAST = -4.6  # log-odds then of a passage that it does not find, and the least of any
AGAIN = 0.7  # log-odds that the passage quoted last answers again, before it is looked at
AS_READ = 0.23  # share of its odds for the reading in them
AS_WRITTEN = 0.34  # share of its odds for the message as it was written
DONE_NEARBY = -3.0  # that they lose where a passage beside it has the message's verb, not it
UNFOUND = -8.0  # those odds where the message does not find it
LACKING = -4.0  # that they lose where it holds nothing of the kind asked for
FURTHER = -5.0  # where more is asked for than it says, or others have the words it lacks
_KINDS = {
    Wanted.DATE: {Kind.DATE},
    Wanted.DURATION: {Kind.DURATION, Kind.DATE},
    Wanted.NUMBER: {Kind.NUMBER, Kind.PERCENTAGE, Kind.DURATION, Kind.MONEY},
    Wanted.MONEY: {Kind.MONEY, Kind.NUMBER},
    Wanted.PERSON: {Kind.PERSON, Kind.NAME, Kind.TITLE, Kind.GROUP, Kind.PLACE},
}


@dataclass(slots=True)
class Written:
    """How likely passages are for a message just as it was written; judged once."""

    retriever: Retriever
    language: str
    _text: str = ""
    _odds: dict[int, float] = field(default_factory=dict)
    _tells: bool = False
    _verb: str = ""

    def read(self, text: str) -> None:
        """Judge the passages for a message, unless it is the one they were judged for last."""
        if text == self._text:
            return
        question = parse_question(text, language=self.language)
        judged = self.retriever.judge(question)
        self._text, self._tells = text, bool(question.content)
        self._verb = read_question(question).verb
        self._odds = dict(zip(judged.numbers.tolist(), judged.odds.tolist(), strict=True))

    def weight(self, number: int) -> float:
        """What the message adds to the log-odds of a passage.

        Passages go on with "she" and "it" as messages do, and the words that took a pronoun's place
        draw to those that name it instead. A message of nothing but such words tells nothing.
        """
        return OWN * max(self._odds.get(number, LEAST), LEAST) if self._tells else 0.0

    def is_done(self, hit: Hit) -> bool:
        """Whether a passage has the verb of the message."""
        analysis = analyser(hit.passage.document.language)
        return bool(self._verb) and self._verb in analysis.terms(hit.passage.text)

    def again(self, hit: Hit) -> float:
        """The log-odds that the passage quoted last answers again, by a logistic regression.

        It was fitted to follow-ups with pronouns over the collections that may be learnt from.
        """
        own = max(self._odds.get(hit.passage.number, UNFOUND), UNFOUND)
        return AGAIN + AS_READ * log_odds(hit.probability) + AS_WRITTEN * own


def in_view(
    reading: Resolved, question: Question, hits: Sequence[Hit], last: int, written: Written
) -> tuple[Hit, ...]:
    """Hits in their order when those around the passage quoted last are likelier.

    What lacks the words that took the place of others or holds nothing of the type asked for is
    less likely, unless all are so. The passage quoted last was read already: how likely it answers
    again is told by the message as it was written as much as by its reading, and it does not where
    more is asked for than it says. Others are left out where only what is beside it may answer.
    """
    if reading.beside:
        return tuple(hit for hit in hits if abs(hit.passage.number - last) <= BESIDE)
    if reading.bare:
        written.read(reading.bare)
    off = {hit.passage.number for hit in hits if _is_off(hit, reading, question)}
    lacking = LACKING * (last in off) + DONE_NEARBY * _is_done_nearby(hits, last, reading, written)
    if len(off) == len(hits) and not reading.instead:
        off = set()
    rivals = [hit.probability for hit in hits if hit.passage.number not in {*off, last}]
    bound = max(rivals, default=EVEN) if last in off else 1.0
    apart = {hit.passage.number for hit in hits if rivals and _lacks_words(hit, reading.instead)}
    read = written.retriever.passages.passage(last).document
    elsewhere = any(hit.passage.document.id != read.id for hit in hits)

    def odds(hit: Hit) -> float:
        number, distance = hit.passage.number, abs(hit.passage.number - last)
        if not distance and reading.bare and not reading.further:
            return written.again(hit) + lacking
        likely = hit.probability if distance else min(hit.probability, bound)
        near = _gain(distance, further=reading.further, off=number in off, apart=number in apart)
        same = SAME_DOCUMENT * (elsewhere and hit.passage.document.id == read.id)
        own = written.weight(number) if reading.bare else 0.0
        return log_odds(likely) + near + same + own

    drawn = [hit._replace(probability=probability_of(odds(hit))) for hit in hits]
    return tuple(sorted(drawn, key=lambda hit: -hit.probability))


def _is_done_nearby(hits: Sequence[Hit], last: int, reading: Resolved, written: Written) -> bool:
    """Whether what the message speaks of is done near the passage quoted last, but not in it."""
    beside = [hit for hit in hits if abs(hit.passage.number - last) < len(NEAR)]
    done = {hit.passage.number for hit in beside if reading.bare and written.is_done(hit)}
    return bool(done) and last not in done


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
        return not (gives_reason(text, language) or gives_purpose(question, text))
    kinds = _KINDS.get(question.wanted)
    if kinds is None:
        return False
    found = mentions(text, language=language)
    if any(mention.kind in kinds for mention in found):
        return False
    measured = dimension(question)
    return measured is None or not measured.told_by(read_sentence(text, language=language), found)
