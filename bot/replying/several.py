"""Messages with several questions, taken apart: "where was it held, and who paid?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answering.grammar.sentence import Sentence, read_sentence, syntax
from bot.follow_up.framing import without_request
from bot.follow_up.hurried import in_plain_words
from retrieval.question.grammar import grammar_of

MOST = 3  # questions answered in one reply
_SENTENCE = re.compile(r"[^?!\n]+[?!]*")
_ENDS = " \t\n,;:.?!"
_AND = frozenset({"and", "&", "n"})
_WHO = "who"
_TO_THE_BOT = frozenset({"help", "ask", "tell", "explain", "answer", "say", "know"})


def questions_in(text: str, language: str) -> tuple[str, ...]:
    """The questions of a message in their order; () where it asks no more than one."""
    if not syntax(language).tags:
        return ()
    plain = in_plain_words(text, language)
    sentences = [said.group() for said in _SENTENCE.finditer(plain) if said.group().strip(_ENDS)]
    if len(sentences) > 1 and grammar_of(language).tails.match(sentences[-1].strip()):
        return ()
    if len(sentences) == 1 and _AND.isdisjoint(plain.casefold().split()):
        return ()
    found: list[str] = []
    for said in sentences:
        sentence = read_sentence(without_request(said.strip(), language), language=language)
        if _asks(sentence, 0):
            found += _joined(sentence)
        elif len(sentence.words) > 2:
            return ()  # what is told of the matter belongs to the question
    return tuple(found) if 1 < len(found) <= MOST else ()


def _joined(sentence: Sentence) -> Iterator[str]:
    """The questions that "and" joins in a sentence that asks."""
    text, starts, ends = sentence.tokens.text, sentence.tokens.starts, sentence.tokens.ends
    bounds = list(_bounds(sentence))
    for start, end in bounds:
        said = text[starts[start] : ends[end - 1]].strip(_ENDS)
        following = next((last for first, last in bounds if first > end and last > first + 1), 0)
        if end == start + 1 and following:  # "when and where was it"
            said += text[ends[start + 2] : ends[following - 1]]
        yield f"{said.strip(_ENDS)}?"


def _bounds(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the questions of a sentence that "and" joins begin and end."""
    start = 0
    for place in range(1, len(sentence.words) - 1):
        if sentence.words[place] not in _AND or not _asks_again(sentence, place + 1):
            continue
        if _is_bare(sentence, start, place) or _is_whole(sentence, start, place):
            yield start, place
            start = place + 1
    yield start, len(sentence.words)


def _asking(sentence: Sentence, place: int) -> int:
    """Where the wh-word of a clause stands, behind a preposition or not; -1 where there is none."""
    asking = syntax(sentence.language).asking
    place += sentence.tags[place : place + 1] in ("P", "t", "o")
    return place if not asking.isdisjoint(sentence.words[place : place + 1]) else -1


def _asks(sentence: Sentence, place: int) -> bool:
    """Whether a question begins at a token: with a wh-word, or with "is" and a subject."""
    if _asking(sentence, place) >= 0:
        return True
    inverted = sentence.tags[place : place + 1] == "X" and len(sentence.tags) > place + 2
    return inverted and _TO_THE_BOT.isdisjoint(sentence.words[place : place + 4])


def _asks_again(sentence: Sentence, place: int) -> bool:
    """Whether another question begins behind "and": "was he" does, "was late" goes on."""
    pointing = sentence.tags[place : place + 2] == "XR"
    return _asking(sentence, place) >= 0 or pointing


def _is_bare(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but "when" or the like stands before "and": "when and where was it"."""
    first, second = sentence.words[start:end], sentence.words[end + 1]
    return len(first) == 1 and syntax(sentence.language).adverbial.issuperset({*first, second})


def _is_whole(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a question with a verb ends before "and", and no clause in it may go on behind it."""
    asked = _asking(sentence, start)
    inside = range(max(asked, start) + 1, end)
    asking = syntax(sentence.language).asking
    clauses = any(sentence.tags[n] == "S" or sentence.words[n] in asking for n in inside)
    has_verb = bool(set(sentence.tags[start:end]) & set("XVE")) or sentence.words[start] == _WHO
    return has_verb and not clauses and sentence.tags[end - 1] not in tuple("PDto&X")
