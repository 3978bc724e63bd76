"""Who does what is asked, where a sentence has a noun for the doers and names them beside it.

"Who observes the talks?" is told by "observers from Oslo and Bergen", "Oslo and Bergen took part
as observers", "the observers - Oslo and Bergen - left" and "the observers are Oslo and Bergen".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.enumerations import enumerations
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from retrieval.question import Kind, Question
from retrieval.records import Span

_DOER = re.compile(r"[a-z]?[eo]rs?|ants?|ents?")  # what a verb's stem ends in: "sponsor", "winner"
_LEAST_STEM = 3  # letters
_REACH = 7  # tokens between "as" and the verb before it
_PHRASE = frozenset("NCDoz-")
_NAME = frozenset("C&,-z")
_AS = "as"
_FROM = "from"
_NAMED_BETWEEN = frozenset({",", "-", "–", "—", ":", "("})


def doers_told(question: Question, sentence: Sentence) -> Span | None:
    """Those whom the one noun for the doers of a deed is said of; None where none is."""
    verb = _deed(question)
    if question.kind is not Kind.WHO or not verb:
        return None
    nouns = [n for n, tag in enumerate(sentence.tags) if tag in "NC" and _does(sentence, n, verb)]
    told = [found for noun in nouns for found in _named(sentence, noun)]
    return Span(*sentence.slice(*told[0])) if told and len(nouns) == 1 else None


def _deed(question: Question) -> str:
    """The term of the verb whose subject is asked for, "" where another thing is."""
    asked = read_question(question)
    if asked.verb and asked.gap_first:
        return asked.verb
    return running_verb(question)


def running_verb(question: Question) -> str:
    """The term of the verb of "who has been observing" or "who is paying", "" in other forms."""
    sentence = read_sentence(question.text, language=question.language)
    running = re.match(r"SX+G", sentence.tags)
    return sentence.terms[running.end() - 1] if running else ""


def _does(sentence: Sentence, place: int, verb: str) -> bool:
    """Whether a noun is one for who does what a verb says."""
    stem = verb.removesuffix("e")
    word = sentence.words[place]
    ending = word.removeprefix(stem)
    is_doer = word.startswith(stem) and _DOER.fullmatch(ending) is not None
    return len(stem) >= _LEAST_STEM and (is_doer or _is_both(word, verb))


def _is_both(word: str, verb: str) -> bool:
    """Whether one word is the verb and the noun: "sponsor", "host"."""
    return word in (verb, f"{verb}s")


def _named(sentence: Sentence, noun: int) -> Iterator[tuple[int, int]]:
    """The names that a noun is said of, behind it or before it, as token numbers."""
    for found in (_behind(sentence, noun), _before(sentence, noun)):
        if found is not None and "C" in sentence.tags[slice(*found)]:
            yield found


def _behind(sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """The names behind "from", a copula, a dash or comma, with "of ..." passed over."""
    place = _past_complement(sentence, noun + 1)
    words, tags = sentence.words, sentence.tags
    if place >= len(words):
        return None
    if words[place] == _FROM or words[place] in syntax(sentence.language).copulas:
        return _phrase(sentence, place + 1)
    if words[place] == "(" and tags[place - 1] == "C":
        return None  # "leader Ida Holm (Lab)" tells more of that name
    if words[place] in _NAMED_BETWEEN and tags[place + 1 : place + 2] == "C":
        found = _phrase(sentence, place + 1)
        return found if found and set(tags[slice(*found)]) <= _NAME else None
    return None


def _past_complement(sentence: Sentence, place: int) -> int:
    """The token behind "of a truce" or "countries", if that stands there."""
    return sentence.run_end(place, _PHRASE)


def _before(sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """The subject of "took part as observers" or "are the sponsors"."""
    place = sentence.run_start(noun, "NDR")
    link = place - 1
    if link > 0 and sentence.words[link] == _AS:
        clause = sentence.tags[max(link - _REACH, 0) : link]
        verb = max(map(clause.rfind, "VE"))
        return _phrase_ending(sentence, link - len(clause) + verb if verb >= 0 else link - 1)
    if link > 0 and sentence.words[link] in syntax(sentence.language).copulas:
        return _phrase_ending(sentence, link)
    return None


def _phrase(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The enumeration or the noun phrase that begins at a token."""
    for each in enumerations(sentence):
        if each.whole.start in (start, start + 1):
            return each.whole.start, each.whole.end
    end = _past_complement(sentence, start)
    return (start, end) if end > start else None


def _phrase_ending(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The enumeration or the noun phrase that ends at a token."""
    for each in enumerations(sentence):
        if each.whole.end == end:
            return each.whole.start, end
    start = sentence.run_start(end, _PHRASE)
    return (start, end) if start < end else None
