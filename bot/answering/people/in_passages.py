"""Whether a passage may answer "who": it names a person, and tells the deed that is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.passages import Read
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import Asked
from bot.answering.grammar.sentence import Sentence
from bot.answering.grammar.words import Words, words_of
from bot.answering.people.naming import PERSONS
from bot.answering.people.roles import names_person
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Mention
from retrieval.entities import Kind as MentionKind
from retrieval.entities.tokens import vocabulary
from retrieval.question import Kind, Question, Wanted

_LABEL = ":"
_OFFICES = 3  # in a list of them
OVER_FROM = ("over", "from")  # she took over from him: he is no place
_REACH = 5  # tokens between "from" and the "to" that belongs to it


def persons(passage: Read, others: Set[str]) -> Iterator[Mention]:
    """The mentions that may be a person's name.

    No adjectives, no names of other things, none that ends as places do or stands behind "in".
    """
    sentence = passage.sentence
    tags = sentence.tags
    places = words_of(sentence.language).impersonal
    locating = listed("people.locating", sentence.language)
    for mention in passage.found:
        if mention.kind not in PERSONS or mention.value in others:
            continue
        first, behind = sentence.at(mention.start), sentence.at(mention.end)
        adjective = mention.kind is MentionKind.NAME and tags[behind : behind + 1] == "N"
        taken_over = sentence.words[max(first - 2, 0) : first] == OVER_FROM
        located = first > 0 and (
            (sentence.words[first - 1] in locating and not taken_over)
            or tags[first - 1] == "z"
            or (tags[first - 1] == "t" and "from" in sentence.words[max(first - _REACH, 0) : first])
        )
        opening = first == 0 and behind == 1 and names_person(sentence.words[0], sentence.language)
        if not (adjective or located or opening or sentence.terms[behind - 1] in places):
            yield mention


def tells_who(passage: Read, others: Set[str]) -> bool:
    """Whether a passage names somebody, or says "nobody", which answers "who" as well."""
    return _tells_nobody(passage) or any(persons(passage, others))


def _tells_nobody(passage: Read) -> bool:
    """Whether a passage says "nobody"."""
    nobody = pattern("people.nobody", passage.sentence.language)
    return nobody.search(passage.sentence.tokens.text) is not None


def tells_holder(passage: Read) -> bool:
    """Whether a passage may tell who holds an office: it has a name, a pronoun or "nobody", and no
    mere list of offices ("the Chair, the Treasurer and the Librarian").
    """
    if "R" in passage.sentence.tags or _tells_nobody(passage):
        return True
    text = passage.sentence.tokens.text
    kinds = NAMES | {MentionKind.TITLE}
    named = [m for m in passage.found if m.kind in kinds and text[m.start].isupper()]
    return bool(named) and not _are_offices(named, passage.sentence)


def _are_offices(named: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether what is written large are several nouns for persons, an article before the first."""
    first = sentence.at(named[0].start)
    led = first > 0 and sentence.tags[first - 1] == "D"
    last = [sentence.words[sentence.at(mention.end) - 1] for mention in named]
    persons = (names_person(word, sentence.language) for word in last)
    return len(named) >= _OFFICES and led and all(persons)


def names_of_others(read: Sequence[Read]) -> frozenset[str]:
    """The names of places and groups in some passages."""
    kinds = NAMES - PERSONS
    return frozenset(m.value for text in read for m in text.found if m.kind in kinds)


def wants_person(question: Question, asked: Asked, words: Words) -> bool:
    """Whether only a person's name answers: what people alone do, or the name of an office."""
    if question.kind is Kind.WHO and asked.gap_first and asked.verb in words.personal:
        return True
    naming = listed("people.naming", question.language)
    named = naming & {text.casefold() for text in question.text.split()}
    if not named or question.kind is Kind.WHO:
        return False
    nouns = (question.text[token.start : token.end].casefold() for token in question.focus)
    person = any(names_person(noun, question.language) for noun in nouns)
    return person or question.wanted is Wanted.PERSON


def deed(question: Question, asked: Asked) -> frozenset[str]:
    """The verb of "who designed the mill" with what else says it; none where it says little."""
    light = polarity(question.language).light
    if question.kind is not Kind.WHO or not asked.gap_first or asked.verb in light | {""}:
        return frozenset()
    return alike(asked.verb, question.language)


def neighbour_in_office(question: Question) -> frozenset[str]:
    """The terms of the name behind "who was director before Ida Holm?"; none in other questions."""
    named = pattern("people.neighbour_of", question.language).match(question.text)
    return frozenset(analyser(question.language).terms(named["name"])) if named else frozenset()


def tells_neighbour(passage: Read, question: Question, others: Set[str]) -> bool:
    """Whether a passage names another person than the question does, and who came before whom."""
    asked = {token.term for token in question.content}
    terms = analyser(question.language).terms
    if not pattern("people.in_order", question.language).search(passage.sentence.tokens.text):
        return False
    return any(asked.isdisjoint(terms(person.value)) for person in persons(passage, others))


def of_another(passage: Read, question: Question, *, life: bool = False) -> bool:
    """Whether a passage names a person, and neither who is asked about nor a pronoun for them.

    Of a `life` only a pronoun before the name counts: in "Holm saw none of it: he died" it stands
    for Holm. Elsewhere it may be anybody's. The label of a cell ("Ticket: Adult") names nobody.
    """
    asked = _names_in(question)
    text = passage.sentence.tokens.text
    persons = [
        m
        for m in passage.found
        if m.kind in PERSONS
        and text[m.end : m.end + 1] != _LABEL
        and not _is_common(m, passage.sentence)
    ]
    if not asked or not persons or passage.holds(asked):
        return False
    sentence = passage.sentence
    before = sentence.at(min(person.start for person in persons))
    tags = sentence.tags[:before] if life else sentence.tags
    possessive = listed("people.possessive", sentence.language)
    return "R" not in tags and possessive.isdisjoint(sentence.words)


def _is_common(mention: Mention, sentence: Sentence) -> bool:
    """Whether a word is written large only since it opens the sentence: "Membership costs 9"."""
    opens = mention.kind is MentionKind.NAME and sentence.at(mention.start) == 0
    if not opens or sentence.at(mention.end) != 1:
        return False
    given = vocabulary(sentence.language).cues.get("given_names", frozenset())
    known = len(alike(sentence.terms[0], sentence.language)) > 1
    return known and sentence.words[0] not in given


@lru_cache(maxsize=16)  # a reply asks it of its question again and again
def _names_in(question: Question) -> frozenset[str]:
    """The terms of the names in a question; of one written small, a given name and what follows."""
    term = analyser(question.language).term
    given = vocabulary(question.language).cues.get("given_names", frozenset())
    large = {term(word) for name in question.names for word in name.value.split()}
    content = question.content
    places = [n for n, t in enumerate(content) if question.text[t.start : t.end] in given]
    small = {t.term for place in places for t in content[place : place + 2]}
    return frozenset(large | small)
