"""A frameless window with round corners and a soft shadow where the desktop can blend them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.ui.theme import theme
from moderator_app.ui.theme.shadow import MARGINS, has_compositor, paint_shadow
from moderator_app.ui.widgets.painting import Themed, box


class FramelessWindow(Themed, QWidget):
    """Its `column` is the layout inside the visible edge. Square and without shadow when nothing blends."""

    def __init__(self, flags: Qt.WindowType, *, ground: str = "surface", edge: str = "border") -> None:
        super().__init__(
            None, flags | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self._ground, self._edge = ground, edge
        self.blends = has_compositor()
        if self.blends:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        left, top, right, bottom = MARGINS if self.blends else (0, 0, 0, 0)
        self._outer.setContentsMargins(left, top, right, bottom)
        self.inside = QWidget(self)
        self._outer.addWidget(self.inside)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)

    @property
    def radius(self) -> int:
        """Of the corners: 8, or 0 where they cannot be blended."""
        return theme().px(8) if self.blends else 0

    def outer_size(self, inner: QSize) -> QSize:
        """The window's size for a visible rectangle of `inner`."""
        margins = self._outer.contentsMargins()
        return QSize(
            inner.width() + margins.left() + margins.right(),
            inner.height() + margins.top() + margins.bottom(),
        )

    def move_visible(self, corner: QPoint) -> None:
        """Put the visible rectangle's corner there."""
        margins = self._outer.contentsMargins()
        self.move(corner - QPoint(margins.left(), margins.top()))

    def visible_rect(self) -> QRect:
        """The visible rectangle in the window's own coordinates."""
        return self.rect().marginsRemoved(self._outer.contentsMargins())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Shadow, ground and edge."""
        painter, tokens, area = QPainter(self), theme().tokens, self.visible_rect()
        if self.blends:
            paint_shadow(painter, area, tokens.shadow, self.radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.blends)
        ground, edge = getattr(tokens, self._ground), getattr(tokens, self._edge)
        box(painter, area.toRectF(), radius=self.radius, fill=ground, line=edge)


def screen_under_mouse() -> QRect:
    """The usable part of the screen that the mouse is on."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
