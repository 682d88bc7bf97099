"""Ctrl+R: put the message on record as a report or an appeal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick import words
from moderator_app.ui.quick.filing import contestable
from moderator_app.ui.quick.keys import Want
from moderator_app.ui.quick.shown import Shown


class FilingKeys(Shown):
    """Mixed into `Choosing`; `filing` tells that it is being chosen. Emits `filed` with what was chosen.

    `take_focus` gives the keys to the widget itself.
    """

    filing: bool
    filed: SignalInstance
    ask_person: Callable[[], None]
    take_focus: Callable[[], None]

    @property
    def can_file(self) -> bool:
        """Whether what is shown can be put on record: a real message of somebody."""
        return self.case is not None and self.round is not None and not self.round.trial

    def ask_filing(self) -> None:
        """Ask what it is to be; first of all who it is about."""
        case = self.case
        if case is None or not words.addressee(case):
            self.ask_person()
            return
        self.filing = True
        appeal = case.verdict.level is Level.OK
        strikes = contestable(self._session, case)
        self.body.filing.ask(case, self._session.rulebook(case.group.id), strikes, appeal=appeal)
        self.refresh()
        self.focus_filing()

    def focus_filing(self) -> None:
        """What is typed is the reporter's name, where there is one to be typed."""
        if self.body.filing.is_report:
            self.body.filing.reporter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def stop_filing(self) -> None:
        """Back to what was shown."""
        self.filing = False
        self.refresh()

    def _obey_filing(self, want: Want) -> bool:
        if want in (Want.UP, Want.DOWN):
            self.body.filing.list.move_by(1 if want is Want.DOWN else -1)
            self.refresh()
            self.focus_filing()
        elif want is Want.FILE:
            self.stop_filing()
        else:
            return False
        return True

    def _file(self) -> None:
        self.filed.emit(self.body.filing.filing)
