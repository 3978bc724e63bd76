"""What an answer to who made something must tell: that it was made, or whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from bot.answering.grammar.passages import Read
from bot.answering.grammar.question import Asked
from bot.answering.needs.lack import Absence, Needed
from bot.answering.people.doers import running_verb
from retrieval.analysis import analyser
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question

_BY = "by"
_REACH = 3  # words between an owner and what is owned
_BEFORE = frozenset(["", "N", "C", '"', ")"])  # tags of what may stand before it: "a hymn by Holm"


def maker_needed(question: Question, asked: Asked, read: Sequence[Read]) -> Needed | None:
    """Of who wrote, built or painted something: a word for that, "a play by" or an owner.

    None where a passage has one: what else it must tell is asked of who did anything.
    """
    verb = asked.verb if asked.gap_first else running_verb(question)
    words = _makers(question.language).get(verb)
    if question.kind is not Kind.WHO or words is None:
        return None
    made = {token.term for token in question.content}

    def tells(text: Read) -> bool:
        return text.holds(words) or _is_somebodys(text, made)

    return None if any(map(tells, read)) else Needed(Absence.PERSON, tells)


def _is_somebodys(text: Read, made: Set[str]) -> bool:
    """Whether a passage tells of something by somebody, or of what was made as "Holm's fresco"."""
    words, tags = text.sentence.words, text.sentence.tags
    by = any(
        words[place] == _BY
        and tags[place - 1 : place] in _BEFORE
        and "C" in tags[place + 1 : place + 4]
        for place in range(len(words))
    )
    owned = (
        not made.isdisjoint(text.sentence.terms[place + 1 : place + 1 + _REACH])
        for place, tag in enumerate(tags)
        if tag == "z"
    )
    return by or any(owned)


@cache
def _makers(language: str) -> Mapping[str, frozenset[str]]:
    """The words that tell who did it, for each verb of making, as terms."""
    term = analyser(language).term
    lines = lexicon(f"statements_{language}").get("making", {})
    return {
        term(verb): frozenset({term(verb), *map(term, words.split())})
        for verb, words in lines.items()
    }
