"""The tray: its menu says what it should, asks for what was clicked, and waits for a late tray."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from moderator_app.ui import tray as tray_module
from moderator_app.ui.tray import RETRIES, Tray, TrayState, tray_icon

STATE = TrayState(
    group="医工协群",
    group_id="yigongxie",
    today=3,
    hotkey="Ctrl+Alt+M",
    paused=False,
    notices=(("叫卖告知", "叫卖告知"), ("进群告知", "进群 & 告知")),
    groups=(("yigongxie", "医工协群"), ("second", "二群")),
)


@pytest.fixture
def tray(qapp: object, desk: QtBot) -> Tray:
    made = Tray(tray_icon(), lambda: STATE)
    made.refresh()
    return made


def action(tray: Tray, name: str) -> QAction:
    found = tray.menu.findChild(QAction, name)
    assert found is not None, name
    return found


def test_the_menu_reads_as_drawn(tray: Tray) -> None:
    shown = [entry.text() for entry in tray.menu.actions() if not entry.isSeparator()]
    assert shown == [
        "医工协群 · 今天告知 3 次",
        "打开群管助手",
        "检查剪贴板\tCtrl+Alt+M",
        "复制告知",
        "当前群：医工协群",
        "暂停快捷键",
        "设置…\tCtrl+,",
        "退出",
    ]
    assert tray.menu.defaultAction().text() == "打开群管助手"
    assert not action(tray, "tray-status").isEnabled()


def test_the_notices_are_all_there_and_the_way_to_them(tray: Tray) -> None:
    menu = tray.menu.findChild(QMenu, "tray-notices")
    assert menu is not None
    shown = [entry.text() for entry in menu.actions() if not entry.isSeparator()]
    assert shown == ["叫卖告知", "进群 && 告知", "全部告知…"]


@pytest.mark.parametrize(
    ("name", "signal", "told"),
    [
        ("tray-open", "opened", []),
        ("tray-check", "checked", []),
        ("tray-notice-进群告知", "notice_wanted", ["进群告知"]),
        ("tray-notices-all", "notices_opened", []),
        ("tray-group-second", "group_chosen", ["second"]),
        ("tray-pause", "paused", [True]),
        ("tray-settings", "settings_opened", []),
        ("tray-quit", "quit_wanted", []),
    ],
)
def test_each_entry_asks_for_its_own(
    tray: Tray, desk: QtBot, name: str, signal: str, told: list[object]
) -> None:
    with desk.waitSignal(getattr(tray, signal)) as heard:
        action(tray, name).trigger()
    assert heard.args == told


def test_a_left_click_toggles_and_a_double_click_is_not_heard_twice(tray: Tray) -> None:
    heard: list[str] = []
    tray.toggled.connect(lambda: heard.append("toggled"))
    reason = QSystemTrayIcon.ActivationReason
    for told in (reason.Trigger, reason.DoubleClick, reason.Context):
        tray._activated(told)  # what Qt calls; offscreen there is no icon to click
    assert heard == ["toggled"]


def test_a_tray_that_comes_late_is_waited_for(
    tray: Tray, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, False, True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: answers.pop(0))
    tray._timer.setInterval(1)
    with desk.waitSignal(tray.settled) as heard:
        tray.start()
    assert heard.args == [True]
    assert tray.here
    tray.stop()


def test_without_any_tray_it_settles_after_the_last_try(
    tray: Tray, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: bool(asked.append(1)))
    tray._timer.setInterval(1)
    with desk.waitSignal(tray.settled) as heard:
        tray.start()
    assert heard.args == [False]
    assert len(asked) == RETRIES + 1


def test_the_waits_are_five_of_five_seconds() -> None:
    assert (tray_module.RETRIES, tray_module.RETRY_MS) == (5, 5000)


def test_a_paused_hotkey_is_not_shown(qapp: object) -> None:
    from dataclasses import replace  # noqa: PLC0415 - for this test only

    tray = Tray(QIcon(), lambda: replace(STATE, paused=True))
    tray.refresh()
    assert action(tray, "tray-check").text() == "检查剪贴板"
    assert action(tray, "tray-pause").isChecked()
