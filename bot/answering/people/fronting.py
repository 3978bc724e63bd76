"""Who somebody is by the words in front of the name, in languages without a grammar here."""

from __future__ import annotations

import re

from bot.answering.grammar.sentence import Sentence
from bot.answering.people.naming import named_in
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.records import Span

_FRONT = re.compile(
    r"(?:^|(?<=[.!?»”:]\s)|(?<=\s))((?:[^\W\d_]{4,}\s){0,2}[^\W\d_A-ZÀ-ÞА-ЯЁ]{3,}"
    r"|(?:^|(?<=[.!?]\s))[^\W\d_]{3,}(?:\s[^\W\d_]{3,})?),?\s+$"
)


def words_before(question: Question, text: str, sentence: Sentence) -> Span | None:
    """The few words in front of a name, where the grammar of the language is not known here."""
    adverbs = str(lexicon(f"statements_{question.language}").get("adverbs", "")).split()
    asked = {token.term for token in question.content}
    for begin, last in named_in(question, sentence):
        first = next((n for n in range(begin, last) if sentence.terms[n] in asked), begin)
        start, end = sentence.slice(first, last)
        found = _FRONT.search(text[:start])
        parted = found is not None and found[0].rstrip().endswith(",")
        if found is None or (parted and text[end : end + 1] not in frozenset(",.()")):
            continue
        if found[1].casefold() not in adverbs:
            return Span(found.start(1), found.end(1))
    return None
