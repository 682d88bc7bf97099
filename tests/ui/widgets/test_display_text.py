"""Any text can be shown, and a span of the original still covers the same characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.ui.widgets.display_text import shown

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


def _piece(text: str, start: int, end: int) -> str:
    """The part of a string between two UTF-16 positions."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[start * 2 : end * 2].decode("utf-16-le", "surrogatepass")


@given(text=ANY_TEXT, cut=st.integers(0, 60), length=st.integers(1, 60))
def test_a_span_shows_the_same_characters(text: str, cut: int, length: int):
    start, end = cut, cut + length
    result = shown(text)
    place = result.span(start, end)
    if start >= len(text):
        assert place is None
        return
    piece = _piece(result.text, *place) if place else ""
    plain = "".join(ch for ch in text[start:end] if ch.isalnum() and not 0xD800 <= ord(ch) <= 0xDFFF)
    assert "".join(ch for ch in piece if ch.isalnum()) == plain


@given(text=ANY_TEXT)
def test_what_is_shown_is_safe_for_qt(text: str):
    result = shown(text).text
    assert not any(0xD800 <= ord(ch) <= 0xDFFF or ch in "\0\r\u2029\ufdd0\ufdd1\ufffc" for ch in result)


def test_emoji_count_two_units():
    result = shown("😀a")
    assert result.span(1, 2) == (2, 3)


def test_a_carriage_return_before_a_newline_takes_no_room():
    result = shown("一\r\n二")
    assert result.text == "一\n二"
    assert result.span(3, 4) == (2, 3)


def test_a_long_text_is_cut_on_both_sides():
    result = shown("x" * 100 + "现货" + "y" * 100, first=90, limit=50)
    assert result.text.startswith("…x") and result.text.endswith("y…")
    assert _piece(result.text, *(result.span(100, 102) or (0, 0))) == "现货"
    assert result.span(0, 50) is None
