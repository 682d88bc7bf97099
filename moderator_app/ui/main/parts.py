"""The pieces that every page is put together from: title row, status line, card, ⋯."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets import Badge, KeyHint, Label
from moderator_app.ui.widgets.painting import Themed, box, smooth, text_width


def row(*items: QWidget | QLayout | int | None, gap: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a gap, None takes the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().px(gap))
    _fill(layout, items)
    return layout


def column(*items: QWidget | QLayout | int | None, gap: int = 8) -> QVBoxLayout:
    """Widgets one below the other; a number is a gap, None takes the room that is left."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().px(gap))
    _fill(layout, items)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, items: Sequence[QWidget | QLayout | int | None]) -> None:
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif item is None:
            layout.addStretch(1)
        else:
            layout.addSpacing(theme().px(item))


def margins(layout: QLayout, left: int, top: int, right: int, bottom: int) -> None:
    """Set a layout's margins in the look's pixels."""
    px = theme().px
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Card(Themed, QWidget):
    """A box with a hairline round it; `quiet` fills it with the window's colour (not to be edited)."""

    def __init__(self, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box."""
        tokens = theme().tokens
        fill = tokens.bg if self._quiet else tokens.surface
        box(smooth(self), self.rect().toRectF(), radius=theme().px(6), fill=fill, line=tokens.border)


class Framed(Card):
    """A card that holds one view, whose square corners are cut to the card's round ones."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = view
        held = column(view, gap=0)
        held.setContentsMargins(1, 1, 1, 2)
        self.setLayout(held)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Cut anew when the view has another size."""
        if watched is self._view and event.type() == QEvent.Type.Resize:
            path, radius = QPainterPath(), theme().px(6) - 1
            path.addRoundedRect(self._view.rect().toRectF(), radius, radius)
            self._view.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return super().eventFilter(watched, event)


class Plane(Themed, QWidget):
    """A plain surface: the ground of a page, or of the window's edge."""

    def __init__(self, *, edge: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = edge
        self.follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill it."""
        tokens = theme().tokens
        QPainter(self).fillRect(self.rect(), tokens.bg if self._edge else tokens.surface)


class MoreButton(Themed, QToolButton):
    """⋯ with a menu of the rarer actions."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.follow_theme()

    def restyle(self) -> None:
        """Square, as high as a button."""
        self.setFixedSize(theme().px(32), theme().px(32))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box and dots."""
        tokens, painter, side = theme().tokens, smooth(self), theme().px(16)
        fill = tokens.border if self.isDown() else tokens.raised if self.underMouse() else tokens.surface
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.border_strong, 0)
        box(painter, self.rect().toRectF(), radius=theme().px(6), fill=fill, line=edge, width=width)
        middle = (self.width() - side) / 2
        paint_icon(painter, "more", QRectF(middle, middle, side, side), tokens.text)


class TitleRow(QWidget):
    """Name and state at the left, actions at the right: one primary, then ⋯."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label(kind=Type.TITLE, bold=True, elide=True)
        self.tag = Badge()
        self.tag.hide()
        self._actions = row(gap=12)
        layout = row(self.name, self.tag, gap=12)
        layout.addStretch(1)
        layout.addLayout(self._actions)
        margins(layout, 24, 16, 24, 12)
        self.setLayout(layout)

    def add(self, *widgets: QWidget) -> None:
        """Put actions at the right end, in this order."""
        for widget in widgets:
            self._actions.addWidget(widget)

    def show_name(self, name: str, tag: str = "", level: Level | None = None) -> None:
        """Show what the page is about now, with its state."""
        self.name.setText(name)
        wanted = round(text_width(name, self.name.font())) + 2
        self.name.setMinimumWidth(min(wanted, theme().px(150)))
        self.tag.set(tag, level)
        self.tag.setVisible(bool(tag))


class StatusLine(Themed, QWidget):
    """32 high at the foot of a page: the count at the left, what can be undone at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = Label(kind=Type.HINT, tone="text2", elide=True)
        self.left.setObjectName("status-count")
        self.undo = Label(kind=Type.HINT, tone="text2", elide=True)
        self.undo.setObjectName("status-undo")
        self.undo_key = KeyHint("Ctrl+Z", "")
        self.undo_key.setObjectName("status-undo-key")
        self._keys = QWidget()
        self._keys_row = row(gap=16)
        self._keys.setLayout(self._keys_row)
        layout = row(self.left, None, self._keys, self.undo, self.undo_key, gap=16)
        margins(layout, 24, 0, 24, 0)
        self.setLayout(layout)
        self.follow_theme()

    def add_key(self, keys: str, text: str) -> KeyHint:
        """Show one more key of this page."""
        hint = KeyHint(keys, text)
        self._keys_row.addWidget(hint)
        return hint

    def show_undo(self, text: str) -> None:
        """Name what Ctrl+Z would take back; "" where there is nothing."""
        self.undo.setText(text)
        self.undo_key.setAccessibleName(text)
        self.undo.setVisible(bool(text))
        self.undo_key.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow, what can be undone comes before the page's keys."""
        super().resizeEvent(event)
        self._keys.setVisible(self.width() >= theme().px(640))

    def restyle(self) -> None:
        """Take the height anew from the theme."""
        self.setFixedHeight(theme().px(32))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill with the window's colour, a hairline above."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), tokens.bg)
        painter.fillRect(QRectF(0, 0, self.width(), 1 / self.devicePixelRatioF()), tokens.border)


class Scroll(QScrollArea):
    """A column that scrolls upright only and shows no frame.

    With `steady` the room of the scroll bar is always kept: where what is inside gets higher as it
    gets narrower, a bar that comes and goes would change the width for ever.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, steady: bool = False) -> None:
        super().__init__(parent)
        if steady:
            bar = self.verticalScrollBar()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget switched it on
        self.viewport().setAutoFillBackground(False)
