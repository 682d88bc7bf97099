"""The program as a whole, offscreen: starting, a second start, commands, closing, troubles, crashes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.__main__ import window_options
from moderator_app.core.errors import NotSaved
from moderator_app.session import Session
from moderator_app.session.peek import is_new, peek_settings
from moderator_app.storage.paths import resources_dir
from moderator_app.system.single_instance import ask
from moderator_app.ui.main.crash import CrashWatch
from moderator_app.ui.main.program import Program
from moderator_app.ui.theme import theme
from moderator_app.ui.theme.icons import app_icon
from moderator_app.ui.tray import tray_icon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def program(qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(CrashWatch, "install", lambda self: None)  # pytest-qt listens itself
    made = Program(qapp, folder, "zh_CN")
    assert made.claim() is None
    yield made
    made._end()
    made.close()
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def started(program: Program, desk: QtBot) -> Program:
    program.start(hidden=True)
    desk.waitUntil(lambda: program._session is not None)
    return program


def from_outside(program: Program, desk: QtBot, payload: dict[str, Any]) -> dict[str, Any]:
    """Ask the running program as another process would: its event loop must run meanwhile."""
    answers: list[dict[str, Any] | None] = []
    caller = threading.Thread(target=lambda: answers.append(ask(program.folder, payload)))
    caller.start()
    desk.waitUntil(lambda: bool(answers), timeout=10_000)
    caller.join()
    assert answers[0] is not None
    return answers[0]


def test_the_start_opens_the_record_from_the_event_loop(program: Program, desk: QtBot) -> None:
    program.start()
    assert program._session is None
    desk.waitUntil(lambda: program._session is not None)
    assert program.session.group.id == "yigongxie"


def test_the_record_waits_for_the_first_copy_where_qt_tells_of_it(
    program: Program, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderator_app.ui.main.program._TELL_OF_COPIES", ("offscreen",))
    program.start()
    QApplication.processEvents()
    assert program._session is None
    QApplication.clipboard().setText("有人复制了什么")
    desk.waitUntil(lambda: program._session is not None)


def test_the_hotkey_comes_before_the_record_is_open_and_is_served(program: Program) -> None:
    QApplication.clipboard().setText("祝大家中秋快乐")
    program.check()
    assert program.quick.window.isVisible()
    program.quick.close()


def test_data_that_cannot_be_opened_is_told_and_ends_the_program(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    codes: list[int] = []

    def refuse(_folder: Path) -> Session:
        raise NotSaved("storage.disk-full", file="x")

    monkeypatch.setattr(program.app, "exit", codes.append)  # a real exit would end every later loop too
    monkeypatch.setattr(Session, "open", refuse)
    monkeypatch.setattr(
        "moderator_app.ui.main.trouble_dialog.show_trouble", lambda text, _: told.append(text)
    )
    program.open()
    assert len(told) == 1
    assert codes == [2]
    assert program._window is None


def test_a_second_start_raises_the_window(started: Program, desk: QtBot) -> None:
    assert from_outside(started, desk, {"do": "raise"}) == {"ok": True}
    desk.waitUntil(started.window.isVisible)


def test_a_second_start_with_check_checks_the_clipboard(started: Program, desk: QtBot) -> None:
    QApplication.clipboard().setText("祝大家中秋快乐")
    from_outside(started, desk, {"do": "check"})
    desk.waitUntil(started.quick.window.isVisible)
    case = started.quick.window.case
    assert case is not None
    assert case.message.text == "祝大家中秋快乐"
    started.quick.close()


def test_a_command_is_run_on_the_live_session(started: Program, desk: QtBot) -> None:
    answer = from_outside(
        started, desk, {"argv": ["strike", "张三", "--rule", "hawking", "--json"], "stdin": ""}
    )
    assert answer["exit"] == 0, answer
    assert json.loads(answer["out"])["strikes"] == 1
    assert started.session.row(started.session.member("张三").id).active == 1


def test_a_command_is_told_why_the_record_cannot_be_opened(
    program: Program, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> Session:
        raise NotSaved("storage.disk-full", file="x")

    monkeypatch.setattr(Session, "open", refuse)
    monkeypatch.setattr(program, "_cannot_open", lambda _: pytest.fail("shown in a window that nobody sees"))
    answer = from_outside(program, desk, {"argv": ["undo"], "stdin": ""})
    assert (answer["exit"], answer["out"]) == (4, "")
    assert "磁盘已满" in answer["err"]


def test_a_command_before_the_record_is_open_leaves_the_rest_of_the_start_to_come(
    program: Program, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr("moderator_app.ui.quick.QuickCheck.prepare", lambda _: prepared.append(True))
    assert from_outside(program, desk, {"argv": ["strike", "张三"], "stdin": ""})["exit"] == 0
    assert prepared == []
    program.check()
    assert prepared == [True]


def test_the_folder_belongs_to_one_program(started: Program, qapp: QApplication, folder: Path) -> None:
    second = Program(qapp, folder, "zh_CN")
    refused = second.claim()
    second.deleteLater()
    assert refused is not None
    assert refused.code == "instance.running"


@pytest.fixture
def in_a_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moderator_app.ui.tray.QSystemTrayIcon.isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr("moderator_app.ui.main.program._ICON_FIRST_MS", 0)


def test_the_first_start_waits_for_no_tray(
    program: Program, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderator_app.ui.main.program._ICON_FIRST_MS", 0)
    program.start()
    desk.waitUntil(lambda: program._window is not None and program._window.isVisible())
    assert not program.tray.here


@pytest.mark.usefixtures("in_a_tray")
def test_the_first_start_of_all_says_what_to_do_and_is_the_first_only_once(
    program: Program, folder: Path, desk: QtBot
) -> None:
    assert is_new(folder)
    program.start()
    desk.waitUntil(lambda: program._window is not None and program._window.isVisible())
    steps = program.window.findChild(QWidget, "first-steps")
    assert steps is not None and steps.isVisible()
    assert isinstance(program.window.focusWidget(), QAbstractButton)
    assert not is_new(folder)


@pytest.mark.usefixtures("in_a_tray")
@pytest.mark.parametrize("options", [{"hidden": True}, {"check": True}, {}])
def test_every_other_start_shows_no_main_window(
    program: Program, folder: Path, desk: QtBot, options: dict[str, bool]
) -> None:
    if not options:
        with Session.open(folder) as session:
            session.add_member("张三")
    program.start(**options)
    desk.waitUntil(lambda: program._loaded)
    QApplication.processEvents()  # what the start has put off by no time at all
    assert program._window is None


def test_without_a_tray_a_hidden_start_leaves_the_window_in_the_task_bar(program: Program) -> None:
    program._tray_settled(False, first=False, hidden=True)
    assert program.window.isMinimized()


def test_a_hidden_start_beside_the_running_program_raises_nothing(started: Program, desk: QtBot) -> None:
    assert from_outside(started, desk, {"do": "stay"}) == {"ok": True}
    QApplication.processEvents()
    assert started._window is None


def test_a_folder_with_locks_and_logs_alone_is_new(folder: Path) -> None:
    assert is_new(folder)
    for name in ("running.lock", "logs", "settings.json"):
        assert is_new(folder)
        (folder / name).mkdir(parents=True)
    assert not is_new(folder)


def test_without_a_tray_closing_minimises(started: Program) -> None:
    started.tray.here = False
    started.open("rules")
    started.window.close()
    assert started.window.isMinimized()


def test_with_a_tray_closing_hides_and_says_so_once(
    started: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(started.tray, "say", lambda title, text: said.append(title))
    started.tray.here = True
    for _ in range(2):
        started.open("rules")
        started.window.close()
        assert not started.window.isVisible()
    assert said == ["群管助手还在这里"]


def test_a_click_on_the_icon_toggles(started: Program) -> None:
    started.tray.here = True
    started.toggle()
    assert started.window.isVisible()
    started.toggle()
    assert not started.window.isVisible()


def test_a_notice_is_copied_from_the_tray(started: Program) -> None:
    started.tray.notice_wanted.emit("进群告知")
    assert QApplication.clipboard().text() == started.session.notice_text("进群告知")
    assert started.tray._read().today == 1


def test_the_language_changes_while_the_window_is_open(qapp: QApplication, folder: Path, desk: QtBot) -> None:
    program = Program(qapp, folder)
    assert program.claim() is None
    program.session.set_setting("language", "zh_CN")
    program.open("settings")
    assert program.window.windowTitle() == "群管助手"
    program.session.set_setting("language", "en")
    program.dress()
    assert program.window.windowTitle() != "群管助手"
    assert program.window.current == "settings"
    assert program.window.isVisible()
    program._end()
    program.close()


def test_the_scale_changes_while_the_window_is_open(started: Program) -> None:
    started.open("settings")
    sidebar = started.window.findChild(QWidget, "sidebar")
    assert sidebar is not None
    width = sidebar.width()
    started.session.set_setting("scale", 125)
    started.dress()
    sidebar = started.window.findChild(QWidget, "sidebar")
    assert sidebar is not None and sidebar.width() == round(width * 1.25)
    assert theme().scale == 125


def test_a_window_is_made_anew_while_rules_are_worked_on(started: Program) -> None:
    started.open("rules")
    at_work = [thread for thread in threading.enumerate() if thread.name == "aside"]
    assert at_work
    started.session.set_setting("language", "en")
    started._lang = ""
    before = started.window
    started.dress()
    assert started.window is not before and started.window.current == "rules"
    assert not any(thread.is_alive() for thread in at_work)


def test_pythons_own_collector_is_off_before_there_is_another_thread(folder: Path) -> None:
    start = (
        "import gc, pathlib, sys; from PySide6.QtWidgets import QApplication;"
        "from moderator_app.ui.main.program import Program;"
        "program = Program(QApplication([]), pathlib.Path(sys.argv[1])); print(gc.isenabled())"
    )
    told = subprocess.run(
        [sys.executable, "-c", start, str(folder)], capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout.strip() == "False"


def test_closing_keeps_the_place_of_the_window(started: Program) -> None:
    started.open("rules")
    started.window.close()
    assert started.session.setting("main_geometry") == started.window.place()


# ---- troubles


def run(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "moderator_app", *arguments],
        env={**clean, "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
@pytest.mark.parametrize("display", ["", ":4711"])
def test_without_a_screen_it_says_so_in_a_sentence_and_points_to_the_commands(
    tmp_path: Path, display: str
) -> None:
    done = run(["--data-dir", str(tmp_path / "data")], **({"DISPLAY": display} if display else {}))
    assert done.returncode == 2
    assert "moderator-app" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_damaged_settings_file_does_not_stop_the_start(folder: Path) -> None:
    folder.mkdir()
    for content in ("", "{", "[]", '{"settings": []}', '{"settings": {"1": {"hotkey": 5}}}'):
        (folder / "settings.json").write_text(content, encoding="utf-8")
        assert peek_settings(folder).hotkey == "Ctrl+Alt+M"


def test_the_peeked_settings_are_those_of_the_session(folder: Path) -> None:
    with Session.open(folder) as session:
        session.set_setting("hotkey", "Ctrl+Alt+K")
        session.set_setting("scale", 125)
        assert peek_settings(folder) == session.settings


def test_a_crash_is_shown_once_and_can_be_copied(started: Program) -> None:
    started._show_crash("first report")
    started._show_crash("second report")
    dialog = started._crash_dialog
    assert dialog is not None
    dialog._copy()
    assert QApplication.clipboard().text() == "first report\n\nsecond report"
    dialog.close()


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], {}),
        (["--check"], {"check": True}),
        (["--data-dir", "d", "--lang", "en"], {"data_dir": Path("d"), "lang": "en"}),
        (["--data-dir=d", "--check"], {"data_dir": Path("d"), "check": True}),
        (["--hidden"], {"hidden": True}),
        (["--data-dir"], None),
        (["--lang", "fr"], None),
        (["--help"], None),
        (["check", "文字"], None),
        (["--check", "文字"], None),
    ],
)
def test_which_words_open_the_window(words: list[str], options: dict[str, Any] | None) -> None:
    assert window_options(words) == options


def test_the_tray_icon_is_the_drawn_one(qapp: QApplication) -> None:
    for side in (16, 22, 24, 32, 48, 64):
        kept = QPixmap(str(resources_dir() / "icons" / f"app-{side}.png")).toImage()
        assert (kept.width(), kept.height()) == (side, side)
        drawn = app_icon().pixmap(side, side).toImage()
        if drawn.width() == side:
            assert kept.pixelColor(side // 4, side // 3) == drawn.pixelColor(side // 4, side // 3)
    assert not tray_icon().isNull()
