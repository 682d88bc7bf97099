"""Whether a window can be opened is known before Qt is asked, and what is missing is named."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from moderator_app.system import screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")


@pytest.fixture
def all_libraries(monkeypatch):
    monkeypatch.setattr(screen, "_loads", lambda soname: True)


@pytest.mark.usefixtures("all_libraries")
def test_without_any_display_there_is_none():
    assert screen.trouble({}).code == "screen.none"
    assert screen.trouble({"QT_QPA_PLATFORM": "xcb"}).code == "screen.none"


@pytest.mark.usefixtures("all_libraries")
@pytest.mark.parametrize("display", [":6543", "nonsense", "\udcff"])
def test_a_display_that_does_not_answer_is_named(display):
    trouble = screen.trouble({"DISPLAY": display})
    assert (trouble.code, trouble.values) == ("screen.unreachable", {"display": display})


@pytest.mark.usefixtures("all_libraries")
def test_tests_without_a_screen_need_no_display():
    assert screen.trouble({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert screen.trouble({"QT_QPA_PLATFORM": "offscreen:size=800x600"}) is None


@pytest.mark.usefixtures("all_libraries")
def test_a_wayland_compositor_that_listens_is_enough(tmp_path):
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert screen.trouble(environment).code == "screen.none"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert screen.trouble(environment) is None
        assert screen.trouble({**environment, "QT_QPA_PLATFORM": "xcb"}).code == "screen.none"


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "sudo apt-get install libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install libglvnd-egl xcb-util-cursor"),
    ],
)
def test_missing_libraries_come_with_the_line_that_installs_them(monkeypatch, tool, line):
    monkeypatch.setattr(screen, "_loads", lambda soname: soname not in ("libEGL.so.1", "libxcb-cursor.so.0"))
    monkeypatch.setattr(screen.shutil, "which", lambda name: name if name == tool else None)
    trouble = screen.trouble({"DISPLAY": ":1"})
    assert trouble.code == "screen.libraries"
    assert trouble.values["command"] == line


def test_x11s_libraries_are_not_asked_for_where_it_is_not_used(monkeypatch):
    monkeypatch.setattr(screen, "_loads", lambda soname: "xcb" not in soname)
    assert screen.missing_libraries(x11=False) is None
    assert screen.missing_libraries(x11=True) is not None


def test_every_library_that_qts_plugins_link_to_is_known():
    """Ask the dynamic linker itself, so that a newer Qt that needs more is noticed."""
    known = {*screen._ALWAYS, *screen._FOR_X11}
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    needed = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=False).stdout
    missing = {line.split()[0] for line in needed.splitlines() if "not found" in line}
    assert needed
    assert missing <= known


def test_asking_needs_no_qt():
    code = (
        "import sys; from moderator_app.system import screen; screen.trouble({'DISPLAY': ':6543'});"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
