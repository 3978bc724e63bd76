"""The words of a question as they are meant: "tomorrow" for "tmrw"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.analysis import Analyser, Token
from retrieval.question.grammar import Grammar

_JOINED = re.compile(r"-[^\W\d_]")


def plain_token(token: Token, text: str, grammar: Grammar, analysis: Analyser) -> Token:
    """A token with the term of the plain word that is meant: "tomorrow" for "tmrw"."""
    word = plain_word(token, text, grammar)
    return token if word == _surface(token, text) else token._replace(term=analysis.term(word))


def plain_words(tokens: Sequence[Token], text: str, grammar: Grammar) -> list[str]:
    """The plain words of some tokens; the "high" of "how high-ranking" asks for no amount."""
    words = [plain_word(token, text, grammar) for token in tokens]
    for place, (how, token) in enumerate(zip(words, tokens[1:], strict=False), start=1):
        if how == "how" and _JOINED.match(text, token.end):
            words[place] += "-"
    return words


def plain_word(token: Token, text: str, grammar: Grammar) -> str:
    """The word of a token in small letters, the plain one for one written in a hurry."""
    word = _surface(token, text)
    slashed = text[token.end : token.end + 1] == "/" and grammar.chat.get(word + "/")
    return slashed or grammar.chat.get(word, word)


def _surface(token: Token, text: str) -> str:
    return text[token.start : token.end].casefold().replace("’", "'")
