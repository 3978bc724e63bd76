"""What "it" may point to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answering.grammar.alike import alike
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import syntax
from bot.answering.people.identity import asks_for_person, asks_role
from bot.conversation import Turn
from bot.follow_up.antecedents.wording import inner, wording, wordings
from bot.follow_up.attributes import is_attribute
from bot.follow_up.history import PastTurn
from bot.follow_up.parts.phrases import Phrase, person_words
from bot.follow_up.parts.reading import Reading, read
from bot.follow_up.parts.words import INDEFINITE
from retrieval.entities import Kind
from retrieval.question import Kind as QuestionKind
from retrieval.question import Wanted

LONGEST_ANSWER = 8  # words of a short answer that may stand in a pronoun's place
LONGEST_REASON = 4  # words of a reason that may
FROM_PASSAGE = 3  # phrases of a passage that are thought of
_INDEFINITE = frozenset({"a", "an", "any"})
_WHOSE = "whose"
_HOW = "how"
_WHICH_OF = ("which", "of")
_OF_ONE = frozenset({"is", "was", "has"})
_DEEDS = frozenset("VEG")
_TO_WHOM = frozenset("DNC#R-z")  # tags of who gets what is given
_NO_THINGS = frozenset(
    {
        Wanted.DATE,
        Wanted.DURATION,
        Wanted.NUMBER,
        Wanted.MONEY,
        Wanted.REASON,
        Wanted.PERCENTAGE,
        Wanted.YES_NO,
        Wanted.MANNER,
        Wanted.PERSON,
        Wanted.PLACE,
    }
)


def things(said: PastTurn, language: str) -> Iterator[str]:
    """One thing: an answer that names one, then the phrases asked about.

    Who somebody is asks about no thing, however the name is written.
    """
    turn = said.turn
    if asks_for_person(turn.question) and asks_role(turn.question):
        return
    question = without_times_asked_for(said.question)
    if not is_phrase(question) and _names_a_thing(turn, read(turn.short, language=language)):
        yield turn.short
    yield from _made_known(said, language)
    yield from _one_of_several(question)
    for phrase in question.phrases[:1]:
        if is_attribute(question, phrase) and not phrase.plural:
            yield from wordings(inner(question, phrase), plural=False)
    yield from wordings(_new_first(question), plural=False)
    if turn.question.wanted is Wanted.PERSON:
        answer = read(turn.short, language=language)
        yield from (wording(answer, phrase) for phrase in answer.phrases[:1] if phrase.group)
    for phrase in question.phrases:
        if phrase.person:
            yield from wordings(inner(question, phrase), plural=False)
    bare = [p for p in question.phrases if _is_bare(question, p)]
    yield from (wording(question, phrase) for phrase in bare)
    if turn.question.wanted is Wanted.REASON and len(turn.short.split()) <= LONGEST_REASON:
        answer = read(turn.short, language=language)
        yield from (wording(answer, phrase) for phrase in answer.phrases[-1:] if not phrase.plural)
    yield from (wording(question, p) for p in question.phrases if _may_be_a_thing(question, p))


def _one_of_several(question: Reading) -> Iterator[str]:
    """The one of which "which of the finds was dropped?" is asked: "the find that was dropped"."""
    sentence = question.sentence
    phrase = next(iter(question.phrases), None)
    if phrase is None or phrase.person or sentence.words[: len(_WHICH_OF)] != _WHICH_OF:
        return
    behind = question.text[phrase.end :].strip(" ?!.")
    if _OF_ONE.isdisjoint(behind.split()[:1]):
        return
    noun = wording(question, phrase).removeprefix("the ")
    yield f"the {noun.removesuffix('s')} that {behind}"


def _may_be_a_thing(question: Reading, phrase: Phrase) -> bool:
    """Whether a noun seems to be one for a person by its ending alone: "the stretcher"."""
    words = question.text[phrase.start : phrase.end].casefold().partition(" of ")[0].split()
    known = words[-1] in person_words(question.sentence.language)
    return phrase.person and not (known or phrase.name or phrase.plural) and phrase.determined


def _is_bare(question: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is one noun: "subletting", not "second"."""
    counts = any(phrase.start <= slot.start < phrase.end for slot in question.slots)
    return not (counts or phrase.plural or phrase.person or phrase.determined)


def is_phrase(question: Reading) -> bool:
    """Whether a turn was no question but only named something: "the council of elders?"."""
    return not question.asking.end and not set(question.sentence.tags) & set("XVE")


def without_times_asked_for(question: Reading) -> Reading:
    """A question without the time that "which evenings" asks for, of which nobody goes on.

    One does of the days of leave that "how many" counts, but nobody of the idea of "whose idea was
    the fountain?".
    """
    aside = question.word == _WHOSE
    counted = question.word == _HOW
    told = tuple(
        p for p in question.phrases if not (p.asked and (aside or (p.time and not counted)))
    )
    return replace(question, phrases=told)


def _new_first(question: Reading) -> Reading:
    """A question with the things in front that it asks for or brings up.

    "Which hut is the oldest?", "does the club have a hut?".
    """

    def is_known(phrase: Phrase) -> bool:
        article = question.text[phrase.start : phrase.end].casefold().split()[0]
        return not phrase.asked and (bool(phrase.preposition) or article not in _INDEFINITE)

    return replace(question, phrases=tuple(sorted(question.phrases, key=is_known)))


def quoted_things(passage: Reading, said: PastTurn) -> Iterator[str]:
    """Things told of in a quote and not in the question, the last first."""
    known = said.question.text.casefold()
    told = (text for text in wordings(passage, plural=False) if not orders(text, passage))
    fresh = [text for text in told if text.casefold() not in known]
    yield from fresh[-FROM_PASSAGE:][::-1]


def _made_known(said: PastTurn, language: str) -> Iterator[str]:
    """What was sent, of "what did the club send?": the new thing behind the verb, "a parcel"."""
    question = said.turn.question
    asked = read_question(question)
    if question.kind is not QuestionKind.WHAT or asked.gap_first or not asked.verb:
        return
    passage = read(said.passage, language=language)
    sentence, deeds = passage.sentence, alike(asked.verb, language)
    for phrase in passage.phrases:
        first = sentence.tokens.starts.index(phrase.start)
        verb = max((n for n in range(first) if sentence.tags[n] in _DEEDS), default=-1)
        near = verb >= 0 and set(sentence.tags[verb + 1 : first]) <= _TO_WHOM
        new = sentence.words[first] in INDEFINITE and not (
            phrase.plural or phrase.person or phrase.time
        )
        if near and new and sentence.terms[verb] in deeds:
            yield wording(passage, phrase)
            return


def _names_a_thing(turn: Turn, answer: Reading) -> bool:
    """Whether a short answer is a thing of which one may go on to speak.

    What something is called in another word is none: one goes on to speak of the thing itself.
    """
    if asks_role(turn.question):
        return False
    if turn.question.wanted in _NO_THINGS or not turn.short or turn.short[0].isdigit():
        return False
    several = re.search(r"[,;] |\band\b", turn.short) is not None
    if (
        several
        or len(turn.short.split()) > LONGEST_ANSWER
        or answer.of(Kind.DATE, Kind.NUMBER, Kind.MONEY)
    ):
        return False
    return bool(answer.phrases) and not any(p.plural or p.person for p in answer.phrases[:1])


def orders(text: str, passage: Reading) -> bool:
    """Whether a phrase opens its passage with the verb of an order: "Bring proof of age"."""
    known = syntax(passage.sentence.language).tags
    return passage.text.startswith(text) and known.get(text.split()[0].casefold()) == "V"
