"""Who holds an office, or did a deed, where a sentence says so by its form.

"Council mediator Amadou Diallo", "Ida Holm, the treasurer," name the holder beside the office;
"is being built by the Havnor Group" names who does what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.answering.grammar.alike import alike
from bot.answering.grammar.asked import read_question
from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.people.apposition import role_of
from bot.answering.people.doers import running_verb
from bot.answering.people.told import neighbour_in_office
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Mention, mentions
from retrieval.entities import Kind as MentionKind
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span
from retrieval.synonyms import SAME, nation_words

_OWNING = frozenset({"'s", "’s", "'", "’"})
_OWNERS = tuple((sign,) for sign in _OWNING)
_DAYS = frozenset("WMm")  # classes of weekdays and months
_LESSER_REACH = 2  # tokens before an office in which "deputy" stands
_NATION_REACH = 3  # the same of "Danish": "the Danish foreign minister"
_REACH = 6  # tokens between a verb and the "by" of who does it
_NOUNS = frozenset("NC#-&")


def holder_told(question: Question, sentence: Sentence) -> Span | None:
    """The one name beside the office asked for, if nothing there says another's office."""
    head = read_question(question).head
    if not head or question.wanted is not Wanted.PERSON or question.kind is Kind.DEFINITION:
        return None
    if holds_another_office(question, sentence):
        return None
    asked = _asked(question)
    aside = neighbour_in_office(question)
    found = mentions(sentence.tokens.text, language=sentence.language)
    told = [
        mention.span
        for mention in found
        if mention.kind in NAMES
        and not {term for term in _terms(sentence, mention) if term} <= asked
        and aside.isdisjoint(_terms(sentence, mention))
        and _holds(head, asked, sentence, mention, found)
    ]
    return _with_others(question, head, sentence, told[0]) if len(told) == 1 else None


def _asked(question: Question) -> set[str]:
    """The terms that a question asks about; "which minister" takes a deputy minister for one."""
    under = _lesser_still(question.language) if question.kind is Kind.WHICH else frozenset()
    return {*(token.term for token in question.content), *under}


def _with_others(question: Question, head: str, sentence: Sentence, holder: Span) -> Span:
    """The holder with those tied to them, where several are asked for: "parents Olav and Ida"."""
    words = (question.text[t.start : t.end] for t in question.content if t.term == head)
    if not any(word.endswith("s") for word in words):
        return holder
    end = sentence.at(holder.end)
    runs = (each.whole for each in enumerations(sentence) if each.items[0].end == end)
    whole = next(runs, None)
    return Span(holder.start, sentence.slice(*whole)[1]) if whole else holder


def _terms(sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    return sentence.terms[sentence.at(mention.start) : sentence.at(mention.end)]


def _holds(
    head: str, asked: set[str], sentence: Sentence, mention: Mention, found: tuple[Mention, ...]
) -> bool:
    """Whether the role beside a name is the office, of nobody who isn't asked about."""
    first, last = sentence.at(mention.start), sentence.at(mention.end)
    if head in sentence.terms[first:last]:
        return False
    titled = (each for each in found if each.kind is MentionKind.TITLE)
    starts = [first, *(sentence.at(t.start) for t in titled if sentence.at(t.end) == first)]
    roles = [
        role_of(sentence, start, last)
        or _subject_of_copula(sentence, start)
        or _label(sentence, start)
        for start in starts
    ]
    alike_in_office = _counterpart(head, asked, sentence)
    if alike_in_office is not None:
        return any(each and alike_in_office in range(*each) for each in roles)
    role = next((each for each in roles if each and head in sentence.terms[slice(*each)]), None)
    if role is None:
        return False
    place = next(n for n in range(*role) if sentence.terms[n] == head)
    if _is_lesser(sentence, place, asked):
        return False
    start, end = sentence.slice(*role)
    places = range(*role)
    of_others = any(
        each.kind in NAMES
        and start <= each.start
        and each.end <= end
        and each is not mention
        and sentence.terms[sentence.at(each.start)] != head
        for each in found
    )
    return not of_others or any(
        sentence.terms[n] in asked - {head} and sentence.tags[n] == "C" for n in places
    )


def _counterpart(head: str, asked: set[str], sentence: Sentence) -> int | None:
    """The "counterpart" of one who holds the office, of the nation that is asked about, if told.

    "Foreign Minister Ida Holm and her Danish counterpart, Nils Lund" names the Danish minister.
    """
    if "counterpart" not in sentence.words:
        return None
    place = sentence.words.index("counterpart")
    nation = sentence.terms[place - 1] if place else ""
    of_asked = nation in nations_of(sentence.language) and alike(nation, sentence.language) & asked
    return place if of_asked and head in sentence.terms[:place] else None


def holds_another_office(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the office asked for only as a deputy's, or as another's.

    That is one held before, of somebody who is named there and not asked about, or one whose
    holder is named only as owning something: "the president's envoy".
    """
    head = read_question(question).head
    asked = _asked(question)
    places = [n for n, term in enumerate(sentence.terms) if head and term == head]
    lesser = _lesser(sentence.language) & question.words
    return bool(places) and all(
        not lesser.issubset(sentence.words)
        or _is_lesser(sentence, place, asked)
        or _is_of_another(question, sentence, place, asked)
        or sentence.words[place + 1 : place + 2] in _OWNERS
        for place in places
    )


def _is_of_another(question: Question, sentence: Sentence, place: int, asked: set[str]) -> bool:
    """Whether a name that isn't asked about owns an office: "Rovers' captain" of Thornley's.

    So does another nation than the one that is asked about: "the Danish king" of Norway's.
    """
    if _is_of_another_nation(sentence, place, asked):
        return True
    owned = place > 1 and sentence.words[place - 1] in _OWNING and sentence.tags[place - 2] == "C"
    of_one = bool(question.names) or any(word.endswith(("'s", "’s")) for word in question.words)
    return owned and of_one and sentence.terms[place - 2] not in asked


def _is_of_another_nation(sentence: Sentence, place: int, asked: set[str]) -> bool:
    """Whether a nation's adjective stands before an office, where another one's is asked for."""
    nations = nations_of(sentence.language)
    if nations.isdisjoint(asked):
        return False
    first = place
    while first and place - first < _NATION_REACH and sentence.tags[first - 1] in "NC":
        first -= 1
    named = nations.intersection(sentence.terms[first:place])
    return bool(named) and not any(alike(one, sentence.language) & asked for one in named)


@cache
def nations_of(language: str) -> frozenset[str]:
    """The terms of the names of nations."""
    return frozenset(map(analyser(language).term, nation_words(language)))


def _is_lesser(sentence: Sentence, place: int, asked: set[str]) -> bool:
    """Whether "deputy", "former" or the like stands before an office, unless it is asked for."""
    before = range(max(place - _LESSER_REACH, 0), place)
    lesser = _lesser(sentence.language)
    return any(
        sentence.words[n] in lesser and sentence.terms[n] not in asked
        for n in before
        if set(sentence.tags[n:place]) <= set("NC-")
    )


@cache
def _lesser_still(language: str) -> frozenset[str]:
    """The terms of those of which "which minister" may mean one: "deputy"."""
    words = str(lexicon(f"statements_{language}").get("under", "")).split()
    return frozenset(map(analyser(language).term, words))


@cache
def _lesser(language: str) -> frozenset[str]:
    """The words before an office that make it another one: "deputy", "former"."""
    return frozenset(str(lexicon(f"statements_{language}").get("lesser", "")).split())


def _subject_of_copula(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase of which a sentence says that it is a name: "the architect is Ida Holm"."""
    if not place or sentence.words[place - 1] not in syntax(sentence.language).copulas:
        return None
    first = end = place - 1
    while first and sentence.tags[first - 1] in "NCDoPz-":
        first -= 1
    return (first, end) if first < end else None


def _label(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase before a colon and a name: "Head of the school: Ida Holm"."""
    if place < 2 or sentence.words[place - 1] != ":":
        return None
    first = end = place - 1
    while first and sentence.tags[first - 1] in "NCDoz-":
        first -= 1
    opens = not first or sentence.tags[first - 1] in ".,"
    return (first, end) if opens and first < end else None


def agent_told(question: Question, sentence: Sentence) -> Span | None:
    """Who does what is asked, behind "by": "was raised by divers of the navy"."""
    asked = read_question(question)
    verb = asked.verb if asked.gap_first else running_verb(question)
    passive = "by" in question.words  # who does it is told: "who was elected by the board?"
    if question.kind is not Kind.WHO or not verb or passive:
        return None
    told = list(_agents(verb, sentence, {token.term for token in question.content}))
    return Span(*sentence.slice(*told[0])) if len(told) == 1 else None


def _agents(verb: str, sentence: Sentence, asked: set[str]) -> Iterator[tuple[int, int]]:
    """The noun phrases behind "by" that follow a participle of a verb.

    So they do one that says the same, where something else that is asked stands before it.
    """
    deeds = alike(verb, sentence.language, least=SAME)
    for place, term in enumerate(sentence.terms):
        said = term == verb or not asked.isdisjoint(sentence.terms[:place])
        if term not in deeds or not said or sentence.tags[place] not in "EV":
            continue
        by = _by(sentence, place)
        start = by + 1 + (sentence.tags[by + 1 : by + 2] == "D")
        end = start
        while by and sentence.tags[end : end + 1] and sentence.tags[end] in _NOUNS | {"z"}:
            end += 1
        while end > start and sentence.tags[end - 1] == "&":
            end -= 1
        if end > start and sentence.tags[start] != "#" and sentence.tags[end - 1] in "NC":
            listed = [e.whole for e in enumerations(sentence) if e.whole.start in (by + 1, start)]
            if listed:
                yield start, listed[0].end
            else:
                named = _named_behind(sentence, _past_office(sentence, end))
                named = named or _with_home(sentence, start, end)
                yield named or _bare_name(sentence, start, end)


def _with_home(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """A phrase that names nobody with where they are from: "a firm from Leeds"."""
    home = end + 1
    classes = sentence.tokens.classes
    while sentence.tags[home : home + 1] == "C" and classes[home] not in _DAYS:
        home += 1
    unnamed = "C" not in sentence.tags[start:end] and sentence.words[end : end + 1] == ("from",)
    return (start, home) if unnamed and home > end + 1 else None


def _by(sentence: Sentence, place: int) -> int:
    """The "by" that belongs to the verb at a token, 0 where there is none."""
    for n in range(place + 1, min(place + 2 + _REACH, len(sentence.words))):
        if sentence.words[n] == "by":
            return n
        if sentence.tags[n] in "VE":
            return 0
    return 0


def _bare_name(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The name that a phrase ends with, without the role before it, or the whole of several."""
    first = end
    while first > start and sentence.tags[first - 1] == "C":
        first -= 1
    return (first, end) if first < end and "&" not in sentence.tags[start:end] else (start, end)


def _past_office(sentence: Sentence, place: int) -> int:
    """The token behind what an office is for: "the minister for planning, Ida Holm"."""
    end = place
    while sentence.tags[end : end + 1] and sentence.tags[end] in "PoDNC&-":
        end += 1
    titled = sentence.tags[place : place + 1] in ("P", "o") and end < len(sentence.tags)
    return end if titled and sentence.words[end] == "," else place


def _named_behind(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The name between commas behind a role: "a lorry driver, Jonas Petrak,"."""
    if sentence.tags[place : place + 1] != ",":
        return None
    end = place + 1
    while sentence.tags[end : end + 1] == "C":
        end += 1
    closed = sentence.tags[end : end + 1] in (",", ".", ")")
    return (place + 1, end) if closed and end > place + 1 else None
