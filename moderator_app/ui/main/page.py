"""What all pages of the main window have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from moderator_app.i18n import translate
from moderator_app.ui.main.doing import placed
from moderator_app.ui.main.lists import ListPane
from moderator_app.ui.main.parts import Plane, StatusLine, TitleRow, column
from moderator_app.ui.main.services import Services
from moderator_app.ui.theme import theme


class Page(Plane):
    """One page of the main window: a list beside a detail, and the status line below the detail."""

    def __init__(self, services: Services, pane: ListPane | None, width: int = 304) -> None:
        super().__init__()
        self.services = services
        self.session = services.session
        self.pane = pane
        self.title = TitleRow()
        self.status = StatusLine()
        self.status.undo_key.clicked.connect(self.undo)
        self.detail = Plane()
        if pane is None:
            self.setLayout(column(self.detail, gap=0))
            return
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(pane)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(1, 1)
        pane.setMinimumWidth(theme().px(200))
        splitter.setSizes([theme().px(width), theme().px(700)])
        self.setLayout(column(splitter, gap=0))

    def refresh(self) -> None:
        """Read the session again and show what it says now."""

    def show_undo(self) -> None:
        """Name in the status line what Ctrl+Z would take back."""
        change = self.session.undoable()
        text = translate("Main", "可撤销：{what}", what=placed(self.session, change)) if change else ""
        self.status.show_undo(text)

    def go_to_search(self) -> None:
        """Ctrl+F: go to the search field."""
        if self.pane is not None:
            self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.pane.search.selectAll()

    def new(self) -> None:
        """Ctrl+N: what is new on this page."""

    def delete(self) -> None:
        """Del: void or remove what is chosen on this page."""

    def undo(self) -> None:
        """Ctrl+Z: take back what was done last."""
        self.services.doer.undo()

    def unsaved(self) -> int:
        """How many texts were edited here and not saved: the end of the program is theirs too."""
        return 0

    def end(self) -> None:
        """The window goes: let go of what does not go with it."""

    def _to_rows(self) -> None:
        if self.pane is not None:
            self.pane.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> None:
        """Where the hands begin when the page is shown."""
        self._to_rows()
