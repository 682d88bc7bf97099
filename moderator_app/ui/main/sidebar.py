"""The sidebar: which group is current, and the way to each page; icons only where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from moderator_app.core.roster.group import Group
from moderator_app.i18n import language, translate
from moderator_app.ui.main.group_menu import GroupButton, Todo
from moderator_app.ui.main.paint import focus_ring
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

WIDE, NARROW = 168, 56
_MOST_COUNTED = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One way in the sidebar: page name, icon, label and the key that leads there."""

    name: str
    icon: str
    label: str
    key: str


class NavButton(Themed, QAbstractButton):
    """One row of the sidebar: icon, label, key; the current one tinted, with a bar at its left."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.compact = False
        self.count = 0
        self.setObjectName(f"nav-{place.name}")
        self.setAccessibleName(place.label)
        self.setAccessibleDescription(place.key)
        self.setToolTip(f"{place.label}  {place.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow_theme()

    def show_count(self, count: int) -> None:
        """How many things wait on this page; 0 shows nothing."""
        self.count, label = count, self._place.label
        waiting = translate("Main", "{page}，待办 {count}", page=label, count=count) if count else label
        self.setAccessibleName(waiting)
        self.setToolTip(f"{waiting}  {self._place.key}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """36 high, as wide as the sidebar lets it be."""
        return QSize(theme().px(NARROW - 16), theme().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the row."""
        look, tokens = theme(), theme().tokens
        painter = smooth(self)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_tint if self.isChecked() else tokens.border)
            painter.drawRoundedRect(QRectF(self.rect()), look.px(6), look.px(6))
        if self.isChecked():
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(QRectF(0, look.px(8), look.px(3), self.height() - look.px(16)), 1, 1)
        self._draw_content(painter)
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.px(6))

    def _draw_content(self, painter: QPainter) -> None:
        look, tokens = theme(), theme().tokens
        size, middle = look.px(20), self.height() / 2
        left = (self.width() - size) / 2 if self.compact else look.px(12)
        ink = tokens.accent if self.isChecked() else tokens.text2
        paint_icon(painter, self._place.icon, QRectF(left, middle - size / 2, size, size), ink)
        if self.compact:
            if self.count:
                width = self._count_width()
                self._draw_count(painter, QRectF(self.width() - width, 0, width, look.px(16)))
            return
        inner = self.rect().toRectF().adjusted(look.px(44), 0, -look.px(8), 0)
        body = look.font(Type.BODY, bold=self.isChecked())
        line_of_text(painter, inner, self._place.label, font=body, colour=tokens.text)
        self._draw_right(painter, inner, text_width(self._place.label, body))

    def _draw_right(self, painter: QPainter, inner: QRectF, words: float) -> None:
        """The count behind the label, and the key at the right end where there is still room for it."""
        look, left = theme(), inner.left() + words + theme().px(6)
        if self.count:
            width, high = self._count_width(), look.px(16)
            self._draw_count(painter, QRectF(left, (self.height() - high) / 2, width, high))
            left += width + look.px(6)
        small, right = look.font(Type.HINT), Qt.AlignmentFlag.AlignRight
        if text_width(self._place.key, small) <= inner.right() - left:
            line_of_text(painter, inner, self._place.key, font=small, colour=look.tokens.text2, align=right)

    def _shown_count(self) -> str:
        return str(self.count) if self.count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"

    def _count_width(self) -> float:
        words = text_width(self._shown_count(), theme().font(Type.HINT))
        return max(words + theme().px(8), theme().px(16))

    def _draw_count(self, painter: QPainter, place: QRectF) -> None:
        tokens, middle = theme().tokens, Qt.AlignmentFlag.AlignHCenter
        box(painter, place, radius=place.height() / 2, fill=tokens.accent, line=None)
        font = theme().font(Type.HINT)
        line_of_text(painter, place, self._shown_count(), font=font, colour=tokens.on_accent, align=middle)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show the hover."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """End the hover."""
        super().leaveEvent(event)
        self.update()


class Sidebar(Themed, QWidget):
    """Group chooser above, pages below it, settings at the foot."""

    page_wanted = Signal(str)
    group_wanted = Signal(str)
    new_group_wanted = Signal()
    edit_group_wanted = Signal()

    def __init__(self, places: Sequence[Place], foot: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._groups = GroupButton(self)
        self._groups.menu.wanted.connect(self.group_wanted)
        self._groups.menu.new_wanted.connect(self.new_group_wanted)
        self._groups.menu.edit_wanted.connect(self.edit_group_wanted)
        self._buttons: dict[str, NavButton] = {}
        self._ring = QButtonGroup(self)
        self._compact = False
        px, layout = theme().px, QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(12), px(8), px(12))
        layout.setSpacing(px(4))
        layout.addWidget(self._groups)
        layout.addSpacing(px(4))
        for place in places:
            layout.addWidget(self._make(place))
        layout.addStretch(1)
        layout.addWidget(self._make(foot))
        self.follow_theme()

    def restyle(self) -> None:
        """Take the width anew from the theme."""
        self.setFixedWidth(theme().px(NARROW if self._compact else WIDE))
        super().restyle()

    def _make(self, place: Place) -> NavButton:
        button = NavButton(place, self)
        button.clicked.connect(lambda: self.page_wanted.emit(place.name))
        self._ring.addButton(button)
        self._buttons[place.name] = button
        return button

    def set_current(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, or icons with labels."""
        self._compact = compact
        self.restyle()
        self._groups.set_compact(compact)
        for button in self._buttons.values():
            button.compact = compact
            button.update()

    def show_groups(self, groups: Sequence[Group], current: Group, todo: Todo) -> None:
        """Name the current group; the others stand in its menu, with what `todo` tells of each."""
        self._groups.menu.set_groups(groups, current.id, todo)
        self._groups.show_title(current.title.get(language()))

    def show_count(self, name: str, count: int) -> None:
        """How many things wait on a page."""
        self._buttons[name].show_count(count)

    def open_groups(self) -> None:
        """Ctrl+G: the menu of groups, in which a digit chooses at once."""
        self._groups.open()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill with the window's colour and close with a line at the right."""
        painter, thin = QPainter(self), 1 / self.devicePixelRatioF()
        painter.fillRect(self.rect(), theme().tokens.bg)
        line = QRectF(self.width() - thin, 0, thin, self.height())
        painter.fillRect(line, theme().tokens.border)
