"""The first line of an answer: words lifted from a passage, or the yes or no that one proves."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.first_line.extent import wants_words
from bot.answering.first_line.one_thing import one_thing
from bot.answering.first_line.operators_answer import own_answer
from bot.answering.first_line.several import all_asked_for
from bot.answering.grammar.lexical import pattern
from bot.answering.hits.dated import date_above
from bot.answering.hits.likely import likely
from bot.answering.hits.posed import says_itself
from bot.answering.lifted import Lifted
from bot.answering.lists.columns import column
from bot.answering.lists.itemised import items, items_line, said_with_lead
from bot.answering.lists.labelled import labelled
from bot.answering.people.departed import has_left
from bot.answering.people.duties import whose_duty
from bot.answering.yes_no import Decision, setting_of, yes_or_no
from bot.phrasing import Phrases
from retrieval.question import Kind, Question
from retrieval.records import Hit

DECIDED_BY = 5  # best hits of which a likely one may say yes or no
_ALIKE = 0.1  # a later passage must hold so much more of a question than an earlier one


def lift(
    question: Question, hits: Sequence[Hit], *, phrases: Phrases, certainty: float
) -> Lifted | None:
    """The first line that the best hits give; None where none is at least `certainty` sure.

    Tried in turn are an operator's own answer, a whole list, what stands behind a label or in a
    column, yes or no, an enumeration, the date of a heading, and last the one thing that is asked
    for.
    """
    chosen = likely(hits)
    own = own_answer(chosen[0].passage) if chosen[0].probability >= certainty else ""
    if own:
        return Lifted(line=own, proof=(0,))
    if doer := whose_duty(question, said_with_lead(chosen[0].passage)):
        return Lifted(doer, (0,))
    if question.kind is not Kind.YES_NO and (listed := items(chosen[0].passage)):
        line = items_line(question, listed)
        return Lifted(line, (0,)) if line else None
    if several := labelled(question, hits) or column(question, hits):
        return several
    if question.kind is Kind.YES_NO:
        return _decide(question, likely(hits, most=DECIDED_BY), phrases)
    if question.kind is Kind.LIST:
        return all_asked_for(question, chosen)
    if wants_words(question):
        return None
    above = date_above(question, chosen[0].passage)
    if above:
        return Lifted(above, (0,))
    lifted = one_thing(question, hits, certainty)
    return None if lifted and has_left(question, hits, lifted) else lifted


def _decide(question: Question, hits: Sequence[Hit], phrases: Phrases) -> Lifted | None:
    """Yes or no by the passage that holds most of the question, the best of those alike, or the one
    of them that tells how it ended: "ultimately, there was no agreement".
    """
    best: tuple[int, Decision] | None = None
    itself = says_itself(question, hits[0].passage)
    if itself is not None:
        best = 0, Decision(itself, 1.0)
    for number, hit in enumerate(hits):
        found = yes_or_no(question, said_with_lead(hit.passage), setting_of(hit.passage))
        if found is None:
            continue
        better = best is None or found.share > best[1].share + _ALIKE
        if better or (best is not None and _is_the_end(hits, best, (number, found), question)):
            best = number, found
    if best is None:
        return None
    line = phrases.say("yes" if best[1].yes else "no", seed=question.text)
    return Lifted(line=line, proof=(best[0],))


def _is_the_end(
    hits: Sequence[Hit], best: tuple[int, Decision], other: tuple[int, Decision], question: Question
) -> bool:
    """Whether a passage as good as the best says the contrary of it, of how the same ended."""
    (first, decided), (second, against) = best, other
    passages = hits[first].passage, hits[second].passage
    same = passages[0].document.id == passages[1].document.id
    alike = against.share >= decided.share - _ALIKE and against.yes != decided.yes
    ending = pattern("yes_no.ending", question.language).match(passages[1].text)
    return same and alike and ending is not None
