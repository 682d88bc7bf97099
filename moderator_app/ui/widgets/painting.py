"""Small strokes that all painted widgets share: boxes with a border of one device pixel, one line of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from moderator_app.ui.theme import theme


class Themed:
    """Mixed into a widget: `restyle` runs at once and whenever colours, fonts or scale change."""

    def follow_theme(self) -> None:
        """Call at the end of the constructor."""
        theme().changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take sizes anew from the theme; painted colours are read while painting."""
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()


def lay_out(widget: QWidget) -> None:
    """Place what is in it at once; Qt does it when the events are next dealt with."""
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def smooth(widget: QWidget) -> QPainter:
    """A painter with antialiasing on."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    *,
    radius: float,
    fill: QColor | None,
    line: QColor | None,
    width: float = 0,
) -> None:
    """A rounded rectangle; `width` 0 draws the border one device pixel thin."""
    thin = width or 1 / painter.device().devicePixelRatioF()
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, thin) if line is not None else QPen(Qt.PenStyle.NoPen))
    half = thin / 2 if line is not None else 0
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def text_width(text: str, font: QFont) -> float:
    """How wide one line of text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_of_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> bool:
    """One line, centred in height and elided on the right; True where it had to be elided."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return shown != text
