"""Hits put in order for an answer: those that answer first, lists and entries made whole."""

from __future__ import annotations

from bot.answering.hits.dated import with_dated_heading
from bot.answering.hits.denied import minding_denial
from bot.answering.hits.form_first import minding_form
from bot.answering.hits.gone_on import minding_what_goes_on
from bot.answering.hits.named_otherwise import without_others
from bot.answering.hits.nation_first import minding_nation
from bot.answering.hits.posed import past_questions
from bot.answering.lists.asked_label import with_asked_label
from bot.answering.lists.entries import minding_labels
from bot.answering.lists.headed import with_headed
from bot.answering.lists.itemised import with_items
from bot.answering.needs.fragments import with_fragment
from bot.answering.people.leaders import minding_leaders
from bot.answering.people.posts import minding_posts
from retrieval.retriever import Findings, Retriever


def arranged(found: Findings, retriever: Retriever) -> Findings:
    """What was found with the hits that may answer first, whole lists and entries in them."""
    found = minding_leaders(minding_what_goes_on(found), retriever)
    found = without_others(minding_posts(found, retriever))
    found = minding_nation(with_asked_label(found, retriever))
    found = minding_denial(past_questions(found, retriever))
    found = with_headed(with_items(found, retriever), retriever)
    found = with_fragment(minding_labels(found), retriever)
    return with_dated_heading(minding_form(found, retriever), retriever)
