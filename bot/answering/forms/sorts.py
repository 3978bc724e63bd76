"""Which one of a sort is meant, where a sentence names it with the very noun: "which coach left?"
is told by "the junior coach left, and the senior coach stayed".
"""

from __future__ import annotations

import re

from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.grammar.sides import asks_for_subject, may_do
from retrieval.analysis import analyser
from retrieval.question import Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import NEAR

_IN_PHRASE = "NC#A-z"
_CLAUSES = re.compile(r"\.|,&|&(?=[DC]?[NC#]+[XVE])|S|,(?=D?[NC#]+[XVE])")
_PARTING = frozenset({";", ":"})
_APPOSED = re.compile(r"C,D?$")
_WANTED = frozenset({Wanted.THING, Wanted.PERSON, Wanted.GROUP, Wanted.PLACE})
_LEAST = 0.5  # share of the question's other words that the clause of the only one must have


def sort_told(question: Question, sentence: Sentence) -> Span | None:
    """The one phrase that ends with the noun asked for and does, or has done to it, what is asked.

    None where no phrase has it with words that are new, where a name stands beside it, or where
    several fit as well.
    """
    asked = read_question(question)
    if not _asks_for_one(question, asked):
        return None
    places = [n for n, word in enumerate(sentence.words) if word == _noun(question)]
    places = [n for n in places if sentence.tags[n] in "NC"]
    about = {token.term for token in question.content if token.term != asked.head}
    does = asks_for_subject(question, asked)
    fitting = [
        (share, phrase)
        for place in places
        if (phrase := _phrase(sentence, place, about)) is not None
        and (share := _share(sentence, place, about, asked, does=does)) >= _LEAST
    ]
    if not fitting and (named := _named(question, sentence, places, about, does=does)):
        return named
    fitting.sort(reverse=True)
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return Span(*sentence.slice(*fitting[0][1]))


def _named(
    question: Question, sentence: Sentence, places: list[int], about: set[str], *, does: bool
) -> Span | None:
    """The name right behind the only noun of the sort: "the magazine Lantern"."""
    if len(places) != 1 or "C" not in sentence.tags[places[0] + 1 : places[0] + 2]:
        return None
    start, end = places[0] + 1, sentence.run_end(places[0] + 1, "C-#")
    asked = read_question(question)
    new = about.isdisjoint(sentence.terms[start:end])
    fits = new and _share(sentence, places[0], about, asked, does=does) > _LEAST
    return Span(*sentence.slice(start, end)) if fits else None


def _asks_for_one(question: Question, asked: Asked) -> bool:
    """Whether a question asks which one of a sort, and not for a form, an amount or several."""
    if question.wanted not in _WANTED or form_asked(question) is not None or asked.preposition:
        return False
    noun = _noun(question)
    one = (
        bool(noun)
        and not noun.endswith("s")
        and asked.head in analyser(question.language).terms(noun)
    )
    return one and noun not in listed("sorts.vague", question.language)


def _noun(question: Question) -> str:
    """The word right behind "which" or "what", "" where none is."""
    asked = pattern("sorts.asks", question.language).match(question.text)
    return asked["noun"].casefold() if asked else ""


def _phrase(sentence: Sentence, place: int, about: set[str]) -> tuple[int, int] | None:
    """The phrase that a noun ends, with the place behind it; None where a name tells more."""
    tags = sentence.tags
    start = sentence.run_start(place, _IN_PHRASE)
    new = [t for n, t in enumerate(sentence.terms[start:place], start) if tags[n] in "NC#"]
    behind = tags[place + 1 : place + 2]
    named = behind in tuple('C"(') or (behind == "N" and not _is_verb(sentence, place + 1))
    named = named or tags[place + 1 : place + 3] == ",C" or _is_called(sentence, place + 1)
    empty = listed("sorts.empty", sentence.language)
    if set(new) - about <= empty or named:
        return None
    if behind == "," and _APPOSED.search(tags, 0, start):
        return None
    start -= start > 0 and tags[start - 1] == "D"
    return start, _with_place(sentence, place + 1, about)


def _is_called(sentence: Sentence, place: int) -> bool:
    """Whether a name follows by which a thing goes: "a group called the Ninth Lamp"."""
    calling = listed("sorts.calling", sentence.language)
    return not calling.isdisjoint(sentence.words[place : place + 2])


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word that the tags took for a noun is a verb of one: "the tunnel stays open"."""
    word = sentence.words[place]
    return word.endswith("s") and syntax(sentence.language).bases.get(word, word) != word


def _with_place(sentence: Sentence, place: int, about: set[str]) -> int:
    """The end of "in Tarn Bay" or "to Norway" from a token on, unless the question has it."""
    if sentence.words[place : place + 1] == ():
        return place
    if sentence.words[place] not in listed("sorts.of_places", sentence.language):
        return place
    end = sentence.run_end(place + 1, "C")
    return end if about.isdisjoint(sentence.terms[place:end]) and end > place + 1 else place


def _share(sentence: Sentence, place: int, about: set[str], asked: Asked, *, does: bool) -> float:
    """The share of the question's other words in the clause around a noun; 0 where it stands on
    the other side of the verb than who is asked for.
    """
    ends = [m.start() for m in _CLAUSES.finditer(sentence.tags)]
    ends += [n for n, word in enumerate(sentence.words) if word in _PARTING]
    first = max((end for end in ends if end < place), default=-1) + 1
    last = min((end for end in ends if end > place), default=len(sentence.tags))
    language = sentence.language
    clause = set(sentence.terms[first:last])
    held = sum(not clause.isdisjoint(alike(t, language, least=NEAR)) for t in about)
    deed = alike(asked.verb, language, least=NEAR) if asked.verb else frozenset()
    said = [n for n in range(first, last) if sentence.terms[n] in deed]
    verbs = [n for n in said if sentence.tags[n] in "VEG"]  # of "the attendance of" no side tells
    if (deed and not said) or (verbs and not may_do(sentence, verbs[0], place, subject=does)):
        return 0.0
    return held / len(about) if about else 0.0
