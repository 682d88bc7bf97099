"""设置: each change is kept and applied at once; the hotkey is recorded, refused with a reason, and tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from moderator_app.system import hotkey
from moderator_app.system.autostart import DesktopAutostart
from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord
from moderator_app.system.trouble import Trouble
from moderator_app.ui.main import settings_page
from tests.ui.main.conftest import CONTROL, Office

ALT = Qt.KeyboardModifier.AltModifier


class FakeHotkey(Backend):
    """Takes every combination but Ctrl+Alt+Q, which somebody else has."""

    name = "fake"
    latest: FakeHotkey

    def __init__(self, pressed: Callable[[], None]) -> None:
        super().__init__(pressed)
        FakeHotkey.latest = self

    def _grab(self, chord: Chord) -> Release | Trouble:
        if chord.key.name == "Q":
            return Trouble("hotkey.taken", {"sequence": str(chord)})
        return lambda: None

    def press(self) -> None:
        self._fire()


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Office:
    monkeypatch.setattr(hotkey, "choose", lambda _setting, pressed: FakeHotkey(pressed))
    office: Office = request.getfixturevalue("office")
    office.hotkeys.start()
    office.show("settings")
    return office


@pytest.mark.parametrize(
    ("control", "row", "setting", "value"),
    [
        ("setting-language", 2, "language", "en"),
        ("setting-theme", 2, "theme", "dark"),
        ("setting-scale", 2, "scale", 125),
    ],
)
def test_looks_are_kept_and_applied(
    page: Office, control: str, row: int, setting: str, value: object
) -> None:
    box = page.find(control, QComboBox)
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert page.session.setting(setting) == value
    assert page.dressed == 1


def test_a_recorded_combination_is_the_hotkey_at_once(page: Office, session: Session, desk: QtBot) -> None:
    page.click("hotkey-change")
    page.press("hotkey-field", Qt.Key.Key_K, CONTROL | ALT)
    assert session.setting("hotkey") == "Ctrl+Alt+K"
    assert page.find("hotkey-field").text() == "Ctrl+Alt+K"
    assert "现在按一下" in page.find("hotkey-note").text()
    FakeHotkey.latest.press()
    desk.waitUntil(lambda: "可以用" in page.find("hotkey-note").text())


def test_a_trial_opens_nothing(page: Office, desk: QtBot) -> None:
    heard: list[str] = []
    page.hotkeys.pressed.connect(lambda: heard.append("pressed"))
    page.click("hotkey-test")
    with desk.waitSignal(page.hotkeys.tried):
        FakeHotkey.latest.press()
    assert heard == []


def test_a_taken_combination_is_refused_with_its_reason_and_the_old_one_stays(
    page: Office, session: Session
) -> None:
    page.click("hotkey-change")
    page.press("hotkey-field", Qt.Key.Key_Q, CONTROL | ALT)
    assert session.setting("hotkey") == "Ctrl+Alt+M"
    assert page.hotkeys.sequence == "Ctrl+Alt+M"
    assert "Ctrl+Alt+Q" in page.find("hotkey-note").text()


def test_escape_keeps_the_old_combination(page: Office) -> None:
    page.click("hotkey-change")
    page.press("hotkey-field", Qt.Key.Key_Escape)
    assert page.hotkeys.sequence == "Ctrl+Alt+M"
    assert page.find("hotkey-field").text() == "Ctrl+Alt+M"


def test_pausing_lets_the_hotkey_rest(page: Office, session: Session) -> None:
    page.click("setting-paused")
    assert session.setting("hotkey_paused") is True
    assert page.hotkeys.sequence == ""
    page.click("setting-paused")
    assert page.hotkeys.sequence == "Ctrl+Alt+M"


def test_start_at_login_is_really_switched(
    page: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On every system with an entry in a file: Windows' registry is the user's own."""
    place = tmp_path / "autostart"
    monkeypatch.setattr(
        settings_page, "autostart", lambda words=(): DesktopAutostart(["moderator-app", *words], place)
    )
    page.click("setting-autostart")
    (entry,) = place.iterdir()
    assert "--hidden" in entry.read_text("utf-8"), "no window at the start of the session"
    page.click("setting-autostart")
    assert list(place.iterdir()) == []


def test_the_diagnostics_hold_no_member(page: Office, session: Session) -> None:
    session.add_member("张三", card="张三-医疗器械-上海")
    page.click("copy-diagnostics")
    text = QApplication.clipboard().text()
    assert "members: 1" in text
    assert "张三" not in text


def test_the_moderators_name_is_kept(page: Office, session: Session) -> None:
    field = page.find("setting-moderator")
    field.setText("王管")
    field.editingFinished.emit()
    assert session.setting("moderator") == "王管"


def test_how_long_checks_are_remembered_and_whether_with_their_texts(page: Office, session: Session) -> None:
    days, texts = page.find("setting-history-days", QComboBox), page.find("setting-history-text")
    assert (days.currentText(), texts.isChecked()) == ("90 天", True)
    page.click("setting-history-text")
    assert session.settings.history_text is False
    days.setCurrentIndex(0)
    days.activated.emit(0)
    assert session.settings.history_days == 0
    assert not texts.isEnabled()
