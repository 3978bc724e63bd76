"""Whether a sentence tells a place: "at the old mill", "behind the market", "on Mill Street"."""

from __future__ import annotations

from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.entities import Kind, mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question

_NO_PLACES = frozenset(
    {
        Kind.DATE,
        Kind.NUMBER,
        Kind.MONEY,
        Kind.PERCENTAGE,
        Kind.DURATION,
        Kind.ORDINAL,
        Kind.PERSON,
    }
)
_PHRASE = frozenset("DA#NCRz-")  # tags within a noun phrase
_LONGEST = 7  # words of one
_LABELLED = (" | ", ": ")  # what is told behind a label needs no preposition


def tells_place(question: Question, text: str) -> bool:
    """Whether a preposition of place stands there before a thing that the question doesn't name."""
    if any(sign in text for sign in _LABELLED):
        return True
    sentence = read_sentence(text, language=question.language)
    words = lexicon(f"statements_{question.language}").get("places", {})
    before = frozenset(words.get("before", "").split())
    none = frozenset(words.get("none", "").split())
    told = {term.term for term in question.content}
    elsewhere = _elsewhere(sentence)
    for place, word in enumerate(sentence.words):
        phrase = _phrase(sentence, place + 1) if word in before else []
        if not phrase or {place + 1, phrase[-1]} & elsewhere or sentence.words[phrase[-1]] in none:
            continue
        if any(sentence.terms[each] not in told for each in phrase):
            return True
    return False


def _phrase(sentence: Sentence, first: int) -> list[int]:
    """The nouns and names of the phrase that begins at a token."""
    found = []
    for place in range(first, min(first + _LONGEST, len(sentence.tags))):
        if sentence.tags[place] not in _PHRASE:
            break
        if sentence.tags[place] in "NC":
            found.append(place)
    return found


def _elsewhere(sentence: Sentence) -> frozenset[int]:
    """The tokens of times, amounts and persons."""
    found = mentions(sentence.tokens.text, language=sentence.language)
    return sentence.places(mention for mention in found if mention.kind in _NO_PLACES)
