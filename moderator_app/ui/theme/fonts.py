"""Which fonts and sizes each platform and language uses."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont

from moderator_app.ui.theme.platform import family


class Type(Enum):
    """The five sizes, in points on Windows and Linux, and on macOS (where a point is a pixel)."""

    HINT = (9.0, 11.0)
    BODY = (10.0, 13.0)
    MESSAGE = (11.0, 14.0)
    TITLE = (13.0, 17.0)
    VERDICT = (16.0, 21.0)


_CHINESE = {"windows": "Microsoft YaHei UI", "macos": "PingFang SC", "linux": "Noto Sans CJK SC"}
_LATIN = {"windows": "Segoe UI", "macos": ".AppleSystemUIFont", "linux": "Noto Sans"}
_SPARE = {"windows": ["Segoe UI Emoji"], "macos": [], "linux": ["WenQuanYi Zen Hei"]}


def families(language: str) -> list[str]:
    """Font families in order: a Chinese window puts the Chinese font first, an English one last."""
    place = family()
    chinese, latin, spare = _CHINESE[place], _LATIN[place], _SPARE[place]
    return [latin, chinese, *spare] if language == "en" else [chinese, latin, *spare]


def make_font(kind: Type, *, bold: bool, language: str, scale: int) -> QFont:
    """A font of one of the five sizes, in one of the two weights."""
    points = kind.value[1 if family() == "macos" else 0]
    result = QFont(families(language))
    result.setPointSizeF(points * scale / 100)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result
