"""Marks lie under the right characters, and the text above them stays selectable."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Mark, MarkedText
from moderator_app.ui.widgets.fitted_text import FittedText


def _show(qtbot: QtBot, text: str, *marks: Mark, width: int = 300) -> MarkedText:
    view = MarkedText()
    qtbot.addWidget(view)
    view.resize(width, view.heightForWidth(width))
    view.set_marked(text, marks)
    view.resize(width, view.heightForWidth(width))
    view.show()
    qtbot.waitExposed(view)
    return view


def _columns(image: QImage, colour: QColor) -> list[int]:
    """The columns in which a colour occurs."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == colour for y in range(image.height()))
    ]


def test_the_line_covers_exactly_the_hit(qtbot: QtBot):
    text = "您好，大量现货，谢谢"
    view = _show(qtbot, text, Mark(start=3, end=7, level=Level.VIOLATION))
    columns = _columns(view.grab().toImage(), theme().tokens.verdicts[Level.VIOLATION].line)
    (rect,) = view._rects(3, 7)
    assert columns[0] == pytest.approx(rect.left(), abs=1)
    assert columns[-1] == pytest.approx(rect.right(), abs=1)
    assert rect.width() == pytest.approx(view.fontMetrics().horizontalAdvance("大量现货"), abs=2)


def test_an_emoji_before_the_hit_does_not_shift_it(qtbot: QtBot):
    plain = _show(qtbot, "大量现货", Mark(start=0, end=4, level=Level.VIOLATION))
    moved = _show(qtbot, "😀😀大量现货", Mark(start=2, end=6, level=Level.VIOLATION))
    (one,), (other,) = plain._rects(0, 4), moved._rects(*moved.mark_spans()[0][:2])
    assert one.width() == pytest.approx(other.width(), abs=1)
    assert moved.toPlainText()[2:] == "大量现货"


def test_a_hit_that_wraps_is_marked_on_both_lines(qtbot: QtBot):
    text = "一二三四五六七八九十大量现货一二三四五六七八"
    view = _show(qtbot, text, Mark(start=10, end=14, level=Level.VIOLATION), width=12 * 15)
    rects = view._rects(10, 14)
    assert len(rects) == 2
    assert rects[1].left() == 0
    assert rects[1].top() - rects[0].top() == pytest.approx(24)


@pytest.mark.parametrize("level", list(Level))
def test_each_level_has_its_own_line(qtbot: QtBot, level: Level):
    view = _show(qtbot, "大量现货大量现货", Mark(start=0, end=8, level=level))
    tones = theme().tokens.verdicts[level]
    image = view.grab().toImage()
    filled = [sum(image.pixelColor(x, y) == tones.line for x in range(100)) for y in range(image.height())]
    most = max(filled)
    assert {Level.VIOLATION: most == 100, Level.UNSURE: 40 < most < 90, Level.OK: most < 70}[level]
    tinted = any(image.pixelColor(x, 3) == tones.fill for x in range(100))
    assert tinted is (level is not Level.OK)


def test_the_text_can_be_selected_and_copied(qtbot: QtBot):
    view = _show(qtbot, "您好，大量现货", Mark(start=3, end=7, level=Level.VIOLATION))
    view.selectAll()
    assert view.textCursor().selectedText() == "您好，大量现货"
    view.setFocus()
    QTest.keyClicks(view, "abc")
    assert view.toPlainText() == "您好，大量现货"


def test_a_long_text_is_limited_and_shows_the_first_hit(qtbot: QtBot):
    text = "今天的安排如下。\n" * 30 + "大量现货" + "\n其余。" * 30
    start = text.index("大量现货")
    view = _show(qtbot, text, Mark(start=start, end=start + 4, level=Level.VIOLATION))
    assert view.height() == 240
    (rect,) = view._rects(*view.mark_spans()[0][:2])
    top = rect.top() - view.verticalScrollBar().value()
    assert 0 < top < 240


def test_other_texts_replace_the_marks(qtbot: QtBot):
    view = _show(qtbot, "大量现货" * 400, Mark(start=1500, end=1504, level=Level.VIOLATION))
    view.set_marked("短", ())
    assert view.mark_spans() == []
    assert view.toPlainText() == view.original() == "短"


def test_a_bar_that_comes_while_a_height_is_asked_for_spoils_no_answer(qtbot: QtBot) -> None:
    text = FittedText(max_height=60)
    qtbot.addWidget(text)
    text.resize(400, 60)
    text.show()
    text.set_marked("一行", ())
    short = text.heightForWidth(300)
    text.set_marked("大量现货，工厂直供，欢迎各位老师对接。" * 30, ())
    assert text.heightForWidth(300) == 60 > short
    text.set_marked("一行", ())
    assert text.heightForWidth(300) == short
