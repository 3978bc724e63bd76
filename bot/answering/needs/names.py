"""What an answer must hold where it is asked what something or several things are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked
from bot.answering.grammar.words import words_of
from bot.answering.needs.lack import Absence, Needed
from retrieval.entities import NAMES
from retrieval.entities import Kind as MentionKind
from retrieval.question import Kind, Question

_JOINED = re.compile(r"[NC]&[DNCA]")  # tags of things that "and" joins
_IN_A_ROW = re.compile(r"[,;]|^\W*\(?(?:\d{1,2}|[a-z])[.)] ")
_TITLES = frozenset({MentionKind.TITLE, MentionKind.QUOTED})


def name_needed(question: Question) -> Needed | None:
    """Of what something is called: any name or title that the question does not hold."""
    naming = pattern("needs.naming", question.language)
    if question.kind is not Kind.WHAT or not naming.search(question.text):
        return None
    given = pattern("needs.given_name", question.language)
    return Needed(
        Absence.THING,
        lambda text: (
            any(mention.kind in _TITLES or mention.kind in NAMES for mention in text.found)
            or given.search(text.sentence.tokens.text) is not None
        ),
    )


def asks_for_names(question: Question) -> bool:
    """Whether a list is asked for by its names: "name the four depots", "list their names"."""
    return question.kind is Kind.LIST and (
        pattern("needs.by_name", question.language).search(question.text) is not None
    )


def listed_needed(question: Question) -> Needed | None:
    """Of the names of several: a name that the question lacks, words in a row, or an item."""
    if not asks_for_names(question):
        return None
    names = not listed("needs.names", question.language).isdisjoint(question.words)

    def tells(text: Read) -> bool:
        row = not names and _IN_A_ROW.search(text.sentence.tokens.text) is not None
        joined = _JOINED.search(text.sentence.tags) is not None
        return text.names_any or not text.is_statement or joined or row

    return Needed(Absence.THING, tells)


def bearer_needed(question: Question, asked: Asked) -> Needed | None:
    """Of a hotel or a ship: something that bears the word in its name, or is called so."""
    carried = asked.head in words_of(question.language).carried
    if not carried or question.kind not in (Kind.WHAT, Kind.WHICH):
        return None
    same = alike(asked.head, question.language)
    return Needed(Absence.THING, lambda text: any(_told_apart(text, same)))


def _told_apart(passage: Read, nouns: frozenset[str]) -> Iterator[bool]:
    """Of each of some nouns in a passage, whether words beside it say which: not "in hospital"."""
    sentence = passage.sentence
    for place, term in enumerate(sentence.terms):
        if term in nouns:
            before = sentence.tags[place - 1 : place]
            behind = sentence.tags[place + 1 : place + 4]
            named = sentence.tags[place] == "C" or before in ("N", "C", "#", "V", "E", "G", '"')
            yield (
                named
                or behind[:1] in ("C", "#", '"')
                or (behind[:1] in ("o", "P") and "C" in behind)
            )
