"""Long messages are cut where people would cut them, and every offset counts UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.message import Draft, Style
from bot.telegram.messages.buttons import Action, Press, press_of
from bot.telegram.messages.entities import LONGEST, pieces, units
from retrieval.records import Span

TEXTS = st.text(st.characters(codec="utf-8"), max_size=300) | st.sampled_from(
    ["🦭" * 50, "שלום " * 30, "one. two. " * 30, "a\n\nb\n\nc" * 20]
)


@given(TEXTS, st.integers(10, 80))
def test_no_piece_is_too_long_and_nothing_but_blanks_is_lost(text: str, limit: int) -> None:
    draft = Draft()
    draft.line(text)
    message = draft.message()
    cut = pieces(message, limit=limit)
    assert all(0 < units(piece.text) <= limit for piece in cut)
    whole = "".join("".join(piece.text.split()) for piece in cut)
    assert whole == "".join(message.text.split())


@given(TEXTS, TEXTS, st.integers(10, 80))
def test_entities_cover_what_was_styled(before: str, quoted: str, limit: int) -> None:
    draft = Draft()
    draft.line(before)
    draft.line(quoted, Style.STRONG)
    message = draft.message()
    styled = "".join(message.text[s.start : s.end] for s in message.styles)
    marked = ""
    for piece in pieces(message, limit=limit):
        raw = piece.text.encode("utf-16-le")
        for entity in piece.entities:
            assert entity.length > 0
            assert entity.offset + entity.length <= units(piece.text)
            marked += raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode(
                "utf-16-le"
            )
    assert "".join(marked.split()) == "".join(styled.split())


def test_a_cut_falls_between_paragraphs_then_between_sentences() -> None:
    draft = Draft()
    draft.line("One two three four. Five six seven eight. Nine ten.")
    assert [piece.text for piece in pieces(draft.message(), limit=45)] == [
        "One two three four. Five six seven eight.",
        "Nine ten.",
    ]


def test_a_short_message_is_one_piece() -> None:
    draft = Draft()
    draft.line("x" * LONGEST)
    assert len(pieces(draft.message())) == 1


@pytest.mark.parametrize(
    "whole", ["e\u0301", "👩\u200d🚀", "👍🏽", "🇰🇿", "❤\ufe0f", "\U0001f3f4\U000e0067\U000e007f"]
)
def test_no_cut_parts_what_belongs_together(whole: str) -> None:
    draft = Draft()
    draft.line(whole * 40)
    for limit in range(20, 31):
        for piece in pieces(draft.message(), limit=limit):
            assert piece.text == whole * (len(piece.text) // len(whole))


def test_of_too_many_marks_the_matched_words_go_first() -> None:
    draft = Draft()
    text = "word " * 300
    draft.line("answer", Style.STRONG)
    stress = [Span(start, start + 4) for start in range(0, len(text), 5)]
    draft.line(text, Style.QUOTE, stress=stress)
    draft.line("source", Style.NOTE)
    (piece,) = pieces(draft.message())
    kinds = [entity.type for entity in piece.entities]
    assert len(kinds) == 100
    assert {"italic", "expandable_blockquote"} <= set(kinds)


@given(st.sampled_from(list(Action)), st.lists(st.integers(-999, 999), max_size=3))
def test_a_press_survives_its_way_through_a_button(action: Action, numbers: list[int]) -> None:
    press = Press(action, tuple(map(str, numbers)))
    assert len(press.data().encode()) <= 64
    assert press_of(press.data()) == press
    assert [press.number(place) for place in range(len(numbers))] == numbers


@given(st.text(max_size=64))
def test_data_that_are_not_ours_are_no_press(data: str) -> None:
    press = press_of(data)
    assert press is None or press.data() == data
    assert press is None or -99_999 < press.number(0) < 99_999
