"""Toasts: where, how long, how many, and that they never take the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick.frame import FramelessWindow
from moderator_app.ui.toast import LASTS_MS, Toasts


@pytest.fixture
def toasts(qtbot: QtBot):
    made = Toasts()
    yield made
    made.clear()


def test_it_stands_at_the_lower_right(toasts: Toasts):
    toast = toasts.show("已复制「叫卖告知」", "张三记第 1 次", action="撤销")
    visible = toast.visible_rect().translated(toast.pos())
    screen = toast.screen().availableGeometry()
    assert visible.width() == 400
    assert screen.right() - visible.right() == 16
    assert screen.bottom() - visible.bottom() == 16


def test_at_most_two_the_newest_at_the_bottom(toasts: Toasts):
    for number in range(3):
        toasts.show(f"第 {number} 条")
    assert [toast.title.text() for toast in toasts.shown] == ["第 1 条", "第 2 条"]
    older, newer = toasts.shown
    gap = (
        newer.visible_rect().translated(newer.pos()).top()
        - older.visible_rect().translated(older.pos()).bottom()
    )
    assert gap == 17


def test_news_removes_the_button_of_what_was_done_before(toasts: Toasts):
    toasts.show("已复制「叫卖告知」", action="撤销", on_action=lambda: None)
    toasts.show("没有撤销", level=Level.UNSURE)
    assert [toast.title.text() for toast in toasts.shown] == ["已复制「叫卖告知」", "没有撤销"]
    toasts.show("已撤销")
    assert [toast.title.text() for toast in toasts.shown] == ["没有撤销", "已撤销"]


def test_a_toast_that_is_used_again_is_as_high_as_its_new_words(toasts: Toasts):
    fresh = toasts.show("已撤销").inner_height()
    toasts.clear()
    toast = toasts.show(
        "已复制「叫卖告知」", "张三记第 1 次\n李四记第 1 次", action="撤销", on_action=lambda: None
    )
    QApplication.processEvents()
    assert toast.inner_height() > fresh
    assert toasts.show("已撤销").inner_height() == fresh


def test_it_goes_after_its_time_and_stays_under_the_mouse(qtbot: QtBot, toasts: Toasts):
    toast = toasts.show("已复制")
    assert toast.timer.interval() == LASTS_MS == 8000
    assert toast.timer.isActive()
    point = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()
    with qtbot.waitSignal(toast.gone):
        toast.timer.start(0)
    assert not toast.isVisible()
    assert toasts.shown == ()


def test_the_action_is_done_once_and_the_toast_goes(toasts: Toasts):
    done: list[int] = []
    toast = toasts.show("已复制", action="撤销", on_action=lambda: done.append(1))
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not toast.isVisible()


def test_without_an_action_there_is_no_button(toasts: Toasts):
    assert not toasts.show("已撤销").action.isVisible()


def test_a_used_toast_forgets_what_it_told_before(toasts: Toasts):
    done: list[int] = []
    first = toasts.show("一", action="撤销", on_action=lambda: done.append(1))
    first.dismiss()
    second = toasts.show("二", "第二行", action="重试")
    assert second is first
    QTest.mouseClick(second.action, Qt.MouseButton.LeftButton)
    assert done == []


def test_it_takes_no_focus_and_shows_the_key_only_inside_our_windows(qtbot: QtBot, toasts: Toasts):
    outside = toasts.show("已复制", action="撤销", keys="Ctrl+Z")
    assert outside.action.accessibleDescription() == ""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    inside = toasts.show("已复制", action="撤销", keys="Ctrl+Z")
    assert inside.action.accessibleDescription() == "Ctrl Z"
    assert field.hasFocus()
    flags = inside.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert inside.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_long_words_wrap_and_are_shown_whole(toasts: Toasts):
    short = toasts.show("已撤销").inner_height()
    toasts.clear()
    tall = toasts.show("没有撤销：之后又做了别的事。可以到成员的记录里撤销这一次。还有更多要说的话放在这里。")
    assert tall.inner_height() >= short + 18


def test_what_follows_stands_below_the_words_leaves_them_their_room_and_is_done_once(toasts: Toasts):
    done: list[str] = []
    plain = toasts.show("已复制「叫卖告知 2」，可以粘贴了", "张三记第 2 次").title.width()
    toasts.clear()
    toast = toasts.show(
        "已复制「叫卖告知 2」，可以粘贴了",
        "张三记第 2 次",
        more=("记下，复制告知", lambda: done.append("more")),
    )
    assert toast.title.width() == plain
    assert toast.more.isVisible() and toast.more.y() > toast.detail.y()
    QTest.mouseClick(toast.more, Qt.MouseButton.LeftButton)
    assert done == ["more"]
    assert not toast.isVisible()
    again = toasts.show("已撤销")
    assert not again.more.isVisible()


@pytest.fixture
def window(qtbot: QtBot) -> FramelessWindow:
    made = FramelessWindow(Qt.WindowType.Tool)
    qtbot.addWidget(made)
    return made


def seen(window: FramelessWindow) -> QRect:
    return window.visible_rect().translated(window.pos())


def test_it_keeps_clear_of_the_window_in_use_also_when_that_comes_later(
    toasts: Toasts, window: FramelessWindow
):
    toasts.stay_beside(window)
    toast = toasts.show("已复制「叫卖告知」", "张三记第 1 次", action="撤销", on_action=lambda: None)
    before = seen(toast)
    window.setGeometry(before.adjusted(-100, -100, 0, 0))
    window.show()
    assert not seen(toast).intersects(seen(window))
    newer = toasts.show("没有撤销", level=Level.UNSURE)
    assert not any(seen(each).intersects(seen(window)) for each in (toast, newer))


def test_with_no_room_beside_the_window_it_leaves_the_lower_end_in_view(
    toasts: Toasts, window: FramelessWindow
):
    toasts.stay_beside(window)
    screen = QApplication.primaryScreen().availableGeometry()
    window.setGeometry(screen)
    window.show()
    toast = toasts.show("已复制「叫卖告知」", action="撤销", on_action=lambda: None)
    assert seen(toast).bottom() < screen.center().y()


def test_with_little_room_it_covers_as_little_of_the_head_as_it_can(toasts: Toasts, window: FramelessWindow):
    toasts.stay_beside(window)
    screen = QApplication.primaryScreen().availableGeometry()
    window.setGeometry(screen.adjusted(380, 20, 0, 0))
    window.show()
    toast = toasts.show("已复制「叫卖告知」", action="撤销", on_action=lambda: None)
    assert seen(toast).left() == screen.left() + 16
    assert seen(toast).bottom() < screen.center().y()


def test_a_window_that_was_made_anew_is_forgotten(toasts: Toasts, window: FramelessWindow):
    gone = FramelessWindow(Qt.WindowType.Tool)
    toasts.stay_beside(gone)
    delete(gone)
    assert toasts.show("已撤销").isVisible()
    toasts.stay_beside(window)
    assert toasts.show("没有撤销", level=Level.UNSURE).isVisible()
