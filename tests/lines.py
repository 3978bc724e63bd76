"""Sentences as hits, and what the first line of an answer makes of them."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.first_line.fitting import fits
from bot.answering.first_line.lifting import lift
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.lifted import Lifted
from bot.answering.yes_no import yes_or_no
from bot.phrasing import load_phrases
from bot.settings import PROJECT_FILES
from retrieval.evaluation.paragraphs import document_of
from retrieval.question import Question, parse_question
from retrieval.records import Hit, Passage, Span

PHRASES = load_phrases(PROJECT_FILES / "config" / "phrases")["en"]


def hits_of(*sentences: tuple[str, float]) -> list[Hit]:
    """Sentences, each a document with its probability, as hits."""
    hits = []
    for number, (text, probability) in enumerate(sentences):
        document = document_of(text, name=f"{number}", title="", language="en")
        passage = Passage(number=number, document=document, start=0, end=len(text))
        hits.append(Hit(passage=passage, probability=probability))
    return hits


def lifted(question: str, *sentences: tuple[str, float], certainty: float = 0.0) -> Lifted | None:
    """What is lifted from sentences, each with its probability, best first."""
    hits = hits_of(*sentences)
    return lift(parse_question(question), hits, phrases=PHRASES, certainty=certainty)


def line_of(question: str, text: str, *, certainty: float = 0.0) -> str:
    """The first line that one likely sentence gives, "" for none."""
    found = lifted(question, (text, 0.9), certainty=certainty)
    return found.line if found else ""


def may_answer(question: str, text: str, words: str) -> bool:
    """Whether some words of a text can be what a question asks for."""
    return fits(parse_question(question), text, place_of(words, text))


def made_by(
    step: Callable[[Question, str, Span], Span], question: str, text: str, words: str
) -> str:
    """The words that a step of the first line makes of some words of a text."""
    span = step(parse_question(question), text, place_of(words, text))
    return text[span.start : span.end]


def place_of(words: str, text: str) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(question: str, text: str) -> bool | None:
    """Whether a text says yes to a question or no; None where it doesn't decide."""
    decided = yes_or_no(parse_question(question), text)
    return None if decided is None else decided.yes


def told_by(
    form: Callable[[Question, Sentence], Span | None], question: str, text: str
) -> str | None:
    """The words of a sentence that its form shows to answer a question; None for none."""
    span = form(parse_question(question), read_sentence(text))
    return None if span is None else text[span.start : span.end]
