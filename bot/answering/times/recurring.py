"""Times that come back: "the first Saturday of each month", "on Mondays and Thursdays".

They answer when something is, as a rule, and not when something was or will be once.
"""

from __future__ import annotations

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.question import Kind, Question
from retrieval.records import Span


def recurring_told(question: Question, sentence: Sentence) -> Span | None:
    """The one time that comes back in a sentence, to the question when something is as a rule."""
    language = question.language
    once, as_a_rule = (listed(f"recurring.{name}", language) for name in ("once", "as_a_rule"))
    rule = as_a_rule & question.words and not once & question.words
    if question.kind is not Kind.WHEN or not rule:
        return None
    found = list(pattern("recurring.told", language).finditer(sentence.tokens.text))
    return Span(*found[0].span()) if len(found) == 1 else None
