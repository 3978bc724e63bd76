"""What is offered with a refusal: the name that was meant, questions near the topic, any others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.phrasing import Phrases
from bot.settings import AnswerSettings
from bot.snapshots.snapshot import Snapshot
from retrieval.analysis import Token
from retrieval.question import Question, parse_question
from retrieval.retriever import Findings
from retrieval.spelling import sound

SHORTEST = 4  # letters of a word that may be a misspelt name
LIKENESS = 0.6  # of a word and the name that may be meant, 0 to 1
SAME_SOUND = 0.5  # likeness that is enough where both sound the same
TRIED = 3  # names thought of for one word
MEANT = 2  # questions asked back


@dataclass(frozen=True, slots=True)
class Offered:
    """Questions that have answers here, and the phrase that introduces them."""

    questions: tuple[str, ...]
    phrase: str


NOTHING = Offered((), "offers")


def offer(
    question: Question,
    found: Findings,
    snapshot: Snapshot,
    *,
    phrases: Phrases,
    settings: AnswerSettings,
) -> Offered:
    """Up to `settings.offers` questions to go on with after a refusal."""
    if not settings.offers:
        return NOTHING
    likely = meant(question, found, snapshot, settings)
    if likely.questions:
        return likely
    passages = [hit.passage for hit in found.hits]
    near = snapshot.suggestions.near(passages, settings=settings, phrases=phrases)
    others = snapshot.suggestions.first(settings.offers, settings=settings, phrases=phrases)
    questions = dict.fromkeys([*near, *others])
    return Offered(tuple(questions)[: settings.offers], "offers")


def meant(
    question: Question, found: Findings, snapshot: Snapshot, settings: AnswerSettings
) -> Offered:
    """The question with the name that may have been meant by a word that occurs nowhere."""
    questions = tuple(dict.fromkeys(_meant(question, found, snapshot, settings)))
    return Offered(questions[: min(MEANT, settings.offers)], "did_you_mean")


def _meant(
    question: Question, found: Findings, snapshot: Snapshot, settings: AnswerSettings
) -> Iterator[str]:
    """The question with a word that occurs nowhere read as a name that does, where that answers."""
    retriever = snapshot.retriever
    names = snapshot.suggestions.names() if found.unknown else ()
    unknown = {word.casefold() for word in found.unknown}
    for token in question.content:
        written = question.text[token.start : token.end]
        if written.casefold() not in unknown or len(written) < SHORTEST or not written.isalpha():
            continue
        for name in _names_like(written.casefold(), names):
            text = _put(question, token, name)
            told = retriever.search(parse_question(text, language=question.language), k=1)
            if not told.unknown and not told.lacking and told.confidence >= settings.found:
                yield text


def _names_like(word: str, names: Sequence[str]) -> list[str]:
    """The names of a collection that are spelt or sound like a word, the likest first."""
    near = process.extract(
        word,
        names,
        scorer=OSA.normalized_similarity,
        score_cutoff=SAME_SOUND,
        limit=20,
    )
    likely = [name for name, like, _ in near if like >= LIKENESS or sound(name) == sound(word)]
    return likely[:TRIED]


def _put(question: Question, token: Token, name: str) -> str:
    text = question.text
    return f"{text[: token.start]}{name.capitalize()}{text[token.end :]}"
