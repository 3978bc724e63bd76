"""Lists below a heading that asks what is asked: "What you may bring", "Tasks".

Neither the heading, which is never quoted, nor an item shares enough words with a question to be
found: the heading says what is done, the items what it is done with, the title who does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import share_of
from bot.answering.grammar.lexical import listed, pattern
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.referring import title_terms, understood
from bot.answering.hits.blocks import block_number
from bot.answering.hits.denied import asks_for_denied
from bot.answering.lists.itemised import FEWEST, whole_list
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import BlockKind, Document, Hit, Passage
from retrieval.retriever import Findings, Retriever

LIKELIER = 1.0  # log-odds by which an answer is likelier where a heading asks the same
LOOKED_AT = 5  # best hits in whose documents lists are looked for
REACH = 60  # blocks on either side of one
LEAST_NAMED = 0.5  # of the words of a question that heading, titles and opening must hold
_OPENING = 300  # characters of a document that tell whose it is
LEAST_OF_HOW = 0.75  # the same of one that asks how, for which the heading alone must do
_NUMBERED = re.compile(r"^\W*\d+\W+")


def with_headed(found: Findings, retriever: Retriever) -> Findings:
    """What was found, a list first whose heading asks the same; it is as likely as the best hit."""
    if not found.hits or not _may_be_listed(found.question):
        return found
    best = found.hits[0]
    chosen, most = None, 0.0
    for first, share in _fitting(found).items():
        near, place = first
        fits = share > most and not _lacks_what_best_says(found, near)
        whole = whole_list(near, place, retriever) if fits else None
        if whole is not None:
            chosen, most = whole, share
    if chosen is None or _holds(best.passage, chosen):
        return found
    kept = (hit for hit in found.hits if not _holds(chosen, hit.passage))
    return found.narrowed((Hit(chosen, best.probability), *kept)).likelier(LIKELIER)


def _lacks_what_best_says(found: Findings, near: Passage) -> bool:
    """Whether a list is in another document than the best hit and lacks a name that stands there:
    the drawbacks of one syrup are not those of another.
    """
    best = found.hits[0].passage
    if best.document.id == near.document.id:
        return False
    analysis = analyser(found.question.language)
    named = {t for name in found.question.names for t in analysis.terms(name.value)}
    named |= {t.term for t in found.question.content} & title_terms(best)
    own = set(analysis.terms(near.document.part(0, _OPENING))) | understood(near)
    return bool(named - own)


def _may_be_listed(question: Question) -> bool:
    """Whether several things may be asked for: "what can I bring", "which rules", how to do it."""
    asking = question.kind in (Kind.WHAT, Kind.WHICH, Kind.LIST)
    several = asking and (bool(_several_asked(question)) or _asks_at_large(question))
    return several or _asks_how(question)


def _asks_how(question: Question) -> bool:
    """Whether steps may be asked for: "how do I set the clock?", not "how often"."""
    return question.kind is Kind.HOW and form_asked(question) is None


def _asks_at_large(question: Question) -> bool:
    """Whether a question has no noun for what is asked for: "what can I bring?", "what else"."""
    nouns = {question.text[token.start : token.end].casefold() for token in question.focus}
    return question.wanted is Wanted.THING and nouns <= {"else"}


def _fitting(found: Findings) -> dict[tuple[Passage, int], float]:
    """The first items of the lists near the best hits, with how much of the question leads there.

    Each is the number of a block in the document of a passage.
    """
    shares: dict[tuple[str, int], tuple[Passage, float]] = {}
    for hit in found.hits[:LOOKED_AT]:
        near, document = hit.passage, hit.passage.document
        for place in _lists(document, block_number(near)):
            if (document.id, place) not in shares:
                shares[document.id, place] = near, _share(found.question, near, place)
    return {(near, place): share for (_, place), (near, share) in shares.items() if share}


def _lists(document: Document, near: int) -> Iterator[int]:
    """The numbers of the blocks near one in which lists begin."""
    blocks = document.blocks
    for place in range(max(near - REACH, 1), min(near + REACH, len(blocks) - FEWEST + 1)):
        items = all(b.kind is BlockKind.ITEM for b in blocks[place : place + FEWEST])
        if items and blocks[place - 1].kind is not BlockKind.ITEM:
            yield place


def _leads(question: Question, document: Document, place: int) -> Iterator[str]:
    """The words that lead to a list: the end of the line above it, the heading above that."""
    above = document.blocks[max(place - 2, 0) : place]
    texts = [document.part(block.start, block.end).strip() for block in above]
    line = pattern("headed.leads", question.language).search(texts[-1])
    if line is not None and _asks_at_large(question):
        yield line["lead"]
    several = _several_asked(question)
    terms = analyser(question.language).terms
    introduced = texts[-1].endswith(":") or bool(several & set(terms(texts[-1])))
    between = len(texts) == 1 or introduced
    heading = 0 if between and above[0].kind is BlockKind.HEADING else -1
    if above[heading].kind is not BlockKind.HEADING:
        return
    told = _NUMBERED.sub("", texts[heading])
    named = several & set(terms(told))
    asks = pattern("headed.asks", question.language).match(told) is not None
    if named or _asks_how(question) or (_asks_at_large(question) and asks):
        yield told


def _several_asked(question: Question) -> set[str]:
    """The term of the plural noun behind "which" or "what are the"; none where there is none."""
    plural = (t for t in question.focus if question.text[t.start : t.end].endswith("s"))
    return {token.term for token in plural}


def _share(question: Question, near: Passage, place: int) -> float:
    """The most of a question's words that what leads to a list and names its document hold.

    What leads to it has no word that the question has not, and denies what is denied only.
    """
    document, language = near.document, question.language
    analysis = analyser(language)
    asked = {token.term for token in question.content}
    denied = asks_for_denied(question)
    most = 0.0
    for lead in _leads(question, document, place):
        words = set(analysis.terms(lead))
        said = words - analysis.stop_terms - _asking(language)
        if not said or share_of(said, asked, language) < 1:
            continue
        if _asks_how(question):
            share = share_of(asked, said, language)
            most = max(most, share if share >= LEAST_OF_HOW else 0.0)
        elif bool(words & polarity(language).negations) is denied:
            opening = set(analysis.terms(document.part(0, _OPENING)))
            most = max(most, share_of(asked, said | opening | understood(near), language))
    return most if most >= LEAST_NAMED else 0.0


def _holds(whole: Passage, part: Passage) -> bool:
    same = whole.document.id == part.document.id
    return same and whole.start <= part.start and part.end <= whole.end


@cache
def _asking(language: str) -> frozenset[str]:
    """The terms of words that only ask."""
    return frozenset(map(analyser(language).term, listed("headed.asking", language)))
