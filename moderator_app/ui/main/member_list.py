"""The list of members: several can be selected, ← → walk along the filters; and what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.session import MemberRow
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.main.models import ROW
from moderator_app.ui.main.parts import MoreButton, column, margins, row
from moderator_app.ui.widgets import Button


class MemberList(RowList):
    """Emits `walked` for ← and →, `several` with the members once more than one is selected."""

    walked = Signal(int)
    several = Signal(list)
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

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
        elif count == 1 and len(deselected.indexes()) > 1:
            self.picked.emit(self.selectionModel().selectedIndexes()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """← → belong to the filters."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(step)
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
