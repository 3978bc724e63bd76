"""Parts of a stored text are the same characters as those of the text, wherever they stand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.disk.open_file import Letters, OpenFile
from retrieval.disk.stored import offsets_of
from retrieval.disk.texts import Starts, Texts
from retrieval.records import Document, Source

LETTERS = "ab \n“é原😀\ud800"
TEXT = st.one_of(st.text("abc ", max_size=80), st.text(LETTERS, max_size=30))


def texts_of(written: list[str], starts: list[int], file: Path) -> Texts:
    """Stored texts, in each of which a passage goes from each start to the next."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in written]
    file.write_bytes(b"head" + b"".join(encoded))
    spans, offsets = [], []
    for text in written:
        own = sorted({min(start, len(text)) for start in starts} - {len(text)})
        spans.append(np.array([*pairwise([*own, len(text)])]).reshape(-1, 2))
        document = Document("", "", "", None, "", text, (), Source("text", "utf-8", 0, ""))
        offsets.append(offsets_of(document, np.array(own, dtype=np.int64)))
    firsts = np.cumsum([0, *map(len, spans)])
    return Texts(
        Letters(OpenFile(file), 4),
        np.cumsum([0, *map(len, encoded)]),
        starts=Starts(firsts, np.concatenate(spans).astype(np.int32), np.concatenate(offsets)),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    written=st.lists(TEXT, min_size=1, max_size=3),
    starts=st.lists(st.integers(0, 80), max_size=5),
    ends=st.tuples(*[st.integers(0, 90)] * 2),
)
def test_a_part_is_a_slice_of_its_text(
    tmp_path: Path, written: list[str], starts: list[int], ends: tuple[int, int]
) -> None:
    texts = texts_of(written, starts, tmp_path / "texts")
    for number, text in enumerate(written):
        start, end = sorted(min(end, len(text)) for end in ends)
        for first in sorted({min(start, len(text)) for start in starts}):
            assert texts.part(number, first, max(first, end)) == text[first : max(first, end)]
        assert texts.part(number, start, end) == text[start:end]
        assert texts.text(number) == text
        assert texts.part(number, start, end) == text[start:end]  # now the text is remembered


@pytest.mark.parametrize(
    "text", ["plain letters only", "one “quoted” word" + " in a long plain text" * 3]
)
def test_reading_passages_reads_no_whole_text(text: str, tmp_path: Path) -> None:
    texts = texts_of([text], [0, 4, 10], tmp_path / "texts")
    assert texts.part(0, 4, 9) == text[4:9]
    assert not texts._recent
