"""What an amount in a sentence counts: "64 residents" count people, "five islands" don't."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.grammar.alike import NOTHING, alike
from bot.answering.grammar.lexical import listed
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.people.roles import names_person
from retrieval.entities import Kind as MentionKind
from retrieval.entities import Mention
from retrieval.question import Question

_PASSED = frozenset("oDA-")  # tags between an amount and what it counts: "two of the boats"
_MOST_PASSED = 2
LIVES = frozenset({"life", "live", "soul"})
PEOPLE = LIVES | {"person", "human", "individu", "man", "woman"}
_THINGS = frozenset({"thing"})
_POSTS = frozenset({"job", "post"})  # as many people as there are of them work there
_PIECES = frozenset({"unit", "piec", "item", "devic", "copi", "specimen"})  # of any make
_PHRASE = frozenset("NC")
_ROW = "#&t-,"  # tags of figures in a row: "14, 15 and 16"
_DOING = ("X", "V", "E", "N", "C", "o")  # tags behind figures that count: "of the boats two sank"
_VERBS = frozenset("VE")
_LABELLING = frozenset(":•·–—=")  # signs between a label and what it names


@dataclass(frozen=True, slots=True)
class Counted:
    """What is to be counted: the terms that say it, whether they name persons, what was done."""

    alike: frozenset[str]
    persons: bool = False
    done: frozenset[str] = NOTHING

    @property
    def anything(self) -> bool:
        """Whether it is things of whatever kind."""
        return bool(_THINGS & self.alike)

    @property
    def anybody(self) -> bool:
        """Whether it is people of whatever kind."""
        return bool(PEOPLE & self.alike)


def asks_how_many(question: Question) -> bool:
    """Whether it is asked how many there are of something, as far as one of its words tells."""
    return not listed("amounts.counting", question.language).isdisjoint(question.words)


def asks_how_much(question: Question) -> bool:
    """Whether it is asked how much there is of something, as far as one of its words tells."""
    return not listed("amounts.weighing", question.language).isdisjoint(question.words)


def counted_in(question: Question, head: str, *, least: float = 0.0) -> Counted:
    """What a question counts, by the term of its noun, with what may be said for it so closely."""
    sentence = read_sentence(question.text, language=question.language)
    persons = any(
        term == head and names_person(word, question.language)
        for term, word in zip(sentence.terms, sentence.words, strict=True)
    )
    verb = read_question(question).verb
    done = alike(verb, question.language) if verb else NOTHING
    return Counted(alike(head, question.language, least=least), persons, done)


def counts_persons(sentence: Sentence, mention: Mention) -> bool:
    """Whether an amount stands with a noun for people of whatever sort."""
    places = _counted(sentence, mention)
    named = any(names_person(sentence.words[place], sentence.language) for place in places)
    return named or any(sentence.terms[place] in PEOPLE for place in places)


def counts_another(sentence: Sentence, mention: Mention, counted: Counted) -> bool:
    """Whether an amount stands with a noun, and that says something else than what is counted.

    Spectators may be counted as people, people as spectators; what was done to them by whom it was
    done to; things as "units" where what is asked about was done to those.
    """
    if _is_rate(sentence, mention):
        return False
    places = _counted(sentence, mention)
    terms = {sentence.terms[place] for place in places}
    if not places and _numbered(sentence, mention):
        return True
    if not places or terms & counted.alike or _is_labelled(sentence, mention, counted):
        return False
    said = {t for t, tag in zip(sentence.terms, sentence.tags, strict=True) if tag in _VERBS}
    if terms & PEOPLE:
        suffered = said & counted.alike  # "three people were arrested" counts arrests
        return not (counted.persons or counted.anybody or suffered)
    if terms & _PIECES and said & counted.done:
        return False
    if terms & _POSTS and counted.anybody:
        return False
    persons = any(names_person(sentence.words[place], sentence.language) for place in places)
    if counted.anything and not persons:
        return False
    if (counted.persons or counted.anybody) and terms & counted.done:
        return False  # those who signed are as many as the signatures
    return not (counted.anybody and persons)


def _is_rate(sentence: Sentence, mention: Mention) -> bool:
    """Whether an amount of money is told by what it is paid for: "£4 each way", "9 euros a day"."""
    paid = mention.kind is MentionKind.MONEY
    return paid and sentence.tags[sentence.at(mention.end) :][:1] == "D"


def _numbered(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bare figure tells which of some things, not how many: "on plots 30 to 36"."""
    tags, place = sentence.tags, sentence.at(mention.start)
    row = sentence.run_start(place, _ROW)
    things = sentence.words[row - 1] if row > 1 and tags[row - 1] == "N" else ""
    led = tags[row - 2 : row - 1] in ("P", "t", "D")
    end = sentence.run_end(place, _ROW)
    several = "#" in tags[row:place] or "#" in tags[place + 1 : end]
    return led and several and things.endswith("s") and tags[end : end + 1] not in _DOING


def _is_labelled(sentence: Sentence, mention: Mention, counted: Counted) -> bool:
    """Whether an amount stands right behind the label that names the thing: "Seats: 40 upright"."""
    place = sentence.at(mention.start) - 1
    text = sentence.tokens.text
    sign = text[sentence.tokens.starts[place] : sentence.tokens.ends[place]] if place > 0 else ""
    return sign in _LABELLING and sentence.terms[place - 1] in counted.alike


def _counted(sentence: Sentence, mention: Mention) -> list[int]:
    """The tokens of the noun phrase that an amount ends in or stands before; none if it is bare."""
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    inside = [
        place
        for place, start in enumerate(starts)
        if mention.start <= start and ends[place] <= mention.end and sentence.tags[place] in _PHRASE
    ]
    place = sentence.at(mention.end)
    passed = 0
    while sentence.tags[place : place + 1] in _PASSED and passed < _MOST_PASSED:
        place, passed = place + 1, passed + 1
    while place < len(starts) and sentence.tags[place] in _PHRASE | {"z"}:
        inside.append(place)
        place += 1
    return inside
