"""Questions that documents ask themselves, as an FAQ does: they answer nothing, what is below does.

Such a page repeats the asker's words in its questions, not in its answers. A question that is the
asker's own gives its place to the sentence below it; other questions are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.grammar.alike import share_of
from bot.answering.grammar.polarity import polarity
from bot.answering.grammar.referring import understood
from bot.answering.hits.blocks import block_number, block_of
from bot.answering.hits.reordering import reordered
from retrieval.analysis import analyser
from retrieval.odds import log_odds
from retrieval.question import Question, Wanted, parse_question
from retrieval.reading.text.lines import is_ended
from retrieval.records import BlockKind, Hit, Passage
from retrieval.retriever import Findings, Retriever

LEAST_ALIKE = 0.5  # share of the words of a question that one with the same answer must hold
SAME = 6.0  # log-odds by which what stands below the very question may be less likely
GOING_ON = 0.55  # how likely each further sentence of an answer is, against the one before it
MOST = 3  # sentences of an answer
LEAST_SAME = 0.66  # the same, either way, for its yes to be a yes
LEAST_VERY = 0.8  # the same for what stands below it to come first
_REACH = 300  # characters before a passage in which the question above it stands
_LAST_QUESTION = re.compile(r"[^.!?\n]+\?$")
_ANSWER_MARK = re.compile(r"\n[^\n.!?]{0,60}[:\]–-][ \t]*$")  # "A:", or when it was written
_QUESTION_MARK = re.compile(  # "Q:", or who asks when
    r"[^\W\d_]{1,10}\s?\d{0,3}\s?[:.)]\s+|\[?\d[\d/., :APMapm]{3,24}\W+[^\W\d_][^:]{0,30}:\s+"
)
_YES_OR_NO = re.compile(r"\W*(?:(?P<yes>yes)|no)\b(?=[,.;:!–-])", re.IGNORECASE)
_LOOKED_AT = 5  # best hits that may give way
_CANDIDATES = 60  # hits among which the sentence below a question is looked for
_UNMARKED = re.compile(
    r"(?:(?:how|what|when|where|why|who|which) )?"
    r"(?:can|may|must|do|does|did|will|should|is|are|was) "
    r"(?:I|we|you|my|our|your|it|they|there|the)\b[^.!?:;]*\w",
    re.IGNORECASE,
)
_AROUND = " \t\n*_#>\"'“”’()"
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_OF_NO_KIND = frozenset({Wanted.THING, Wanted.MANNER, Wanted.DEFINITION, Wanted.TITLE})


def without_questions(found: Findings, retriever: Retriever) -> Findings:
    """What was found without the documents' own questions among the best hits.

    The sentence below one that asks the same takes its place, as likely as it was. Where the
    likeliest hit goes, the confidence is lowered by as much as the next one is less likely.
    """
    posed = [hit for hit in found.hits[:_LOOKED_AT] if is_posed(hit.passage)]
    if found.hits and _only_repeats(found.question, found.hits[0].passage):
        posed.insert(0, found.hits[0])
    if not posed:
        return replace(found, hits=_below_the_same(found.question, found.hits))
    answered = {
        hit.passage.number + 1: hit
        for hit in posed
        if _has_answer(hit.passage, retriever)
        and (not is_posed(hit.passage) or _is_alike(found.question, hit.passage))
    }
    likely = {
        number + step: hit.probability * GOING_ON**step
        for number, hit in answered.items()
        for step in range(_paragraph_from(number, retriever))
    }
    every = retriever.search(found.question, k=_CANDIDATES).hits if answered else ()
    below = {hit.passage.number: hit for hit in every if hit.passage.number in likely}
    hits = [hit for hit in found.hits if hit not in posed and hit.passage.number not in below]
    hits += [
        hit._replace(probability=max(hit.probability, likely[number]))
        for number, hit in below.items()
    ]
    if not hits:
        return found
    hits.sort(key=lambda hit: -hit.probability)
    return found.narrowed(hits)


def _below_the_same(question: Question, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Hits, first what stands right below a heading that asks the very question.

    A place is as likely as before, whoever stands there.
    """

    def odds(hit: Hit) -> float:
        return log_odds(hit.probability) + SAME * answers_the_same(question, hit.passage)

    return reordered(hits, odds, most=_LOOKED_AT)


def _paragraph_from(number: int, retriever: Retriever) -> int:
    """How many sentences of one paragraph follow one another from a passage on, `MOST` at most."""
    _, last = retriever.passages.bounds(number)
    start = retriever.passages.passage(number)
    for step in range(1, MOST):
        if number + step >= last:
            return step
        end = retriever.passages.passage(number + step)
        if is_posed(end) or "\n\n" in start.document.part(start.start, end.start):
            return step
    return MOST


def is_posed(passage: Passage) -> bool:
    """Whether a passage is nothing but a question, if need be one without a question mark."""
    bare = passage.text.strip(_AROUND)
    return bare.endswith("?") or _UNMARKED.fullmatch(bare) is not None


def _only_repeats(question: Question, passage: Passage) -> bool:
    """Whether a line that is no sentence says nothing but what the question says: "3 May 2015"."""
    block = block_of(passage)
    if is_ended(passage.text.rstrip("!")) or block is None or block.kind not in _LINES:
        return False
    if _leads_on(passage) and not passage.text.endswith("!"):
        return False
    analysis = analyser(question.language)
    said = set(analysis.terms(passage.text)) - analysis.stop_terms
    return bool(said) and said <= {token.term for token in question.terms}


def _leads_on(passage: Passage) -> bool:
    """Whether a list follows a passage's block."""
    below = passage.document.blocks[block_number(passage) + 1 :][:1]
    return bool(below) and below[0].kind is BlockKind.ITEM


def _is_alike(question: Question, posed: Passage) -> bool:
    """Whether a document's question asks for what was asked, of the same things."""
    other = parse_question(posed.text.strip(_AROUND), language=question.language)
    wanted = {question.wanted, other.wanted}
    if len(wanted) > 1 and not wanted <= _OF_NO_KIND:
        return False
    said = {token.term for token in other.content} | understood(posed)
    return share_of(_content(question), said, question.language) >= LEAST_ALIKE


def question_above(passage: Passage) -> str:
    """The question that a document asks right before a passage; "" where it asks none."""
    before = passage.document.part(max(passage.start - _REACH, 0), passage.start)
    if "?" not in before:  # as nearly always
        return ""
    found = _LAST_QUESTION.search(_ANSWER_MARK.sub("", before).rstrip(_AROUND))
    posed = found[0].strip(_AROUND) if found else ""
    marked = _QUESTION_MARK.match(posed)
    return posed[marked.end() :] if marked else posed


def answers_the_same(question: Question, passage: Passage) -> bool:
    """Whether a document asks the very question right before a passage."""
    above = question_above(passage)
    other = parse_question(above, language=question.language) if above else None
    return other is not None and _is_same(question, other, least=LEAST_VERY)


def says_itself(question: Question, passage: Passage) -> bool | None:
    """Yes or no where a passage says so to a question that is asked above it and is the same."""
    said = _YES_OR_NO.match(passage.text)
    above = question_above(passage) if said and question.wanted is Wanted.YES_NO else ""
    if said is None or not above:
        return None
    other = parse_question(above, language=question.language)
    return said["yes"] is not None if _is_same(question, other) else None


def _is_same(question: Question, other: Question, *, least: float = LEAST_SAME) -> bool:
    """Whether two questions ask the same: of one kind, with the same words, and denying alike."""
    asked, posed, language = _content(question), _content(other), question.language
    same = min(share_of(asked, posed, language), share_of(posed, asked, language)) >= least
    negations = polarity(language).negations
    denied = [bool(negations & {t.term for t in one.terms}) for one in (question, other)]
    return question.wanted is other.wanted and same and denied[0] == denied[1]


def _content(question: Question) -> set[str]:
    return {token.term for token in question.content}


def _has_answer(passage: Passage, retriever: Retriever) -> bool:
    """Whether a question opens its paragraph, or is one, and what stands below asks nothing."""
    _, last = retriever.passages.bounds(passage.number)
    block = block_of(passage)
    before = passage.document.part(block.start, passage.start) if block else "-"
    opens = not before.strip(_AROUND)
    below = passage.number + 1
    return opens and below < last and not is_posed(retriever.passages.passage(below))
