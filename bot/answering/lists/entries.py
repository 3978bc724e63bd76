"""Entries with a label: "Day pass: 26 euros" before "Ten-day pass: 140 euros".

Both share as many words with "what does the day pass cost?". An entry all of whose label is asked
for comes before one whose label says more, or nothing, of the question; so does a row of a table by
its first cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answering.grammar.alike import share_of
from bot.answering.grammar.lexical import pattern
from bot.answering.grammar.referring import understood
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.reordering import reordered
from bot.answering.lists.cells import named_cells
from bot.answering.times.weekdays import day_labelled
from retrieval.analysis import analyser
from retrieval.odds import log_odds, shifted
from retrieval.question import Kind, Question, Wanted
from retrieval.reading.tables import PARTED
from retrieval.records import Hit, Passage, Span
from retrieval.retriever import Findings

GAIN = 2.0  # log-odds by which an entry may be less likely whose label is asked for
BEFORE_PROSE = 0.5  # of that, before a sentence, where the entry tells little of the rest
LOOKED_AT = 10  # best hits among which entries are looked for
LIKELIER = 2.0  # log-odds by which an answer is likelier where an entry's heading tells the rest
LEAST_TOLD = 0.5  # of the words beside the label that an entry must tell to come before a sentence
LEAST_ABOVE = 0.75  # of the words of a question beside the label that stand above the entry
_REACH = 800  # characters before an entry in which the line above all entries stands
_ENDING = 2  # letters that the forms of a word differ by
_LONGEST_LEAD = 100  # characters of one
_FEW_WORDS = 6
_VERBS = frozenset("VEX")
_SEVERAL = re.compile(r"[,;:()\n]|\s[–—-]\s")
_ASIDE = re.compile(r"\w, [^,]+, [a-z]+(?:ed|s) |(?:If|When|Once|Unless) [^,]+, ")
_PLACE = re.compile(
    r"\d{1,3}|\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th",
    re.IGNORECASE,
)
_MEANING = frozenset({"mean", "show", "stand"})  # what an entry does with its label
_LABEL = re.compile(
    r"\W*(?:(?P<label>[^|:.!?\n]{1,50}):\s+|(?P<key>[^\W\d_][\w. -]{0,40}?)\s?=\s?"
    r"|(?P<above>[^|:.!?\n]{1,60})\n(?:\n|[ \t]+)(?:[-*•◦] )?)(?=\S)"
)


def labelled_first(found: Findings) -> Findings:
    """What was found, first the entries whose whole label the question says.

    An entry comes before a sentence less easily where it and its heading tell less than half of the
    rest of the question. Where what stands above it tells nearly all, the confidence is raised and
    what is no such entry is less likely to answer beside it.
    """
    question = found.question
    if question.kind is Kind.YES_NO or not found.hits:
        return found
    among_entries = bool(label_of(found.hits[0].passage.text))

    def odds(hit: Hit) -> float:
        if not is_labelled(question, hit.passage.text):
            return log_odds(hit.probability)
        fits = among_entries or _rest_told(question, hit.passage) >= LEAST_TOLD
        told = 1.0 if fits else BEFORE_PROSE
        return log_odds(hit.probability) + GAIN * (told + _told_above(question, hit.passage))

    found = replace(found, hits=reordered(found.hits, odds, most=LOOKED_AT))
    if not _told_above(question, found.hits[0].passage):
        return found
    first, *others = found.hits
    kept = (
        hit
        if _told_above(question, hit.passage)
        else hit._replace(probability=shifted(hit.probability, -GAIN))
        for hit in others
    )
    return replace(found.likelier(LIKELIER), hits=(first, *kept))


def _told_above(question: Question, passage: Passage) -> bool:
    """Whether an entry is the one asked for, and what stands above it tells the rest."""
    if PARTED in passage.text or not is_labelled(question, passage.text):
        return False
    rest = _rest(question, passage.text)
    return bool(rest) and share_of(rest, _above(passage), question.language) >= LEAST_ABOVE


def _rest_told(question: Question, passage: Passage) -> float:
    """The share of what a question says beside the label that an entry and its heading tell."""
    rest = _rest(question, passage.text)
    said = set(analyser(question.language).terms(passage.text)) | _above(passage)
    return share_of(rest, said, question.language) if rest else 1.0


def _rest(question: Question, text: str) -> set[str]:
    """The terms of a question beside those of an entry's label and of the days in that."""
    terms = analyser(question.language).terms
    days = pattern("weekdays.name", question.language).findall(question.text)
    label = {*terms(label_of(text)), *terms(" ".join(days))}
    return {token.term for token in question.content} - label - _MEANING


def _above(passage: Passage) -> set[str]:
    """The terms of the line above some entries, and of the headings and titles above that."""
    analysis = analyser(passage.document.language or "en")
    return set(analysis.terms(_lead_above(passage))) | understood(passage)


def _lead_above(passage: Passage) -> str:
    """The line above the entries of which a passage is one; "" where it is too long for one."""
    before = passage.document.part(max(passage.start - _REACH, 0), passage.start)
    lines = (line.strip() for line in reversed(before.split("\n")))
    lead = next((line for line in lines if line and not _LABEL.match(line)), "")
    return lead if len(lead) <= _LONGEST_LEAD else ""


def is_labelled(question: Question, text: str) -> bool:
    """Whether an entry or row has a label, and all of that is asked for, or its days hold one."""
    label = label_of(text)
    asked = {t.term: question.text[t.start : t.end] for t in question.content}
    tokens = list(analyser(question.language).tokens(label))
    return bool(tokens) and (
        all(_is_word(asked.get(t.term, ""), label[t.start : t.end]) for t in tokens)
        or day_labelled(question.text, label, language=question.language)
    )


def _is_word(asked: str, said: str) -> bool:
    """Whether a word is asked for in a form of it: an author by no "authority"."""
    return bool(asked) and abs(len(asked) - len(said)) <= _ENDING


def behind_label(question: Question, text: str, span: Span) -> Span:
    """What an entry tells, where words begin in its label and reach beyond it; else the words.

    Nobody is named so: to "who" such words are none.

    >>> from retrieval.question import parse_question
    >>> asked = parse_question("Which file is the log?", language="en")
    >>> behind_label(asked, "Log file: /var/log.txt", Span(0, 14))
    Span(start=10, end=22)
    """
    found = _LABEL.match(text) if PARTED not in text else None
    if found is None or not span.start < found.end() < span.end:
        return span
    if question.kind is Kind.WHO:
        return Span(span.start, span.start)
    return Span(found.end(), len(text.rstrip(" .")))


def whole_value(question: Question, text: str, span: Span) -> Span:
    """All that an entry tells, where words are a part of it and its label is asked for.

    So it is where that is one thing in a few words: of "Approved by: the training board" no board.
    """
    found = _LABEL.match(text) if PARTED not in text else None
    figure = question.kind is Kind.HOW_MANY or question.wanted is Wanted.MONEY
    if found is None or figure or span.start < found.end() or not is_labelled(question, text):
        return span
    value = Span(found.end(), len(text.rstrip(" .")))
    told = text[value.start : value.end]
    one = len(told.split()) <= _FEW_WORDS and _SEVERAL.search(told) is None
    if not one or not value.covers(span):
        return span
    tags = read_sentence(told, language=question.language).tags
    return value if _VERBS.isdisjoint(tags) else span


def is_in_label(text: str, words: str) -> bool:
    """Whether words stand in the label of an entry and nowhere else in it."""
    found = _LABEL.match(text) if words and PARTED not in text else None
    if found is None or words not in found[0] or words in text[found.end() :]:
        return False
    return not _is_prose(found["label"] or "")


def _is_prose(label: str) -> bool:
    """Whether what stands before a colon is a clause: "The mayor, Ida Holm, blamed the fog:", "If
    it rains, the roof shuts:".
    """
    return _ASIDE.search(label) is not None


def is_of_label(text: str, words: str) -> bool:
    """Whether words are a part of an entry's label: of "Date of report: 3 May" the "Date"."""
    return is_in_label(text, words) and words != label_of(text).strip()


def label_of(text: str) -> str:
    """What stands before the colon of an entry, on the line above what it tells, or in the first
    cell of a row; "" for none of these.

    A cell that only tells a place in order is named with its column: "Round Second".
    """
    if PARTED in text:
        heading, cell = next(iter(named_cells(text)), ("", ""))
        return f"{heading} {cell}" if _PLACE.fullmatch(cell) else cell
    found = _LABEL.match(text)
    return (found["label"] or found["key"] or found["above"]) if found else ""
