"""Parts of a stored text are the same characters as those of the text, wherever they stand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.disk.stored import Texts

LETTERS = "ab \n“é原😀\ud800"
SOME_LONG = st.text(alphabet=st.sampled_from("abcdefghijklmnop" * 4 + LETTERS), max_size=80)
TEXT = st.one_of(st.text(alphabet="abc ", max_size=80), SOME_LONG, st.text(LETTERS, max_size=30))


def texts_of(written: list[str]) -> Texts:
    encoded = [text.encode("utf-8", "surrogatepass") for text in written]
    return Texts(
        letters=np.frombuffer(b"".join(encoded), dtype=np.uint8),
        bounds=np.cumsum([0, *map(len, encoded)]),
        rows=np.zeros((0, 3), dtype=np.int32),
        row_bounds=np.zeros(len(written) + 1, dtype=np.int64),
    )


@given(written=st.lists(TEXT, min_size=1, max_size=3), ends=st.tuples(*[st.integers(0, 90)] * 2))
def test_a_part_is_a_slice_of_its_text(written: list[str], ends: tuple[int, int]) -> None:
    texts = texts_of(written)
    for number, text in enumerate(written):
        start, end = sorted(min(end, len(text)) for end in ends)
        assert texts.part(number, start, end) == text[start:end]
        assert texts.text(number) == text
        assert texts.part(number, start, end) == text[start:end]  # now the text is remembered


@pytest.mark.parametrize(
    "text", ["plain letters only", "one “quoted” word" + " in a long plain text" * 3]
)
def test_reading_parts_reads_no_whole_text(text: str) -> None:
    texts = texts_of([text])
    assert texts.part(0, 4, 9) == text[4:9]
    assert not texts._recent
