"""The list of members: several can be selected, ← → walk along the filters; and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.session import MemberRow
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.main.models import ROW
from moderator_app.ui.main.parts import MoreButton, column, margins, row
from moderator_app.ui.main.process_matters import Matter
from moderator_app.ui.widgets import Button

Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag


class MemberList(RowList):
    """Emits `walked` for ← and →, `several` with the members once more than one is selected.

    Of matters Space ticks one after the other, which ↑ and ↓ leave ticked, and Esc ends it; `ticked`
    is emitted with those that are, likewise where several are selected as usual.
    """

    walked = Signal(int)
    several = Signal(list)
    ticked = Signal(list)
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._ticking = False

    def matters(self) -> list[Matter]:
        """The selected matters, in the order of the list."""
        places = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        found = (index.data(ROW) for index in places)
        return [each for each in found if isinstance(each, Matter)]

    def tick_all(self, rows: Sequence[int]) -> bool:
        """Tick these matters and no other; False where there are none."""
        if not rows:
            return False
        self._ticking = True
        self.selectionModel().clearSelection()
        for row_ in rows:
            self.selectionModel().select(self.model().index(row_, 0), _Flag.Select)
        return True

    def stop_ticking(self) -> None:
        """The selection is again that of the list."""
        self._ticking = False

    def _tick(self) -> None:
        """Tick the current matter, or take its tick away, and go on to the next."""
        index = self.currentIndex()
        self.selectionModel().select(index, _Flag.Toggle if self._ticking else _Flag.ClearAndSelect)
        self._ticking = True
        self._go(1)
        self.ticked.emit(self.matters())

    def _go(self, step: int) -> None:
        """Another matter becomes the current one; the ticks stay."""
        place = max(0, min(self.model().rowCount() - 1, self.currentIndex().row() + step))
        self.selectionModel().setCurrentIndex(self.model().index(place, 0), _Flag.NoUpdate)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """While matters are ticked, the one that is walked over is not opened."""
        if self._ticking:
            QAbstractItemView.currentChanged(self, current, previous)
        else:
            super().currentChanged(current, previous)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse selects as usual."""
        self._ticking = False
        super().mousePressEvent(event)

    def chosen(self) -> list[Member]:
        """The selected members, in the order of the list."""
        places = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        found = (index.data(ROW) for index in places)
        return [each.member for each in found if isinstance(each, MemberRow)]

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell of several, and of the one that is left of them."""
        super().selectionChanged(selected, deselected)
        count = len(self.selectionModel().selectedIndexes())
        if count > 1 and (members := self.chosen()):
            self.several.emit(members)
        elif (self._ticking or count > 1) and (matters := self.matters()):
            self.ticked.emit(matters)
        elif count == 1 and len(deselected.indexes()) > 1:
            self.picked.emit(self.selectionModel().selectedIndexes()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """← → belong to the filters; Space, ↑ ↓ and Esc tick and walk where matters are ticked."""
        key, bare = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        walk = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and bare:
            self.walked.emit(step)
        elif key == Qt.Key.Key_Space and bare and isinstance(self.currentIndex().data(ROW), Matter):
            self._tick()
        elif walk and bare and self._ticking:
            self._go(walk)
        elif key == Qt.Key.Key_Escape and self._ticking:
            self._ticking = False
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect)
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of the chosen member, where the mouse is or beside the row."""
        index = self.currentIndex()
        if isinstance(index.data(ROW), MemberRow):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            beside = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(beside if by_key else event.globalPos())


class ListFoot(QWidget):
    """Below the list: add, import, ⋯; and, where all in the list want the same reminder, that one."""

    def __init__(self) -> None:
        super().__init__()
        self.add = Button(translate("Members", "添加成员"), variant="link", icon_name="plus")
        self.add.setObjectName("members-add")
        self.import_file = Button(translate("Members", "导入…"), variant="link")
        self.import_file.setObjectName("members-import")
        self.import_file.setToolTip("Ctrl+I")
        self.remind = Button(variant="primary", keys="Ctrl+R")
        self.remind.setObjectName("members-remind")
        more = MoreButton(translate("Members", "名单"))
        more.setObjectName("members-more")
        menu = QMenu(self)
        self.export = QAction(translate("Members", "导出名单…"), menu)
        self.export.setObjectName("members-export")
        menu.addAction(self.export)
        more.setMenu(menu)
        body = column(self.remind, row(self.add, self.import_file, None, more, gap=4), gap=4)
        margins(body, 8, 8, 8, 8)
        self.setLayout(body)
        self.remind.hide()

    def show_for(self, name: str, count: int) -> None:
        """Offer what fits a filter with so many rows."""
        wanted = name in (Filter.CARDS, Filter.SILENT) and count > 0
        self.remind.setVisible(wanted)
        if wanted:
            self.remind.set_text(translate("Members", "提醒这 {count} 位", count=count))
