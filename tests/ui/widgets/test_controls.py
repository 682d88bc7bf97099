"""The painted building blocks: sizes, states, names, and what they tell when pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import (
    Badge,
    Button,
    Candidate,
    CheckBox,
    ChoiceList,
    Dots,
    EmptyState,
    KeyCap,
    KeyHint,
    Label,
    LadderLine,
    NoticeRow,
    SearchField,
    key_text,
)
from moderator_app.ui.widgets.button import FocusRing

PEOPLE = [
    Candidate(id="1", title="张三", detail="张三-上海"),
    Candidate(id="2", title="张四", trailing="已 1 次"),
]


Place = Callable[..., QWidget]


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    """Puts widgets into an active window that stays for the whole test."""
    kept: list[QWidget] = []

    def put(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(400, 300)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield put


@pytest.fixture
def field(place: Place) -> SearchField:
    """A field over two people, with the focus."""
    made = SearchField("谁发的？")
    made.set_source(lambda query: [row for row in PEOPLE if query in row.title])
    place(made, QWidget())
    made.setFocus()
    return made


def test_a_badge_names_its_verdict(qtbot: QtBot):
    badge = Badge("违规", Level.VIOLATION)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "违规"
    assert badge.sizeHint().height() == 20
    assert badge.sizeHint().width() > Badge("违规").sizeHint().width()


def test_a_cap_is_twenty_by_twenty_at_least(qtbot: QtBot):
    assert KeyCap("1").sizeHint().toTuple() == (20, 20)
    assert KeyCap("Ctrl+D").sizeHint().width() > 40
    assert key_text("Ctrl+D") == "Ctrl D"


def test_everything_grows_with_the_scale(qtbot: QtBot):
    button, cap, row = Button("平常"), KeyCap("1"), NoticeRow()
    for widget in (button, cap, row):
        qtbot.addWidget(widget)
    theme().set(scale=150)
    assert button.sizeHint().height() == 48
    assert cap.sizeHint().height() == 30
    assert row.sizeHint().height() == 42


def test_too_many_steps_show_no_dots(qtbot: QtBot):
    assert Dots(1, 5).sizeHint().width() == 58
    assert Dots(1, 6).sizeHint().width() == 0


def test_the_ladder_line_reads_as_a_sentence_and_gives_way_on_the_right(qtbot: QtBot):
    line = LadderLine()
    qtbot.addWidget(line)
    line.set(had=1, total=3, now=True, past="已 1 次", present="本次第 2 次：移到自由群", future="再犯：移出")
    assert line.accessibleName() == "已 1 次 › 本次第 2 次：移到自由群 › 再犯：移出"
    line.resize(line.sizeHint())
    line.grab()
    assert line.toolTip() == ""
    line.resize(200, 20)
    line.grab()
    assert line.toolTip() == line.accessibleName()


def test_an_eliding_label_keeps_the_whole_text_as_tool_tip(qtbot: QtBot):
    label = Label("张三-医疗器械-上海", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == "张三-医疗器械-上海"


def test_the_ring_comes_with_tab_only(qtbot: QtBot, place: Place):
    first, second = Button("一"), Button("二")
    window = place(first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.findChildren(FocusRing)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert second.hasFocus()
    (ring,) = window.findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_the_ring_is_whole_also_where_its_button_fills_what_holds_it(qtbot: QtBot, place: Place):
    tight = QWidget()
    button = Button("一")
    held = QHBoxLayout(tight)
    held.setContentsMargins(0, 0, 0, 0)
    held.addWidget(button)
    window = place(Button("零"), tight)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(FocusRing)
    assert ring.parentWidget().rect().contains(ring.geometry())
    tight.move(tight.x() + 7, tight.y())
    assert ring.mapTo(window, ring.rect().center()) == button.mapTo(window, button.rect().center())


def test_enter_presses_the_button_that_wears_the_ring(qtbot: QtBot, place: Place):
    button = Button("一")
    place(Button("零"), button)
    with qtbot.waitSignal(button.clicked):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_button_tells_its_key_and_is_pressed_by_space(qtbot: QtBot, place: Place):
    button = Button("复制告知并记录", variant="primary", keys="Enter")
    window = place(button)
    assert button.accessibleName() == "复制告知并记录"
    assert button.accessibleDescription() == "Enter"
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)


def test_a_hint_can_be_pressed_but_takes_no_focus(qtbot: QtBot, place: Place):
    hint = KeyHint("F1", "全部按键")
    place(hint)
    with qtbot.waitSignal(hint.clicked):
        QTest.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert not hint.hasFocus()
    assert hint.accessibleName() == "全部按键"


def test_the_chosen_notice_shows_two_lines_or_all(qtbot: QtBot):
    row = NoticeRow()
    qtbot.addWidget(row)
    row.resize(400, 28)
    text = "第一段很长。" * 30 + "\n第二段。"
    row.set(number="1", title="叫卖告知", preview=text)
    assert row.heightForWidth(400) == 28
    assert row.preview == ""
    row.set(number="1", title="叫卖告知", preview=text, chosen=True)
    assert row.heightForWidth(400) == 4 + 28 + 40 + 8
    row.set(number="1", title="叫卖告知", preview=text, chosen=True, whole=True)
    assert row.heightForWidth(400) > 100
    assert row.preview.endswith("第二段。")
    assert row.accessibleName() == "1 叫卖告知"


def test_a_check_box_is_ticked_by_its_words_too(qtbot: QtBot, place: Place):
    box = CheckBox("启用")
    place(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.sizeHint().width() - 6, 14))
    assert box.isChecked()


def test_an_empty_state_without_a_way_on_has_no_button(qtbot: QtBot, place: Place):
    state = EmptyState("没有", "一句说明", "试试示例")
    place(state)
    with qtbot.waitSignal(state.pressed):
        QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.set("没有", "一句说明")
    assert not state.button.isVisible()


def test_typing_offers_and_enter_takes(qtbot: QtBot, field: SearchField):
    handle = field.window().windowHandle()
    field.setText("张")
    field.refresh()
    assert [row.id for row in field.completion.rows] == ["1", "2"]
    QTest.keyClick(handle, Qt.Key.Key_Down)
    assert field.completion.accessibleName() == "张四  已 1 次"
    with qtbot.waitSignal(field.chosen) as chosen:
        QTest.keyClick(handle, Qt.Key.Key_Return)
    assert chosen.args == ["2"]
    assert not field.is_completing


def test_escape_clears_first_and_only_then_leaves(qtbot: QtBot, field: SearchField):
    handle, left = field.window().windowHandle(), []
    field.escaped.connect(lambda: left.append(1))
    field.setText("张")
    field.refresh()
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert field.text() == "" and not field.is_completing and left == []
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert left == [1]


def test_a_name_that_nobody_has_is_entered(qtbot: QtBot, field: SearchField):
    field.setText("李")
    field.refresh()
    assert not field.is_completing
    with qtbot.waitSignal(field.entered) as entered:
        QTest.keyClick(field.window().windowHandle(), Qt.Key.Key_Return)
    assert entered.args == ["李"]


def test_the_input_method_keeps_all_keys_while_composing(qtbot: QtBot, field: SearchField):
    left: list[str] = []
    field.entered.connect(left.append)
    field.escaped.connect(lambda: left.append("escaped"))
    QApplication.sendEvent(field, QInputMethodEvent("zhang", []))
    assert field.composing
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down):
        QTest.keyClick(field.window().windowHandle(), key)
    assert left == []
    done = QInputMethodEvent("", [])
    done.setCommitString("张")
    QApplication.sendEvent(field, done)
    assert not field.composing
    assert field.text() == "张"
    assert [row.id for row in field.completion.rows] == ["1", "2"]


def test_a_click_takes_a_candidate(qtbot: QtBot, field: SearchField):
    field.setText("张")
    field.refresh()
    with qtbot.waitSignal(field.chosen) as chosen:
        QTest.mouseClick(field.completion, Qt.MouseButton.LeftButton, pos=QPoint(20, 4 + 28 + 10))
    assert chosen.args == ["2"]


def test_a_choice_marks_nobody_until_asked(qtbot: QtBot, place: Place):
    people = ChoiceList()
    place(people)
    people.set_rows(PEOPLE)
    assert not people.take()
    people.move_by(1)
    with qtbot.waitSignal(people.chosen) as chosen:
        assert people.take()
    assert chosen.args == ["1"]
    people.move_by(5)
    assert people.current == 1
