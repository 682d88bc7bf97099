"""The left column of a page: search field, filters, and rows that the keys walk through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QListView, QWidget

from moderator_app.ui.main.models import Index
from moderator_app.ui.main.paint import focus_ring
from moderator_app.ui.main.parts import Plane, column, margins, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Divider, SearchField
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width


class Tab(Themed, QAbstractButton):
    """One filter above a list: a word with its count, tinted while it is the one in force."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_text(text)
        self.follow_theme()

    def set_text(self, text: str) -> None:
        """Show another count."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return theme().font(Type.HINT, bold=self.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the bold word, so that nothing moves when it is chosen."""
        words = text_width(self.text(), theme().font(Type.HINT, bold=True))
        return QSize(round(words) + 2 * theme().px(6), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the word on its tint."""
        tokens, painter, area = theme().tokens, smooth(self), self.rect().toRectF()
        if self.isChecked() or self.underMouse():
            fill = tokens.accent_tint if self.isChecked() else tokens.raised
            box(painter, area, radius=theme().px(4), fill=fill, line=None)
        ink = tokens.accent if self.isChecked() else tokens.text2
        middle = Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, area, self.text(), font=self._font(), colour=ink, align=middle)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme().px(4))


class Tabs(QWidget):
    """Filters of which one is in force; emits `chosen` with its name. Arrow keys walk along."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, Tab] = {}
        layout = row(gap=0)
        for name in names:
            tab = Tab("", self)
            tab.setAutoExclusive(True)
            tab.setObjectName(f"tab-{name}")
            tab.clicked.connect(partial(self._choose, name))
            self._tabs[name] = tab
            layout.addWidget(tab)
        layout.addStretch(1)
        self.setLayout(layout)
        self._tabs[names[0]].setChecked(True)

    def set_text(self, name: str, text: str) -> None:
        """Show a word with its count."""
        self._tabs[name].set_text(text)

    def set_offered(self, name: str, offered: bool) -> None:
        """Show a filter, or leave it out where there can be nothing in it."""
        self._tabs[name].setVisible(offered)

    @property
    def current(self) -> str:
        """The name of the filter in force."""
        return next(name for name, tab in self._tabs.items() if tab.isChecked())

    def set_current(self, name: str) -> None:
        """Show another one as in force, and tell nobody."""
        self._tabs[name].setChecked(True)

    def choose(self, name: str) -> None:
        """Put another filter in force."""
        self.set_current(name)
        self.chosen.emit(name)

    def walk(self, step: int) -> None:
        """The next or the previous one that is shown, round the ends."""
        shown = [name for name, tab in self._tabs.items() if not tab.isHidden()]
        self.choose(shown[(shown.index(self.current) + step) % len(shown)])

    def focus_current(self, reason: Qt.FocusReason) -> None:
        """Go to the filter in force."""
        self._tabs[self.current].setFocus(reason)

    def _choose(self, name: str, *_: object) -> None:
        self.chosen.emit(name)


class RowList(QListView):
    """A list of rows as the look has them; emits `picked` when another row becomes the current one."""

    picked = Signal(QModelIndex)
    entered_row = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell who shows the details."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.picked.emit(self.model().index(current.row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter acts on the row; letters are left to shortcuts, not to Qt's own search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_row.emit()
        elif event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ListPane(Plane):
    """The left column of a page: search on top, rows below, and what may stand between and under them.

    ↑ and ↓ in the search field walk through the rows, so that the hands need not leave it.
    """

    def __init__(self, search: SearchField, rows: RowList, *between: QWidget | QLayout) -> None:
        super().__init__()
        self.search, self.rows = search, rows
        head = column(search, *between, gap=8)
        margins(head, 12, 12, 12, 12)
        self._body = column(head, Divider(), rows, gap=0)
        self.setLayout(self._body)
        search.installEventFilter(self)

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the rows."""
        foot = row(widget, None)
        margins(foot, 8, 8, 8, 8)
        self._body.addLayout(foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hand ↑ and ↓ from the field to the rows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.walk(step)
                return True
        return super().eventFilter(watched, event)

    def walk(self, step: int) -> None:
        """Make the next or the previous row the current one."""
        number = max(0, min(self.rows.model().rowCount() - 1, self.rows.currentIndex().row() + step))
        self.rows.setCurrentIndex(self.rows.model().index(number, 0))
