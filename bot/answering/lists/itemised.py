"""Lists below a sentence that leads to them: "The warranty does not cover" and the items.

The sentence says nothing without the list, and an item nothing without the others where all are
asked for. So they are quoted as one, from the first word to the last item.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from bot.answering.forms.things import form_asked
from bot.answering.grammar.alike import share_of
from bot.answering.grammar.negation import denies_of
from bot.answering.grammar.referring import understood
from bot.answering.grammar.sentence import read_sentence
from bot.answering.hits.blocks import block_number, block_of, indented
from bot.answering.hits.denied import asks_for_denied
from bot.answering.lifted import LONGEST_LINE
from bot.answering.people.duties import whose_duty
from retrieval.analysis import analyser
from retrieval.question import Kind, Question, Wanted
from retrieval.records import Block, BlockKind, Document, Hit, Passage
from retrieval.retriever import Findings, Retriever
from retrieval.splitting import sentences

FEWEST = 2  # items of a list
MOST = 12  # items that are quoted
LONGEST = 900  # characters of a quoted list
LEAST_SHARE = 0.5  # of the words of a question that what stands above an item must hold
LEAST_OF_WHAT = 0.75  # the same, titles included, where the question does not ask for a list
_LOOKED_AT = 3  # best hits that may lead to a list
_COUNTS = frozenset({Kind.HOW_MANY, Kind.YES_NO})
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_MARK = re.compile(r"^\s*(?:[-*•–‣·]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_TIE = re.compile(r"(?:[,;]?\s+(?:and|or|y|o|и|или))?[\s.,;]*$")


def with_items(found: Findings, retriever: Retriever) -> Findings:
    """What was found, each of the best hits that belongs to a list together with all of it.

    A sentence that leads to a list always does; an item where a list is asked for and what stands
    above it, sentence or heading, is what was asked. An item whose doer is asked for goes with the
    sentence that names them.
    """
    hits = list(found.hits)
    for place, hit in enumerate(hits[:_LOOKED_AT]):
        if found.question.kind in _COUNTS or form_asked(found.question) is not None:
            if found.question.kind is Kind.YES_NO and not place:
                hits[0] = hit._replace(passage=_with_lead(hit.passage))
            break
        if not place and whose_duty(found.question, said_with_lead(_with_lead(hit.passage))):
            hits[0] = hit._replace(passage=_with_lead(hit.passage))
            break
        whole = _led(hit.passage, retriever)
        if whole is not None and not place and asks_for_denied(found.question):
            whole = _denying(found.question, hit.passage, retriever) or whole
        if whole is None and not place and _may_want_all(found.question):
            whole = _around(found.question, hit.passage, retriever)
        if whole is not None:
            hits[place] = Hit(whole, hit.probability)
    wholes = [hit for hit, before in zip(hits, found.hits, strict=True) if hit is not before]
    if not wholes:
        return found
    kept = (h for h in hits if h in wholes or not any(_holds(w.passage, h.passage) for w in wholes))
    return found.narrowed(tuple(kept))


def items(passage: Passage) -> list[str]:
    """The items of a list that is quoted whole, without their marks; [] for any other passage."""
    blocks = passage.document.blocks
    first = max(block_number(passage), 0)
    listed = [
        block
        for block in blocks[first : first + MOST + 1]
        if block.start < passage.end and block.kind is BlockKind.ITEM
    ]
    depths = [indented(passage.document, block) for block in listed]
    if depths and min(depths[1:], default=0) > depths[0]:
        del listed[0]  # it leads to those within it
    texts = [passage.document.part(b.start, min(b.end, passage.end)) for b in listed]
    told = [_TIE.sub("", _MARK.sub("", " ".join(text.split()))) for text in texts]
    return told if len(told) >= FEWEST else []


def items_line(question: Question, listed: list[str]) -> str:
    """All items of a list on one line; "" where they are too many, or no list is wanted."""
    line = "; ".join(listed) if question.kind not in _COUNTS else ""
    return line if len(line) <= LONGEST_LINE else ""


def _with_lead(passage: Passage) -> Passage:
    """An item together with what leads to its list, up to a colon; other passages as they are."""
    block, own = block_of(passage), block_number(passage)
    blocks = passage.document.blocks
    if block is None or block.kind is not BlockKind.ITEM:
        return passage
    first = own
    while first > max(own - MOST, 0) and _goes_on(passage.document, first):
        first -= 1
    lead = passage.document.part(blocks[first - 1].start, blocks[first - 1].end) if first else ""
    if not lead.rstrip().endswith(":") or passage.end - blocks[first - 1].start > LONGEST:
        return passage
    opening = list(sentences(lead, language=passage.document.language or "en"))[-1].start
    return passage._replace(start=blocks[first - 1].start + opening)


def _goes_on(document: Document, number: int) -> bool:
    """Whether a block and the one before it may be items of one list: a numbered one that is no
    further to the right does not go on with dashes.
    """
    before, own = document.blocks[number - 1], document.blocks[number]
    if before.kind is not BlockKind.ITEM:
        return False
    numbered = [bool(_NUMBERED.match(document.part(b.start, b.end))) for b in (before, own)]
    return numbered[0] == numbered[1] or indented(document, own) > indented(document, before)


def said_with_lead(passage: Passage) -> str:
    """What the last item of a passage says with what leads to its list, else the passage."""
    blocks = passage.document.blocks
    number = block_number(passage)
    last = bisect_right(blocks, passage.end - 1, key=lambda block: block.start) - 1
    if number < 0 or last == number or blocks[last].kind is not BlockKind.ITEM:
        return passage.text
    lead = passage.document.part(passage.start, min(blocks[number].end, passage.end))
    item = passage.document.part(blocks[last].start, passage.end)
    return f"{lead.rstrip().rstrip(':')} {_MARK.sub('', item)}"


def _led(passage: Passage, retriever: Retriever) -> Passage | None:
    """A sentence with the list that it leads to; None where it leads to none."""
    _, last = retriever.passages.bounds(passage.number)
    block = block_of(passage)
    ended = _ENDED.search(passage.text) is not None
    if ended or block is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return None
    if (
        passage.number + 1 >= last
        or retriever.passages.passage(passage.number + 1).start < block.end
    ):
        return None
    listed = list(_listed(passage, block.end))
    within = listed and indented(passage.document, listed[0]) > indented(passage.document, block)
    return _whole(passage, listed) if within or block.kind is BlockKind.PARAGRAPH else None


def _denying(question: Question, passage: Passage, retriever: Retriever) -> Passage | None:
    """The list near a sentence that leads to another, whose lead denies what the question denies.

    "What can't go in the bin?" is not told by what can, but by "Do not put these into the bin:".
    """
    asked = frozenset(token.term for token in question.content)
    document, own = passage.document, block_number(passage)
    if denies_of(read_sentence(passage.text, language=question.language), asked):
        return None
    first = max(own - MOST, 0)
    for number, block in enumerate(document.blocks[first : own + 2 * MOST], first):
        lead = document.part(block.start, block.end)
        if number == own or block.kind is BlockKind.ITEM or not lead.rstrip().endswith(":"):
            continue
        if denies_of(read_sentence(lead, language=question.language), asked):
            opening = retriever.passages.find(
                document.id, block.start, fingerprint=document.source.fingerprint
            )
            if opening is not None:
                start = retriever.passages.passage(opening)
                return _whole(start, list(_listed(start, block.end)))
    return None


def _around(question: Question, passage: Passage, retriever: Retriever) -> Passage | None:
    """The list that an item belongs to, with what leads to it; None where that asks another."""
    block = block_of(passage)
    if block is None or block.kind is not BlockKind.ITEM:
        return None
    blocks = passage.document.blocks
    own = first = block_number(passage)
    while first > max(own - MOST, 0) and blocks[first - 1].kind is BlockKind.ITEM:
        first -= 1
    if own - first >= MOST:
        return None  # it would not be among those quoted
    above = passage.document.part(blocks[first - 1].start, blocks[first - 1].end) if first else ""
    if not _asks_the_same(question, above, understood(passage)):
        return None
    return whole_list(passage, first, retriever)


def whole_list(passage: Passage, first: int, retriever: Retriever) -> Passage | None:
    """The list in the document of a passage whose first item is a block; None where it is none."""
    document = passage.document
    number = retriever.passages.find(
        document.id, document.blocks[first].start, fingerprint=document.source.fingerprint
    )
    if number is None:
        return None
    opening = retriever.passages.passage(number)
    rest = list(_listed(opening, document.blocks[first].end))
    return _whole(opening, [document.blocks[first], *rest])


def _listed(passage: Passage, end: int) -> Iterator[Block]:
    """The items that follow the end of a block without anything between them.

    Those within others belong to these; one further to the left than the first is of another list.
    """
    document = passage.document
    place = bisect_right(document.blocks, end - 1, key=lambda block: block.start)
    least = 0
    for number, block in enumerate(document.blocks[place : place + MOST]):
        if block.kind is not BlockKind.ITEM or block.end - passage.start > LONGEST:
            return
        if indented(document, block) < least:
            return
        least = least if number else indented(document, block)
        yield block


def _whole(passage: Passage, listed: list[Block]) -> Passage | None:
    """A passage that reaches to the end of a list; None where there is none."""
    if len(listed) < FEWEST:
        return None
    text = passage.document.part(passage.start, listed[-1].end)
    return passage._replace(end=passage.start + len(text.rstrip()))


def _holds(whole: Passage, part: Passage) -> bool:
    same = whole.document.id == part.document.id
    return same and whole.start <= part.start and part.end <= whole.end


def _may_want_all(question: Question) -> bool:
    """Whether a list is asked for, or may be by "what": "what is in the box?"."""
    what = question.kind is Kind.WHAT and question.wanted is Wanted.THING
    return question.kind is Kind.LIST or what


def _asks_the_same(question: Question, above: str, about: frozenset[str]) -> bool:
    """Whether what leads to a list, which is about some terms, holds most words of a question."""
    asked = {token.term for token in question.content}
    said = set(analyser(question.language).terms(above))
    if question.kind is Kind.LIST:
        return share_of(asked, said, question.language) >= LEAST_SHARE
    named = share_of(asked, said, question.language) > 0
    return named and share_of(asked, said | about, question.language) >= LEAST_OF_WHAT
