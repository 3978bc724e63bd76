"""Children of whom a question tells only the age: "can my 8 year old come?"."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.analysis import Analyser, Token
from retrieval.question.grammar import Grammar

_UNDER_AGE = frozenset(map(str, range(18)))


def told_by_age(
    words: Sequence[str], tokens: Sequence[Token], grammar: Grammar, analysis: Analyser
) -> dict[Token, Token]:
    """The "old" of "can my 8 year old come?", and it with the term of a child.

    `words` are those of the tokens in small letters. In "my 8 year old boat" it is none: a noun
    follows before the verb.
    """
    places = [
        n
        for n in range(2, len(words))
        if (words[n - 1], words[n].removesuffix("s")) in grammar.aged
        and analysis.term(words[n - 2]) in _UNDER_AGE
        and (words[n].endswith("s") or _ends_subject(words, n, grammar))
    ]
    child = analysis.term(grammar.child) if places else ""
    return {tokens[place]: tokens[place]._replace(term=child) for place in places}


def _ends_subject(words: Sequence[str], place: int, grammar: Grammar) -> bool:
    """Whether no noun follows a word of the subject: the sentence ends there, or its verb does."""
    behind = words[place + 1 : place + 3]
    if not behind or words[0] not in grammar.auxiliaries:
        return not behind
    if words[0] in grammar.being:
        return behind[0] in grammar.predicates
    after_verb = grammar.breaks | grammar.pointing | grammar.definite | grammar.predicates
    return len(behind) == 1 or behind[1] in after_verb
