"""Whether a sentence tells a place, and of what: "at the old mill", "on Mill Street"."""

from __future__ import annotations

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from retrieval.entities import Kind, mentions
from retrieval.lexicon import lexicon
from retrieval.question import Question
from retrieval.synonyms import SAME

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
_VERBS = frozenset("VEXG")
_OFTEN_NO_PLACE = frozenset({"on"})  # "sworn in on the constitution"
_NEAR = 3  # tokens before a verb in which "will" or "to" stands
_LABELLED = (" | ", ": ")  # what is told behind a label needs no preposition


def tells_place(question: Question, text: str) -> bool:
    """Whether a preposition of place stands there before a thing that the question doesn't name."""
    if any(sign in text for sign in _LABELLED):
        return True
    sentence = read_sentence(text, language=question.language)
    return _stands_within(question, sentence, 0, len(sentence.tags))


def tells_where_done(question: Question, text: str) -> bool:
    """Whether it tells a place right of what was done, before another verb.

    "It was opened in May at the old mill", not "the town in Norland said that it was opened"; what
    is only to be done tells nothing to a question of what was.
    """
    verb = read_question(question).verb
    if not verb:
        return False
    sentence = read_sentence(text, language=question.language)
    same = alike(verb, question.language, least=SAME)
    for place, (term, tag) in enumerate(zip(sentence.terms, sentence.tags, strict=True)):
        if term in same and tag in _VERBS and not _is_to_come(question, sentence, place):
            stops = range(place + 1, len(sentence.tags))
            end = next((n for n in stops if _opens_another(sentence, n)), len(sentence.tags))
            if _stands_within(question, sentence, place + 1, end, but=_OFTEN_NO_PLACE):
                return True
    return False


def _opens_another(sentence: Sentence, place: int) -> bool:
    """Whether another verb, or a clause of its own, begins at a token."""
    opening = listed("places.clauses", sentence.language)
    return sentence.tags[place] in _VERBS or sentence.words[place] in opening


def _is_to_come(question: Question, sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what is still to be done, where the question asks for what was."""
    before = sentence.words[max(verb - _NEAR, 0) : verb]
    past, to_come = (listed(name, question.language) for name in ("times.past", "places.to_come"))
    return not past.isdisjoint(question.words) and not to_come.isdisjoint(before)


def _stands_within(
    question: Question, sentence: Sentence, start: int, end: int, *, but: frozenset[str] = NOTHING
) -> bool:
    """Whether a thing that the question doesn't name has a preposition of place, among tokens."""
    words = lexicon(f"statements_{question.language}").get("places", {})
    before = frozenset(words.get("before", "").split()) - but
    none = frozenset(words.get("none", "").split())
    told = {term.term for term in question.content}
    elsewhere = _elsewhere(sentence)
    for place in range(start, end):
        if sentence.words[place] not in before:
            continue
        phrase = _phrase(sentence, place + 1)
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
