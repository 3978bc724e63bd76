"""Hits put in order for an answer: those that answer first, lists and entries made whole."""

from __future__ import annotations

from bot.answering.hits.advice import likelier_by_advice
from bot.answering.hits.asked_above import asked_above_first
from bot.answering.hits.befallen_first import befallen_first
from bot.answering.hits.case_first import case_first
from bot.answering.hits.dated import with_dated_heading
from bot.answering.hits.defined_first import definition_first
from bot.answering.hits.denied import denial_first
from bot.answering.hits.duties_first import duties_first
from bot.answering.hits.earlier_behind import earlier_behind
from bot.answering.hits.editions_first import editions_first
from bot.answering.hits.form_first import form_first
from bot.answering.hits.gone_on import continuation_first
from bot.answering.hits.head_first import head_first
from bot.answering.hits.leaders_first import leaders_first
from bot.answering.hits.lives_first import lives_first
from bot.answering.hits.named_first import named_first
from bot.answering.hits.nation_first import nation_first
from bot.answering.hits.other_case_behind import other_case_behind
from bot.answering.hits.posed import without_questions
from bot.answering.hits.posts_first import posts_first
from bot.answering.hits.rate_first import rate_first
from bot.answering.hits.reactions_first import reactions_first
from bot.answering.hits.successors_first import successors_first
from bot.answering.hits.task_first import task_first
from bot.answering.hits.topic_first import topic_first
from bot.answering.hits.trimmings import without_trimmings
from bot.answering.hits.unheard import doubted_unheard
from bot.answering.hits.whole_first import whole_first
from bot.answering.lists.asked_label import with_asked_label
from bot.answering.lists.entries import labelled_first
from bot.answering.lists.headed import with_headed
from bot.answering.lists.itemised import with_items
from bot.answering.reports.reports_first import reports_first
from bot.answering.reports.tolls_first import tolls_first
from retrieval.question import Question
from retrieval.retriever import Findings, Retriever


def arranged(found: Findings, retriever: Retriever, *, asked: Question) -> Findings:
    """What was found, the hits in the order in which they may answer, whole lists among them.

    The ranker compares words. Each step here minds something else that an answer needs, and puts
    hits that have it first; a place in the order stays as likely, whichever hit stands there.
    `asked` is the question with the words that were left out of the search.
    """
    found = editions_first(found, retriever)
    found = without_trimmings(found)
    found = earlier_behind(found, asked=asked)
    found = continuation_first(found)
    found = leaders_first(found, retriever)
    found = posts_first(found, retriever)
    found = with_asked_label(found, retriever)
    found = nation_first(found)
    found = without_questions(found, retriever)
    found = denial_first(found)
    found = befallen_first(found)
    found = whole_first(found)
    found = head_first(found)
    found = rate_first(found)
    found = topic_first(found, retriever)
    found = reactions_first(found)
    found = duties_first(found)
    found = with_items(found, retriever)
    found = with_headed(found, retriever)
    found = labelled_first(found)
    found = form_first(found, retriever)
    found = definition_first(found, retriever)
    found = named_first(found, retriever)
    found = task_first(found, retriever)
    found = case_first(found, retriever)
    found = asked_above_first(found, retriever)
    found = with_dated_heading(found, retriever)
    found = other_case_behind(found)
    found = likelier_by_advice(found)
    found = doubted_unheard(found)
    found = lives_first(found)
    found = successors_first(found, retriever)
    found = tolls_first(found, retriever)
    return reports_first(found, retriever, asked=asked)
