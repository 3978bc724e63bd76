"""What an answer to when, or to where a life began or ended, must hold."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.referring import points_back
from bot.answering.grammar.words import Words, words_of
from bot.answering.needs.lack import Absence, Needed
from bot.answering.people.in_passages import of_another
from bot.answering.times.happening import doings, happening, happens_once, order
from bot.answering.times.in_passages import dates, dates_once, tells_of
from bot.answering.times.lives import asked_of_life, life_date, tells_life
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import SAME

_OPENING = 4  # tokens in one of which a pronoun for the subject stands: "all of them"


def time_needed(question: Question, read: Sequence[Read]) -> Needed | None:
    """What an answer must tell of a time where one is asked for; None where it is not."""
    if question.wanted is not Wanted.DATE:
        return None
    words = words_of(question.language)
    if pattern("needs.asks_case", question.language).search(question.text):
        limited = pattern("needs.limit", question.language).search(question.text) is not None
        return Needed(Absence.DATE, lambda text: _bounds(text, words)) if limited else None
    if question.kind is not Kind.WHEN:
        return Needed(Absence.DATE, lambda text: dates(text, words))
    happened, deeds, chosen = happening(question), doings(question), order(question)
    habit = pattern("needs.habit", question.language).search(question.text) is not None
    asked = frozenset(token.term for token in question.content)
    once = happens_once(question)
    same = NOTHING.union(*(alike(deed, question.language, least=SAME) for deed in deeds))

    def tells(text: Read) -> bool:
        about = text.speaks_of(happened) or "R" in text.sentence.tags[:_OPENING]
        done = text.holds(deeds) and about
        dated = dates_once(text, words, same) if once else dates(text, words)
        if habit and _tells_case(text, asked):
            return True
        goes_on = points_back(text.sentence.tokens.text)
        if once and happened and not (done or goes_on or text.holds(happened | same)):
            return False  # what only the title speaks of was not built in every sentence
        return dated and (done or not happened or tells_of(text, happened))

    if not any(tells(text) and text.holds(chosen) for text in read):
        return Needed(Absence.DATE, tells)
    return Needed(
        Absence.DATE,
        lambda text: tells(text) and text.holds(chosen),
        lambda text: text.holds(chosen),
    )


def _bounds(text: Read, words: Words) -> bool:
    """Whether a passage tells a time or how much of it there is: "within two days"."""
    return dates(text, words) or any(m.kind is MentionKind.DURATION for m in text.found)


def _tells_case(text: Read, asked: frozenset[str]) -> bool:
    """Whether a passage tells in what case something happens: "if it overheats, the fan stops"."""
    said = text.sentence.tokens.text
    case = pattern("needs.case", text.sentence.language).search(said)
    if case is None:
        return False
    outside = said[: case.start()] + said[case.end() :]
    return asked <= set(analyser(text.sentence.language).terms(outside))


def life_needed(question: Question) -> Needed | None:
    """Of when or where somebody was born or died: a word for that, or the dates of a life."""
    told = asked_of_life(question)
    if not told or question.kind not in (Kind.WHEN, Kind.WHERE):
        return None

    def tells(text: Read) -> bool:
        dated = question.kind is Kind.WHEN and dates(text, words_of(question.language))
        lived = life_date(question, text.sentence) is not None
        said = tells_life(question, text.sentence) and (dated or question.kind is Kind.WHERE)
        return lived or (said and not of_another(text, question, life=True))

    return Needed(Absence.DATE if question.kind is Kind.WHEN else Absence.THING, tells)
