"""使用说明: contents that lead and follow, a search by keys, and lines that are easily read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from moderator_app import i18n
from moderator_app.storage.help import help_page
from moderator_app.ui import theme as themes
from moderator_app.ui.main.help_dialog import HelpDialog
from moderator_app.ui.main.models import ROW
from moderator_app.ui.theme import Type, theme
from tests.ui.main.conftest import CONTROL

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Reader:
    """The help, open, and the hands on it."""

    def __init__(self, qtbot: QtBot, lang: str = "zh_CN") -> None:
        self._parent = QWidget()
        qtbot.addWidget(self._parent)
        self.dialog = HelpDialog(help_page(lang), self._parent)
        self.page = self.dialog.page
        self.search = self.dialog.findChild(QLineEdit, "help-search")
        self.told = self.dialog.findChild(QLabel, "help-found")
        self.contents = self.dialog.findChild(QListView, "help-contents")
        self.dialog.show()
        QTest.qWaitForWindowExposed(self.dialog)
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.dialog.focusWidget() or self.dialog, key, modifier)

    def seek(self, words: str) -> None:
        self.press(Qt.Key.Key_F, CONTROL)
        self.search.setText(words)

    @property
    def chapter(self) -> str:
        return str(self.contents.currentIndex().data(ROW).title)

    def first_line(self) -> str:
        """The block that is read at the top of the page."""
        return self.page.cursorForPosition(self.page.viewport().rect().topLeft()).block().text()

    def shown(self) -> str:
        """What is marked as the place that is shown; it must be in sight."""
        at = self.page.found[self.page.current]
        cursor = self.page.textCursor()
        cursor.setPosition(at)
        assert self.page.viewport().rect().contains(self.page.cursorRect(cursor).center())
        cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, len(self.search.text()))
        return cursor.selectedText()


@pytest.fixture
def reader(desk: QtBot) -> Reader:
    return Reader(desk)


@pytest.fixture(params=[("zh_CN", 100), ("zh_CN", 150), ("en", 100), ("en", 150)])
def scaled(request: pytest.FixtureRequest, desk: QtBot, qapp: QApplication) -> Iterator[Reader]:
    lang, scale = request.param
    i18n.set_language(lang)
    themes.install(qapp, language=lang, scale=scale)
    yield Reader(desk, lang)
    i18n.set_language("zh_CN")
    themes.install(qapp, language="zh_CN")


def test_it_begins_at_the_top_with_every_heading_in_the_contents(reader: Reader) -> None:
    headings = [line[3:] for line in help_page("zh_CN").splitlines() if line.startswith("## ")]
    assert [section.title for section in reader.page.sections] == headings
    assert reader.contents.model().rowCount() == len(headings) > 15
    assert reader.first_line() == "使用说明"


def test_the_contents_lead_to_a_section_and_follow_the_reader(reader: Reader) -> None:
    row = next(section.number for section in reader.page.sections if section.title == "群名片")
    reader.contents.setCurrentIndex(reader.contents.model().index(row, 0))
    assert reader.first_line() == "群名片"
    bar = reader.page.verticalScrollBar()
    bar.setValue(bar.value() + reader.page.viewport().height())
    assert reader.contents.currentIndex().row() > row
    bar.setValue(0)
    assert reader.chapter == reader.page.sections[0].title


def test_a_search_marks_shows_and_counts_and_goes_round(reader: Reader) -> None:
    reader.seek("恢复")
    count = len(reader.page.found)
    assert count == reader.page.toPlainText().count("恢复") > 3
    assert reader.told.text() == f"第 1 处，共 {count} 处"
    seen = [reader.page.current]
    for key, modifier in (
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_F3, NONE),
        (Qt.Key.Key_Up, NONE),
        (Qt.Key.Key_F3, SHIFT),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_Up, NONE),
    ):
        reader.press(key, modifier)
        assert reader.shown() == "恢复"
        seen.append(reader.page.current)
    assert seen == [0, 1, 2, 3, 2, 1, 0, count - 1]
    at = reader.page.found[-1]
    assert reader.contents.currentIndex().row() == reader.page.section_of(at)


def test_latin_letters_are_found_large_or_small(reader: Reader) -> None:
    reader.seek("CTRL+ALT+m")
    assert reader.shown() == "Ctrl+Alt+M"


def test_what_is_not_there_is_said(reader: Reader) -> None:
    reader.seek("没有这个词呀")
    assert reader.told.text() == "没有找到「没有这个词呀」"
    reader.press(Qt.Key.Key_F3)
    assert reader.page.found == ()


def test_escape_empties_the_search_and_then_closes(reader: Reader) -> None:
    reader.seek("备份")
    reader.press(Qt.Key.Key_Escape)
    assert (reader.search.text(), reader.page.found) == ("", ())
    assert reader.dialog.isVisible()
    reader.press(Qt.Key.Key_Escape)
    assert not reader.dialog.isVisible()


def test_lines_are_easily_read_at_every_size_and_end_before_the_edge(scaled: Reader, desk: QtBot) -> None:
    page, metrics = scaled.page, QFontMetricsF(theme().font(Type.MESSAGE))
    margin = page.document().documentMargin()
    latin, chinese = metrics.averageCharWidth(), metrics.horizontalAdvance("字")
    longest = 75 * latin if i18n.language() == "en" else 40 * chinese
    assert margin >= theme().px(24)
    assert page.horizontalScrollBar().maximum() == 0
    scaled.dialog.resize(3000, 600)
    desk.waitUntil(lambda: abs(page.lineWrapColumnOrWidth() - 2 * margin - longest) <= 1)


def test_dark_colours_leave_the_reader_where_they_were(reader: Reader, qapp: QApplication) -> None:
    reader.contents.setCurrentIndex(reader.contents.model().index(8, 0))
    reader.seek("名单")
    before, place = reader.first_line(), reader.page.current
    themes.install(qapp, language="zh_CN", scheme="dark")
    assert reader.first_line() == before
    assert (reader.page.current, reader.shown()) == (place, "名单")
    assert reader.page.palette().text().color().lightness() > 128
