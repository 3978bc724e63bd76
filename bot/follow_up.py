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
from retrieval.analysis import Token, analyser
from retrieval.question import Kind, Question, Wanted, parse_question

_ORDINAL = re.compile(r"\d+th$")
_NUMBER = re.compile(r"\d+$")
MOST_OWN_WORDS = 3  # a message with more content than this, and no pronoun, stands alone
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
    rest, opened = _without_opener(text, words)
    tokens = list(analyser(language).tokens(rest))
    question = parse_question(rest, language=language)
    if text.casefold().strip(" .!") in words.consents:
        return Resolved(last.offers[0] if last.offers else text, inherited=bool(last.offers))
    pronoun = _pronoun(tokens, rest, question, words)
    if pronoun is not None:
        return Resolved(_with_antecedent(rest, pronoun, turns, words), inherited=True)
    if not (opened or _leans(tokens, question)):
        return Resolved(text=text, inherited=False)
    return Resolved(_completed(rest, question, tokens, last), inherited=True)


def _without_opener(text: str, words: FollowUpWords) -> tuple[str, bool]:
    """The message without "and", "what about", "no, I meant" in front, and whether one stood there."""
    opened = False
    while True:
        match = words.opener.match(text)
        if match is None or not text[match.end() :].strip(" ?!.,"):
            return text, opened
        text, opened = text[match.end() :], True


def _leans(tokens: list[Token], question: Question) -> bool:
    """Whether a message without a pronoun is too bare to stand alone: "why?", "at what level?"."""
    return len(question.content) <= 1 and not question.names and len(tokens) <= 5


def _pronoun(
    tokens: list[Token], text: str, question: Question, words: FollowUpWords
) -> Token | None:
    """The first word that points back beyond the message, if there is one."""
    content = {token.start for token in question.content}
    before = 0
    for token in tokens:
        surface = text[token.start : token.end].casefold()
        if surface in words.pronouns or surface in words.persons:
            return token if before <= BEFORE_PRONOUN else None
        before += token.start in content
    return None


def _with_antecedent(
    text: str, pronoun: Token, turns: tuple[Turn, ...], words: FollowUpWords
) -> str:
    """The message with the pronoun's place taken by what it points to."""
    surface = text[pronoun.start : pronoun.end].casefold()
    thing = _person(turns) if surface in words.persons else ""
    thing = thing or subject_of(turns[-1].question)
    owner = "'s" if surface in words.possessives else ""
    return f"{text[: pronoun.start]}{thing}{owner}{text[pronoun.end :]}"


def _person(turns: tuple[Turn, ...]) -> str:
    """The person last spoken of: the answer to "who", or a name that was asked about."""
    for turn in reversed(turns):
        if turn.question.wanted is Wanted.PERSON and turn.short:
            return turn.short
        if turn.question.names:
            name = turn.question.names[-1]
            return (
                turn.question.text[name.start : name.end] if hasattr(name, "start") else str(name)
            )
    return ""


def subject_of(question: Question) -> str:
    """What a question is about, in its own words, without its question word and its verb."""
    content = question.content
    if not content:
        return question.text.strip(" ?!.")
    return question.text[content[0].start : content[-1].end]


def _completed(rest: str, question: Question, tokens: list[Token], last: Turn) -> str:
    """A bare message completed from the question before it."""
    earlier = last.question.text
    replaced = _in_place(rest, tokens, question, last.question)
    if replaced:
        return replaced
    if question.kind is not Kind.OTHER:
        return f"{rest.strip(' ?!.')} {subject_of(last.question)}?"
    return f"{earlier.strip(' ?!.')} {rest.strip(' ?!.')}?"


def _in_place(rest: str, tokens: list[Token], question: Question, earlier: Question) -> str:
    """The earlier question with its ordinal or number replaced by the message's, "" if it has none."""
    del question
    for pattern in (_ORDINAL, _NUMBER):
        new = [token for token in tokens if pattern.match(token.term)]
        old = [token for token in earlier.terms if pattern.match(token.term)]
        if len(new) == 1 and old:
            surface = rest[new[0].start : new[0].end]
            return earlier.text[: old[0].start] + surface + earlier.text[old[0].end :]
    return ""
