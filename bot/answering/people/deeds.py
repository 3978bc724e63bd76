"""Whether lifted words name who does what a question asks of, and nobody else in the sentence."""

from __future__ import annotations

import re

from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.grammar.sides import asks_for_subject, may_do
from bot.answering.grammar.words import words_of
from bot.answering.people.apposition import role_of
from bot.answering.people.naming import PERSONS, opens_as_person
from bot.answering.people.role_phrase import head_of
from bot.answering.people.roles import duty, names_person
from retrieval.analysis import analyser
from retrieval.entities import mentions
from retrieval.question import Question
from retrieval.records import Span
from retrieval.synonyms import SAME

_ASIDE = re.compile(r"(?<!^),EP")
_REACH = 4  # tokens behind an aside among which the verb stands whose subject is before it


def does_not(question: Question, text: str, span: Span) -> bool:
    """Whether words stand on the side of the verb asked about where another's place is.

    Of "managers blamed the union" the union blamed nobody, and no manager was blamed.
    """
    asked = read_question(question)
    if not (asked.verb and asked.gap_first) or asked.verb in words_of(question.language).saying:
        return False
    sentence = read_sentence(text, language=question.language)
    deed = alike(asked.verb, question.language, least=SAME)
    subject, place = asks_for_subject(question, asked), sentence.at(span.start)
    if _does_in_clause(sentence, place, sentence.at(span.end), deed):
        return True
    if subject and _does_one_spoken_to(sentence, place, deed):
        return True
    verb = _verb_beside(sentence, place, deed)
    if verb is None or (place < verb and not subject):
        return False
    return not may_do(sentence, verb, place, subject=subject)


def _does_one_spoken_to(sentence: Sentence, place: int, deed: frozenset[str]) -> bool:
    """Whether "you" or "we" before the verb do what is asked, and no words before them do."""
    spoken = listed("people.spoken_to", sentence.language)
    tagged = enumerate(zip(sentence.terms, sentence.tags, strict=True))
    verbs = [n for n, (term, tag) in tagged if term in deed and tag in "VE"]
    doers = [verb - 1 for verb in verbs if verb and sentence.words[verb - 1] in spoken]
    return bool(doers) and len(doers) == len(verbs) and place not in doers


def _verb_beside(sentence: Sentence, place: int, deed: frozenset[str]) -> int | None:
    """The verb of a deed right before a token and its articles, else the only one there is."""
    tagged = enumerate(zip(sentence.terms, sentence.tags, strict=True))
    verbs = [n for n, (term, tag) in tagged if term in deed and tag in "VE"]
    before = sentence.run_start(place, "D") - 1
    if before in verbs:
        return before
    return verbs[0] if len(verbs) == 1 else None


def _does_in_clause(sentence: Sentence, first: int, last: int, deed: frozenset[str]) -> bool:
    """Whether words are the subject of another verb behind "that": "a charge that Lund denied"."""
    led = first > 0 and sentence.tags[first - 1] == "S"
    return (
        led and sentence.tags[last : last + 1] in tuple("VE") and sentence.terms[last] not in deed
    )


def does_another(question: Question, text: str, span: Span) -> bool:
    """Whether words that name nobody open a sentence that says another deed of them than is asked.

    "Deep cracks cross the field" tells nobody who "took the photos".
    """
    asked = read_question(question)
    sentence = read_sentence(text, language=question.language)
    first, behind = sentence.at(span.start), sentence.at(span.end)
    if not (asked.verb and asked.gap_first) or first > 1 or sentence.tags[:first] not in ("", "D"):
        return False
    if sentence.tags[behind : behind + 1] not in ("V", "E") or "C" in sentence.tags[1:behind]:
        return False
    person = names_person(sentence.words[behind - 1], question.language)
    deed = alike(asked.verb, question.language)
    return not (person or opens_as_person(sentence) or sentence.terms[behind] in deed)


def stands_in_aside(question: Question, text: str, span: Span) -> bool:
    """Whether words stand in what is put in between commas, before the verb that others do.

    Of "the trawlers, led by the Maren, blocked the pier" the Maren isn't told to have blocked it.
    """
    asked = read_question(question)
    if not (asked.verb and asked.gap_first):
        return False
    sentence = read_sentence(text, language=question.language)
    tags, first, last = sentence.tags, sentence.at(span.start), sentence.at(span.end)
    start, end = tags.rfind(",", 0, first), tags.find(",", last)
    if start <= 0 or end < 0 or tags[start + 1 : start + 3] not in ("EP", "GP"):
        return False
    deed = alike(asked.verb, question.language)
    aside, behind = sentence.terms[start:end], sentence.terms[end : end + _REACH]
    return deed.isdisjoint(aside) and not deed.isdisjoint(behind)


def is_done_to_others(question: Question, text: str) -> bool:
    """Whether a sentence tells by whom a deed was done to others than those asked about.

    "The countries, led by the US, sent help" names nobody who led the delegation.
    """
    asked = read_question(question)
    if not (asked.verb and asked.gap_first):
        return False
    sentence = read_sentence(text, language=question.language)
    deed = alike(asked.verb, question.language)
    known = {o for t in question.content for o in alike(t.term, question.language)} - deed
    return bool(known) and any(
        sentence.terms[place + 1] in deed
        and sentence.words[place + 2] == "by"
        and known.isdisjoint(sentence.terms[:place])
        for place in (aside.start() for aside in _ASIDE.finditer(sentence.tags))
    )


def only_says(question: Question, text: str, span: Span) -> bool:
    """Whether words name who says what a sentence tells, where it is asked who does it.

    Of "the fair is on Friday, said Ida Holm" she is not the one who sings there, nor of "Holm said
    the board would decide" the one who decides.
    """
    verb = read_question(question).verb
    sentence = read_sentence(text, language=question.language)
    saying = words_of(question.language).saying
    if not verb or verb in saying or _has_duty(question, sentence, span):
        return False
    before, behind = sentence.at(span.start) - 1, sentence.at(span.end)
    places = [n for n, term in enumerate(sentence.terms) if term == verb]
    places = [n for n in places if not _is_attribute(sentence, n)]
    later = [n for n in places if n > behind]
    if later:
        led = sentence.terms[behind] in saying
        return led and _has_subject(sentence, behind + 1, later[0])
    if places:
        return False
    beside = [sentence.terms[n] for n in (before, behind) if 0 <= n < len(sentence.terms)]
    return any(term in saying for term in beside)


def _is_attribute(sentence: Sentence, place: int) -> bool:
    """Whether a word stands as a noun before another: the "rescue" of "rescue team"."""
    return sentence.tags[place : place + 2] == "NN"


def _has_duty(question: Question, sentence: Sentence, span: Span) -> bool:
    """Whether the role told beside words is that of whoever does what is asked for: a "head", and
    of the very thing.
    """
    asked = duty(question, read_question(question))
    role = asked and role_of(sentence, sentence.at(span.start), sentence.at(span.end))
    told = set(sentence.terms[slice(*role)]) if role else set()
    of = {token.term for token in question.content} - (asked.alike if asked else set())
    return asked is not None and bool(asked.alike & told) and bool(of & told)


def _has_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a noun, and no pronoun before it, stands between a token and a verb."""
    nouns = (n for n in range(start, verb) if sentence.tags[n] in "NCR")
    first = next(nouns, None)
    return first is not None and sentence.tags[first] != "R"


def is_asked_of(question: Question, text: str, span: Span) -> bool:
    """Whether words name the very one of whom something else is asked, by the role beside the name.

    Of "the mayor, Ida Holm, told reporters" she is not the one to whom the mayor spoke.
    """
    asked = read_question(question)
    if not asked.verb or asked.gap_first or asked.copular:
        return False
    sentence = read_sentence(text, language=question.language)
    role = role_of(sentence, sentence.at(span.start), sentence.at(span.end))
    known = {token.term for token in question.content} - {asked.verb}
    return role is not None and sentence.terms[head_of(sentence, *role)] in known


def stands_on_the_wrong_side(question: Question, text: str, span: Span) -> bool:
    """Whether words name who came before somebody, where it is asked who came after, or so.

    Of "Holm was followed by Lind" neither of them followed Lind.
    """
    sooner = pattern("successions.sooner", question.language).search(question.text)
    later = pattern("successions.later", question.language).search(question.text)
    asked = sooner or later
    passive = pattern("successions.passive", question.language).search(text)
    told = passive or pattern("successions.active", question.language).search(text)
    if asked is None or told is None:
        return False
    terms = analyser(question.language).terms
    known = set(terms(question.text[asked.start() :] if sooner else question.text[asked.end() :]))
    sides = (text[: told.start()], text[told.end() :])
    first = [not known.isdisjoint(_named(side, question.language)) for side in sides]
    if first[0] == first[1]:
        return False
    is_first = first[0] if passive is not None else first[1]
    behind = span.start >= told.end()
    lifted_first = behind != (passive is not None)
    return is_first == (sooner is not None) or lifted_first == is_first


def _named(text: str, language: str) -> set[str]:
    """The terms of the persons that a text names."""
    found = (m for m in mentions(text, language=language) if m.kind in PERSONS)
    terms = analyser(language).terms
    return {term for m in found for term in terms(text[m.start : m.end])}
