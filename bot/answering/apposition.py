"""Who somebody is, or what something named is, as a sentence says beside the name.

The words stand before the name ("foreign minister Sergei Lavrov"; "the director, Jonas Ehrlich,"),
behind it ("Jonas Brekke, the water minister,"; "Ida Holm (treasurer)"; "the Zandra app"), or are
said of it ("Ida Holm is a baker"; "Ida Holm, who speaks for the bakers,").
"""

from __future__ import annotations

from bot.answering.fronting import words_before
from bot.answering.naming import asks_for_person, asks_role, named_in, opens_as_person
from bot.answering.roles import names_person
from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.question import Question
from retrieval.records import Span

_PHRASE = "NC-z"  # tags of a noun phrase without its determiner
_CHAIN = "NC-zoP"  # of one with "of Selmark" or "for water" in it
_LONGER_PHRASE = "DNC#-zoP&t"  # of one that goes on behind its noun
_ENDS = frozenset(",.()")
_GOES_ON = frozenset("ESG")  # tags with which a phrase may go on behind what it tells
_DAYS = frozenset("WM")  # classes of weekdays and months, which belong to no role
_LONGEST = 12  # tokens of a role
_LONGEST_CLAUSE = 16  # tokens of a clause that tells what somebody does
_MOST_OLD = 3  # digits of an age between commas
_ARTICLES = frozenset({"the", "a", "an"})
RELATIVE = frozenset({"who", "which"})
_ADDRESSES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "sir", "madam", "lady", "lord", "prof", "mx", "rev"]
)


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
            found = found if found and _tells_person(sentence, found, first) else None
        elif found is None:
            found = _sort(sentence, first, last)
        if found is not None:
            return Span(*sentence.slice(*found))
        by_clause = by_clause or _clause(sentence, last)
    return None if by_clause is None else Span(*sentence.slice(*by_clause))


def role_of(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The tokens that say who or what the name at some tokens is; None where nothing does."""
    return (
        _behind(sentence, last)
        or _before(sentence, _without_address(sentence, first), last)
        or _predicate(sentence, last)
        or _predicate(sentence, _past_bracket(sentence, last))
    )


def _past_bracket(sentence: Sentence, place: int) -> int:
    """The token behind a bracket, as that with the years of a life."""
    end = sentence.tags.find(")", place) if sentence.tags[place : place + 1] == "(" else -1
    return end + 1 if end > 0 else place


def _without_address(sentence: Sentence, place: int) -> int:
    """Where a name begins with the "Dr" or "Mrs" in front of it."""
    while place and sentence.words[place - 1].rstrip(".") in _ADDRESSES:
        place -= 1
    return place


def _behind(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase in commas or brackets behind a name: ", the water minister of Selmark,"."""
    tags = sentence.tags
    if tags[place : place + 1] == "(" and tags.find(")", place) > 0:
        role = _role(sentence, place + 1, tags.find(")", place))
        if role is not None and _is_person(sentence, role):
            return role
    place = _past_aside(sentence, place)
    if tags[place : place + 1] != "," or tags[place + 1 : place + 2] not in ("D", "N", "C"):
        return None
    start = place + 1
    end = _stretch(sentence, start)
    bare = tags[start] != "D" and sentence.words[start] not in _ARTICLES
    own = tags[start:end].replace("oD", "").replace("PD", "")
    if bare and ("D" in own or _is_verb(sentence, start)):
        return None  # ", put the loss at two millions," goes on with a verb
    if tags[start] == "D" and tags[end : end + 1] == "," and tags[end - 1] == "N":
        further = _stretch(sentence, end + 1)  # "a small, red fish found nowhere else"
        if tags[end + 1 : end + 2] == "N" and tags[further : further + 1] in _GOES_ON | {"."}:
            end = further
    closed = tags[end : end + 1] in _ENDS or (tags[start] == "D" and tags[end] in _GOES_ON)
    return _role(sentence, start, end) if closed else None


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


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word is a verb's form other than its base."""
    word = sentence.words[place]
    return syntax(sentence.language).bases.get(word, word) != word


def _is_strong_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word is a verb's form that could not stand as an adjective, as "retired" can."""
    return _is_verb(sentence, place) and not sentence.words[place].endswith(("ed", "ing"))


def _before(sentence: Sentence, place: int, behind: int) -> tuple[int, int] | None:
    """The noun phrase before a name, with a comma between where one follows the name as well."""
    tags = sentence.tags
    end = place - 1 if place > 1 and tags[place - 2 : place] == ",D" else place
    if end and tags[end - 1] == ",":
        if tags[behind : behind + 1] in _ENDS:
            return _apart(sentence, end - 1)
        return _shared(sentence, end - 1, behind)
    if end < place:
        return None
    first = _phrase_start(sentence, end, _PHRASE)
    return _with_owner(sentence, first, end)


def _shared(sentence: Sentence, end: int, behind: int) -> tuple[int, int] | None:
    """The phrase before the first of two names: "the envoys, Ida Holm of Lunde and Otto Maier"."""
    tags = sentence.tags
    if tags[behind : behind + 2] in ("oC", "PC"):
        behind += 1 + len(tags[behind + 1 :]) - len(tags[behind + 1 :].lstrip("C"))
    role = _apart(sentence, end) if tags[behind : behind + 2] == "&C" else None
    several = role is not None and sentence.words[_head(sentence, *role)].endswith("s")
    return role if several else None


def _apart(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a comma, of several inside each other the one for a person.

    "The consent of the head of staff, Ida Holm," speaks of the head of staff, "the leader of the
    council, Ida Holm," of the leader; where none is a person the innermost tells what something is.
    """
    found: list[tuple[int, int]] = []
    first = end
    while True:
        first = _phrase_start(sentence, first, _CHAIN)
        determined = first and sentence.tags[first - 1] in "DR"
        if determined or _owned(sentence, first, end):
            role = _with_owner(sentence, first, end)
            if role is not None:
                found.append(role)
        if not determined or first < 2 or sentence.tags[first - 2] not in "oP":
            break
        first -= 1
    persons = [role for role in found if _is_person(sentence, role)]
    return next(iter(persons or found), None)


def _phrase_start(sentence: Sentence, end: int, within: str) -> int:
    """Where the noun phrase that ends at a token begins, a participle behind "the" included."""
    tags, first = sentence.tags, end
    while first and sentence.tokens.classes[first - 1] not in _DAYS:
        inside = tags[max(first - 2, 0)] in "Dz" and tags[first - 1] in "EG#"
        verb = tags[first - 1] == "N" and _is_strong_verb(sentence, first - 1)
        if verb or (tags[first - 1] not in within and not inside):
            break
        first -= 1
    while first < end and tags[first] in "oPz-":
        first += 1
    return first


def _with_owner(sentence: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The phrase if it is a role, with the "his" or "her" before it."""
    found = _role(sentence, first, end)
    whose = first and sentence.tags[first - 1] in "DR"
    whose = whose and sentence.words[first - 1] not in _ARTICLES
    return (first - 1, end) if found is not None and found[0] == first and whose else found


def _is_person(sentence: Sentence, role: tuple[int, int]) -> bool:
    """Whether the head of a role names a person."""
    return names_person(sentence.words[_head(sentence, *role)], sentence.language)


def _tells_person(sentence: Sentence, role: tuple[int, int], name: int) -> bool:
    """Whether a role is a person's: it must name one right before the name or bare behind "is".

    "In that conversation Ida Holm", "Ida Holm was ready" tell nobody.
    """
    bare = sentence.words[role[0] - 1 : role[0]]
    said = bool(bare) and (bare[0] in syntax(sentence.language).copulas or bare[0] == "been")
    titled = _is_title(sentence, _head(sentence, *role))
    return not (said or role[1] == name) or titled or _is_person(sentence, role)


def _owned(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a phrase begins with its owner: "Selmark's envoy"."""
    return "z" in sentence.tags[first : min(first + 3, end)]


def _predicate(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase behind "is", "was" or "has been"."""
    words = sentence.words[place : place + 2]
    if words[:1] and words[0] in syntax(sentence.language).copulas:
        start = place + 1
    elif words in (("has", "been"), ("had", "been")):
        start = place + 2
    else:
        return None
    return _role(sentence, start, _stretch(sentence, start))


def _sort(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The common noun that a name stands before: "the Zandra app"."""
    end = last
    while sentence.tags[end : end + 1] == "N":
        end += 1
    named = first and sentence.tags[first - 1] == "D" and "C" in sentence.tags[first:last]
    return _role(sentence, last, end) if named and end > last else None


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


def _stretch(sentence: Sentence, start: int) -> int:
    """The token behind a noun phrase that may go on with "of Selmark" or "for water"."""
    end = start
    while end < len(sentence.tags) and sentence.tags[end] in _LONGER_PHRASE:
        end += 1
    return end


def _role(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The phrase without its article, if a common noun or a title in it says what somebody is."""
    if sentence.words[first : first + 1] and sentence.words[first] in _ARTICLES:
        first += 1
    if sentence.words[first : first + 3] == ("year", "-", "old"):
        first += 3  # of "38-year-old baker"
    if not 0 < last - first <= _LONGEST or sentence.tags[first] not in "NCDEG#":
        return None
    head = _head(sentence, first, last)
    if sentence.words[head] in _ADDRESSES:
        return None
    opens = head == 0 and opens_as_person(sentence)
    tells = sentence.tags[head] == "N" or _is_title(sentence, head) or opens
    return (first, last) if tells else None


def _is_title(sentence: Sentence, place: int) -> bool:
    """Whether a token is a title or may stand before one: "minister", "Deputy"."""
    return sentence.tokens.classes[place] in "HhyJ"


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The noun that a phrase is about: the last one before "of", "for" or the like."""
    inner = range(first + (sentence.tags[first] in "EG"), last)
    return next((i for i in inner if sentence.tags[i] not in _PHRASE + "D#,EG"), last) - 1
