"""How old somebody is, by the figure that stands with the name: "Holm, 51,", "51-year-old Holm"."""

from __future__ import annotations

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.people.roles import names_person
from retrieval.analysis import Token
from retrieval.question import Kind, Question
from retrieval.records import Span

_KINDS = frozenset({Kind.HOW_MANY, Kind.WHAT, Kind.DEFINITION})
_NEAR = 40  # characters before a name in which its bearer's age begins


def asks_age(question: Question) -> bool:
    """Whether a question asks how old somebody or something is."""
    return question.kind in _KINDS and (
        pattern("ages.asked", question.language).search(question.text) is not None
    )


def tells_age(question: Question, text: str) -> bool:
    """Whether a sentence tells the age of whom the question names last."""
    return age_told(question, read_sentence(text, language=question.language)) is not None


def age_told(question: Question, sentence: Sentence) -> Span | None:
    """The figure that tells the age asked for; None without one beside the name.

    >>> from retrieval.question import parse_question
    >>> said = "Ida Holm, 51, a baker, and her 20-year-old son Per left on Monday."
    >>> sentence = read_sentence(said, language="en")
    >>> span = age_told(parse_question("How old is Ida Holm?"), sentence)
    >>> said[slice(*span)]
    '51'
    """
    if not asks_age(question):
        return None
    aged = pattern("ages.noun", question.language)
    who = pattern("ages.relative", question.language).search(question.text)
    end = who.start() if who is not None else len(question.text)
    named = [
        token for token in question.content if not aged.fullmatch(token.term) and token.start < end
    ]
    if not named or not _is_owned(question, named[-1], sentence):
        return None
    text = sentence.tokens.text
    for place, term in enumerate(sentence.terms):
        if term == named[-1].term:
            last = sentence.run_end(place, "C")  # "Holm, 51" of Ida
            start, end = sentence.tokens.starts[place], sentence.tokens.ends[max(last - 1, place)]
            found = pattern("ages.behind", question.language).match(text, end)
            found = found or pattern("ages.before", question.language).search(
                text, max(0, start - _NEAR), start
            )
            if names_person(sentence.words[place], question.language):
                found = found or pattern("ages.of", question.language).match(text, end)
            if found is not None:
                return Span(*found.span("age"))
    return None


def is_of_kin(question: Question, text: str, span: Span) -> bool:
    """Whether an age is that of somebody's kin who is not asked for: "his 86-year-old mother"."""
    if not asks_age(question):
        return False
    asked = {question.text[t.start : t.end].casefold() for t in question.content}
    found = pattern("ages.of_kin", question.language).finditer(text)
    return any(
        each.start() <= span.start < each.end() and each["kin"] not in asked for each in found
    )


def is_no_age(question: Question, text: str, span: Span) -> bool:
    """Whether words are no age, since nothing near says so: "led it for nine years"."""
    if not asks_age(question):
        return False
    if pattern("ages.counted", question.language).fullmatch(text[span.start : span.end]):
        return True  # "two pupils"
    if tells_age(question, text):
        return False
    near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    return pattern("ages.cue", question.language).search(near) is None


def _is_owned(question: Question, named: Token, sentence: Sentence) -> bool:
    """Whether who is no name but somebody's ("Holm's mother") is said to be that somebody's."""
    names = {m.start: m.end for m in question.names}
    if not names or any(start <= named.start < end for start, end in names.items()):
        return True
    owners = {t.term for t in question.content if any(a <= t.start < b for a, b in names.items())}
    owning = listed("ages.owned", question.language)
    return not owners.isdisjoint(sentence.terms) or not owning.isdisjoint(sentence.words)
