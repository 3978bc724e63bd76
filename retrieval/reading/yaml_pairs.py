"""YAML of question-and-answer pairs to a Page."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import AliasEvent

from retrieval.errors import UnreadableFileError
from retrieval.reading.page import Page
from retrieval.reading.pairs import page_of_pairs, pair_of, pairs_of

_LISTS = ("pairs", "questions", "faq", "entries", "items", "answers")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str) -> Page:
    """A page of a list of {question: …, answer: …}, or of questions with their answers below.

    The list may stand under `pairs`, `questions` or `faq`, beside `title`, `publisher` and `date`.
    Raises UnreadableFileError where there is no pair. Aliases, which can make a small file endless,
    are refused.
    """
    try:
        if any(isinstance(event, AliasEvent) for event in yaml.parse(text, Loader=_LOADER)):
            raise UnreadableFileError("it uses YAML aliases; write each answer out")
        loaded: Any = yaml.load(text, Loader=_LOADER)  # noqa: S506 - the safe loader in C
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UnreadableFileError(f"it is no valid YAML{where}") from None
    except (ValueError, RecursionError):
        raise UnreadableFileError("it is no valid YAML") from None
    fields: dict[str, object] = {}
    if isinstance(loaded, dict):
        fields = {str(name).casefold(): value for name, value in loaded.items()}
        named = next((fields[name] for name in _LISTS if isinstance(fields.get(name), list)), None)
        nested = next((fields[name] for name in _LISTS if isinstance(fields.get(name), dict)), None)
        if named is None and pair_of(loaded) is None:
            chosen = nested if isinstance(nested, dict) else loaded
            named = [{name: value} for name, value in chosen.items()]
        loaded = named if named is not None else [loaded]
    pairs, other = pairs_of(loaded if isinstance(loaded, list) else ())
    return page_of_pairs(pairs, other=other, fields=fields)
