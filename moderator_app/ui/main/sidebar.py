"""The sidebar: which group is current, and the way to each page; icons only where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from moderator_app.core.roster.group import Group
from moderator_app.i18n import language, translate
from moderator_app.ui.main.paint import focus_ring
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.controls import ComboBox
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth

WIDE, NARROW = 168, 56
_NEW_GROUP = "+"
"""Stands in the list of groups for adding one; no group's id can be this."""


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
        self.setObjectName(f"nav-{place.name}")
        self.setAccessibleName(place.label)
        self.setAccessibleDescription(place.key)
        self.setToolTip(f"{place.label}  {place.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow_theme()

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
            return
        inner = self.rect().toRectF().adjusted(look.px(44), 0, -look.px(8), 0)
        small, body = look.font(Type.HINT), look.font(Type.BODY, bold=self.isChecked())
        right = Qt.AlignmentFlag.AlignRight
        line_of_text(painter, inner, self._place.key, font=small, colour=tokens.text2, align=right)
        line_of_text(painter, inner, self._place.label, font=body, colour=tokens.text)

    def enterEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Show the hover."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """End the hover."""
        super().leaveEvent(event)
        self.update()


class GroupChooser(ComboBox):
    """The current group; in a narrow sidebar only its first character."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name=translate("Main", "当前群"), parent=parent)
        self._compact = False
        self.setObjectName("group-chooser")

    def set_compact(self, compact: bool) -> None:
        """Show the first character only; the list that opens stays wide."""
        self._compact = compact
        self.view().setMinimumWidth(theme().px(WIDE - 16))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The whole field, or the box with one character in it."""
        if not self._compact:
            super().paintEvent(event)
            return
        painter, tokens = smooth(self), theme().tokens
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.border_strong, 0)
        box(painter, self.rect().toRectF(), radius=theme().px(6), fill=tokens.surface, line=edge, width=width)
        first, middle = self.currentText()[:1], Qt.AlignmentFlag.AlignHCenter
        area, font = self.rect().toRectF(), theme().font(Type.BODY)
        line_of_text(painter, area, first, font=font, colour=tokens.text, align=middle)


class Sidebar(Themed, QWidget):
    """Group chooser above, pages below it, settings at the foot."""

    page_wanted = Signal(str)
    group_wanted = Signal(str)
    new_group_wanted = Signal()

    def __init__(self, places: Sequence[Place], foot: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._groups = GroupChooser(self)
        self._groups.activated.connect(self._choose_group)
        self._buttons: dict[str, NavButton] = {}
        self._ring = QButtonGroup(self)
        self._compact = False
        self._current = 0
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

    def show_groups(self, groups: Sequence[Group], current: str) -> None:
        """List the groups and mark the current one."""
        self._groups.clear()
        for group in groups:
            self._groups.addItem(group.title.get(language()), group.id)
        self._current = max(0, self._groups.findData(current))
        self._groups.setCurrentIndex(self._current)
        self._groups.insertSeparator(self._groups.count())
        self._groups.addItem(translate("Main", "添加群…"), _NEW_GROUP)

    def open_groups(self) -> None:
        """Ctrl+G: list the groups, to be chosen with the arrow keys."""
        self._groups.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._groups.showPopup()

    def _choose_group(self, index: int) -> None:
        group = str(self._groups.itemData(index))
        if group != _NEW_GROUP:
            self.group_wanted.emit(group)
            return
        self._groups.setCurrentIndex(self._current)
        self.new_group_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill with the window's colour and close with a line at the right."""
        painter, thin = QPainter(self), 1 / self.devicePixelRatioF()
        painter.fillRect(self.rect(), theme().tokens.bg)
        line = QRectF(self.width() - thin, 0, thin, self.height())
        painter.fillRect(line, theme().tokens.border)
