"""编辑群: what the current group is called, which rules hold in it, who owns it, and when it is quiet."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.i18n import language, translate
from moderator_app.session import Change, Session
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.doing import Doer, named
from moderator_app.ui.quick.telling import with_warnings
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import ComboBox

_MAKE = "+"
"""Stands for the free group that is still to be made; no group has such an id."""


class EditGroupQuestion(Question):
    """Changes the current group; what is left as it is, is not touched."""

    def __init__(self, session: Session, doer: Doer, parent: QWidget | None) -> None:
        self._group = session.group
        shown = self._group.title.get(language())
        super().__init__(
            translate("Groups", "编辑「{group}」", group=shown),
            translate("Groups", "换一份群规，已有的记录都留着，条款和阶梯从此按新的算。"),
            translate("Groups", "保存"),
            self._save,
            parent,
        )
        self._session, self._doer, self._shown = session, doer, shown
        self._title, self._owner, self._hours = QLineEdit(shown), QLineEdit(), QLineEdit()
        self._rulebook, self._free = ComboBox(), ComboBox()
        self._owner.setText(self._group.owner)
        self._owner.setPlaceholderText(translate("Groups", "和「设置」里的经手人写得一样"))
        self._hours.setText(self._group.hours)
        self._hours.setPlaceholderText(translate("Groups", "如 22:00-07:30；空着按群规"))
        self.add(translate("Groups", "群名"), self._title, "group-title")
        self.add(translate("Groups", "群规"), self._rulebook, "group-rulebook")
        self.add(translate("Groups", "群主"), self._owner, "group-owner")
        self.add(translate("Groups", "安静时间"), self._hours, "group-hours")
        self.add(translate("Groups", "自由群"), self._free, "group-free")
        self.setMinimumWidth(theme().px(520))
        self._fill()

    def _fill(self) -> None:
        known = {each.id: each.title.get(language()) for each in self._session.templates()}
        known.setdefault(self._group.rulebook, self._group.rulebook)
        for rulebook, title in known.items():
            self._rulebook.addItem(title, rulebook)
        self._rulebook.setCurrentIndex(self._rulebook.findData(self._group.rulebook))
        self._free.addItem(translate("Groups", "没有"), "")
        for group in self._session.groups():
            if group.id != self._group.id:
                self._free.addItem(group.title.get(language()), group.id)
        offered = self._session.process.free_group(self._group.id)
        if offered is not None and offered.made:
            title = offered.group.title.get(language())
            self._free.addItem(translate("Groups", "新建「{group}」", group=title), _MAKE)
        self._free.setCurrentIndex(max(0, self._free.findData(self._group.linked_free_group)))
        self._title.setFocus()
        self._title.selectAll()

    def _save(self) -> None:
        title = self._title.text().strip()
        if not title:
            self.refuse(translate("Groups", "还没有写群名。"), self._title)
            return
        given = {
            "title": title,
            "rulebook": str(self._rulebook.currentData()),
            "owner": self._owner.text().strip(),
            "hours": self._hours.text().strip(),
            "linked_free_group": str(self._free.currentData()),
        }
        make = given["linked_free_group"] == _MAKE
        if make:
            del given["linked_free_group"]
        was = {name: getattr(self._group, name) for name in given} | {"title": self._shown}
        changed = {name: value for name, value in given.items() if value != was[name]}
        if changed:
            self._tell(self._session.edit_group(self._group.id, **changed))
        if make:
            self._tell(self._session.process.add_free_group(self._group.id))
        self.accept()

    def _tell(self, change: Change) -> None:
        detail = with_warnings("", change)
        self._doer.say(named(self._session, change.label), detail, change.undoable)
