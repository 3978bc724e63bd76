"""Whether a sentence tells of another one of the kind that is asked about.

"Ward 4 is run by Ida Holm" doesn't tell who runs ward 3, "the autumn fair" nothing of the spring
fair, "Hald's delegation" nothing of Lund's. Nor does a report on 2019 alone tell
what the fair drew in 2012.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import groups
from bot.answering.grammar.passages import Read
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.grammar.years import ends_of_seasons, stretches_in, years_and_decades_in
from bot.answering.people.roles import names_person
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question
from retrieval.records import Document

_EXCLUDING = ("seasons", "compass", "colours", "parts_of_days", "places_in_order")
_LONGEST = 100_000  # characters of a document that may be of some years alone
_SHORT = 3  # first letters that an owner shares with what it is called for short
_COUNTED = ("N", "o", "-", "V")  # tags behind a figure that is no number of a thing, or may be none


def is_of_another(question: Question, read: Read) -> bool:
    """Whether a sentence names, of what is asked about, only one told apart otherwise."""
    if question.kind is Kind.YES_NO:
        return False
    said = read_sentence(question.text, language=question.language)
    checks = (_of_another_number, _of_an_opposite, _of_another_owner)
    return any(check(said, read) for check in checks)


def is_on_other_years(question: Question, document: Document) -> bool:
    """Whether a document tells years, and not the one that a question names, nor one around it.

    A long document speaks of too much to be of some years.
    """
    asked = years_and_decades_in(question.text)
    if len(asked) != 1 or document.part(_LONGEST, _LONGEST + 1):
        return False
    told = f"{document.title} {document.called} {document.text}"
    years = {*years_and_decades_in(told), *ends_of_seasons(told)}
    if document.date is not None:
        years.add(document.date.year)
    if not years or asked[0] in years:
        return False
    return not any(asked[0] in stretch for stretch in stretches_in(told, question.language))


def _of_another_number(said: Sentence, read: Read) -> bool:
    """Whether other figures alone stand behind a noun than in the question: "ward 4" of ward 3."""
    asked = list(_numbered(said))
    told = {noun for noun, _ in _numbered(read.sentence)} if asked else set()
    figures = {figure for noun, figure in asked if noun in told}
    return bool(figures) and figures.isdisjoint(read.sentence.words)


def _numbered(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Each noun with the bare figure behind it that is part of no date and counts nothing."""
    text = sentence.tokens.text
    dates = [m for m in mentions(text, language=sentence.language) if m.kind is MentionKind.DATE]
    for place in range(1, len(sentence.tags)):
        start = sentence.tokens.starts[place]
        dated = any(date.start <= start < date.end for date in dates)
        bare = sentence.words[place].isdecimal() and not dated
        named = sentence.tags[place - 1] in "NC"
        if bare and named and sentence.tags[place + 1 : place + 2] not in _COUNTED:
            yield sentence.terms[place - 1], sentence.words[place]


def _of_an_opposite(said: Sentence, read: Read) -> bool:
    """Whether a noun stands only behind a word that excludes the one asked: "autumn fair"."""
    excluded, known = _excluded(said.language), {*read.sentence.words, *read.about}
    for word, noun in _pairs(said):
        for own, others in excluded.get(word, ()):
            told = {before for before, behind in _pairs(read.sentence) if behind == noun}
            if own.isdisjoint(known) and told & others:
                return True
    return False


@cache
def _excluded(language: str) -> Mapping[str, Sequence[tuple[frozenset[str], frozenset[str]]]]:
    """For each word that excludes others of its kind those that say the same, and the others."""
    found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for kind in _EXCLUDING:
        rows = groups(f"of_another.{kind}", language)
        every = frozenset[str]().union(*rows)
        for row in rows:
            for word in row:
                found.setdefault(word, []).append((row, every - row))
    return found


def _pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Each word with the term of the noun behind it."""
    for place in range(1, len(sentence.words)):
        if sentence.tags[place] in "NC":
            yield sentence.words[place - 1], sentence.terms[place]


def _of_another_owner(said: Sentence, read: Read) -> bool:
    """Whether somebody's is told to be another's, where nobody speaks of them: "Hald's fleet"."""
    known = {*read.sentence.terms, *read.about}
    told = set(_owned(read.sentence))
    for noun, owner in _owned(said):
        others = {other for kind, other in told if kind == noun}
        called = any(other.startswith(owner[:_SHORT]) for other in others)
        if others and not called and known.isdisjoint(alike(owner, said.language)):
            return True
    return False


def _owned(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Each noun behind the name of whose it is, and that name: "Lund's fishing fleet"."""
    for place in (n for n, tag in enumerate(sentence.tags) if tag == "z" and n):
        owner = place - 1
        named = sentence.tags[owner] == "C"
        end = sentence.run_end(place + 1, "NC")
        person = names_person(sentence.words[owner], sentence.language)
        if named and end > place + 1 and not person:
            yield sentence.terms[end - 1], sentence.terms[owner]
