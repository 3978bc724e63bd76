"""What something is called, where a sentence names it right behind the noun for it: "a dog called
Bora", "a boat, the Marguerite,", "the tug Ida Holm", "the village of Tarn".
"""

from __future__ import annotations

from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.sentence import Sentence
from retrieval.analysis import analyser
from retrieval.question import Question
from retrieval.records import Span

_CLOSES = frozenset(",.();:")


def name_told(question: Question, sentence: Sentence) -> Span | None:
    """The one name that stands behind the noun whose name is asked for; None without one."""
    asked = pattern("names.asks", question.language).match(question.text)
    if asked is None:
        return None
    terms = analyser(question.language).terms(next(filter(None, asked.groups())))
    if not terms:
        return None
    *about, noun = terms
    places = [n for n, term in enumerate(sentence.terms) if term == noun]
    told = {n: span for n in places if (span := _name_behind(sentence, n + 1)) is not None}
    if len(told) > 1:
        told = {n: told[n] for n in told if set(about) & set(sentence.terms[max(n - 3, 0) : n])}
    return next(iter(told.values())) if len(told) == 1 else None


def _name_behind(sentence: Sentence, place: int) -> Span | None:
    """The name that begins at a token: in one of the ways in which a noun is followed by one."""
    words, tags = sentence.words, sentence.tags
    calling = listed("sorts.calling", sentence.language)
    if tags[place : place + 1] == "," and not calling.isdisjoint(words[place + 1 : place + 2]):
        place += 1
    word = words[place] if place < len(words) else ""
    if word in calling:
        place += 1 + (words[place + 1 : place + 2] == ("as",))
        place += tags[place : place + 1] == "D"
        return _run(sentence, place)
    if tags[place : place + 1] == ",":
        start = place + 1 + (tags[place + 1 : place + 2] == "D")
        named = _run(sentence, start)
        end = sentence.run_end(start, "C")
        return named if named and tags[end : end + 1] in _CLOSES | {""} else None
    located = word == "of" and words[place - 1] in listed("names.located", sentence.language)
    if not located and _opens_clause(sentence, place):
        return None
    return _run(sentence, place + located)


def _opens_clause(sentence: Sentence, place: int) -> bool:
    """Whether a name behind "in the town" is whoever does the next thing: "in the town Ida met"."""
    following = sentence.run_end(place, "C")
    start = sentence.run_start(place, "NCDA#")
    does = sentence.tags[following : following + 1] in ("V", "E", "X")
    return does and start > 0 and sentence.tags[start - 1] == "P"


def _run(sentence: Sentence, place: int) -> Span | None:
    """The words of a name from a token on, without the quotation marks around them."""
    place += sentence.tags[place : place + 1] == '"'
    end = sentence.run_end(place, "C")
    return Span(*sentence.slice(place, end)) if end > place else None
