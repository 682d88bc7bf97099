"""添加群: the kind of group it is, what it is called, and which group takes in those who only advertise."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.i18n import language, translate
from moderator_app.session import Session, Template
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.doing import Doer, named
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import ComboBox

_ROWS_SHOWN = 6


class GroupQuestion(Question):
    """Choose a rulebook and a name; the new group becomes the current one."""

    def __init__(self, session: Session, doer: Doer, parent: QWidget | None) -> None:
        super().__init__(
            translate("Groups", "添加群"),
            translate("Groups", "选一份最接近的群规，随时可以在「群规」里逐条调整。"),
            translate("Groups", "添加"),
            self._add,
            parent,
        )
        self._session, self._doer = session, doer
        self._templates, self._name, self._free = (
            RowList(translate("Groups", "群规模板")),
            QLineEdit(),
            ComboBox(),
        )
        self._named = ""
        self._model = RowsModel(lambda template: template.id, _spoken)
        self._delegate = RowDelegate(_face)
        self._templates.setModel(self._model)
        self._templates.setItemDelegate(self._delegate)
        self._templates.setFixedHeight(theme().px(52 * _ROWS_SHOWN + 2))
        self._templates.setFrameShape(RowList.Shape.StyledPanel)
        self._templates.picked.connect(self._suggest_name)
        self._templates.entered_row.connect(self.answer)
        self.add(translate("Groups", "群规"), self._templates, "group-template")
        self.add(translate("Groups", "群名"), self._name, "group-name")
        self.add(translate("Groups", "自由群"), self._free, "group-free")
        self.form.setAlignment(self.form.labelForField(self._templates), Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(theme().px(560))
        self._fill()

    def _fill(self) -> None:
        self._free.addItem(translate("Groups", "没有"), "")
        for group in self._session.groups():
            self._free.addItem(group.title.get(language()), group.id)
        self._model.show_rows(self._session.templates())
        self._templates.setCurrentIndex(self._model.index(0))
        self._templates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest_name(self, index: QModelIndex) -> None:
        """Put the template's title into the field, unless the user has written there."""
        template: Template = index.data(ROW)
        if self._name.text() == self._named:
            self._named = template.title.get(language())
            self._name.setText(self._named)

    def _add(self) -> None:
        name = self._name.text().strip()
        if not name:
            self.refuse(translate("Groups", "还没有写群名。"), self._name)
            return
        template: Template = self._templates.currentIndex().data(ROW)
        before = {group.id for group in self._session.groups()}
        change = self._session.add_group(
            "", name, template.id, linked_free_group=str(self._free.currentData())
        )
        added = next(group.id for group in self._session.groups() if group.id not in before)
        self._session.choose_group(added)
        self._doer.say(named(self._session, change.label), undoable=change.undoable)
        self.accept()


def _face(template: object) -> RowFace:
    if not isinstance(template, Template):
        return RowFace(title="")
    return RowFace(title=template.title.get(language()), detail=template.summary.get(language()))


def _spoken(template: Template) -> str:
    return f"{template.title.get(language())}，{template.summary.get(language())}"
