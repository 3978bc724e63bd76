"""Whether a sentence that speaks of the very thing leaves open what is asked of it.

"Four firms had tendered" names none of the four, "the alarm had been switched off" nobody who did
it, "they met in a train" not which one. Nor does what is said of a fair tell why it was cancelled,
where nothing says that it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.passages import Read, read_all
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.answering.grammar.sides import asks_for_subject, is_passive
from bot.answering.needs.of_another import is_of_another
from bot.answering.people.deeds import is_done_to_others
from bot.answering.people.in_passages import tells_who
from retrieval.analysis import analyser
from retrieval.entities import Kind as MentionKind
from retrieval.lexicon import lexicon
from retrieval.question import Kind, Question
from retrieval.synonyms import SAME

_BEFORE = 4  # tokens before a noun among which its name stands
_BEHIND = 8  # the same of those behind it
_LEAST = 2 / 3  # share of what a question says that a sentence must speak of
_SEVERAL = re.compile(r"[NC]#|,.*&")  # tags of what names several: "rows 4 to 9"
_PHRASE = "DNC#z-A"
_LED = "CDNo#"  # tags of who does something: "President Lund of Holm"
_OBJECT = tuple("DNC#Rt")  # tags of what stands right behind a verb that is done to something


def leaves_open(question: Question, text: str, about: frozenset[str] = NOTHING) -> bool:
    """Whether a sentence tells of what is asked about, and not what is asked of it, or of another
    of its kind. `about` are the terms of what it is about without saying so.
    """
    (read,) = read_all(question, [text], [about])
    checks = (_counts_unnamed, _is_done_by_nobody, _is_unnamed, _is_the_other_way, is_of_another)
    return is_done_to_others(question, text) or any(check(question, read) for check in checks)


def lists_nothing(question: Question, text: str, about: frozenset[str]) -> bool:
    """Whether several things are asked for, and a sentence speaks of all that is said of them.

    What it lists would have been found: so it names none, but tells of the very thing. One alone
    may do it, "hedges damaged by deer", and figures behind a noun name some: "rows 4 to 9".
    """
    if question.kind is not Kind.LIST:
        return False
    (read,) = read_all(question, [text], [about])
    sentence = read.sentence
    done = read_question(question).gap_first and "by" in sentence.words
    if done or _SEVERAL.search(sentence.tags) or any(enumerations(sentence)):
        return False
    light = polarity(question.language).light
    claimed = [token.term for token in question.content if token.term not in light]
    held = [term for term in claimed if read.speaks_of(alike(term, question.language))]
    return bool(claimed) and len(held) >= _LEAST * len(claimed)


def _counts_unnamed(question: Question, read: Read) -> bool:
    """Whether things are only counted, where it is asked which ones they are."""
    language = question.language
    asked = pattern("left_open.counted", language).search(question.text)
    text = read.sentence.tokens.text
    if asked is None or pattern("left_open.told", language).search(text):
        return False
    number = asked["number"].casefold()
    return number in read.sentence.words and not any(enumerations(read.sentence))


def _is_done_by_nobody(question: Question, read: Read) -> bool:
    """Whether it is asked who does something, and only told that it is done: "it was stolen"."""
    asked, sentence = read_question(question), read.sentence
    if question.kind is not Kind.WHO or not asks_for_subject(question, asked):
        return False
    verbs = _verbs(sentence, alike(asked.verb, question.language, least=SAME))
    passive = bool(verbs) and all(is_passive(sentence, verb) for verb in verbs)
    doer = listed("left_open.not_by", question.language).intersection(sentence.words)
    return passive and not doer and not tells_who(read, NOTHING)


def _verbs(sentence: Sentence, terms: frozenset[str]) -> list[int]:
    """Where one of some terms stands as a verb."""
    tagged = enumerate(zip(sentence.terms, sentence.tags, strict=True))
    return [place for place, (term, tag) in tagged if tag in "VE" and term in terms]


def _is_unnamed(question: Question, read: Read) -> bool:
    """Whether a thing is spoken of without its name, where it is asked which or how it is called.

    Of which it is asked it must be any one: "a publisher has bought the rights".
    """
    noun, sentence = _noun_of_name(question), read.sentence
    which = not noun
    if which:
        asked = read_question(question)
        which = question.kind is Kind.WHICH and not asked.copular
        noun = asked.head if which else ""
    places = [place for place, term in enumerate(sentence.terms) if noun and term == noun]
    if not places or pattern("needs.given_name", question.language).search(sentence.tokens.text):
        return False
    known = {token.term for token in question.content}
    known |= {sentence.terms[n] for n in range(len(sentence.terms)) if _is_day(read, n)}
    named = any(_has_name(sentence, place, known) for place in places)
    return not named and (not which or all(_is_any(sentence, place) for place in places))


@cache
def _deeds(language: str) -> Mapping[str, frozenset[str]]:
    """The words of which one tells a deed, for each deed that nobody tells otherwise, as terms."""
    term = analyser(language).term
    lines = lexicon(f"statements_{language}").get("deeds", {})
    return {term(deed): frozenset(map(term, words.split())) for deed, words in lines.items()}


def is_told_nowhere(question: Question, texts: Sequence[str]) -> bool:
    """Whether a deed is taken for granted that none of some texts tells: "who was arrested?"."""
    if question.kind in (Kind.YES_NO, Kind.LIST):
        return False
    words = _deeds(question.language).get(read_question(question).verb)
    terms = analyser(question.language).terms
    return words is not None and not any(words.intersection(terms(text)) for text in texts)


def _noun_of_name(question: Question) -> str:
    """The noun of what it is asked the name of: "boat" of "the name of Holm's fishing boat"."""
    asked = pattern("left_open.named", question.language).search(question.text)
    if asked is None:
        return ""
    what = read_sentence(asked["what"], language=question.language)
    end = what.run_end(0, _PHRASE)
    nouns = [place for place in range(end) if what.tags[place] in "NC"]
    return what.terms[nouns[-1]] if nouns else ""


def _has_name(sentence: Sentence, place: int, known: set[str]) -> bool:
    """Whether something is written large beside a place that a question does not name."""
    behind = next((n for n in range(place + 1, len(sentence.tags)) if _parts(sentence, n)), None)
    near = range(max(place - _BEFORE, 0), min(behind or len(sentence.tags), place + _BEHIND))
    called = (n for n in range(place, len(sentence.tags) - 1) if _is_copula(sentence, n))
    return any(
        sentence.tags[n] in 'C"' and sentence.terms[n] not in known
        for n in (*near, *(n + 1 for n in called))
    )


def _is_copula(sentence: Sentence, place: int) -> bool:
    """Whether "is" or the like stands at a place: "the brush used is a Holm"."""
    return sentence.words[place] in syntax(sentence.language).copulas


def _is_day(read: Read, place: int) -> bool:
    """Whether a word is a part of a date: "Sunday", "May"."""
    start = read.sentence.tokens.starts[place]
    dates = (m for m in read.found if m.kind is MentionKind.DATE)
    return any(date.start <= start < date.end for date in dates)


def _parts(sentence: Sentence, place: int) -> bool:
    """Whether a verb or a mark parts what stands before a place from what stands behind it."""
    return sentence.tags[place] in "VEX" or sentence.words[place] == ";"


def _is_any(sentence: Sentence, place: int) -> bool:
    """Whether "a" or the like stands before a noun, and nothing behind tells it from others."""
    indefinite = listed("left_open.indefinite", sentence.language)
    behind = sentence.tags[place + 1 : place + 2]
    return sentence.words[place - 1] in indefinite and behind in tuple("VXE.&,S")


def _is_the_other_way(question: Question, read: Read) -> bool:
    """Whether a sentence says of one named as the object that they did it: "Lund wrote to Holm"
    where it is asked when Holm wrote to Lund.
    """
    verb, sentence = read_question(question).verb, read.sentence
    if not verb or question.kind in (Kind.WHO, Kind.YES_NO):
        return False
    said = read_sentence(question.text, language=question.language)
    asked = _verbs(said, frozenset({verb}))[-1:]
    told = _verbs(sentence, alike(verb, question.language, least=SAME))
    mutual = listed("left_open.mutual", question.language).intersection(said.words)
    if not asked or len(told) != 1 or mutual:
        return False
    subject = {said.terms[n] for n in range(asked[0]) if said.tags[n] == "C"}
    objects = {said.terms[n] for n in range(asked[0], len(said.terms)) if said.tags[n] == "C"}
    place = told[0]
    acts = not is_passive(said, asked[0]) and not is_passive(sentence, place)
    led = sentence.run_start(place, _LED)
    doers, behind = set(sentence.terms[led:place]), set(sentence.terms[place + 1 :])
    done = sentence.tags[place + 1 : place + 2] in _OBJECT
    swapped = bool(objects & doers) and not objects & behind and not subject & doers
    return bool(subject) and acts and done and swapped
