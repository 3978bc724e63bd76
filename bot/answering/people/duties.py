"""Who does what an item of a list says, as the sentence tells that leads to the list.

Below "The secretary shall:" the item "keep the minutes" tells who keeps them.
"""

from __future__ import annotations

import re

from bot.answering.grammar.alike import alike
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence, syntax
from retrieval.question import Kind, Question, Wanted
from retrieval.synonyms import SAME

_MARK = re.compile(r"\W*(?:\(?\d[\d.]*[.)]?|\(?[a-z][.)])?\W*(?=\w)")
_LEAD = re.compile(r"(?P<subject>[DNC#Ao&z-]*[NC])X+t?A*")
_DOING = re.compile(r"(?P<subject>[DNCA-]*[NC])X*A*V")
_SUBJECT = re.compile(r"(?P<subject>[DNC#Ao&z-]*[NC])X+t?A*(?=[VNE])")


def whose_duty(question: Question, text: str) -> str:
    """The subject of a duty or a power of which it is asked whose it is; "" where a text, the lead
    of a list and one item of it, tells none.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Who keeps the minutes?", language="en")
    >>> whose_duty(asked, "The secretary shall keep the minutes")
    'The secretary'
    """
    asked = read_question(question)
    doer = question.kind is Kind.WHO or question.wanted is Wanted.PERSON  # of lists as well
    verb = asked.verb if asked.gap_first else _verb_behind_modal(question)
    if not doer or not verb:
        return ""
    said = _unmarked(text)
    sentence = read_sentence(said, language=question.language)
    told = _SUBJECT.match(sentence.tags)
    if told is None:
        return ""
    if not polarity(question.language).negations.isdisjoint(sentence.terms[: told.end()]):
        return ""
    if not syntax(question.language).copulas.isdisjoint(sentence.words[: told.end()]):
        return ""  # boats that "may be taken out" take nobody
    done = sentence.terms[told.end()] in alike(verb, question.language, least=SAME)
    return said[slice(*sentence.slice(0, told.end("subject")))] if done else ""


def _verb_behind_modal(question: Question) -> str:
    """The term behind "who can", whatever else it may be: "who can end a lease?"."""
    sentence = read_sentence(question.text, language=question.language)
    asks = sentence.tags[:2] == "SX" and sentence.words[0] == "who"
    noun = sentence.tags[2:3] in ("N", "V", "E")
    modal = sentence.words[1:2] and sentence.words[1] not in syntax(question.language).copulas
    return sentence.terms[2] if asks and noun and modal else ""


def bound_above(text: str, language: str) -> str:
    """Who is bound or free to do what stands below a text that leads to a list; "" for others.

    >>> bound_above("The secretary shall:", "en"), bound_above("The secretary shall write:", "en")
    ('The secretary', '')
    """
    if not text.rstrip().endswith(":"):
        return ""
    said = _unmarked(text).rstrip(" :\n")
    sentence = read_sentence(said, language=language)
    told = _LEAD.fullmatch(sentence.tags)
    denied = not polarity(language).negations.isdisjoint(sentence.terms)
    return "" if told is None or denied else said[slice(*sentence.slice(0, told.end("subject")))]


def doer_in(text: str, language: str) -> str:
    """The noun phrase that a sentence opens with, if it goes on with what that does; "" if not.

    >>> doer_in("The secretary writes letters.", "en"), doer_in("The secretary is ill.", "en")
    ('The secretary', '')
    """
    said = _unmarked(text)
    sentence = read_sentence(said, language=language)
    told = _DOING.match(sentence.tags)
    if told is None or not syntax(language).copulas.isdisjoint(sentence.words[: told.end()]):
        return ""
    return said[slice(*sentence.slice(0, told.end("subject")))]


def _unmarked(text: str) -> str:
    """A text without the mark or number of an item before it."""
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text
