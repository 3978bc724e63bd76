"""The marks of many texts at once are those of each alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.marks import Mark, marks_of, marks_of_all

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\x1c\x7fabc.!?\"'`()[]:;$%“”«»€£¥？；؟।。」\u037eß原"), st.characters()
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("", Mark(0)),
        ("It cost $5 (or £4).", Mark.MONEY | Mark.BRACKETED | Mark.ENDED),
        ("He said: “Yes”", Mark.COLON | Mark.QUOTED | Mark.ENDED),
        ("``No'' ", Mark.QUOTED | Mark.ENDED),
        ("`No`", Mark(0)),
        ("Was it 5 %? \n", Mark.ASKS | Mark.ENDED | Mark.PERCENT),
    ],
)
def test_signs_are_told(text: str, marks: Mark) -> None:
    assert marks_of(text) == marks


@given(st.lists(TEXT))
def test_many_at_once_are_told_as_each_alone(texts: list[str]) -> None:
    found = marks_of_all([text.encode("utf-8", "surrogatepass") for text in texts])
    assert found.tolist() == [marks_of(text) for text in texts]
