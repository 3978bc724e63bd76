"""The noun phrase that says who somebody is: where it begins, what it is about, whose it is."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, syntax
from bot.answering.people.naming import opens_as_person
from bot.answering.people.roles import names_person

PHRASE = "NC-z"  # tags of a noun phrase without its determiner
_LONGER_PHRASE = "DNC#-zoP&t"  # of one that goes on behind its noun
_DAYS = frozenset("WM")  # classes of weekdays and months, which belong to no role
_LONGEST = 12  # tokens of a role
ARTICLES = frozenset({"the", "a", "an"})
ADDRESSES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "sir", "madam", "lady", "lord", "prof", "mx", "rev"]
)


def phrase_start(sentence: Sentence, end: int, within: str) -> int:
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


def with_owner(sentence: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The phrase if it is a role, with the "his" or "her" before it."""
    found = role_in(sentence, first, end)
    whose = first and sentence.tags[first - 1] in "DR"
    whose = whose and sentence.words[first - 1] not in ARTICLES
    return (first - 1, end) if found is not None and found[0] == first and whose else found


def is_person(sentence: Sentence, role: tuple[int, int]) -> bool:
    """Whether the head of a role names a person."""
    return names_person(sentence.words[head_of(sentence, *role)], sentence.language)


def tells_person(sentence: Sentence, role: tuple[int, int], name: int) -> bool:
    """Whether a role is a person's: it must name one right before the name or bare behind "is".

    "In that conversation Ida Holm", "Ida Holm was ready" tell nobody.
    """
    bare = sentence.words[role[0] - 1 : role[0]]
    said = bool(bare) and (bare[0] in syntax(sentence.language).copulas or bare[0] == "been")
    titled = is_title(sentence, head_of(sentence, *role))
    return not (said or role[1] == name) or titled or is_person(sentence, role)


def is_owned(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a phrase begins with its owner: "Selmark's envoy"."""
    return "z" in sentence.tags[first : min(first + 3, end)]


def stretch(sentence: Sentence, start: int) -> int:
    """The token behind a noun phrase that may go on with "of Selmark" or "for water"."""
    return sentence.run_end(start, _LONGER_PHRASE)


def role_in(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The phrase without its article, if a common noun or a title in it says what somebody is."""
    if sentence.words[first : first + 1] and sentence.words[first] in ARTICLES:
        first += 1
    if sentence.words[first : first + 3] == ("year", "-", "old"):
        first += 3  # of "38-year-old baker"
    while last > first and sentence.tags[last - 1] == "&":
        last -= 1
    if not 0 < last - first <= _LONGEST or sentence.tags[first] not in "NCDEG#":
        return None
    head = head_of(sentence, first, last)
    if sentence.words[head] in ADDRESSES:
        return None
    opens = head == 0 and opens_as_person(sentence)
    tells = sentence.tags[head] == "N" or is_title(sentence, head) or opens
    return (first, last) if tells else None


def is_title(sentence: Sentence, place: int) -> bool:
    """Whether a token is a title or may stand before one: "minister", "Deputy"."""
    return sentence.tokens.classes[place] in "HhyJ"


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The noun that a phrase is about: the last one before "of", "for" or the like."""
    inner = range(first + (sentence.tags[first] in "EG"), last)
    return next((i for i in inner if sentence.tags[i] not in PHRASE + "D#,EG"), last) - 1


def _is_strong_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word is a verb's form that could not stand as an adjective, as "retired" can."""
    return is_verb(sentence, place) and not sentence.words[place].endswith(("ed", "ing"))


def is_verb(sentence: Sentence, place: int) -> bool:
    """Whether a word is a verb's form other than its base."""
    word = sentence.words[place]
    return syntax(sentence.language).bases.get(word, word) != word
