"""A message to a Question: what kind of thing is asked for, and in which terms."""

from retrieval.question.asking import asking_part
from retrieval.question.kinds import Kind, Wanted
from retrieval.question.parsing import (
    Question,
    idle_words,
    names_kind,
    parse_question,
)

__all__ = [
    "Kind",
    "Question",
    "Wanted",
    "asking_part",
    "idle_words",
    "names_kind",
    "parse_question",
]
