"""Why a service of the operating system cannot be had, as a code and its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)  # no slots: the bootstrap reads this on a Python too old for them
class Trouble:
    """A sentence as a code and its values; whoever shows it puts it into words.

    The shape is that of the core's Reason, so `Reason(trouble.code, trouble.values)` is all
    that a window needs; system/ imports nothing of ours and so has its own.
    """

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


CODES: Mapping[str, tuple[str, ...]] = {
    "autostart.not-changed": ("error",),
    "clipboard.no-screen": (),
    "clipboard.no-tool": ("tool",),
    "clipboard.not-written": (),
    "hotkey.empty": (),
    "hotkey.everyday": ("sequence",),
    "hotkey.needs-modifier": ("sequence",),
    "hotkey.no-display": (),
    "hotkey.no-key": (),
    "hotkey.no-such-key": ("key",),
    "hotkey.off": (),
    "hotkey.package-missing": ("error",),
    "hotkey.refused": ("sequence", "error"),
    "hotkey.shared": ("sequence",),
    "hotkey.system": ("sequence",),
    "hotkey.taken": ("sequence",),
    "hotkey.unknown-key": ("key",),
    "hotkey.unreadable": ("sequence",),
    "hotkey.wayland": (),
    "hotkey.wechat": ("sequence",),
    "hotkey.x11-in-wayland": (),
    "instance.broken-off": (),
    "instance.folder-read-only": (),
    "instance.no-answer": ("seconds",),
    "instance.no-socket": ("error",),
    "instance.running": (),
    "instance.too-large": ("limit",),
    "instance.unreadable": (),
    "instance.version": (),
    "picture.broken": ("file",),
    "picture.gone": ("file",),
    "picture.heic": ("file",),
    "picture.no-decoder": ("error",),
    "picture.not-opened": ("file", "error"),
    "picture.too-large": ("file", "width", "height", "most"),
    "picture.too-long": ("file", "most"),
    "picture.too-many": ("count", "most"),
    "picture.unknown": ("file",),
    "picture.wechat-file": ("file",),
    "screen.libraries": ("packages", "command"),
    "screen.none": (),
    "screen.unreachable": ("display",),
}
"""Every code that this folder emits, with the values its sentence may use; a test holds it to that."""
