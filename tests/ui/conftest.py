"""What every window test shares: a screen in memory, a record of its own, and no Qt complaint unheard."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.name == "nt":  # Qt's screen in memory would look beside itself, where there are none
    fonts = os.environ.get("TEST_FONTS") or str(Path(os.environ["WINDIR"], "Fonts"))
    os.environ.setdefault("QT_QPA_FONTDIR", fonts)

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.logging import QtLoggingPlugin  # noqa: F401 - fails early where pytest-qt is missing
from pytestqt.qtbot import QtBot

from moderator_app import i18n
from moderator_app.session import Session
from moderator_app.system.rubbish import collect_on_this_thread
from moderator_app.ui import theme
from tests.quick_disk import quick_disk  # noqa: F401 - a fixture for every test here

# Messages of Qt that say nothing about this program, with the reason why.
HARMLESS = (
    "This plugin does not support propagateSizeHints",  # the offscreen platform, for every window
    "This plugin does not support raise()",  # likewise
    "This plugin does not support grabbing the keyboard",  # likewise, for every menu
    "QObject::connect: No such signal QPlatformNativeInterface::systemTray",  # offscreen has no tray
)


@pytest.fixture(autouse=True)
def no_qt_complaints(qtlog: object) -> Iterator[None]:
    """Fail a test in which Qt warned of anything that is not on the list above."""
    yield
    records = qtlog.records  # type: ignore[attr-defined]
    heard = [record.message for record in records if record.log_type_name != "QtDebugMsg"]
    unexpected = [text for text in heard if not text.startswith(HARMLESS)]
    assert not unexpected, f"Qt said: {unexpected}"


@pytest.fixture(autouse=True)
def plain_start(qapp: QApplication) -> Iterator[None]:
    """Chinese, light, 100 %; and afterwards no window, no language and no clipboard left behind."""
    collect_on_this_thread()
    i18n.set_language("zh_CN")
    theme.install(qapp, language="zh_CN", scale=100, scheme="light")
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(QObject(), QEvent.Type.DeferredDelete.value)
    collect_on_this_thread().collect()  # not every test has an event loop that comes to rest
    assert not [thread for thread in threading.enumerate() if thread.name == "aside"], "a window is not ended"
    qapp.clipboard().clear()  # offscreen, text that is left there crashes the interpreter at its end
    i18n.set_language("zh_CN")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session over an empty data folder of its own."""
    opened = Session.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def desk(qtbot: QtBot) -> QtBot:
    """The robot that presses keys; a name of our own, so that a change of tool stays in one place."""
    return qtbot
