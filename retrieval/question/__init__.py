"""A message to a Question: what kind of thing is asked for, and in which terms.

`parsing` leads through it: `asking` finds the part that asks, `plainly` reads its words as they are
meant, `form` tells by their order what English asks for, `phrases` what other languages do, and
`only_asking` which of them no passage need hold. `numbered` knows what is told by its place in a
row, `grammar` has the words of a language that ask.
"""

from retrieval.question.asking import asking_part
from retrieval.question.kinds import Kind, Wanted
from retrieval.question.numbered import by_number, in_a_row
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
    "by_number",
    "idle_words",
    "in_a_row",
    "names_kind",
    "parse_question",
]
