"""Whether lifted words tell of the thing asked about, not of another of the same kind."""

from __future__ import annotations

import re

from bot.answering.amounts.measures import dimension, kin
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.referring import holds_pronoun, referent, understood
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.lists.entries import label_of
from bot.answering.people.seats import may_be_of, names_other_office, seat_asked
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Passage, Span
from retrieval.synonyms import stand_ins

_VERBS = frozenset("VEX")
_OPENING = 2_000  # characters of a document in which names are told in full
_OWNER = re.compile(r"['’]|s['’]")
_NAME_RUN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_NAMED_SUBJECT = re.compile(r"(?P<name>C+)(?:A*[VEX]|(?P<clause>,S))")
_ROOT = 4  # letters that words of one family share


def is_of_subject(question: Question, passage: Passage, line: str) -> bool:
    """Whether what was lifted is of what is asked about: a nation's office, a thing measured."""
    seat = seat_asked(question)
    if seat is None:
        return _is_measured(question, passage) and not _counts_of_another(question, passage)
    start = passage.text.find(line)
    span = Span(start, start + len(line))
    fits = may_be_of(seat, passage, span) and not names_other_office(seat, passage, span)
    return start < 0 or fits


def _is_measured(question: Question, passage: Passage) -> bool:
    """Whether a measure stands beside what is to be measured, or what a pronoun there means.

    "Admission costs 9 euros" is no price of a sundial, but "Price: 9 euros" is that of what stands
    above it. Other questions are left to the model.
    """
    measured = dimension(question)
    if measured is None:
        return True
    analysis = analyser(question.language)
    units = frozenset(map(analysis.term, measured.units))
    measuring = measured.nouns | units
    subject = [t.term for t in question.content if t.term not in measuring]
    named = {*subject, *stand_ins(subject, language=question.language)}
    if not measured.spans and not kin(question).isdisjoint(subject):  # degrees name nothing hot
        named -= units
    said = {*analysis.terms(passage.text), *referent(passage)}
    if not subject or named & said:
        return True
    return bool(label_of(passage.text)) and said.union(understood(passage)).issuperset(subject)


def _counts_of_another(question: Question, passage: Passage) -> bool:
    """Whether it is asked how many somebody named has, and a sentence tells that of another name.

    Another part of the same name may stand for it: "the Kestrels" for "Wick Kestrels".
    """
    if question.kind is not Kind.HOW_MANY or question.wanted is not Wanted.NUMBER:
        return False
    named = _names_counted(question)
    sentence = read_sentence(passage.text, language=question.language)
    if not named or named & {*sentence.terms, *referent(passage)} or holds_pronoun(passage.text):
        return False
    others = {term for n in _subjects(sentence) for term in sentence.terms[slice(*n)]}
    opening = passage.document.part(0, _OPENING)
    beside = {
        term
        for run in _NAME_RUN.findall(opening)
        if named & set(terms := analyser(question.language).terms(run))
        for term in terms
    }
    return bool(others) and others.isdisjoint(beside)


def _names_counted(question: Question) -> set[str]:
    """The terms of the name right behind "did" or "has", which is not only whose something is."""
    does = pattern("about.does", question.language)
    chosen = [
        name
        for name in question.names
        if does.search(question.text, 0, name.start) and not _OWNER.match(question.text, name.end)
    ]
    return {
        token.term
        for token in question.content
        if any(name.start <= token.start < name.end for name in chosen)
    }


def _subjects(sentence: Sentence) -> list[tuple[int, int]]:
    """Where names stand right before a verb, or before ", which" and ", who"."""
    return [
        found.span("name")
        for found in _NAMED_SUBJECT.finditer(sentence.tags)
        if found["clause"] is None or sentence.words[found.end() - 1] in ("which", "who")
    ]


def tells_deed(question: Question, text: str, line: str) -> bool:
    """Whether what is asked to have been done is said, in whatever word, where "what" asks.

    Who met is nothing that was decided, nor anything that happened. A row says no verb.
    """
    asked, language = read_question(question), question.language
    of_meetings = map(analyser(language).term, listed("about.of_meetings", language))
    light = polarity(language).light.difference(of_meetings)
    if question.kind is not Kind.WHAT or question.of_several or asked.head or not asked.verb:
        return True
    if any(pattern(asks, language).match(question.text) for asks in ("about.case", "names.asks")):
        return True
    if pattern("about.happened", language).search(question.text):
        read = read_sentence(line, language=language)
        indefinite = listed("about.indefinite", language) & set(read.words[:1])
        return bool(indefinite) or not set(read.tags).isdisjoint(_VERBS)
    sentence = read_sentence(text, language=language)
    said, root = set(sentence.terms), asked.verb[:_ROOT]
    if asked.verb in light or set(sentence.tags).isdisjoint(_VERBS):
        return True
    return bool(said & alike(asked.verb, language)) or any(t.startswith(root) for t in said)
