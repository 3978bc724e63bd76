"""Typed mentions in a text: dates, durations, quantities, shares, ordinals, names, quoted words.

Every token of a text gets a class, one character, from small word lists; the grammar of mentions
is a regular expression over the string of classes, so that a sentence costs one scan of its
letters, a look-up per token and one scan of its classes.
"""

from retrieval.entities.finding import mentions
from retrieval.entities.mention import NAMES, Kind, Mention
from retrieval.entities.tokens import Tokens, tokenise

__all__ = ["NAMES", "Kind", "Mention", "Tokens", "mentions", "tokenise"]
