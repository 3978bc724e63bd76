"""What a follow-up leaves out: a message and the turns before it to a question that stands alone.

"And the second?" takes the place of what differs in the question before; "who observed it?" gets
the thing spoken of in place of the pronoun. What is added comes from the person's own earlier
words or from the answer they were given, never from anywhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.conversation import Turn
from bot.phrasing import FollowUpWords
from bot.subjects import behind_question_word, subject
from retrieval.analysis import Token
from retrieval.question import Kind, Question, Wanted, parse_question

_ORDINAL = re.compile(r"\d+th$")
_NUMBER = re.compile(r"\d+$")
LEANING = 1  # content words of a message that is too bare to stand alone
LONGEST_LEANING = 5  # words of such a message
BEFORE_PRONOUN = 1  # content words before a pronoun: with more, it points inside the message


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone; `inherited` says whether earlier turns helped to make it."""

    text: str
    inherited: bool


def resolve(text: str, turns: tuple[Turn, ...], *, words: FollowUpWords, language: str) -> Resolved:
    """`text` with what it leaves out filled in from `turns`, oldest first."""
    if not turns:
        return Resolved(text=text, inherited=False)
    last = turns[-1]
    accepted = _accepted(text, last.offers, words)
    if accepted:
        return Resolved(text=accepted, inherited=True)
    rest, opened = _without_opener(text, words)
    question = parse_question(rest, language=language)
    pronoun = _pronoun(question, words)
    if pronoun is not None:
        return Resolved(text=_with_antecedent(rest, pronoun, turns, words), inherited=True)
    bare = len(question.content) <= LEANING and len(question.terms) <= LONGEST_LEANING
    if opened or (bare and not question.names):
        return Resolved(text=_completed(rest, question, last.question), inherited=True)
    return Resolved(text=text, inherited=False)


def _accepted(text: str, offers: tuple[str, ...], words: FollowUpWords) -> str:
    """The offered question that a "yes" or a number takes up, "" for any other message."""
    said = text.casefold().strip(" .!")
    if said in words.consents and offers:
        return offers[0]
    number = int(said) if said.isdecimal() and len(said) == 1 else 0
    return offers[number - 1] if 0 < number <= len(offers) else ""


def _without_opener(text: str, words: FollowUpWords) -> tuple[str, bool]:
    """The message without "and" or "no, I meant" in front, and whether one stood there."""
    opened = False
    while True:
        match = words.opener.match(text)
        if match is None or not text[match.end() :].strip(" ?!.,"):
            return text, opened
        text, opened = text[match.end() :], True


def _pronoun(question: Question, words: FollowUpWords) -> Token | None:
    """The first word that points back beyond the message, if there is one."""
    content = {token.start for token in question.content}
    before = 0
    previous = ""
    for token in question.terms:
        surface = _surface(question.text, token)
        if surface in words.pronouns and f"{previous} {surface}" not in words.existence:
            return token if before <= BEFORE_PRONOUN else None
        before += token.start in content
        previous = surface
    return None


def _with_antecedent(
    text: str, pronoun: Token, turns: tuple[Turn, ...], words: FollowUpWords
) -> str:
    """The message with the pronoun's place taken by what it points to."""
    surface = _surface(text, pronoun)
    thing = _person(turns) if surface in words.persons else ""
    thing = thing or subject(turns[-1].question, plural=surface in words.plurals)
    owner = "'s" if surface in words.possessives else ""
    return f"{text[: pronoun.start]}{thing}{owner}{text[pronoun.end :]}"


def _person(turns: tuple[Turn, ...]) -> str:
    """The person last spoken of: the answer to "who", or a name that was asked about."""
    for turn in reversed(turns):
        if turn.question.wanted is Wanted.PERSON and turn.short:
            return turn.short
        if turn.question.names:
            name = turn.question.names[-1]
            return turn.question.text[name.start : name.end]
    return ""


def _completed(rest: str, question: Question, earlier: Question) -> str:
    """A bare message completed from the question before it."""
    if question.kind not in {Kind.OTHER, Kind.LIST, Kind.YES_NO}:
        behind = behind_question_word(earlier)
        if len(question.content) > LEANING:
            return rest
        return f"{rest.strip(' ?!.')} {behind or subject(earlier)}?"
    replaced = _in_place(rest, question, earlier)
    return replaced or f"{earlier.text.strip(' ?!.')} {rest.strip(' ?!.')}?"


def _in_place(rest: str, question: Question, earlier: Question) -> str:
    """The earlier question with its ordinal, number or name replaced by the message's."""
    for pattern in (_ORDINAL, _NUMBER):
        new = [token for token in question.terms if pattern.match(token.term)]
        old = [token for token in earlier.terms if pattern.match(token.term)]
        if len(new) == 1 and old:
            word = rest[new[0].start : new[0].end]
            return earlier.text[: old[0].start] + word + earlier.text[old[0].end :]
    if len(question.names) == 1 and earlier.names:
        name, previous = question.names[0], earlier.names[-1]
        word = rest[name.start : name.end]
        return earlier.text[: previous.start] + word + earlier.text[previous.end :]
    return ""


def _surface(text: str, token: Token) -> str:
    return text[token.start : token.end].casefold()
