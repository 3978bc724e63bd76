"""Who somebody is, or what something named is, as a sentence says beside the name.

The words stand before the name ("foreign minister Sergei Lavrov"; "the director, Jonas Ehrlich,"),
behind it ("Jonas Brekke, the water minister,"; "Ida Holm (treasurer)"; "the Zandra app"), or are
said of it ("Ida Holm is a baker"; "Ida Holm, who speaks for the bakers,").
"""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.people.fronting import words_before
from bot.answering.people.identity import asks_for_person, asks_role
from bot.answering.people.naming import named_in
from bot.answering.people.role_phrase import (
    ADDRESSES,
    ARTICLES,
    PHRASE,
    head_of,
    is_owned,
    is_person,
    is_title,
    is_verb,
    phrase_start,
    role_in,
    stretch,
    tells_person,
    with_owner,
)
from retrieval.question import Question
from retrieval.records import Span

_CHAIN = "NC-zoP"  # of one with "of Selmark" or "for water" in it
_IN_OFFICE = frozenset("NCGoPD&,-")
_LONGEST_OFFICE = 11  # tokens
_ENDS = frozenset(",.()")
_GOES_ON = frozenset("ESG")  # tags with which a phrase may go on behind what it tells
_LONGEST_CLAUSE = 16  # tokens of a clause that tells what somebody does
_SHORT_NAME = 3  # tokens of an abbreviation in brackets
_MOST_OLD = 3  # digits of an age between commas
RELATIVE = frozenset({"who", "which"})


def role_told(question: Question, text: str) -> Span | None:
    """What a sentence says that the one asked for is; None where it says nothing."""
    if not asks_role(question):
        return None
    sentence = read_sentence(text, language=question.language)
    if not syntax(question.language).tags:
        return words_before(question, text, sentence)
    by_clause = None
    for first, last in named_in(question, sentence):
        found = role_of(sentence, first, last)
        if asks_for_person(question):
            led = found and _opens_aside(sentence, *found, first)
            found = found if found and not led and tells_person(sentence, found, first) else None
        elif found is None:
            found = _sort(sentence, first, last)
        if found is not None:
            return Span(*sentence.slice(_with_body(sentence, *found), found[1]))
        by_clause = by_clause or _clause(sentence, last)
    return None if by_clause is None else Span(*sentence.slice(*by_clause))


def role_of(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The tokens that say who or what the name at some tokens is; None where nothing does."""
    start = _without_bracket(sentence, _without_address(sentence, first))
    return (
        _behind(sentence, last)
        or _office_before(sentence, start)
        or _before(sentence, start, last)
        or _predicate(sentence, last)
        or _predicate(sentence, _past_bracket(sentence, last))
    )


def _opens_aside(sentence: Sentence, start: int, end: int, name: int) -> bool:
    """Whether what stands before a name and a comma is no person: "After the vote, Ida Holm,"."""
    if not end < name or sentence.tags[end] != "," or is_person(sentence, (start, end)):
        return False
    before = sentence.tags[start - 2 : start].rstrip("D")[-1:] if start else ""
    return before in ("P", "o", "t", "G")


def _past_bracket(sentence: Sentence, place: int) -> int:
    """The token behind a bracket, as that with the years of a life."""
    end = sentence.tags.find(")", place) if sentence.tags[place : place + 1] == "(" else -1
    return end + 1 if end > 0 else place


def _without_address(sentence: Sentence, place: int) -> int:
    """Where a name begins with the "Dr" or "Mrs" in front of it."""
    while place and sentence.words[place - 1].rstrip(".") in ADDRESSES:
        place -= 1
    return place


def _without_bracket(sentence: Sentence, place: int) -> int:
    """Where a role ends before a name, without what stands in brackets: "head of the Union (U)"."""
    return place - _SHORT_NAME if sentence.tags[place - _SHORT_NAME : place] == "(C)" else place


def _behind(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase in commas or brackets behind a name: ", the water minister of Selmark,"."""
    tags = sentence.tags
    if tags[place : place + 1] == "(" and tags.find(")", place) > 0:
        role = role_in(sentence, place + 1, tags.find(")", place))
        if role is not None and is_person(sentence, role):
            return role
    place = _past_aside(sentence, place)
    if tags[place : place + 1] != "," or tags[place + 1 : place + 2] not in ("D", "N", "C"):
        return None
    start = place + 1
    end = stretch(sentence, start)
    bare = tags[start] != "D" and sentence.words[start] not in ARTICLES
    own = tags[start:end].replace("oD", "").replace("PD", "")
    if bare and ("D" in own or is_verb(sentence, start)):
        return None  # ", put the loss at two millions," goes on with a verb
    if tags[start] == "D" and tags[end : end + 1] == "," and tags[end - 1] == "N":
        further = stretch(sentence, end + 1)  # "a small, red fish found nowhere else"
        if tags[end + 1 : end + 2] == "N" and tags[further : further + 1] in _GOES_ON | {"."}:
            end = further
    following = tags[end : end + 1]
    role = role_in(sentence, start, end)
    whose = tags[start] == "D" or is_owned(sentence, start, end)
    whose = whose or (role is not None and is_title(sentence, head_of(sentence, *role)))
    closed = following in _ENDS | {""} or (whose and following in _GOES_ON)
    return role if closed else None


def _past_aside(sentence: Sentence, place: int) -> int:
    """The token behind an age in commas, or a bracket that tells no role, after a name."""
    tags = sentence.tags
    if tags[place : place + 3] in (",#,", ",#."):
        age = sentence.words[place + 1]
        return place + 2 if age.isdigit() and len(age) <= _MOST_OLD else place
    end = tags.find(")", place) if tags[place : place + 1] == "(" else -1
    if end > 0 and tags[end + 1 : end + 2] == ",":
        return end + 1
    return place


def _before(sentence: Sentence, place: int, behind: int) -> tuple[int, int] | None:
    """The noun phrase before a name, with a comma between where one follows the name as well."""
    tags = sentence.tags
    titled = place > 1 and tags[place - 2] == "," and is_title(sentence, place - 1)
    if titled and (office := _before(sentence, place - 1, behind)) is not None:
        return office  # "the harbour master, Captain Ida Holm," is more than a captain
    end = place - 1 if place > 1 and tags[place - 2 : place] == ",D" else place
    if end and tags[end - 1] == ",":
        if tags[behind : behind + 1] in _ENDS:
            return _apart(sentence, end - 1)
        return _shared(sentence, end - 1, behind)
    if end < place:
        return None
    first = phrase_start(sentence, end, PHRASE)
    return with_owner(sentence, first, end)


def _with_body(sentence: Sentence, first: int, end: int) -> int:
    """Where a role begins that names the body it is held in: "Council of Elders speaker"."""
    tags = sentence.tags
    inside = tags[first : first + 1] == "C" and tags[end - 1] == "N"
    if not inside or tags[first - 2 : first] != "Co":
        return first
    return phrase_start(sentence, first - 1, PHRASE)


def _office_before(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """An office with what it is for, right before a name: "Secretary of State for Energy".

    Commas stand within it only before an "and": "Minister for Energy, Forests and Water".
    """
    first = end
    while first and end - first < _LONGEST_OFFICE and sentence.tags[first - 1] in _IN_OFFICE:
        first -= 1
    heads = (n for n in range(first, end - 1) if sentence.tokens.classes[n] in "Hy")
    head = next((n for n in heads if sentence.tags[n + 1] in "oP"), None)
    inside = sentence.tags[head:end] if head is not None else ""
    if head is None or (inside.rfind(",") > inside.rfind("&")) or inside[-1] not in "NCG":
        return None
    return role_in(sentence, phrase_start(sentence, head + 1, PHRASE), end)


def _shared(sentence: Sentence, end: int, behind: int) -> tuple[int, int] | None:
    """The phrase before the first of two names: "the envoys, Ida Holm of Lunde and Otto Maier"."""
    tags = sentence.tags
    if tags[behind : behind + 2] in ("oC", "PC"):
        behind += 1 + len(tags[behind + 1 :]) - len(tags[behind + 1 :].lstrip("C"))
    role = _apart(sentence, end) if tags[behind : behind + 2] == "&C" else None
    several = role is not None and sentence.words[head_of(sentence, *role)].endswith("s")
    return role if several else None


def _apart(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a comma, of several inside each other the one for a person.

    "The consent of the head of staff, Ida Holm," speaks of the head of staff, "the leader of the
    council, Ida Holm," of the leader; where none is a person the innermost tells what something is.
    """
    found: list[tuple[int, int]] = []
    first = end
    while True:
        first = phrase_start(sentence, first, _CHAIN)
        determined = first and sentence.tags[first - 1] in "DR"
        if determined or is_owned(sentence, first, end):
            role = with_owner(sentence, first, end)
            if role is not None:
                found.append(role)
        if not determined or first < 2 or sentence.tags[first - 2] not in "oP":
            break
        first -= 1
    persons = [role for role in found if is_person(sentence, role)]
    return next(iter(persons or found), None)


def _predicate(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase behind "is", "was" or "has been"."""
    words = sentence.words[place : place + 2]
    if words[:1] and words[0] in syntax(sentence.language).copulas:
        start = place + 1
    elif words in (("has", "been"), ("had", "been")):
        start = place + 2
    else:
        return None
    return role_in(sentence, start, stretch(sentence, start))


def _sort(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The common noun that a name stands before: "the Zandra app"."""
    end = sentence.run_end(last, "N")
    named = first and sentence.tags[first - 1] == "D" and "C" in sentence.tags[first:last]
    return role_in(sentence, last, end) if named and end > last else None


def _clause(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """What somebody does, where no noun says what they are: ", who speaks for the bakers,"."""
    place = _past_aside(sentence, place)
    if sentence.tags[place : place + 1] != "," or place + 1 >= len(sentence.words):
        return None
    if sentence.words[place + 1] not in RELATIVE:
        return None
    ends = (i for i in range(place + 2, len(sentence.tags)) if sentence.tags[i] in ",.();")
    end = next(ends, len(sentence.tags))
    return (place + 1, end) if 1 < end - place - 1 <= _LONGEST_CLAUSE else None
