"""A main window over a real session and clipboard, with no hotkey of the system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from moderator_app.storage.record import Record
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.main.doing import Doer
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.window import MainWindow
from moderator_app.ui.toast import Toasts

AD = "各位老师好，工厂直供一次性手术衣，大量现货，价格优惠，V❤：zs_demo，欢迎转给有需要的朋友。"
WISHES = "祝各位老师中秋节快乐，阖家团圆！"
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Office:
    """Everything that a test of the main window needs in one place."""

    def __init__(self, desk: QtBot, session: Session) -> None:
        self.session, self._desk = session, desk
        self.dressed = 0
        self.toasts = Toasts()
        clipboard = Clipboard()
        self.hotkeys = Hotkeys(lambda: session.settings, session.set_setting)
        self.doer = Doer(session, clipboard, self.toasts)
        self.services = Services(
            session=session, clipboard=clipboard, hotkeys=self.hotkeys, doer=self.doer, dress=self._dress
        )
        self.window = MainWindow(self.services)

    def _dress(self) -> None:
        self.dressed += 1

    def show(self, page: str) -> Page:
        self.window.bring_up(page)
        QTest.qWaitForWindowExposed(self.window)
        return self.window.page

    def find(self, name: str, kind: type[Any] = QWidget) -> Any:
        """The control with this object name; a test fails clearly where there is none."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} called {name}"
        return found

    def press(self, where: str | QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.find(where) if isinstance(where, str) else where, key, modifier)

    def type(self, where: str, text: str) -> None:
        QTest.keyClicks(self.find(where), text)

    def click(self, name: str) -> None:
        self._desk.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until this holds; for what is done on another thread."""
        self._desk.waitUntil(until, timeout=10_000)

    def fill(self, dialog: QDialog, **fields: str) -> None:
        """Write into fields of a dialog by object name (underscores stand for hyphens)."""
        for name, text in fields.items():
            field = dialog.findChild(QLineEdit, name.replace("_", "-"))
            assert field is not None, name
            field.clear()
            QTest.keyClicks(field, text) if text.isascii() else field.setText(text)

    def answering(self, answer: Callable[[QDialog], None]) -> list[str]:
        """Answer the next dialog; the list holds what went wrong in it, to be checked afterwards."""
        wrong: list[str] = []

        def meet() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                wrong.append("no dialog came")
                return
            try:
                answer(dialog)
            except AssertionError as error:
                wrong.append(str(error) or "assertion")
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, meet)
        return wrong

    @property
    def copied(self) -> str:
        return QApplication.clipboard().text(QClipboard.Mode.Clipboard)

    def member(self, name: str) -> str:
        return self.session.member(name).id


@pytest.fixture
def clock() -> list[datetime]:
    """The session's time; a test may put it forward."""
    return [datetime(2026, 11, 21, 9, 0)]


@pytest.fixture
def session(tmp_path: Path, clock: list[datetime]) -> Iterator[Session]:
    def now() -> datetime:
        clock[0] += timedelta(seconds=1)
        return clock[0]

    with Record(tmp_path / "data") as record:  # as it was set long ago: no step to go back
        record.set_setting("hotkey_backend", "none")
        record.set_setting("moderator", "李管")
    opened = Session.open(tmp_path / "data", now=now)
    yield opened
    opened.close()


@pytest.fixture
def peopled(session: Session) -> Session:
    """Four members: 张三 with a strike, 王五 in the free group, 赵六 with a short card, 孙七 with nothing."""
    session.add_member("张三", card="张三-医疗器械-上海", aliases=("三哥",))
    session.add_member("王五", card="王五-耗材-杭州")
    session.add_member("赵六", card="小赵")
    session.add_member("孙七", card="孙七-信息科-南京")
    case = session.check(AD, member="张三")
    session.strike(case, "叫卖告知")
    return session


@pytest.fixture
def office(
    desk: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Office]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = Office(desk, session)
    yield made
    made.toasts.clear()
    made.window.end()
