"""Icons as pixmaps in the colours of the theme, drawn once for each size, colour and screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from moderator_app.ui.theme.icon_shapes import svg
from moderator_app.ui.theme.theme import theme
from moderator_app.ui.theme.tokens import LIGHT


@lru_cache(maxsize=256)
def _draw(name: str, size: int, colour: str, surface: str, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    source = svg(name, colour=colour, surface=surface, small=size <= 16)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: int, colour: QColor, *, ratio: float = 1.0) -> QPixmap:
    """An icon `size` logical pixels wide, sharp at the screen's `ratio`."""
    return _draw(name, size, colour.name(), theme().tokens.surface.name(), ratio)


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a square of a widget."""
    drawn = pixmap(name, round(rect.width()), colour, ratio=painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.topLeft(), drawn)


def app_icon() -> QIcon:
    """The program's own icon: the same on every theme, because the desktop shows it."""
    result = QIcon()
    for size in (16, 20, 22, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_draw("app", size, LIGHT.accent.name(), LIGHT.surface.name(), 1.0))
    return result
