"""A message and the turns before it to questions that stand alone, likeliest reading first.

What is added comes from the person's own earlier words, or from the answer and the passage they
were given, never from anywhere else. Where a message may be read in several ways, the documents
decide: see `choosing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.grammar.sentence import syntax
from bot.follow_up.anew import asked_anew, of_happening, reframed_as, sourced, turned_about
from bot.follow_up.before_and_after import at_that_time, in_the_turn_beside, in_the_year_beside
from bot.follow_up.confirming import outright, who_else
from bot.follow_up.elliptic import asked_of_others, leaves_its_verb_out
from bot.follow_up.form import Form
from bot.follow_up.framing import in_its_place, without_frame, without_request
from bot.follow_up.happenings import asks_of_happening, begun
from bot.follow_up.history import History
from bot.follow_up.hurried import in_plain_words
from bot.follow_up.in_place import in_place
from bot.follow_up.leaning import AS_IT_STANDS, Leaning, ranked
from bot.follow_up.left_out import with_counted, with_noun
from bot.follow_up.other_languages import completed
from bot.follow_up.own_question import of_those_counted, own_question
from bot.follow_up.pointing_back import with_antecedents_of, with_its_noun
from bot.follow_up.pronouns import pronouns
from bot.follow_up.reframing import asked_how_long
from bot.follow_up.replacing.forms import came_in_place
from bot.follow_up.resolved import Background, Resolved
from bot.follow_up.set_forms import (
    asks_anew,
    asks_how_long_it_took,
    asks_how_long_it_will_take,
    asks_what_it_is,
    counts_who_did,
)
from bot.follow_up.successions import successions
from bot.phrasing import FollowUpWords

MOST = 5  # readings of a message


def resolve(
    text: str, background: Background, *, words: FollowUpWords, language: str
) -> tuple[Resolved, ...]:
    """The readings of `text`, likeliest first, never none; one alone where nothing is in doubt."""
    text = in_plain_words(text, language)
    if not background.turns:
        return (Resolved(text=_stated_outright(text, words), inherited=False),)
    alone = Resolved(text=text, inherited=False)
    leaning = _leaning(text, background, words, language)
    found = dict.fromkeys([*_readings(leaning), *_as_written(leaning)])
    return tuple(found)[:MOST] or (alone,)


def _leaning(text: str, background: Background, words: FollowUpWords, language: str) -> Leaning:
    """A message taken apart, without what only leads in or out of it."""
    said = _stated_outright(who_else(text, language), words)
    rest, opened = without_frame(said, words)
    history = History(background, language)
    written = in_the_turn_beside(without_request(rest, language), history.last.question)
    plain = in_the_year_beside(written, words, history.last.turn.text)
    told = said if plain == written else plain
    form = Form(
        message=background.read(at_that_time(plain, words, history.date), language),
        words=words,
        opened=opened,
    )
    return Leaning(said=said, text=told, form=form, history=history, words=words, language=language)


def _readings(leaning: Leaning) -> Iterator[Resolved]:
    """The readings of the message, likeliest first."""
    form, message = leaning.form, leaning.form.message
    asks, earlier = bool(message.asking.end), leaning.history.last.question
    if not syntax(leaning.language).tags:
        yield from _plainly(leaning)
    elif told := tuple(_by_its_form(leaning)):
        yield from told
    elif asks_anew(form, earlier) or counts_who_did(form, earlier):
        yield from asked_anew(leaning)
    elif form.asks_source():
        yield sourced(leaning)
    elif filled := tuple(_with_what_it_leaves_out(leaning)):
        yield from filled
    elif found := pronouns(message, leaning.words):
        yield from with_antecedents_of(leaning, found)
    elif not asks and form.is_fragment():
        yield from in_place(leaning)
    elif asks and leaves_its_verb_out(form, leaning.history.last):
        yield from asked_of_others(form, leaning.history.last, leaning.text)
    elif (asks or (form.opened and form.is_inverted())) and message.own_words:
        yield from own_question(leaning)
    else:
        yield Resolved(leaning.text, inherited=False)


def _by_its_form(leaning: Leaning) -> Iterator[Resolved]:
    """The readings of "and before her?", "and third?" and the like; none of others."""
    form, last = leaning.form, leaning.history.last
    if in_a_row := tuple(successions(leaning.said, last)):
        yield from ranked(in_a_row)
    elif asks_what_it_is(form) and (pointed := pronouns(form.message, leaning.words)):
        yield from with_antecedents_of(leaning, pointed)
    elif asks_of_happening(form, last.question):
        yield from of_happening(leaning)
    elif begun(form, last.question):
        yield reframed_as(leaning)
        yield Resolved(leaning.text, inherited=False, doubt=1.0)
    elif asks_how_long_it_took(form, last.question) and asked_how_long(last.question):
        yield Resolved(asked_how_long(last.question), inherited=True)
        yield replace(reframed_as(leaning), doubt=1.0)
    elif asks_how_long_it_will_take(form, last.question):
        yield reframed_as(leaning)
    elif turned := turned_about(leaning) or came_in_place(leaning.text, last.question):
        yield Resolved(turned, inherited=True)
        yield Resolved(leaning.text, inherited=False, doubt=1.0)


def _with_what_it_leaves_out(leaning: Leaning) -> Iterator[Resolved]:
    """The message with the noun that it leaves out; none where it has all."""
    message, earlier = leaning.form.message, leaning.history.last.question
    if filled := with_noun(message, earlier):
        yield from with_its_noun(leaning, filled)
    elif counted := with_counted(message, earlier):
        yield from of_those_counted(leaning, counted)


def _as_written(leaning: Leaning) -> Iterator[Resolved]:
    """The message with "the year before" where that was told as a year: texts say it, too."""
    if leaning.text != leaning.said:
        yield Resolved(leaning.said, inherited=True, doubt=0.5)


def _plainly(leaning: Leaning) -> Iterator[Resolved]:
    """The readings in a language without a grammar."""
    message, opened = leaning.form.message, leaning.form.opened
    completions = completed(message, leaning.history.last, leaning.words, opened=opened)
    for text, doubt in completions:
        yield Resolved(text, inherited=True, doubt=doubt)
    yield Resolved(leaning.text, inherited=False, doubt=AS_IT_STANDS if opened else 0.5)


def _stated_outright(text: str, words: FollowUpWords) -> str:
    """A statement that is to be confirmed as a question, without the "and" in front of it."""
    said, opened = without_frame(text, words)
    asked = in_its_place(said if opened else text, words.language)
    asked = outright(asked, words.language)
    return text if asked == said else asked
