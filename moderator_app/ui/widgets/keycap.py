"""Key caps, and hints that pair a cap with what the key does."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Enter": "↩", "F2": "⌘ L", "F1": "⌘ /"}


def key_text(keys: str) -> str:
    """What a cap shows for "Ctrl+D": "Ctrl D", on macOS "⌘ D"."""
    parts = keys.split("+") if len(keys) > 1 else [keys]
    if sys.platform == "darwin":
        parts = [_MAC.get(part, part) for part in parts]
    return " ".join(parts)


def cap_size(keys: str) -> QSize:
    """The size of a cap: 20 high, at least as wide."""
    px = theme().px
    width = text_width(key_text(keys), theme().font(Type.HINT)) + 2 * px(6)
    return QSize(max(px(20), round(width)), px(20))


def paint_cap(
    painter: QPainter, rect: QRectF, keys: str, *, line: QColor, text: QColor, fill: QColor | None
) -> None:
    """Draw a cap into its rectangle."""
    box(painter, rect, radius=theme().px(4), fill=fill, line=line)
    line_of_text(
        painter,
        rect,
        key_text(keys),
        font=theme().font(Type.HINT),
        colour=text,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


class KeyCap(Themed, QWidget):
    """One key, such as "Esc" or "Ctrl+D"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key_text(keys))
        self.follow_theme()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As big as its cap."""
        return cap_size(self._keys)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the cap."""
        tokens, area = theme().tokens, self.rect().toRectF()
        line, text, fill = tokens.border_strong, tokens.text2, tokens.raised
        paint_cap(smooth(self), area, self._keys, line=line, text=text, fill=fill)


class KeyHint(Themed, QAbstractButton):
    """A cap and what its key does; the mouse may press it too. It never takes the focus."""

    def __init__(self, keys: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._accent = keys, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key_text(keys))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_text(self, text: str) -> None:
        """Name the action anew."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_accent(self, accent: bool) -> None:
        """Mark it as the present choice."""
        self._accent = accent
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The cap, a gap, the words."""
        cap = cap_size(self._keys)
        words = round(text_width(self.text(), theme().font(Type.HINT)) + 0.5)
        return QSize(cap.width() + (theme().px(6) + words if words else 0), cap.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw cap and words; under the mouse the words take the text colour."""
        tokens, painter, cap = theme().tokens, smooth(self), cap_size(self._keys)
        area = QRectF(0, (self.height() - cap.height()) / 2, cap.width(), cap.height())
        line, ink = (tokens.accent,) * 2 if self._accent else (tokens.border_strong, tokens.text2)
        paint_cap(painter, area, self._keys, line=line, text=ink, fill=tokens.raised)
        words = self.rect().toRectF().adjusted(cap.width() + theme().px(6), 0, 0, 0)
        colour = tokens.accent if self._accent else tokens.text if self.underMouse() else tokens.text2
        line_of_text(painter, words, self.text(), font=theme().font(Type.HINT), colour=colour)

    def enterEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Back to quiet."""
        self.update()
