"""How sure a reply may be, and what no likely hit holds that an answer must hold."""

from __future__ import annotations

from bot.answer import Verdict
from bot.answering.first_line.who import is_held, tells_role
from bot.answering.grammar.referring import understood
from bot.answering.hits.blocks import is_heading
from bot.answering.hits.dated import date_above, dates_it
from bot.answering.hits.likely import possible
from bot.answering.hits.posed import question_above
from bot.answering.lists.asked_label import is_asked
from bot.answering.needs.absence import absent, is_touched
from bot.answering.needs.holding import holding
from bot.answering.needs.lack import Absence
from bot.replying.notes import as_meant
from bot.settings import AnswerSettings
from retrieval.retriever import Findings, Retriever


def names_foreign(found: Findings, retriever: Retriever) -> bool:
    """Whether the document of the best hit that may answer lacks a name of the question."""
    if not found.hits:
        return False
    best = found.hits[holding(found.question, found.hits)[0]].passage
    return bool(retriever.foreign_names(found.question, best))


def verdict_on(found: Findings, settings: AnswerSettings, *, foreign: bool) -> Verdict:
    """How sure the reply is, less so where names of the question are `foreign` to it."""
    verdict = _by_confidence(found, settings, foreign=foreign)
    if verdict is Verdict.TENTATIVE and not _speaks_of_it(found):
        return Verdict.NOT_FOUND
    return verdict


def _by_confidence(found: Findings, settings: AnswerSettings, *, foreign: bool) -> Verdict:
    """The verdict by the confidence, and by a role that is told beside the name asked for."""
    if not found.hits or found.lacking:
        return Verdict.NOT_FOUND
    if found.confidence < settings.found and tells_role(found.question, found.hits):
        return Verdict.FOUND
    if found.confidence < settings.tentative:
        return Verdict.NOT_FOUND
    if found.confidence < settings.found:
        return Verdict.NOT_FOUND if foreign else Verdict.TENTATIVE
    return Verdict.TENTATIVE if foreign else Verdict.FOUND


def _speaks_of_it(found: Findings) -> bool:
    """Whether a likely hit speaks of enough of what is asked for a doubtful answer."""
    passages = [hit.passage for hit in possible(found.question, found.hits)]
    texts = [f"{question_above(passage)} {passage.text}" for passage in passages]
    return is_touched(found.question, texts, list(map(understood, passages)))


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
    about = list(map(understood, passages))
    lack = absent(found.question, texts, about)
    return lack and (absent(as_meant(found), texts, about) if found.respelt else lack)
