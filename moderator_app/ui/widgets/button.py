"""Buttons: plain, primary, flat and link, each able to show the cap of its key."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QSizePolicy, QWidget

from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.keycap import cap_size, key_text, paint_cap
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

Variant = Literal["plain", "primary", "flat", "link"]

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """The accent ring 2 pixels outside a button, as a sheet of its own that may overlap what is around."""

    def __init__(self, target: QWidget) -> None:
        host = _host(target)
        super().__init__(host)
        self._target, self._host = target, host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part: QWidget | None = target
        while part is not None and part is not host:
            part.installEventFilter(self)
            part = part.parentWidget()
        self._follow()
        self.show()

    def _follow(self) -> None:
        self.setGeometry(_around(self._target, self._host))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay around the button when it moves."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring."""
        area = self.rect().toRectF()
        box(smooth(self), area, radius=theme().px(6) + 4, fill=None, line=theme().tokens.accent, width=2)


def _around(target: QWidget, host: QWidget) -> QRect:
    """Where the ring round `target` stands in `host`."""
    return QRect(target.mapTo(host, QPoint(0, 0)), target.size()).adjusted(-4, -4, 4, 4)


def _host(target: QWidget) -> QWidget:
    """The nearest one around `target` that has room for the ring, but nothing that `target` scrolls in."""
    host = target.parentWidget() or target
    while not host.rect().contains(_around(target, host)):
        outer = host.parentWidget()
        if outer is None or host.isWindow() or isinstance(outer.parentWidget(), QAbstractScrollArea):
            break
        host = outer
    return host


class Button(Themed, QPushButton):
    """A button 32 high. `keys` shows a cap; it does not bind the key: the window does."""

    def __init__(
        self,
        text: str = "",
        *,
        variant: Variant = "plain",
        keys: str = "",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._variant: Variant = variant
        self._keys, self._icon_name = keys, icon_name
        self._ring: FocusRing | None = None
        self.setAccessibleName(text)
        self.setAccessibleDescription(key_text(keys) if keys else "")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_text(self, text: str) -> None:
        """Name it anew; the accessible name goes with it."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_variant(self, variant: Variant) -> None:
        """Make it the primary one, or plain again."""
        if variant != self._variant:
            self._variant = variant
            self.restyle()

    def set_keys(self, keys: str) -> None:
        """Show another cap, or none."""
        if keys != self._keys:
            self._keys = keys
            self.setAccessibleDescription(key_text(keys) if keys else "")
            self.restyle()

    def _padding(self) -> int:
        return theme().px(8 if self._variant in ("flat", "link") else 12)

    def _pieces(self) -> list[tuple[str, float]]:
        """What stands in the button from left to right, with widths."""
        px, pieces = theme().px, []
        if self._icon_name:
            pieces.append(("icon", float(px(16))))
        if self.text():
            font = theme().font(Type.BODY, bold=self._variant == "primary")
            pieces.append(("text", text_width(self.text(), font) + 1))
        if self._keys:
            pieces.append(("keys", float(cap_size(self._keys).width())))
        return pieces

    def _content_width(self) -> float:
        return _width_of(self._pieces())

    def _fitting(self) -> list[tuple[str, float]]:
        """The pieces there is room for: where a small screen squeezes the button, its words come first."""
        pieces = self._pieces()
        squeezed = self.width() + 1 < _width_of(pieces) + 2 * theme().px(4)
        return [piece for piece in pieces if piece[0] != "keys"] if squeezed and self.text() else pieces

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Content and padding; a lone icon makes a square."""
        height = theme().px(32)
        if self._icon_name and not self.text() and not self._keys:
            return QSize(height, height)
        return QSize(round(self._content_width() + 0.5) + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A button is never cut."""
        return self.sizeHint()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and text for the present state."""
        tokens = theme().tokens
        hover, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if not self.isEnabled():
            return (
                (tokens.raised, tokens.border, tokens.text2)
                if self._variant in ("plain", "primary")
                else (None, None, tokens.text2)
            )
        if self._variant == "primary":
            fill = (
                tokens.accent.darker(112) if down else tokens.accent.darker(106) if hover else tokens.accent
            )
            return fill, fill, tokens.on_accent
        under = tokens.border if down else tokens.raised if hover else None
        if self._variant == "plain":
            return under or tokens.surface, tokens.border_strong, tokens.text
        return under, None, tokens.accent if self._variant == "link" else tokens.text

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, icon, words and cap, centred."""
        painter, px = smooth(self), theme().px
        fill, line, ink = self._colours()
        box(painter, self.rect().toRectF(), radius=px(6), fill=fill, line=line)
        pieces = self._fitting()
        left = (self.width() - _width_of(pieces)) / 2
        for piece, width in pieces:
            area = QRectF(left, 0, width, self.height())
            if piece == "icon":
                paint_icon(painter, self._icon_name, self._square(area, px(16)), ink)
            elif piece == "text":
                font = theme().font(Type.BODY, bold=self._variant == "primary")
                line_of_text(painter, area, self.text(), font=font, colour=ink)
            else:
                self._paint_keys(painter, area, ink)
            left += width + px(8)

    @staticmethod
    def _square(area: QRectF, side: float) -> QRectF:
        return QRectF(area.left(), round((area.height() - side) / 2), side, side)

    def _paint_keys(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        tokens, height = theme().tokens, theme().px(20)
        cap = QRectF(area.left(), (area.height() - height) / 2, area.width(), height)
        primary = self._variant == "primary" and self.isEnabled()
        line = ink if primary else tokens.border_strong
        text = ink if primary else tokens.text2
        paint_cap(painter, cap, self._keys, line=line, text=text, fill=None if primary else tokens.raised)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that wears the ring, as Space does."""
        if self._ring is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring only to who walks by Tab."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self._ring is None and self.parentWidget() is not None:
            self._ring = FocusRing(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None


def _width_of(pieces: list[tuple[str, float]]) -> float:
    """How wide the pieces are together, with the gaps between them."""
    return sum(width for _, width in pieces) + theme().px(8) * max(len(pieces) - 1, 0)
