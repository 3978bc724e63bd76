"""Words of a question that only ask: no passage that answers need hold them."""

from __future__ import annotations

from itertools import pairwise

from retrieval.analysis import Token
from retrieval.question.form import asks_for_reason
from retrieval.question.grammar import Grammar
from retrieval.question.kinds import Kind, Wanted
from retrieval.question.phrases import Asked

_LIMITED = frozenset({"many", "much", "long"})
_COUNTED = frozenset({Wanted.MONEY, Wanted.PERCENTAGE, Wanted.NUMBER})


def only_asking(
    words: list[str], tokens: list[Token], told: Asked, grammar: Grammar
) -> frozenset[Token]:
    """The tokens of a question that only ask, as "who" does; `words` are what they say plainly."""
    first = {t for t in told.focus if t == tokens[0] and told.wanted is Wanted.REASON}
    found = _sorts(words, tokens, grammar) | _degrees(words, tokens, grammar)
    return found | first | _coming(words, tokens) | _asking_words(words, tokens, told.kind, grammar)


def _sorts(words: list[str], tokens: list[Token], grammar: Grammar) -> frozenset[Token]:
    """The "kind" of "what kind of": it asks, no passage need hold it."""
    pairs = zip(words, words[1:], tokens, strict=False)
    return frozenset(token for word, of, token in pairs if word in grammar.sorts and of == "of")


def _coming(words: list[str], tokens: list[Token]) -> frozenset[Token]:
    """The "come" of "how come", which asks for a reason as "why" does."""
    pairs = zip(words, words[1:], tokens[1:], strict=False)
    return frozenset(token for how, come, token in pairs if (how, come) == ("how", "come"))


def _asking_words(
    words: list[str], tokens: list[Token], kind: Kind, grammar: Grammar
) -> frozenset[Token]:
    """Words that ask as "who" does: the "list" that opens a sentence, the "prompted" of "what
    prompted him to", the nouns of "for what reason" and "what is the number of visitors", the "max"
    behind "how many can I take".
    """
    pairs = list(pairwise(words))
    counts = kind is Kind.HOW_MANY
    asking = {n for n, pair in enumerate(pairs) if counts and pair == ("number", "of")}
    limited = counts and len(words) > 2 and words[1] in _LIMITED and words[-1] in grammar.limits
    named = words[-2:-1] and words[-2] in grammar.auxiliaries | grammar.breaks  # "has Max won?"
    if limited and not named:
        asking.add(len(words) - 1)
    if asks_for_reason(words, grammar):
        asking.add(2)
    if pairs and pairs[0][0] in grammar.requests and pairs[0][1] != "of":
        asking.add(0)
    if pairs and pairs[0][0] == "what" and pairs[0][1] in grammar.making:
        asking.add(1)
    return frozenset(tokens[n] for n in asking)


def _degrees(words: list[str], tokens: list[Token], grammar: Grammar) -> frozenset[Token]:
    """The "high" of "how high is the fee": an answer tells an amount without such a word."""
    counted = any(grammar.nouns.get(word) in _COUNTED for word in words)
    pairs = zip(words, words[1:], tokens[1:], strict=False)
    degrees = (t for how, word, t in pairs if how == "how" and word in grammar.amounts)
    return frozenset(degrees) if counted else frozenset()
