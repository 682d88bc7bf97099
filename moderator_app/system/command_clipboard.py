"""The clipboard as the command line uses it: pyperclip, with a clear word when it cannot."""

from __future__ import annotations

import os
import sys

from moderator_app.system.trouble import Trouble


class NoClipboard(Exception):
    """The text was not put on the clipboard; `trouble` says why and what to install."""

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__(f"{trouble.code} {trouble.values}")


def copy(text: str) -> None:
    """Put `text` on the clipboard and read it back; raises NoClipboard when it is not there."""
    import pyperclip  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; 27 ms for this command only

    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
    try:
        pyperclip.copy(whole)
        arrived = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, UnicodeError) as failure:
        raise NoClipboard(_why()) from failure
    if arrived.replace("\r\n", "\n") != whole.replace("\r\n", "\n"):
        raise NoClipboard(Trouble("clipboard.not-written"))


def _why() -> Trouble:
    if not sys.platform.startswith("linux"):
        return Trouble("clipboard.not-written")
    if os.environ.get("WAYLAND_DISPLAY"):
        return Trouble("clipboard.no-tool", {"tool": "wl-clipboard"})
    if os.environ.get("DISPLAY"):
        return Trouble("clipboard.no-tool", {"tool": "xclip"})
    return Trouble("clipboard.no-screen")
