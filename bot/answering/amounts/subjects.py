"""What a question asks the measure of: the "pier" of "how wide is the old pier?"."""

from __future__ import annotations

import re

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.analysis import analyser
from retrieval.question import Question, asking_part

_BRACKETS = re.compile(r"\(([^()]{1,80})\)")
_IN_PHRASE = frozenset("NC#-zAG")


def subject_of(question: Question) -> frozenset[str]:
    """The terms of which one names what is to be measured; none where the form doesn't tell.

    They are those of the nouns and names behind "is" or "does", without "tallest" and the like, and
    as they were understood where they are misspelt; what stands in brackets names it as well.
    """
    sentence = read_sentence(question.text, language=question.language)
    asking = asking_part(question.text, language=question.language)
    asked = range(sentence.at(asking.start), sentence.at(asking.end))
    places = [n for n in _phrase(sentence, asked) if not sentence.words[n].endswith("est")]
    understood = {token.start: token.term for token in question.content}
    named = _BRACKETS.search(question.text)
    other = analyser(question.language).terms(named[1]) if named else ()
    terms = (understood.get(sentence.tokens.starts[n], sentence.terms[n]) for n in places)
    return NOTHING.union(other, *(alike(term, question.language) for term in terms))


def _phrase(sentence: Sentence, asked: range) -> list[int]:
    """The tokens of the subject of what is asked, without a verb that may be a noun behind it."""
    rules, tags = syntax(sentence.language), sentence.tags
    copulas = (n for n in asked if tags[n] == "X" or sentence.words[n] in rules.copulas)
    start = next(copulas, len(tags)) + 1
    while tags[start : start + 1] in ("D", "R"):
        start += 1
    end = start
    while end < len(tags) and tags[end] in _IN_PHRASE:
        end += 1
    phrase = list(range(start, end))
    closed = tags[end : end + 1] in ("", ".")
    if closed and len(phrase) > 1 and rules.tags.get(sentence.words[end - 1]) == "V":
        phrase.pop()
    while phrase and tags[phrase[-1]] not in "NC#":
        phrase.pop()
    if phrase and sentence.words[phrase[-1]] in listed("amounts.standing_in", sentence.language):
        return []
    return [place for place in phrase if tags[place] in "NC#"]
