"""Messages: untrusted text made fit for display, and styles that stay with their words."""

from hypothesis import given
from hypothesis import strategies as st

from bot.message import Draft, Style, displayable
from retrieval.records import Span


def test_white_space_becomes_single_blanks() -> None:
    assert displayable("  a\n\tb \u00a0 c ")[0] == "a b c"


def test_characters_that_steer_a_terminal_or_turn_the_text_are_dropped() -> None:
    assert displayable("a\x1b[31m\u202eb\x00")[0] == "a[31mb"


def test_joiners_that_emoji_and_scripts_need_stay() -> None:
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    shaking = "\U0001fae8"  # newer than the tables of some Pythons
    for whole in ("👩\u200d🚀", "می\u200cخواهم", "שלום\u200f!", scotland, shaking, "❤\ufe0f"):
        assert displayable(whole)[0] == whole


def test_stress_stays_on_its_word_when_white_space_shrinks() -> None:
    draft = Draft()
    draft.line("before")
    text = "the   red\n\nlighthouse"
    start = text.index("lighthouse")
    draft.line(text, Style.QUOTE, stress=[Span(start, len(text))])
    message = draft.message()
    stressed = [s for s in message.styles if s.style is Style.STRESS]
    assert [message.text[s.start : s.end] for s in stressed] == ["lighthouse"]


@given(st.text(), st.data())
def test_every_span_of_a_text_has_a_place_in_what_is_shown(text: str, data: st.DataObject) -> None:
    shown, places = displayable(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert 0 <= places[start] <= places[end] <= len(shown)
    assert "\n" not in shown


@given(st.lists(st.text(), max_size=8))
def test_styles_always_lie_inside_the_message(lines: list[str]) -> None:
    draft = Draft()
    for line in lines:
        draft.line(line, Style.STRONG)
        draft.gap()
    message = draft.message()
    assert all(0 <= s.start < s.end <= len(message.text) for s in message.styles)
