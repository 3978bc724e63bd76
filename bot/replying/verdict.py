"""How sure a reply may be, and what no likely hit holds that an answer must hold."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answer import Verdict
from bot.answering.first_line.who import is_held
from bot.answering.grammar.referring import understood
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.dated import date_above, dates_it
from bot.answering.hits.likely import possible
from bot.answering.hits.posed import answers_the_same
from bot.answering.lists.asked_label import is_asked
from bot.answering.needs.absence import absent
from bot.answering.needs.holding import holding
from bot.answering.needs.lack import Absence
from bot.answering.needs.left_open import is_told_nowhere, leaves_open, lists_nothing
from bot.answering.needs.of_another import is_on_other_years
from bot.answering.times.weekdays import day_told
from bot.replying.considering import Considered
from bot.replying.notes import as_meant
from bot.replying.sureness import share_of_trees, sureness
from bot.replying.sureness.signals import FOREIGN, SIZE, UNKNOWN_NAMES, UNTOUCHED
from bot.settings import AnswerSettings
from retrieval.odds import log_odds, probability_of
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Passage
from retrieval.retriever import Findings

# What a first line tells, wherever a passage is seen to tell it.
_TOLD_IN_SHORT = frozenset(
    {
        Wanted.DATE,
        Wanted.PLACE,
        Wanted.DURATION,
        Wanted.NUMBER,
        Wanted.MONEY,
        Wanted.PERCENTAGE,
    }
)


def sure_of(considered: Considered) -> float:
    """The probability that the documents answer: for an English question by all that would be
    replied, for others by the passages alone.
    """
    found = considered.found
    if not found.hits or found.lacking:
        return 0.0
    share = _share(considered)
    if not share or _tells_day(considered):
        return found.confidence
    seen = log_odds(sureness(considered.signals)) - found.doubt
    return probability_of(share * seen + (1 - share) * log_odds(found.confidence))


def _share(considered: Considered) -> float:
    """How much the trees count for what was found."""
    language = considered.found.question.language
    return share_of_trees(language, size=considered.signals[SIZE])


def _tells_day(considered: Considered) -> bool:
    """Whether the first line tells of a weekday in other words: "Monday to Friday" of Tuesday."""
    found, lifted = considered.found, considered.lifted
    if lifted is None:
        return False
    return day_told(found.question.text, found.hits[lifted.proof[0]].passage.text) is True


def verdict_on(considered: Considered, sure: float, settings: AnswerSettings) -> Verdict:
    """How a reply that is so sure is given.

    A doubtful one to a question with a name that stands nowhere answers it of somebody else.
    """
    if sure < settings.tentative:
        return Verdict.NOT_FOUND
    verdict = Verdict.TENTATIVE if sure < settings.found else Verdict.FOUND
    if not _share(considered):
        return _less_sure(verdict, considered.signals)
    doubtful = verdict is Verdict.TENTATIVE and considered.signals[UNKNOWN_NAMES] > 0
    return Verdict.NOT_FOUND if doubtful else verdict


def is_untold(considered: Considered, verdict: Verdict) -> bool:
    """Whether the sentence to be quoted leaves open what is asked, or a doubtful reply has no first
    line, though a day, place or number is asked for.

    Such a quote seldom answers. Who did something may be told in more ways than are seen.
    """
    question, lifted = considered.found.question, considered.lifted
    weighed = verdict is Verdict.TENTATIVE and bool(_share(considered))
    if weighed and lifted is None and question.wanted in _TOLD_IN_SHORT:
        return True
    return _is_left_open(considered, doubtful=weighed)


def _is_left_open(considered: Considered, *, doubtful: bool) -> bool:
    """Whether the sentence to be quoted, or all that were found, leave open what is asked."""
    question, hits, lifted = considered.found.question, considered.found.hits, considered.lifted
    proof = lifted.proof if lifted else holding(question, hits)[:1]
    passage = hits[proof[0]].passage
    if len(proof) > 1 or answers_the_same(question, passage):
        return False
    about = understood(passage)
    if doubtful and _is_beside(question, passage, about, unlisted=lifted is None):
        return True
    texts = [hit.passage.text for hit in hits]
    return leaves_open(question, passage.text, about) or is_told_nowhere(question, texts)


def _is_beside(
    question: Question, passage: Passage, about: frozenset[str], *, unlisted: bool
) -> bool:
    """Whether a doubtful quote is of a document on other years, or lists none of several things."""
    if unlisted and lists_nothing(question, passage.text, about):
        return True
    return question.kind is not Kind.YES_NO and is_on_other_years(question, passage.document)


def _less_sure(verdict: Verdict, told: Mapping[str, float]) -> Verdict:
    """The verdict where names of the question are foreign to the document, or little is said of it:
    what the trees know by themselves.
    """
    if verdict is Verdict.FOUND:
        return Verdict.TENTATIVE if told[FOREIGN] else verdict
    return Verdict.NOT_FOUND if told[FOREIGN] or told[UNTOUCHED] else verdict


def lacking(found: Findings) -> Absence | None:
    """What no likely hit holds that an answer must hold, however the question is spelt."""
    passages = [hit.passage for hit in possible(found.question, found.hits)]
    if not is_held(found.question, passages):
        return Absence.PERSON
    texts = [passage.text for passage in passages]
    dated = is_heading(passages[0]) and dates_it(found.question, texts[0])
    dated = dated or date_above(found.question, passages[0]) != ""
    if dated or is_asked(found.question, texts[0]):
        return None
    if answers_the_same(found.question, passages[0]):
        return None
    about = list(map(understood, passages))
    lack = absent(found.question, texts, about)
    return lack and (absent(as_meant(found), texts, about) if found.respelt else lack)
