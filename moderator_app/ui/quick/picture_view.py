"""A picture with its codes outlined and numbered in the colours of their verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed, box, smooth

_HIGH, LEAST, _LOW = 240, 120, 72
_LEGIBLE = 88
"""A code is shown at least this wide where the picture has the pixels for it: else only its part is shown."""
_AROUND = 0.45
"""How much of a code's size is shown around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One code to be marked: its number, its corners in pixels of the picture, its verdict."""

    number: int
    outline: QPolygonF
    level: Level


class PictureView(Themed, QWidget):
    """As high as the picture needs at its width, at most 240; a code that would be tiny is shown closer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._drawn = QImage(), QImage()
        self._drawn_part = QRectF()
        self._marks: Sequence[Mark] = ()
        self._most: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def show_picture(self, image: QImage, marks: Sequence[Mark] = ()) -> None:
        """Show another picture."""
        self._image, self._marks, self._drawn = image, tuple(marks), QImage()
        self.updateGeometry()
        self.update()

    def limit(self, height: int | None = None) -> None:
        """Be no higher than this, where there is little room; without a number as high as it likes."""
        if height != self._most:
            self._most = height
            self.updateGeometry()

    @property
    def _high(self) -> int:
        return theme().px(_HIGH) if self._most is None else min(self._most, theme().px(_HIGH))

    @property
    def marks(self) -> Sequence[Mark]:
        """What is marked now."""
        return self._marks

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Yes: a wide picture is lower."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What the shown part needs, between 72 and 240."""
        px, part = theme().px, self._part(width)
        if part.isEmpty():
            return px(_LOW)
        return round(max(px(_LOW), min(self._high, part.height() * min(1.0, width / part.width()))))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the quick window's content."""
        width = theme().px(528)
        return QSize(width, self.heightForWidth(width))

    def _part(self, width: int) -> QRectF:
        """The part of the picture that is shown: all of it, or what lies around its codes."""
        whole = QRectF(self._image.rect())
        if whole.isEmpty() or not self._marks:
            return whole
        room = QSizeF(width, self._high)
        share = min(room.width() / whole.width(), room.height() / whole.height(), 1.0)
        smallest = min(mark.outline.boundingRect().width() for mark in self._marks)
        if smallest * share >= theme().px(_LEGIBLE):
            return whole
        near = QRectF()
        for mark in self._marks:
            place = mark.outline.boundingRect()
            edge = max(place.width(), place.height()) * _AROUND
            near = near.united(place.adjusted(-edge, -edge, edge, edge))
        return _widened(near, room).intersected(whole)

    def _target(self, part: QRectF) -> QRectF:
        share = min(self.width() / part.width(), self.height() / part.height(), 1.0)
        size = QSizeF(part.width() * share, part.height() * share)
        place = QRectF(QPointF(), size)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, the picture, then the marks."""
        painter, tokens = smooth(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        part = self._part(self.width())
        area = QRectF(self.rect())
        box(painter, area, radius=theme().px(4), fill=tokens.raised, line=tokens.border)
        if part.isEmpty():
            return
        target = self._target(part)
        painter.drawImage(target, self._scaled(part, target))
        share = target.width() / part.width()
        to_view = QTransform.fromTranslate(target.x(), target.y()).scale(share, share)
        to_view.translate(-part.x(), -part.y())
        for mark in self._marks:
            self._paint_mark(painter, to_view.map(mark.outline), mark)

    def _scaled(self, part: QRectF, target: QRectF) -> QImage:
        """The shown part in the pixels of the screen, made smaller once and kept."""
        sharp = self.devicePixelRatioF()
        wanted = QSize(round(target.width() * sharp), round(target.height() * sharp)).expandedTo(QSize(1, 1))
        if self._drawn.size() != wanted or self._drawn_part != part:
            self._drawn_part = part
            image = self._image.copy(part.toAlignedRect())
            self._drawn = image.scaled(wanted, mode=Qt.TransformationMode.SmoothTransformation)
        return self._drawn

    def _paint_mark(self, painter: QPainter, outline: QPolygonF, mark: Mark) -> None:
        tones, px = theme().tokens.verdicts[mark.level], theme().px
        tint = QColor(tones.line)
        tint.setAlpha(44)
        dashed = Qt.PenStyle.DashLine if mark.level is Level.UNSURE else Qt.PenStyle.SolidLine
        halo = QPen(theme().tokens.surface, 2 * px(2), dashed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(halo)
        painter.drawPolygon(outline)
        painter.setBrush(tint)
        painter.setPen(QPen(tones.line, px(2), dashed))
        painter.drawPolygon(outline)
        corner = outline.boundingRect().topLeft()
        area = QRectF(self.rect())
        half = px(10)
        middle = QPointF(
            min(max(corner.x(), area.left() + half), area.right() - half),
            min(max(corner.y(), area.top() + half), area.bottom() - half),
        )
        paint_number(painter, middle, mark.number, mark.level)


def paint_number(painter: QPainter, middle: QPointF, number: int, level: Level) -> None:
    """A code's number on a disc in the colours of its verdict, 20 across."""
    tones, radius = theme().tokens.verdicts[level], theme().px(10)
    painter.setBrush(tones.fill)
    painter.setPen(QPen(tones.line, 1.5))
    painter.drawEllipse(middle, radius - 1, radius - 1)
    font = theme().font(Type.HINT, bold=True)
    painter.setFont(font)
    painter.setPen(tones.text)
    place = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    drop = QFontMetricsF(font).descent() / 8
    painter.drawText(place.translated(0, -drop), Qt.AlignmentFlag.AlignCenter, str(number))


def _widened(part: QRectF, room: QSizeF) -> QRectF:
    """The same middle in the shape of the room, so that no width is wasted."""
    width = max(part.width(), part.height() * room.width() / room.height())
    height = max(part.height(), part.width() * room.height() / room.width() / 2)
    wide = QRectF(0, 0, width, height)
    wide.moveCenter(part.center())
    return wide
