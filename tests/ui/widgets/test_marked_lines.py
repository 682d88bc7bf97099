"""Marked lines: the first mark is always seen, whatever room there is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Mark
from moderator_app.ui.widgets.marked_lines import MarkedLines

RED = Level.VIOLATION
_LETTERS = st.sampled_from("现货好aZ 1，。😀é\n\r\t\v\u2028\x00\ud83d")
"""Of every kind that is treated apart, and known to the fonts."""


def painted(lines: MarkedLines, width: int = 400) -> QImage:
    image = QImage(width, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines.paint(painter, 0, 0, QColor("black"), None)
    painter.end()
    return image


def columns_of(image: QImage, colour: QColor) -> list[int]:
    """Where across the picture a colour is found."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == colour for y in range(image.height()))
    ]


@pytest.fixture
def line_colour(qapp: QApplication) -> QColor:
    return theme().tokens.verdicts[RED].line


def test_a_mark_is_painted_where_its_words_are(line_colour: QColor) -> None:
    lines = MarkedLines("手术衣现货", [Mark(start=3, end=5, level=RED)], width=400, font=theme().font())
    found = columns_of(painted(lines), line_colour)
    assert found
    assert 30 < min(found) < max(found) < 80


def test_characters_beyond_the_first_plane_shift_nothing(line_colour: QColor) -> None:
    plain = MarkedLines("好好现货", [Mark(start=2, end=4, level=RED)], width=400, font=theme().font())
    emoji = MarkedLines("😀😀现货", [Mark(start=2, end=4, level=RED)], width=400, font=theme().font())
    widths = [len(columns_of(painted(lines), line_colour)) for lines in (plain, emoji)]
    assert abs(widths[0] - widths[1]) <= 1


def test_a_mark_at_the_end_of_a_long_text_is_in_view(line_colour: QColor) -> None:
    text = "前言" * 60 + "现货"
    lines = MarkedLines(text, [Mark(start=120, end=122, level=RED)], width=200, font=theme().font())
    assert columns_of(painted(lines, 200), line_colour)


def test_more_lines_where_they_are_asked_for(qapp: QApplication) -> None:
    text = "一句很长的话" * 20
    one, four = (MarkedLines(text, [], width=200, font=theme().font(), most=most) for most in (1, 4))
    assert four.height == 4 * one.height


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(_LETTERS, max_size=60), data=st.data(), width=st.integers(1, 300), most=st.integers(1, 3))
def test_any_text_can_be_painted(
    qapp: QApplication, text: str, data: st.DataObject, width: int, most: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    mark = Mark(start=start, end=end, level=RED)
    lines = MarkedLines(text, [mark], width=width, font=theme().font(), most=most)
    painted(lines)
    assert lines.height <= most * theme().px(20)
