"""Who or what does what is asked, told behind "by": "is being built by the Havnor Group"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.grammar.alike import alike
from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence
from bot.answering.people.doers import running_verb
from bot.answering.people.roles import names_person
from retrieval.question import Kind, Question
from retrieval.records import Span
from retrieval.synonyms import SAME

_OF_WHOM = frozenset({"member", "members"})  # of what they are says more than that they are
_REACH = 6  # tokens between a verb and the "by" of who does it
_NOUNS = frozenset("NC#-&")


def agent_told(question: Question, sentence: Sentence) -> Span | None:
    """Who or what does what is asked, behind "by": "was raised by divers of the navy"."""
    asked = read_question(question)
    verb = asked.verb if asked.gap_first else running_verb(question)
    passive = "by" in question.words  # who does it is told: "who was elected by the board?"
    thing = question.kind is Kind.WHAT and not asked.head
    if not (question.kind is Kind.WHO or thing) or not verb or passive:
        return None
    known = {token.term for token in question.content}
    told = [
        (start, end)
        for start, end in _agents(verb, sentence, known)
        if not {term for term in sentence.terms[start:end] if term} <= known
    ]
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
        by = _past_act(sentence, _by(sentence, place))
        start = by + 1 + (sentence.tags[by + 1 : by + 2] == "D")
        end = start
        while by and sentence.tags[end : end + 1] and sentence.tags[end] in _NOUNS | {"z"}:
            end += 1
        if (
            end > start
            and sentence.words[end - 1] in _OF_WHOM
            and sentence.tags[end : end + 1] == "o"
        ):
            end = sentence.run_end(end + 1, "DNC-")
        while end > start and sentence.tags[end - 1] == "&":
            end -= 1
        if end > start and sentence.tags[start] != "#" and sentence.tags[end - 1] in "NC":
            listed = [e.whole for e in enumerations(sentence) if e.whole.start in (by + 1, start)]
            if listed:
                yield start, listed[0].end
            else:
                behind = _named_behind(sentence, _past_office(sentence, end))
                bare = _is_name(sentence, start, end)  # and behind it where: "Holm Cable, Lund"
                yield (None if bare else behind) or _bare_name(sentence, start, end)


def _by(sentence: Sentence, place: int) -> int:
    """The "by" that belongs to the verb at a token, 0 where there is none."""
    for n in range(place + 1, min(place + 2 + _REACH, len(sentence.words))):
        if sentence.words[n] == "by":
            return n
        if sentence.tags[n] in "VE":
            return 0
    return 0


def _past_act(sentence: Sentence, by: int) -> int:
    """The "of" before whose act it is that is named behind "by", else that "by": "by a vote of"."""
    end = sentence.run_end(by + 1, "DNC#-") if by else 0
    acts = listed("people.acts", sentence.language)
    acted = end > by and sentence.words[end - 1] in acts and sentence.tags[end : end + 1] == "o"
    return end if acted else by


def _is_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase is all a name, which no word for what persons are ends."""
    named = set(sentence.tags[start:end]) <= set("C-&")
    return named and not names_person(sentence.words[end - 1], sentence.language)


def _bare_name(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The name that a phrase ends with, without the role before it, or the whole of several."""
    first = end
    while first > start and sentence.tags[first - 1] == "C":
        first -= 1
    return (first, end) if first < end and "&" not in sentence.tags[start:end] else (start, end)


def _past_office(sentence: Sentence, place: int) -> int:
    """The token behind what an office is for: "the minister for planning, Ida Holm"."""
    end = sentence.run_end(place, "PoDNC&-")
    titled = sentence.tags[place : place + 1] in ("P", "o") and end < len(sentence.tags)
    return end if titled and sentence.words[end] == "," else place


def _named_behind(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The name between commas behind a role: "a lorry driver, Jonas Petrak,"."""
    if sentence.tags[place : place + 1] != ",":
        return None
    end = sentence.run_end(place + 1, "C")
    closed = sentence.tags[end : end + 1] in (",", ".", ")")
    return (place + 1, end) if closed and end > place + 1 else None
