"""Questions that fit two subjects equally well: asked back, with each subject named.

"When was the lighthouse built?" is asked back where one passage tells of the lighthouse of Skarvoy
and another, as likely, of the lighthouse of Utsira.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.follow_up.parts.phrases import Phrase
from bot.follow_up.parts.reading import Reading, read
from retrieval.analysis import analyser
from retrieval.entities import NAMES, Kind
from retrieval.odds import log_odds
from retrieval.question import Kind as Asked
from retrieval.question import Question
from retrieval.records import Hit

MOST = 3  # subjects
EQUAL = 0.7  # log-odds between passages that fit equally well
ALIKE = 2.0  # the same where both hold every word asked
LIKELY = 0.45  # probability of each
LONGEST = 8  # words of a subject


def subjects(
    question: Question, hits: Sequence[Hit], *, is_name: Callable[[str], bool]
) -> tuple[str, ...]:
    """The question with each of the subjects it fits equally; () where it fits one best."""
    if question.kind is Asked.LIST or question.names or question.dates or question.ordinals:
        return ()
    asked = read(question.text, language=question.language, is_name=is_name)
    spoken_of = [phrase for phrase in asked.phrases if phrase.determined and not phrase.name]
    if len(spoken_of) != 1:
        return ()
    rivals = [hit for hit in hits if _rivals(hit, hits[0], question)]
    if len(rivals) < 2:
        return ()
    found: dict[frozenset[str], str] = {}
    for hit in rivals[:MOST]:
        told = _told(spoken_of[0], hit, is_name)
        if told is None:
            return ()
        found.setdefault(told[1].terms, _put(asked, spoken_of[0], *told))
    distinct = [terms for terms in found if not any(terms < other for other in found)]
    return tuple(found[terms] for terms in distinct) if len(distinct) > 1 else ()


def _rivals(hit: Hit, best: Hit, question: Question) -> bool:
    gap = log_odds(best.probability) - log_odds(hit.probability)
    if hit.probability < LIKELY or gap > ALIKE:
        return False
    return gap <= EQUAL or (_holds_all(hit, question) and _holds_all(best, question))


def _holds_all(hit: Hit, question: Question) -> bool:
    """Whether a passage holds every word that is asked about."""
    said = analyser(question.language).terms(hit.passage.text)
    return {token.term for token in question.content} <= set(said)


def _told(
    phrase: Phrase, hit: Hit, is_name: Callable[[str], bool]
) -> tuple[Reading, Phrase] | None:
    """The phrase of a passage that says which one it speaks of, by a name or number."""
    language = hit.passage.document.language or "en"
    passage = read(hit.passage.text, language=language, is_name=is_name)
    telling = [slot.start for slot in passage.of(*NAMES, Kind.ORDINAL)]
    for told in passage.phrases:
        inside = any(told.start <= place < told.end for place in telling)
        if inside and phrase.terms < told.terms and (told.head == phrase.head or told.name):
            return passage, told
    return None


def _put(asked: Reading, phrase: Phrase, passage: Reading, told: Phrase) -> str:
    text = " ".join(passage.text[told.start : told.end].split())
    if told.determined:
        text = text[0].lower() + text[1:]
    return f"{asked.text[: phrase.start]}{text}{asked.text[phrase.end :]}"
