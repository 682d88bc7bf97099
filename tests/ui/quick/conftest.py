"""A quick check over a fake session and clipboard, and a hand that presses real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts
from tests.ui.quick.fakes import AD, FakeClipboard, FakeSession


class Hand:
    """Everything that a test of the quick check needs in one place."""

    def __init__(self, qtbot: QtBot) -> None:
        self.session, self.clipboard, self.toasts = FakeSession(), FakeClipboard(), Toasts()
        self.quick = QuickCheck(self.session, self.clipboard, self.toasts)
        self.window = self.quick.window
        self._qtbot = qtbot

    def copy(self, text: str = AD, sender: str = "") -> None:
        """Copy a message, press the hotkey, and wait for the window to have the keyboard."""
        self.session.sender = sender
        self.clipboard.content = ClipboardContent(text=text)
        self.hotkey()

    def hotkey(self) -> None:
        first = self.window.windowHandle() is None
        self.quick.check_clipboard()
        # offscreen activates a window only the first time that it is shown
        self._qtbot.waitUntil(self.window.isActiveWindow if first else self.window.isVisible)
        self.painted()

    def painted(self) -> None:
        """Wait until what is shown has been on the screen: before that no key acts on it."""
        self._qtbot.waitUntil(lambda: not self.window.is_unseen)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = ""
    ) -> None:
        """A real key press: the window system's window gets it, Qt finds the widget."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def type(self, letters: str) -> None:
        for letter in letters:
            QTest.keyClick(self.window.windowHandle(), letter)

    def toast(self) -> tuple[str, str]:
        """The words of the newest toast."""
        newest = self.toasts.shown[-1]
        return newest.title.text(), newest.detail.text()

    @property
    def recorded(self) -> list[tuple[object, ...]]:
        """What was written, in order; looking and checking left out."""
        return [call for call in self.session.calls if call[0] not in ("check",)]


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    made = Hand(qtbot)
    yield made
    made.toasts.clear()
    made.quick.end()
