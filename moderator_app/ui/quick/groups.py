"""Another group with one key: at once where there are two, else by its number in a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from moderator_app.core.roster.group import Group
from moderator_app.i18n import language
from moderator_app.ui.quick.ports import CheckSession

_NUMBERED = 9


class GroupMenu(QMenu):
    """All groups with the digits that choose them; `chosen` is called with a group's id."""

    def __init__(self, session: CheckSession, chosen: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("groupMenu")
        self._session, self._chosen = session, chosen

    def switch(self, button: QWidget) -> None:
        """To the other group where there are two; more are shown below `button`."""
        others = [group for group in self._session.groups() if group.id != self._session.group.id]
        if len(others) == 1:
            self._chosen(others[0].id)
        else:
            self.show_below(button)

    def show_below(self, button: QWidget) -> None:
        """Let one be chosen."""
        self.clear()
        for number, group in enumerate(self._session.groups(), 1):
            self._add(number, group)
        self.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add(self, number: int, group: Group) -> None:
        title = group.title.get(language()).replace("&", "&&")
        action = self.addAction(f"&{number}  {title}" if number <= _NUMBERED else title)
        action.setCheckable(True)
        action.setChecked(group.id == self._session.group.id)
        action.triggered.connect(lambda: self._chosen(group.id))
