"""The field of words: Enter adds, Backspace removes, paste brings several, arrows choose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.ui.widgets.chip_field import Chip, ChipField, words_in


class Heard:
    """What a field told, in order."""

    def __init__(self, field: ChipField) -> None:
        self.told: list[tuple[str, object]] = []
        field.added.connect(lambda words: self.told.append(("added", words)))
        field.removed.connect(lambda word: self.told.append(("removed", word)))
        field.turned.connect(lambda word: self.told.append(("turned", word)))
        field.left.connect(lambda: self.told.append(("left", "")))


@pytest.fixture
def field(desk: QtBot) -> ChipField:
    made = ChipField("命中这些词")
    desk.addWidget(made)
    made.resize(300, 40)
    made.show_chips(
        [Chip(text="随附"), Chip(text="现货", own=True), Chip(text="直供", own=True, dashed=True)]
    )
    made.show()
    made.setFocus()
    return made


def test_enter_adds_what_was_typed_and_clears_the_cursor(field: ChipField) -> None:
    heard = Heard(field)
    field.input.insert(" 量大  从优 ")
    QTest.keyClick(field.input, Qt.Key.Key_Return)
    assert heard.told == [("added", ("量大 从优",))]
    assert field.input.text() == ""


def test_enter_on_nothing_adds_nothing(field: ChipField) -> None:
    heard = Heard(field)
    QTest.keyClick(field.input, Qt.Key.Key_Return)
    assert heard.told == []


def test_pasting_several_adds_all_of_them(field: ChipField) -> None:
    heard = Heard(field)
    QApplication.clipboard().setText("一手货源\n厂家直供、全场包邮，现货\n")
    QTest.keyClick(field.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert heard.told == [("added", ("一手货源", "厂家直供", "全场包邮", "现货"))]


def test_pasting_one_word_only_types_it(field: ChipField) -> None:
    heard = Heard(field)
    QApplication.clipboard().setText("现货")
    QTest.keyClick(field.input, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert heard.told == []
    assert field.input.text() == "现货"


def test_backspace_takes_the_last_own_word_only_where_nothing_is_typed(field: ChipField) -> None:
    heard = Heard(field)
    field.input.insert("a")
    QTest.keyClick(field.input, Qt.Key.Key_Backspace)
    assert heard.told == []
    QTest.keyClick(field.input, Qt.Key.Key_Backspace)
    assert heard.told == [("removed", "直供")]


def test_shipped_words_are_never_taken_away(field: ChipField) -> None:
    field.show_chips([Chip(text="随附")])
    heard = Heard(field)
    QTest.keyClick(field.input, Qt.Key.Key_Backspace)
    assert heard.told == []


def test_arrows_choose_and_space_turns(field: ChipField) -> None:
    heard = Heard(field)
    QTest.keyClick(field.input, Qt.Key.Key_Left)
    assert field.current == "直供"
    QTest.keyClick(field.input, Qt.Key.Key_Left)
    QTest.keyClick(field.input, Qt.Key.Key_Left)
    assert field.current == "现货"
    QTest.keyClick(field.input, Qt.Key.Key_Space)
    QTest.keyClick(field.input, Qt.Key.Key_Delete)
    assert heard.told == [("turned", "现货"), ("removed", "现货")]
    QTest.keyClick(field.input, Qt.Key.Key_Right)
    QTest.keyClick(field.input, Qt.Key.Key_Right)
    assert field.current == ""


def test_escape_clears_then_leaves(field: ChipField) -> None:
    heard = Heard(field)
    field.input.insert("a")
    QTest.keyClick(field.input, Qt.Key.Key_Escape)
    assert (field.input.text(), heard.told) == ("", [])
    QTest.keyClick(field.input, Qt.Key.Key_Escape)
    assert heard.told == [("left", "")]


def test_what_was_typed_is_not_lost_with_the_focus(field: ChipField) -> None:
    heard = Heard(field)
    field.input.insert("现货")
    field.leave()
    assert heard.told == [("added", ("现货",))]


def test_a_click_on_the_cross_of_an_own_word_takes_it_away(field: ChipField) -> None:
    heard = Heard(field)
    places = {chip.text: place for place, chip in field._places(field.width())[0]}
    cross = places["现货"].topRight().toPoint() + QPoint(-10, 12)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=cross)
    assert heard.told == [("removed", "现货")]


def test_the_field_grows_with_its_words(field: ChipField) -> None:
    before = field.height()
    field.show_chips([Chip(text=f"第 {number} 个词", own=True) for number in range(12)])
    assert field.height() > before
    assert field.rect().contains(field.input.geometry())


@given(st.text(max_size=40))
def test_words_of_a_list_are_clean_and_each_once(text: str) -> None:
    words = words_in(text)
    assert len(set(words)) == len(words)
    assert all(word == " ".join(word.split()) and word for word in words)
    assert words_in("、".join(words)) == words
