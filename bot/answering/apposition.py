"""Who somebody is, as a sentence says beside the name: "the architect Clara Venn" tells it.

The words stand before the name ("foreign minister Sergei Lavrov"; "the director, Jonas Ehrlich,"),
behind it ("Jonas Brekke, the water minister,") or are said of it ("Ida Holm is a baker").
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.short.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.entities import mentions
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Span

_WHO = re.compile(r"\s*who\b", re.IGNORECASE)
_OFFICE = re.compile(r"\s*[Ww]ho(?:['’]s| is| was| are| were)(?: [a-z-]+){1,4} of\b")
_PHRASE = "NC-z"  # tags of a noun phrase without its determiner
_CHAIN = "NC-zoP"  # of one with "of Selmark" or "for water" in it
_LONGER_PHRASE = "DNC#-zoP&t"  # of one that goes on behind its noun
_NAMED = frozenset({MentionKind.PERSON, MentionKind.NAME})
_ENDS = frozenset(",.()")
_DAYS = frozenset("WM")  # classes of weekdays and months, which belong to no role
_LONGEST = 12  # tokens of a role
_ARTICLES = frozenset({"the", "a", "an"})
_ADDRESSES = frozenset(["mr", "mrs", "ms", "miss", "dr", "sir", "madam", "lady", "lord", "prof"])


def role_told(question: Question, text: str) -> Span | None:
    """What a sentence says that the person asked for is; None where it says nothing."""
    if not asks_role(question):
        return None
    term = analyser(question.language).term
    asked = [token.term for token in question.content]
    sentence = read_sentence(text, language=question.language)
    for mention in mentions(text, language=question.language):
        said = [term(word) for word in text[mention.start : mention.end].split()]
        if mention.kind in _NAMED and asked and _is_same(asked, said):
            starts = sentence.tokens.starts
            first = next(i for i, start in enumerate(starts) if start >= mention.start)
            last = next((i for i, s in enumerate(starts) if s >= mention.end), len(starts))
            found = _behind(sentence, last) or _before(sentence, first, last)
            found = found or _predicate(sentence, last)
            if found is not None:
                return Span(*sentence.slice(*found))
    return None


def asks_role(question: Question) -> bool:
    """Whether it is asked who somebody named is, not who holds an office."""
    who = question.kind is Kind.DEFINITION and _WHO.match(question.text)
    return bool(who) and not _OFFICE.match(question.text)


def asking_for_holder(question: Question) -> Question:
    """ "Who is mayor of Bergen?" as what it is, a question for a person; others as they are."""
    if question.kind is Kind.DEFINITION and _OFFICE.match(question.text):
        return replace(question, kind=Kind.WHO, wanted=Wanted.PERSON)
    return question


def _is_same(asked: list[str], said: list[str]) -> bool:
    """Whether two names may be one person's: the same last name, and one's names among the other's.

    >>> _is_same(["lavrov"], ["sergei", "lavrov"]), _is_same(["ida", "holm"], ["nils", "holm"])
    (True, False)
    """
    same = asked[-1] == said[-1]
    return same and (set(asked) <= set(said) or set(said) <= set(asked))


def _behind(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The noun phrase between commas behind a name: ", the water minister of Selmark,"."""
    tags = sentence.tags
    if tags[place : place + 1] != ",":
        return None
    end = _stretch(sentence, place + 1)
    closed = tags[end : end + 1] in _ENDS
    if tags[place + 1 : place + 2] not in ("D", "N", "C") or not closed:
        return None
    return _role(sentence, place + 1, end)


def _before(sentence: Sentence, place: int, behind: int) -> tuple[int, int] | None:
    """The noun phrase before a name, with a comma between where one follows the name as well."""
    tags = sentence.tags
    end = place
    if place and tags[place - 1] == ",":
        if tags[behind : behind + 1] not in _ENDS:
            return None
        end = place - 1
    first = end
    while first and tags[first - 1] in (_PHRASE if end == place else _CHAIN):
        if sentence.tokens.classes[first - 1] in _DAYS:
            break
        first -= 1
    determined = first and (tags[first - 1] == "D" or tags[first - 1] == "R")
    if end < place and not determined:
        return None
    found = _role(sentence, first, end)
    whose = first and tags[first - 1] in "DR" and sentence.words[first - 1] not in _ARTICLES
    return (first - 1, end) if found is not None and found[0] == first and whose else found


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
    phrase = range(first, last)
    if not 0 < len(phrase) <= _LONGEST or sentence.tags[first] not in "NCD":
        return None
    head = next((i for i in phrase if sentence.tags[i] not in _PHRASE + "D#"), last) - 1
    titles = sentence.tokens.classes[head] in "HhyJ"
    tells = (sentence.tags[head] == "N" or titles) and sentence.words[head] not in _ADDRESSES
    return (first, last) if tells else None
