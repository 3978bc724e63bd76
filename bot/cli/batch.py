"""Answers as JSON: the record of one answer, and files of questions answered line by line."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from bot.answer import Answer
from bot.assistant import Assistant
from retrieval.places import places_at

MOST_PASSAGES = 5
MOST_TURNS = 50


def record(answer: Answer, *, name: str, milliseconds: float) -> dict[str, Any]:
    """The public JSON form of an answer; `passages` are the quotes, then what came next."""
    scores = {hit.passage.number: hit.probability for hit in answer.hits}
    passages = [quote.passage for quote in answer.quotes]
    if passages:
        passages += [hit.passage for hit in answer.further]
    return {
        "id": name,
        "answer": answer.lead,
        "refused": answer.refused,
        "verdict": answer.verdict.value,
        "confidence": round(answer.confidence, 4),
        "passages": [
            {
                "document": passage.document.id,
                "text": passage.text,
                "start": passage.start,
                "end": passage.end,
                "score": round(scores.get(passage.number, 0.0), 4),
                "place": {p.kind.value: p.name for p in places_at(passage.document, passage.start)},
            }
            for passage in passages[:MOST_PASSAGES]
        ],
        "collection": answer.fingerprint,
        "milliseconds": round(milliseconds, 2),
    }


def answer_lines(assistant: Assistant, lines: Iterable[str]) -> Iterator[dict[str, Any] | str]:
    """A record for each line of questions, in order; for a line that is none, what is wrong."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            question = asked["question"]
            dialogue = asked.get("dialogue", [])
            name = str(asked.get("id", number))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            yield f'line {number}: not an object with "id" and "question".'
            continue
        if not isinstance(question, str) or not _is_dialogue(dialogue):
            yield f'line {number}: "question" must be text and "dialogue" a list of texts.'
            continue
        conversation = f"batch:{number}"
        for earlier in dialogue:
            assistant.ask(earlier, conversation=conversation)
        start = time.perf_counter()
        answer = assistant.ask(question, conversation=conversation)
        elapsed = (time.perf_counter() - start) * 1000
        assistant.forget(conversation)
        yield record(answer, name=name, milliseconds=elapsed)


def _is_dialogue(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_TURNS
        and all(isinstance(turn, str) for turn in value)
    )
