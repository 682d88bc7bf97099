"""The strokes that the main window's own widgets and delegates share."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.painting import box


def focus_ring(painter: QPainter, rect: QRect, radius: int) -> None:
    """The 2 px accent ring, inside the given rectangle."""
    box(painter, rect.toRectF(), radius=radius, fill=None, line=theme().tokens.accent, width=2)


def list_row(painter: QPainter, rect: QRect, *, current: bool) -> None:
    """The ground of one list row: tint and bar where it is chosen, a hairline below."""
    tokens, thin = theme().tokens, 1 / painter.device().devicePixelRatioF()
    if current:
        painter.fillRect(rect, tokens.accent_tint)
        painter.fillRect(QRect(rect.left(), rect.top(), theme().px(3), rect.height()), tokens.accent)
    line = rect.toRectF()
    line.setTop(line.bottom() - thin)
    painter.fillRect(line, tokens.border)
