"""Sizes of windows that give way to a small screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from moderator_app.ui.theme import theme

_FRAME = (16, 48)
"""What a desktop may need around a window; on a small screen the window gives way by so much."""


def fitted(width: int, height: int, room: QRect | None = None) -> QSize:
    """A size of the look at the user's scale, no larger than the screen (or `room`) has place for."""
    room = room or QGuiApplication.primaryScreen().availableGeometry()
    px = theme().px
    return QSize(min(px(width), room.width() - _FRAME[0]), min(px(height), room.height() - _FRAME[1]))
