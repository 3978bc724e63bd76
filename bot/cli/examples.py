"""An operator's own questions with expected answers, as JSON lines, and whether a reply meets them.

A line is an object. `question` is asked, after the questions of `dialogue` if there are any. What
is expected: `answer`, a text or several of which one will do, or `answers`, the same as regular
expressions, of which `need` must match (1 if not told); `document`, or `documents`: files in one of
which the first quote must stand; `quote`, or `support`: a few words of the sentence to be quoted;
`wrong`: regular expressions that the short answer must not match; `sides`: regular expressions that
the short answer and the first three quotes must all match, where documents differ;
`answerable: false` where the documents don't tell, then `expect` says what is honest, see
`Expected`. `kind` and `id` are for the report. Case, and the shape of quotation marks, dashes and
white space, don't count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.answer import Answer
from bot.errors import ExamplesError
from retrieval.evaluation.measures import folded

MOST_FAULTS = 20  # told at a time
SIDES_SHOWN = 3  # first quotes in which what sides say is looked for


class Expected(StrEnum):
    """What is an honest reply to a question that the documents don't answer.

    A refusal; a reply that quotes nothing, as to a greeting; one of these two; or a refusal or the
    right answer, where the documents may be read as telling it.
    """

    REFUSAL = "refusal"
    NO_PASSAGE = "no-passage"
    NON_ANSWER = "non-answer"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Example:
    """One question and what is expected of the reply.

    `answers` and `wrong` are patterns; `documents` files or how their names begin; `quotes` words
    of sentences. `kind` is "" where the question's own is to be taken.
    """

    name: str
    question: str
    dialogue: tuple[str, ...]
    answerable: bool
    expected: Expected
    answers: tuple[re.Pattern[str], ...]
    need: int
    wrong: tuple[re.Pattern[str], ...]
    sides: tuple[re.Pattern[str], ...]
    documents: tuple[str, ...]
    quotes: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a reply met an example: each figure is None where it does not apply.

    `right`, `short` and `grounded` are of questions that the documents answer, `honest` of others,
    `sides` of those on which they differ.
    """

    name: str
    kind: str
    answer: str
    confidence: float
    answerable: bool
    refused: bool
    right: bool | None
    short: bool | None
    grounded: bool | None
    honest: bool | None
    sides: bool | None = None


def read_examples(lines: Iterable[str]) -> list[Example]:
    """The examples of a file.

    Raises ExamplesError naming each faulty line and what is wrong with it.
    """
    found: list[Example] = []
    faults: list[str] = []
    names: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            example = _example(json.loads(line), number)
        except (ValueError, TypeError, re.error, RecursionError) as error:
            faults.append(f"line {number}: {error}")
            continue
        if example.name in names:
            faults.append(f"line {number}: the id {example.name!r} occurs twice")
        names.add(example.name)
        found.append(example)
    if not faults and not found:
        faults = ["there are no questions in it"]
    if faults:
        raise ExamplesError("\n".join(f"{fault}." for fault in faults[:MOST_FAULTS]))
    return found


def _example(told: Any, number: int) -> Example:  # noqa: ANN401 - untrusted JSON
    """One example; raises ValueError with what is wrong."""
    if not isinstance(told, dict) or not isinstance(told.get("question"), str):
        raise ValueError('not an object with a "question"')
    answerable = told.get("answerable", True)
    if not isinstance(answerable, bool):
        raise ValueError('"answerable" must be true or false')
    plain = [re.escape(folded(text)) for text in _texts(told, "answer")]
    answers = _patterns([*plain, *_texts(told, "answers")])
    quotes = _texts(told, "quote") + _texts(told, "support")
    if answerable and not answers and not quotes:
        raise ValueError('neither "answer" nor "quote" says what is expected')
    need = told.get("need", 1)
    if not isinstance(need, int) or isinstance(need, bool) or need < 1:
        raise ValueError('"need" must be a number from 1 on')
    return Example(
        name=str(told.get("id", number)),
        question=told["question"],
        dialogue=tuple(_texts(told, "dialogue")),
        answerable=answerable,
        expected=_expected(told),
        answers=answers,
        need=need,
        wrong=_patterns(_texts(told, "wrong")),
        sides=_patterns(_texts(told, "sides")),
        documents=tuple(_texts(told, "document") + _texts(told, "documents")),
        quotes=tuple(folded(text) for text in quotes),
        kind=str(told.get("kind", "")),
    )


def _expected(told: Mapping[str, Any]) -> Expected:
    value = told.get("expect", Expected.REFUSAL)
    if value not in set(Expected):
        raise ValueError(f'"expect" must be one of {", ".join(Expected)}')
    return Expected(value)


def _texts(told: Mapping[str, Any], name: str) -> list[str]:
    """A text or a list of texts, empty where nothing is told."""
    value = told.get(name, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f'"{name}" must be a text or a list of texts')
    return texts


def _patterns(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def judge(example: Example, answer: Answer) -> Outcome:
    """How an answer meets an example."""
    first = answer.quotes[0] if answer.quotes else None
    lead, quote = folded(answer.lead), folded(first.text) if first else ""
    matches = [_matched(example, text) for text in (lead, quote)]
    in_document = not example.documents or (
        first is not None and _stands_in(first.passage.document.id, example.documents)
    )
    denied = any(pattern.search(lead) for pattern in example.wrong)
    supported = any(words in quote for words in example.quotes) if example.quotes else in_document
    expected = any(matches) if example.answers else supported
    right = not answer.refused and expected and in_document and not denied
    asked = example.answerable
    return Outcome(
        name=example.name,
        kind=example.kind or answer.question.kind.value,
        answer=answer.lead,
        confidence=answer.confidence,
        answerable=asked,
        refused=answer.refused,
        right=right if asked else None,
        short=right and matches[0] if asked and example.answers else None,
        grounded=right and supported if asked and (example.quotes or example.documents) else None,
        honest=None if asked else _is_honest(example.expected, answer, right=right),
        sides=_shows_sides(example, answer) if example.sides else None,
    )


def _shows_sides(example: Example, answer: Answer) -> bool:
    """Whether a reply shows what every side says, in its first line or the first quotes."""
    quotes = [folded(quote.text) for quote in answer.quotes[:SIDES_SHOWN]]
    shown = [folded(answer.lead), *quotes]
    return all(any(side.search(text) for text in shown) for side in example.sides)


def _is_honest(expected: Expected, answer: Answer, *, right: bool) -> bool:
    """Whether a reply is what is expected where the documents don't answer."""
    quotes_nothing = not answer.quotes
    return {
        Expected.REFUSAL: answer.refused,
        Expected.NO_PASSAGE: quotes_nothing,
        Expected.NON_ANSWER: answer.refused or quotes_nothing,
        Expected.EITHER: answer.refused or right,
    }[expected]


def _matched(example: Example, text: str) -> bool:
    """Whether as many of the expected answers as are needed stand in a text."""
    found = sum(pattern.search(text) is not None for pattern in example.answers)
    return found >= min(example.need, len(example.answers)) > 0


def _stands_in(document: str, documents: Iterable[str]) -> bool:
    """Whether a document is one of those named, by its file, its stem or how that begins."""
    name = document.rsplit("/", 1)[-1]
    return any(document == told or name.startswith(told) for told in documents)
