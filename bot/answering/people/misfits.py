"""Lifted words that can't be who is asked for.

They name a place, a deputy, a command, whoever the question is about, or nobody at all.
"""

from __future__ import annotations

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.people.apposition import role_of
from bot.answering.people.in_passages import OVER_FROM
from bot.answering.people.naming import PERSONS
from bot.answering.people.other_offices import holds_another_office
from bot.answering.people.role_phrase import head_of, is_person
from bot.answering.people.roles import names_person
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.entities.tokens import vocabulary
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED
from retrieval.records import Span

_BEFORE_SENTENCES = frozenset('#.x"-')  # tags of an item's mark and the like
_OBJECTS = tuple("DRP")  # tags of what stands behind the verb of a command
_NOBODY = frozenset({Wanted.GROUP, Wanted.PLACE})
_OPENERS = "SPt&G"  # tags with which no person's name begins: "unless the goods were broken"


def is_another(question: Question, text: str, span: Span) -> bool:
    """Whether words stand behind "in", begin as no name does, or hold another office than asked."""
    before = text[: span.start].split()[-1:]
    sentence = read_sentence(text, language=question.language)
    located = bool(listed("people.locating", question.language).intersection(before))
    located = located and tuple(text[: span.start].split()[-2:]) != OVER_FROM
    lesser = holds_another_office(question, sentence)
    first = sentence.at(span.start)
    of_office = sentence.words[first - 1 : first] == ("of",) and (
        sentence.terms[first - 2] == read_question(question).head
    )
    located = located or of_office  # of "the mayor of Lunde" it is no mayor
    located = located or _opens_with_deed(sentence, first) or _are_several(question, text, span)
    return located or lesser or sentence.tags[first] in _OPENERS or _ends_name(sentence, first)


def _opens_with_deed(sentence: Sentence, first: int) -> bool:
    """Whether words begin with what is done, behind "to": "the last to leave switches it off"."""
    led = first > 0 and sentence.tags[first - 1] == "t"
    return led and syntax(sentence.language).tags.get(sentence.words[first]) == "V"


def _are_several(question: Question, text: str, span: Span) -> bool:
    """Whether words are of several, where it is asked who one is: "complaints are heard by"."""
    asked = pattern("people.one_asked", question.language)
    told = pattern("people.are_several", question.language)
    return bool(asked.match(question.text) and told.match(text, span.end))


def _ends_name(sentence: Sentence, first: int) -> bool:
    """Whether a word in capitals goes on with what it is of: "Harbours" of "Ministry for Harbours".

    The first word of a sentence has its capital for that alone.
    """
    led = first > 2 and sentence.words[first - 1] in ("of", "for")
    return led and sentence.tags[first - 2] == "C" and sentence.tags[first] == "C"


def is_command(question: Question, text: str, span: Span) -> bool:
    """Whether words open a sentence with the verb of what to do: "Give" of "Give us a call".

    A given name that is a verb, too, names somebody: "Mark his chair with a ribbon" may not.
    """
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    word = sentence.words[first]
    opens = set(sentence.tags[:first]) <= _BEFORE_SENTENCES
    bare = syntax(question.language).bases.get(word) == word
    named = word in vocabulary(question.language).cues.get("given_names", frozenset())
    if not (opens and bare) or named or names_person(word, question.language):
        return False
    return sentence.tags[first + 1 : first + 2] in _OBJECTS


def names_asked(question: Question, text: str, span: Span) -> bool:
    """Whether words name a person of whom something else is asked: "who replaced Idris?"."""
    analysis = analyser(question.language)
    asked = {token.term for token in question.content}
    return any(
        mention.kind in PERSONS
        and mention.span.overlaps(span)
        and not asked.isdisjoint(analysis.terms(text[mention.start : mention.end]))
        for mention in mentions(text, language=question.language)
    )


def is_in_named_cell(question: Question, text: str, span: Span) -> bool:
    """Whether words stand in the cell of a row that the question names: it tells which row."""
    if PARTED not in text:
        return False
    start = text.rfind(PARTED, 0, span.start) + 1
    end = text.find(PARTED, span.start)
    cell = text[start : end if end >= 0 else len(text)].rpartition(": ")[2]
    asked = {token.term for token in question.content}
    return not asked.isdisjoint(analyser(question.language).terms(cell))


def tells_no_origin(question: Question, text: str, span: Span) -> bool:
    """Whether a sentence says of nobody where they are from, which is asked of a name."""
    language = question.language
    asked = pattern("origins.asked", language).match(question.text)
    if asked is None or not any(m.kind in PERSONS for m in question.names):
        return False
    cue = pattern("origins.cue", language).search(text)
    return cue is None and text[: span.start].split()[-1:] not in (["in"], ["of"])


def tells_of_nobody(question: Question, items: str) -> bool:
    """Whether things in a row hold no name, no noun for persons and none for a group of them."""
    sentence = read_sentence(items, language=question.language)
    groups = vocabulary(question.language).cues.get("group_words", frozenset())
    named = "C" in sentence.tags[1:]
    some = (names_person(word, question.language) or word in groups for word in sentence.words)
    return not (named or any(some))


def only_consists(question: Question, text: str, words: str) -> bool:
    """Whether words are only of what something consists, and it is not asked who is in it: "the
    board consists of the chair, the clerk and two others" tells nobody who leads it.
    """
    language = question.language
    if question.kind is not Kind.WHO or pattern("people.asks_members", language).search(
        question.text
    ):
        return False
    start = text.find(words)
    return start > 0 and bool(pattern("people.consisting", language).search(text, 0, start))


def names_no_sort(question: Question, text: str, span: Span) -> bool:
    """Whether words are only names, where it is asked how, or of what kind something is."""
    if question.wanted is not Wanted.MANNER and not pattern("people.sort", question.language).match(
        question.text
    ):
        return False
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    return set(sentence.tags[first:last]) <= set("C&,-D")


def is_no_choice(question: Question, text: str, span: Span) -> bool:
    """Whether words are none of those that a question offers: "who won, Ida or Otto?"."""
    offered = pattern("people.choice", question.language).search(question.text)
    terms = analyser(question.language).terms
    words = text[span.start : span.end]
    return offered is not None and set(terms(offered["choice"])).isdisjoint(terms(words))


def is_nobody(question: Question, text: str, span: Span) -> bool:
    """Whether words name no person where one is asked for, neither by a name nor by what they are:
    "the right bank" drives no bus. Only in a language of which it is known what people are called.
    """
    groups = vocabulary(question.language).cues.get("group_words", frozenset())
    if question.wanted is not Wanted.PERSON or not groups:
        return False
    sentence = read_sentence(text, language=question.language)
    first, last = sentence.at(span.start), sentence.at(span.end)
    if set(sentence.tags[first:last]) & set("CR#") or text[span.start].isupper():
        return False
    words = sentence.words[first:last]
    return groups.isdisjoint(words) and not any(
        names_person(word, question.language) for word in words
    )


def is_somebody(question: Question, text: str, span: Span) -> bool:
    """Whether words are a person, as their role says, where a team or place is asked for."""
    if question.wanted not in _NOBODY:
        return False
    sentence = read_sentence(text, language=question.language)
    first = sentence.at(span.start)
    role = role_of(sentence, first, sentence.at(span.end))
    if role is None or not is_person(sentence, role):
        return False
    firm = listed("people.firms", question.language)
    return firm.isdisjoint((sentence.words[head_of(sentence, *role)], sentence.words[first - 1]))


def repeats(question: Question, text: str, span: Span) -> bool:
    """Whether the noun of words that name nobody is one of the question: "the vole" of a vole."""
    found = mentions(text, language=question.language)
    if any(
        mention.kind in PERSONS and mention.start < span.end <= mention.end for mention in found
    ):
        return False
    last = read_sentence(text[span.start : span.end], language=question.language).terms[-1]
    return last in {token.term for token in question.content}
