"""A long record is read piece by piece, and nobody who does something meanwhile has to wait for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from moderator_app.core.errors import BadInput
from moderator_app.ui.main.notice_editor import NoticeEditor
from moderator_app.ui.main.settling import leave, settle
from tests.ui.main.conftest import Office


class Pieces:
    """A record of so many pieces, of which the reading is noted."""

    def __init__(self, count: int, noted: list[str]) -> None:
        self._left, self._noted = count, noted

    def read_ahead(self) -> bool:
        self._noted.append("piece")
        self._left -= 1
        return self._left > 0


def test_other_things_come_between_the_pieces(qtbot: QtBot):
    noted: list[str] = []
    owner = QObject()
    settle(Pieces(3, noted), owner, lambda: noted.append("done"))
    QTimer.singleShot(0, owner, lambda: noted.append("key"))
    qtbot.waitUntil(lambda: "done" in noted)
    assert noted.count("piece") == 3
    assert noted[-1] == "done"
    assert 0 < noted.index("key") < len(noted) - 2


def test_it_ends_with_its_owner(qtbot: QtBot):
    noted: list[str] = []
    owner = QObject()
    settle(Pieces(1_000_000, noted), owner, lambda: noted.append("done"))
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    read = len(noted)
    qtbot.wait(20)
    assert len(noted) == read


def test_a_record_that_cannot_be_read_is_told_by_what_needs_it():
    class Broken:
        def read_ahead(self) -> bool:
            raise BadInput("storage.not-allowed", file="2026-03-1.json", folder="ledger")

    noted: list[str] = []
    settle(Broken(), QObject(), lambda: noted.append("done"))
    assert noted == ["done"]


def test_quitting_asks_no_window_for_ours_would_only_go_into_the_tray(office: Office) -> None:
    office.show("settings")
    left: list[str] = []

    class App:
        def quit(self) -> None:
            QCoreApplication.quit()  # closes each window first, and gives up where one does not go

        def exit(self) -> None:
            left.append("exit")

    leave(App(), office.window)  # type: ignore[arg-type]
    assert left == ["exit"]
    assert office.window.isVisible()


def test_quitting_asks_first_where_something_was_edited_and_not_saved(office: Office) -> None:
    left: list[str] = []

    class App:
        def exit(self) -> None:
            left.append("exit")

    office.show("notices")
    office.window.findChild(NoticeEditor).append("还有一句")
    office.show("check")
    for key, after in ((Qt.Key.Key_Escape, []), (Qt.Key.Key_Return, ["exit"])):
        wrong = office.answering(lambda dialog, key=key: office.press(dialog, key))  # type: ignore[misc]
        leave(App(), office.window)  # type: ignore[arg-type]
        assert (wrong, left) == ([], after)
