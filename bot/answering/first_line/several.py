"""Several things in the first line: those of a list that is asked for, or told in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.first_line.widening import whole_words
from bot.answering.grammar.alike import alike
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.negation import turns
from bot.answering.grammar.question import read_question
from bot.answering.grammar.sentence import read_sentence
from bot.answering.lifted import Lifted
from bot.answering.lists.items import LEAST_SHARE, list_items
from bot.answering.people.misfits import tells_of_nobody
from retrieval.question import Kind, Question
from retrieval.records import Hit, Span

LEAST_OF_SEVERAL = 0.4  # share of all candidates in an enumeration that nobody asked for as such
_SEPARATOR = ", "


def all_asked_for(question: Question, hits: Sequence[Hit]) -> Lifted | None:
    """All items that answer; where the question denies something, from passages that deny it."""
    numbers = [n for n, hit in enumerate(hits) if _denies(question, hit.passage.text)]
    if not numbers or not _denies(question, question.text):
        numbers = list(range(len(hits)))
    texts = [hits[n].passage.text for n in numbers]
    lifted = _enumerate(question, texts, [hits[n].probability for n in numbers])
    return lifted and replace(lifted, proof=tuple(numbers[place] for place in lifted.proof))


def _denies(question: Question, text: str) -> bool:
    """Whether a text denies what the question's verb says: "they are not accepted"."""
    verb = read_question(question).verb
    deed = alike(verb, question.language) if verb else frozenset[str]()
    return turns(read_sentence(text, language=question.language), deed, frozenset()) % 2 == 1


def several_at_once(
    question: Question, texts: Sequence[str], probabilities: Sequence[float]
) -> Lifted | None:
    """The items of a likely enumeration that nobody asked for as such; of who, if persons' only."""
    lifted = _enumerate(question, texts, probabilities, least=LEAST_OF_SEVERAL)
    if lifted is not None and question.kind is Kind.WHO and tells_of_nobody(question, lifted.line):
        return None
    return lifted


def _enumerate(
    question: Question,
    texts: Sequence[str],
    probabilities: Sequence[float],
    *,
    least: float = LEAST_SHARE,
) -> Lifted | None:
    """All items of the enumerations that answer, the best of which is at least so likely."""
    items = list_items(question, texts, probabilities=probabilities, least=least)
    if not items:
        return None
    spans = [whole_words(texts[item.passage], Span(item.start, item.end)) for item in items]
    proof = tuple(dict.fromkeys(item.passage for item in items))
    if len(proof) == 1:
        return Lifted(line=_in_a_row(texts[proof[0]], spans, question.language), proof=proof)
    words = [texts[item.passage][slice(*span)] for item, span in zip(items, spans, strict=True)]
    return Lifted(line=_SEPARATOR.join(" ".join(each.split()) for each in words), proof=proof)


def _in_a_row(text: str, spans: Sequence[Span], language: str) -> str:
    """Items as the sentence has them, "by bus and by boat", where only their ties part them."""
    tie = pattern("lifting.tie", language)
    parts = [text[slice(*spans[0])]]
    for before, after in pairwise(spans):
        between = text[before.end : after.start]
        parts += [between if tie.fullmatch(between) else _SEPARATOR, text[slice(*after)]]
    return " ".join("".join(parts).split())
