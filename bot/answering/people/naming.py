"""Where a sentence names the one asked about, in full or by a part of the name."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from bot.answering.grammar.sentence import Sentence
from bot.answering.people.identity import asks_for_person
from bot.answering.people.roles import names_person
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.spelling import sound

_LEAST_SPELT = 5  # letters of a name that may be spelt otherwise
_ALIKE = 0.66  # least similarity, 0 to 1, of two spellings
PERSONS = frozenset({MentionKind.PERSON, MentionKind.NAME})  # kinds that may name one


def named_in(question: Question, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a sentence names the one asked for, as token numbers: a person by part of a name."""
    asked = [token.term for token in question.content]
    if not asked:
        return
    if not asks_for_person(question):
        yield from _runs(asked, sentence)
        return
    term = analyser(question.language).term
    text = sentence.tokens.text
    whole = list(_in_full(asked, sentence))
    yield from whole
    for mention in mentions(text, language=question.language):
        said = [term(word) for word in text[mention.start : mention.end].split()]
        if mention.kind in PERSONS and _is_same(asked, said):
            first, last = sentence.at(mention.start), sentence.at(mention.end)
            if any(first <= start < last for start, _ in whole):
                continue
            opening = not first and last > 1 and sentence.terms[0] not in asked
            yield first + (opening and opens_as_person(sentence)), last


def _in_full(asked: list[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a name of several words stands in full, also behind what an office is for.

    "Secretary of State for Energy Edward Davey" names Edward Davey.
    """
    whole = "".join(asked)  # as one, since a question parts "d'Arco" and a sentence doesn't
    for first, term in enumerate(sentence.terms):
        if len(asked) < 2 or not term or not whole.startswith(term):
            continue
        last = first + 1
        while last < first + len(asked) and sentence.tags[last : last + 1] == "C":
            last += 1
        if set(sentence.tags[first:last]) == {"C"} and "".join(sentence.terms[first:last]) == whole:
            yield first, last


def _runs(asked: list[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the terms of a name stand in a row that is no part of a longer name."""
    size = len(asked)
    for first in range(len(sentence.terms) - size + 1):
        last = first + size
        whole = sentence.tags[last : last + 1] != "C" and sentence.tags[max(first - 1, 0)] != "C"
        if list(sentence.terms[first:last]) == asked and (whole or not first):
            yield first, last


def _is_same(asked: list[str], said: list[str]) -> bool:
    """Whether two names may be one person's: the same last name, and one's names among the other's.

    >>> _is_same(["lavrov"], ["sergei", "lavrov"]), _is_same(["ida", "holm"], ["nils", "holm"])
    (True, False)
    >>> _is_same(["sergei", "lavrov"], ["sergey", "lavrov"])
    True
    """
    if not _is_spelling(asked[-1], said[-1]):
        return False
    fewer, more = sorted((asked[:-1], said[:-1]), key=len)
    return all(any(_is_spelling(one, other) for other in more) for one in fewer)


def _is_spelling(name: str, other: str) -> bool:
    """Whether two words may spell one name: "Sergei" and "Sergey", but not "Mario" and "Maria"."""
    if name == other:
        return True
    if min(len(name), len(other)) < _LEAST_SPELT or sound(name) != sound(other):
        return False
    gendered = name[:-1] == other[:-1] and {name[-1], other[-1]} <= set("aoe")
    return not gendered and OSA.normalized_similarity(name, other) >= _ALIKE


def opens_as_person(sentence: Sentence) -> bool:
    """Whether a sentence opens with a noun for a person, with a capital for that alone."""
    return names_person(sentence.words[0], sentence.language)
