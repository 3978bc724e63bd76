"""Which candidate to show: the one that overlaps most of what is likely, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.answering.grammar.question import Asked, read_question
from bot.answering.grammar.sentence import Sentence, read_sentence
from bot.answering.short.candidates import candidates
from bot.answering.short.contrast import set_aside
from bot.answering.short.features import features
from bot.answering.short.model import Model, shipped_model
from bot.answering.short.running import Floats
from retrieval.entities import mentions
from retrieval.odds import log_odds
from retrieval.question import Question
from retrieval.records import Span

_CONSIDERED = 30
_LEAST = 0.001
_KEPT = 16  # sentences: those of one reply, in which several rules look for an answer


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """Words of a passage that answer: `texts[passage][start:end]`.

    `probability` in [0, 1] is how likely they overlap what a person would answer.
    """

    passage: int
    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of several passages side by side.

    `spans` (n, 2) int32 are token numbers, `passages` (n,) int32 whose they are, `shares` (n,)
    float64 sum to one.
    """

    spans: NDArray[np.int32]
    passages: NDArray[np.int32]
    shares: NDArray[np.float64]

    def best(self) -> tuple[int, float]:
        """The candidate with the highest expected overlap, and the share of all that overlap it.

        The overlap of two candidates is twice their common tokens over all their tokens (F1), as
        answers are judged; candidates of different passages don't overlap.
        """
        likely = np.argsort(-self.shares, kind="stable")[:_CONSIDERED]
        first, last = self.spans[likely].T
        common = np.minimum(last[:, None], last) - np.maximum(first[:, None], first)
        common = np.maximum(common, 0) * (self.passages[likely, None] == self.passages[likely])
        length = last - first
        overlap = 2 * common / (length[:, None] + length)
        expected = overlap @ self.shares[likely]
        chosen = int(expected.argmax())
        mass = float(((common[chosen] > 0) * self.shares[likely]).sum())
        return int(likely[chosen]), mass


def short_answer(
    question: Question,
    texts: Sequence[str],
    *,
    probabilities: Sequence[float] | None = None,
    model: Model | None = None,
) -> ShortAnswer | None:
    """The likeliest short answer in passages, each of them one sentence; None if there is none.

    `probabilities` are those with which each passage answers the question, as its ranker says.
    """
    model = model or shipped_model()
    asked = read_question(question)
    given = probabilities or [0.5] * len(texts)
    priors = [evidence(probability) for probability in given]
    sentences = [read_sentence(text, language=question.language) for text in texts]
    barred = [set_aside(text, language=question.language, asked=question.words) for text in texts]
    choice = weigh(sentences, asked, priors=priors, model=model, barred=barred)
    if not len(choice.spans):
        return None
    row, mass = choice.best()
    passage = int(choice.passages[row])
    start, end = sentences[passage].slice(*choice.spans[row].tolist())
    probability = model.certainty.probability(
        asked.wanted, mass=evidence(mass), prior=priors[passage]
    )
    return ShortAnswer(passage, *_with_article(texts[passage], start, end), probability)


def weigh(
    sentences: Sequence[Sentence],
    asked: Asked,
    *,
    priors: Sequence[float],
    model: Model,
    barred: Sequence[Sequence[Span]] = (),
) -> Choice:
    """All candidates of the sentences and their shares; `priors` are logarithms of odds.

    `barred` are stretches of each sentence in which no answer is looked for.
    """
    spans, passages, scores = [], [], []
    for number, sentence in enumerate(sentences):
        found, scored = _scored(sentence, asked, tuple(barred[number]) if barred else (), model)
        if len(found):
            spans.append(found)
            passages.append(np.full(len(found), number, dtype=np.int32))
            scores.append(scored + model.prior * priors[number])
    if not spans:
        nothing = np.zeros(0)
        return Choice(np.zeros((0, 2), np.int32), nothing.astype(np.int32), nothing)
    together = np.concatenate(scores).astype(np.float64)
    shares = np.exp(together - together.max())
    return Choice(np.concatenate(spans), np.concatenate(passages), shares / shares.sum())


@lru_cache(maxsize=_KEPT)
def _scored(
    sentence: Sentence, asked: Asked, barred: tuple[Span, ...], model: Model
) -> tuple[NDArray[np.int32], Floats]:
    """The candidates of a sentence and what its words alone say for each."""
    found = _outside(sentence, candidates(sentence), barred)
    if not len(found):
        return found, np.zeros(0, dtype=np.float32)
    return found, model.scores(asked.wanted, rows_of(sentence, asked, found))


def _outside(
    sentence: Sentence, found: NDArray[np.int32], barred: Sequence[Span]
) -> NDArray[np.int32]:
    """The candidates that overlap none of some stretches of a sentence."""
    for start, end in barred:
        first, last = sentence.at(start), sentence.at(end)
        found = found[(found[:, 1] <= first) | (found[:, 0] >= last)]
    return found


def rows_of(sentence: Sentence, asked: Asked, spans: NDArray[np.int32]) -> Floats:
    """The features of a sentence's candidates, whose tokens are `spans` (n, 2): (n, n_features)."""
    found = mentions(sentence.tokens.text, language=sentence.language)
    quick = spans.astype(np.intp, order="F")  # whatever is looked up by them comes sooner
    return features(sentence, asked, quick, found)


def evidence(probability: float) -> float:
    """A probability as its log odds, within seven of zero: beyond, the model learns no more."""
    return log_odds(probability, least=_LEAST)


def _with_article(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the article before it, which candidates leave out."""
    before = text[:start].rstrip()
    word = before.rpartition(" ")[2]
    return (len(before) - len(word), end) if word.casefold() in ("a", "an", "the") else (start, end)
