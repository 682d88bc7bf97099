"""Whether a window can be opened is known before Qt is asked, and what is missing is named."""

from __future__ import annotations

import re
import socket
import struct
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


QT = Path(PySide6.__file__).parent / "Qt"
BROUGHT_BY_EVERY_SYSTEM = re.compile(r"lib(c|m|dl|rt|pthread|resolv|gcc_s|stdc\+\+)\.so|ld-linux|linux-vdso")


@pytest.mark.parametrize(
    "library",
    [
        *("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6"),
        *("lib/libQt6Network.so.6", "lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so"),
    ],
)
def test_every_library_that_qt_links_to_is_known(library):
    """Read from Qt itself, so that a newer Qt that needs more is noticed here and not by a user."""
    known = {*screen._ALWAYS, *screen._FOR_X11}
    needed = {
        name
        for name in needed_by(QT / library)
        if not (QT / "lib" / name).exists() and not BROUGHT_BY_EVERY_SYSTEM.match(name)
    }
    # these two come with libraries of the same package
    assert needed - known <= {"libgthread-2.0.so.0", "libbrotlicommon.so.1"}


def needed_by(library):
    """The DT_NEEDED names of a 64-bit ELF library."""
    data = library.read_bytes()
    at, size, count = (*struct.unpack_from("<Q", data, 0x28), *struct.unpack_from("<HH", data, 0x3A))
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, at + n * size) for n in range(count)]
    dynamic = next(section for section in sections if section[1] == 6)
    names = sections[dynamic[6]][4]
    for position in range(dynamic[4], dynamic[4] + dynamic[5], 16):
        tag, value = struct.unpack_from("<QQ", data, position)
        if tag == 1:
            yield data[names + value : data.index(b"\0", names + value)].decode()


def test_asking_needs_no_qt():
    code = (
        "import sys; from moderator_app.system import screen; screen.trouble({'DISPLAY': ':6543'});"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
