"""Short questions of set forms about what was said: "why?", "how long is it?"."""

from __future__ import annotations

import re

from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import syntax
from bot.answering.grammar.words import words_of
from bot.follow_up.form import Form
from bot.follow_up.parts.reading import Reading
from bot.follow_up.parts.words import HOW_MUCH, SUBJECTS
from retrieval.question import Kind, Wanted

_WHAT, _WHY, _WHO = "what", "why", "who"
_FEW = 3  # words that ask of what was just told
_PLACE = "place"
_TAKEN = frozenset({"take", "took", "taken"})
_HOW_LONG = ("how", "long")
_TAKES_PLACE = re.compile(r"\b(?:takes?|took|taking) place\b", re.IGNORECASE)
_OF_EVENTS = frozenset({"place", "did"})
_TO_COME = frozenset({"will", "would"})  # "when will that be?", not "how long will it take?"
_BEING = frozenset({"be", "happen"})
_KEEPING = frozenset({"has", "have", "had", "took", "take", "takes"})


def asks_anew(form: Form, earlier: Reading) -> bool:
    """Whether a message asks the question before in another way."""
    anew = points_at_all(form) or asks_of_doing_it(form, earlier) or is_bare_why(form)
    return bool(form.message.asking.end) and anew


def points_at_all(form: Form) -> bool:
    """Whether a message only asks about what was said: "why?", "when was that?"."""
    asking, words = form.whole_asking(), form.message.sentence.words
    empty = form.words.empty | (_TO_COME if not _BEING.isdisjoint(words) else frozenset())
    only_asks = all(
        word in empty or not word[0].isalnum() or place in asking
        for place, word in enumerate(words)
    )
    if not _TAKEN.isdisjoint(words) and _PLACE not in words and words[:2] != _HOW_LONG:
        return False  # "where were they taken?"
    return only_asks and (form.is_bare_asking() or form.asks_alone()) and not _is_said_of(form)


def _is_said_of(form: Form) -> bool:
    """Whether what a message says is said of "it": "why was it late?", not "why so late?"."""
    match form.message.sentence.spoken():
        case ["why", was, it, "late" | "early"]:
            return was in _copulas(form) and it in form.words.pronouns
    return False


def asks_what_it_is(form: Form) -> bool:
    """Whether a message is "what is it?" and no more: what was spoken of is asked about."""
    words = form.message.sentence.spoken()
    if form.message.word != _WHAT or len([w for w in words if w not in form.words.empty]) != 1:
        return False
    match words:
        case [_, was, *_, it]:
            return was in _copulas(form) and it in form.words.pronouns
    return False


def asks_of_doing_it(form: Form, earlier: Reading) -> bool:
    """Whether a message is "why did he do that?", or "when did he say that?" after "who said it?":
    what was done is asked about anew.
    """
    sentence, end = form.message.sentence, form.message.asking.end
    adverbial = form.message.word in syntax(sentence.language).adverbial
    if not adverbial and form.message.question.wanted is not Wanted.DATE:
        return False
    match sentence.spoken(end):
        case [_, _, do, "it" | "that" | "this" | "so"] if sentence.tags[end : end + 2] == "XR":
            deed = sentence.terms[sentence.words.index(do, end)]
            saying = words_of(sentence.language).saying
            deeds = {deed} | (saying if deed in saying else set())
            asked_who = earlier.word in SUBJECTS and not deeds.isdisjoint(earlier.sentence.verbs)
            return do == "do" or asked_who
    return False


def is_bare_why(form: Form) -> bool:
    """Whether a message is "why" with a few words and no verb: "why only two?"."""
    sentence, end = form.message.sentence, form.message.asking.end
    few = 0 < len(sentence.spoken(end)) <= _FEW
    return form.message.word == _WHY and few and not set(sentence.tags[end:]) & set("XVER")


def counts_who_did(form: Form, earlier: Reading) -> bool:
    """Whether a message is "how many were there?", and it was asked who did something."""
    match form.message.sentence.spoken():
        case ["how", "many", were, "there"]:
            did = earlier.sentence.tags[earlier.asking.end :][:1] in ("V", "E")
            return were in _copulas(form) and earlier.word == _WHO and did
    return False


def asks_who_has_it(form: Form) -> bool:
    """Whether "has" or "took" is the verb of a message and a pronoun its object."""
    match form.message.sentence.spoken():
        case [*_, has, it]:
            return has in _KEEPING and it in form.words.pronouns
    return False


def measures_it(form: Form) -> bool:
    """Whether a message is "how long is it?" or the like: of a thing, or what it does."""
    match form.message.sentence.spoken():
        case [_, "long" | "far" | "much", was, it]:
            return was in _copulas(form) and it in form.words.pronouns
    return False


def asks_price_of(form: Form, earlier: Reading) -> bool:
    """Whether a message is "how much is it?" and the earlier question tells of no amount."""
    spends = listed("spending.words", earlier.sentence.language)
    amounts = earlier.question.kind in (Kind.HOW_MANY, Kind.YES_NO)
    spent = not spends.isdisjoint(earlier.sentence.words)
    priced = earlier.question.wanted is Wanted.MONEY or spent
    return form.message.sentence.words[:2] == HOW_MUCH and not amounts and not priced


def asks_how_long_it_takes(form: Form) -> bool:
    """Whether a message is "how long does it take?"."""
    words = form.message.sentence.words
    return words[:2] == _HOW_LONG and "take" in words and _OF_EVENTS.isdisjoint(words)


def asks_how_long_it_took(form: Form, earlier: Reading) -> bool:
    """Whether a message is "how long did it take?", and it was asked who did it."""
    asked = form.message.sentence.spoken() == (*_HOW_LONG, "did", "it", "take")
    return asked and earlier.word in SUBJECTS


def asks_how_long_it_will_take(form: Form, earlier: Reading) -> bool:
    """Whether a message is "how long will it take?" and something to be done was spoken of."""
    match form.message.sentence.spoken():
        case ["how", "long", "will" | "would" | "should" | "might" | "could", "it", "take"]:
            return "E" in earlier.sentence.tags[earlier.asking.end :]
    return False


def takes_place(form: Form) -> bool:
    """Whether what is asked of takes place: "when does it take place?"."""
    return _TAKES_PLACE.search(form.message.text) is not None


def _copulas(form: Form) -> frozenset[str]:
    return syntax(form.message.sentence.language).copulas
