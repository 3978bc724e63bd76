"""Sentences in the form of what is asked for, before those that only share the question's words.

Of quotes that rightly answered "why" nine in ten give a reason in so many words, of others one in
ten; "where" and "what is" are told in forms of their own, too. Where the best sentence lacks the
form, and so does what stands beside it, it is less likely that the documents answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answering.forms.abbreviations import asked_short, spells_out
from bot.answering.forms.capacities import capacity_asked, tells_capacity
from bot.answering.forms.definitions import asks_meaning, defines, means
from bot.answering.forms.places import tells_place, tells_where_done
from bot.answering.forms.purposes import gives_purpose
from bot.answering.forms.reasons import gives_reason
from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import alike
from bot.answering.grammar.named_lists import lists_names, tells_names
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reason_beside import number_beside
from bot.answering.hits.reordering import LOOKED_AT, reordered
from bot.answering.people.ages import asks_age, tells_age
from retrieval.odds import log_odds
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Hit, Span
from retrieval.retriever import Findings, Retriever
from retrieval.synonyms import SAME

LANGUAGE = "en"  # the forms are those of English


@dataclass(frozen=True, slots=True)
class _Form:
    """Whether a sentence has a form, the log-odds by which one that has it may be less likely, and
    those that it costs where the best has not; whether it tells that of the deed asked about, and
    the log-odds that this adds; and by how many an answer in a form that tells it all is surer.
    """

    has: Callable[[Question, str], bool]
    gain: float
    cost: float
    among: int = LOOKED_AT  # so many of the best hits
    of_deed: Callable[[Question, str], bool] | None = None
    done: float = 0.0
    surer: float = 0.0


def _tells_form(question: Question, text: str) -> bool:
    """Whether a sentence holds a thing of the form that is asked for."""
    form = form_asked(question)
    return form is not None and bool(form.found_in(text, asked=question.text))


def _tells_deed(question: Question, text: str) -> bool:
    """Whether a sentence has the verb asked about as a verb, and all else that the question names:
    "the choir meets", not "the annual meeting of the choir is held".
    """
    verb, form = read_question(question).verb, form_asked(question)
    asking = form.asks.search(question.text) if form else None
    if not verb or asking is None:
        return False
    sentence = read_sentence(text, language=question.language)
    deed = alike(verb, question.language, least=SAME)
    tagged = zip(sentence.terms, sentence.tags, strict=True)
    asked = Span(*asking.span())
    named = {t.term for t in question.content if not asked.overlaps(Span(t.start, t.end))} - {verb}
    return named <= set(sentence.terms) and any(t in deed and tag in "VE" for t, tag in tagged)


_REASON = _Form(lambda question, text: gives_reason(text, question.language), 2.5, 1.5)
_PLACE = _Form(tells_place, 1.5, 1.5, among=10, of_deed=tells_where_done, done=1.0)
_DEFINITION = _Form(defines, 1.0, 0.0)
_MEANING = _Form(means, 3.0, 0.0, among=10)
_ABBREVIATION = _Form(spells_out, 3.0, 0.0)
_CAPACITY = _Form(tells_capacity, 2.5, 0.0, among=10)
_LEVEL = _Form(_tells_form, 2.5, 0.0)
_FREQUENCY = _Form(_tells_form, 2.5, 0.0, among=10, of_deed=_tells_deed, done=4.0)
_BY_NAME = {"level": _LEVEL, "frequency": _FREQUENCY}
_NAMES = _Form(tells_names, 6.0, 0.0)
_AGE = _Form(tells_age, 6.0, 0.0, among=12, surer=2.0)


def form_first(found: Findings, retriever: Retriever) -> Findings:
    """What was found, sentences in the form of what is asked for first."""
    question = found.question
    form = _form(question, found.hits)
    if form is None or not found.hits:
        return found

    def odds(hit: Hit) -> float:
        gain = form.gain * form.has(question, hit.passage.text)
        if gain and form.of_deed is not None:
            gain += form.done * form.of_deed(question, hit.passage.text)
        return log_odds(hit.probability) + gain

    found = replace(found, hits=reordered(found.hits, odds, most=form.among))
    first = found.hits[0].passage.text
    told = form.has(question, first)
    if told and form.surer:
        return replace(found.surer(form.surer), unknown=())
    told = told or (form is _REASON and gives_purpose(question, first))
    if told or number_beside(found, retriever) is not None:
        return found
    return found.likelier(-form.cost)


def _form(question: Question, hits: Sequence[Hit]) -> _Form | None:
    """The form of what a question asks for; None where it has none of its own.

    That of a term laid down counts where one of the `hits` has it.
    """
    if question.language != LANGUAGE:
        return None
    if capacity_asked(question) is not None:
        return _CAPACITY
    form = form_asked(question)
    if form is not None and form.name in _BY_NAME:
        return _BY_NAME[form.name]
    if asks_age(question):
        return _AGE
    if lists_names(question):
        return _NAMES
    if question.wanted is Wanted.REASON:
        return _REASON
    if question.kind is Kind.WHERE:
        return _PLACE
    if asks_meaning(question) and any(means(question, hit.passage.text) for hit in hits):
        return _MEANING
    if question.kind in (Kind.WHAT, Kind.DEFINITION) and asked_short(question):
        return _ABBREVIATION
    return _DEFINITION if question.kind is Kind.DEFINITION else None
