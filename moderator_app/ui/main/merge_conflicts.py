"""The fields that two moderators set differently and nobody has decided yet, asked once more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.merge_rows import ConflictRows
from moderator_app.ui.main.parts import Framed
from moderator_app.ui.main.services import Services
from moderator_app.ui.theme import theme


class ConflictDialog(Question):
    """1 and 2 choose; what is not chosen stays open."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            translate("Merge", "两边改得不同"),
            translate("Merge", "两位管理员把同一项改成了不同的样子。按 1 或 2 选一个；没有选的以后还会问。"),
            translate("Merge", "选定"),
            self._settle,
            parent,
        )
        self.setObjectName("conflict-dialog")
        self._session = services.session
        self._rows = ConflictRows()
        groups = self._session.groups()
        self._rows.show_conflicts(
            [conflict for group in groups for conflict in self._session.exchange.conflicts(group.id)]
        )
        framed = Framed(self._rows)
        framed.setFixedHeight(theme().px(52 * 6 + 2))
        self.form.addRow(framed)
        self.setMinimumWidth(theme().px(640))
        self._rows.setFocus()
        self._rows.entered_row.connect(self.answer)

    def _settle(self) -> None:
        for conflict, value in self._rows.told():
            self._session.exchange.settle(conflict.member.id, conflict.field, value)
        self.accept()
