"""Is there a screen to open a window on: asked before Qt, which would abort the program over it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from moderator_app.system.trouble import Trouble

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")

# What Qt's wheels link to but do not bring: soname → Debian package, Fedora package.
_ALWAYS = {
    "libbrotlidec.so.1": ("libbrotli1", "libbrotli"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
}
_FOR_X11 = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}


def trouble(environment: Mapping[str, str] = os.environ) -> Trouble | None:
    """Why no window can be opened here; None when one can.

    `screen.none`, `screen.unreachable` {display}, or `screen.libraries` {packages, command}.
    """
    if not sys.platform.startswith("linux"):
        return None
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform in _WITHOUT_SCREEN:
        return missing_libraries(x11=False)
    wayland = platform != "xcb" and wayland_answers(environment)
    display = environment.get("DISPLAY", "")
    x11 = not wayland and bool(display)
    return missing_libraries(x11=x11) or (None if wayland else _x11_trouble(display))


def _x11_trouble(display: str) -> Trouble | None:
    from moderator_app.system import xdisplay  # noqa: PLC0415 - needs libxcb, which was just looked for

    if not display:
        return Trouble("screen.none")
    return None if xdisplay.connects(display) else Trouble("screen.unreachable", {"display": display})


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens where the environment says."""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    import socket  # noqa: PLC0415 - only where there may be a compositor

    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True


def missing_libraries(*, x11: bool) -> Trouble | None:
    """What of the system's libraries Qt would miss, with the one line that installs it."""
    wanted = {**_ALWAYS, **_FOR_X11} if x11 else _ALWAYS
    names = [packages for soname, packages in wanted.items() if not _loads(soname)]
    if not names:
        return None
    fedora = not shutil.which("apt-get") and shutil.which("dnf")
    packages = " ".join(dict.fromkeys(name[1 if fedora else 0] for name in names))
    tool = "sudo dnf install" if fedora else "sudo apt-get install"
    return Trouble("screen.libraries", {"packages": packages, "command": f"{tool} {packages}"})


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
