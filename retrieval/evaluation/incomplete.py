"""Collections made of paragraphs with some of the answers taken out, to learn and measure refusals.

Since the answers were taken out, it is known which questions a collection can't answer. The hardest
are small collections on one subject: every sentence is about it, and only the answer is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from retrieval.evaluation.datasets import Paragraph, Selection
from retrieval.evaluation.paragraphs import asked_in, document_of, passages_of
from retrieval.passages import Passages, tabulate
from retrieval.records import Span

SMALL = 5  # paragraphs of a small collection
SEVERAL = 8  # articles of a collection of middling size


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A collection that lacks some answers, and what is asked of it.

    `questions` are (article, question, whether the collection answers it); in training each of them
    counts `weight` times.
    """

    kind: str
    passages: Passages
    questions: tuple[tuple[int, str, bool], ...]
    weight: float = 1.0


def incomplete_collections(paragraphs: Sequence[Paragraph]) -> Iterator[Incomplete]:
    """Collections without half of the sentences, paragraphs or articles, and small ones."""
    whole = passages_of(paragraphs)
    asked = list(asked_in(paragraphs, whole))
    for seed in (1, 2):
        random = np.random.default_rng(seed)
        kept = frozenset(random.permutation(len(whole))[: len(whole) // 2].tolist())
        yield _reduced("half of the sentences out", whole, asked, kept)
    for kind, chosen, about in _choices(paragraphs):
        kept = frozenset(_numbers(whole, chosen))
        yield _reduced(kind, whole, _about(asked, whole, about), kept)
    random = np.random.default_rng(4)
    for own in _by_article(paragraphs):
        sentences = random.permutation(list(_numbers(whole, own)))
        kept = frozenset(sentences[len(sentences) // 3 :].tolist())
        yield _reduced(
            "one article, a third of its sentences out", whole, _about(asked, whole, own), kept
        )


def incomplete_sections(selections: Sequence[Selection]) -> Iterator[Incomplete]:
    """Each list of candidates as a collection of one document, half of them without the right ones.

    A question's number stands in place of an article's.
    """
    random = np.random.default_rng(6)
    for number, asked in enumerate(selections):
        answered = bool(random.integers(2))
        kept = [
            text
            for text, right in zip(asked.candidates, asked.labels, strict=True)
            if answered or not right
        ]
        if not kept:
            continue
        ends = np.cumsum([len(text) + 1 for text in kept]).tolist()
        found = [Span(end - len(text) - 1, end - 1) for text, end in zip(kept, ends, strict=True)]
        document = document_of("\n".join(kept), name=str(number), title=asked.title)
        yield Incomplete(
            kind="one section, perhaps without the answer",
            passages=tabulate([document], [found]),
            questions=((number, asked.question, answered),),
        )


def among(collection: Incomplete, sentences: Sequence[str]) -> Incomplete:
    """The same questions asked of a collection with sentences on other subjects in it."""
    passages = collection.passages
    spans = [
        [Span(*passages.spans[number].tolist()) for number in range(first, last)]
        for first, last in zip(
            passages.firsts[:-1].tolist(), passages.firsts[1:].tolist(), strict=True
        )
    ]
    others = [document_of(text, name=f"other {i}", title="") for i, text in enumerate(sentences)]
    whole = [[Span(0, len(text))] for text in sentences]
    return Incomplete(
        kind=collection.kind,
        passages=tabulate([*passages.documents, *others], [*spans, *whole]),
        questions=collection.questions,
    )


def _about(
    asked: Sequence[tuple[int, str, frozenset[int]]], whole: Passages, paragraphs: Sequence[int]
) -> list[tuple[int, str, frozenset[int]]]:
    """The questions that some paragraphs answer."""
    numbers = frozenset(_numbers(whole, paragraphs))
    return [item for item in asked if item[2] <= numbers]


def _by_article(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """The numbers of each article's paragraphs."""
    articles: dict[str, list[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        articles.setdefault(paragraph.title, []).append(number)
    return list(articles.values())


def _reduced(
    kind: str,
    whole: Passages,
    asked: Sequence[tuple[int, str, frozenset[int]]],
    kept: frozenset[int],
) -> Incomplete:
    """The passages with the numbers in `kept`, each document reduced to them."""
    spans = [
        [Span(*whole.spans[number].tolist()) for number in _numbers(whole, [i]) if number in kept]
        for i in range(len(whole.documents))
    ]
    return Incomplete(
        kind=kind,
        passages=tabulate(whole.documents, spans),
        questions=tuple((a, question, bool(right & kept)) for a, question, right in asked),
    )


def _numbers(passages: Passages, documents: Sequence[int]) -> Iterator[int]:
    for i in documents:
        yield from range(int(passages.firsts[i]), int(passages.firsts[i + 1]))


def _choices(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, list[int], list[int]]]:
    """What kind of collection, the paragraphs kept, those asked about."""
    everything = list(range(len(paragraphs)))
    titles = list(dict.fromkeys(p.title for p in paragraphs))
    for seed in (1, 2):
        random = np.random.default_rng(seed)
        half = random.permutation(len(paragraphs))[: len(paragraphs) // 2].tolist()
        yield "half of the paragraphs out", sorted(half), everything
        chosen = set(random.permutation(len(titles))[: len(titles) // 2].tolist())
        kept = [i for i, p in enumerate(paragraphs) if titles.index(p.title) in chosen]
        yield "half of the articles out", kept, everything
    random = np.random.default_rng(8)
    articles = _by_article(paragraphs)
    order = random.permutation(len(articles)).tolist()
    for first in range(0, len(order), SEVERAL):
        several = [articles[number] for number in order[first : first + SEVERAL]]
        kept = [n for own in several for n in random.permutation(own)[: _most(own)].tolist()]
        yield "eight articles, two fifths of each out", sorted(kept), list(chain(*several))
    random = np.random.default_rng(3)
    for own in _by_article(paragraphs):
        others = [i for i in everything if i not in own]
        kept = random.permutation(own)[: _most(own)].tolist()
        added = random.permutation(others)[: SMALL - len(kept)].tolist()
        yield "five paragraphs", sorted(kept + added), own


def _most(paragraphs: Sequence[int]) -> int:
    """How many of an article's paragraphs are kept where its others are taken out."""
    return max(1, len(paragraphs) * 3 // 5)
