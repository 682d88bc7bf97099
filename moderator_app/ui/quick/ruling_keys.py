"""Ctrl+D and the choice of a clause: misjudged, or a violation after all."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick.keys import Want
from moderator_app.ui.quick.shown import Shown


class RulingKeys(Shown):
    """Mixed into `Choosing`; `ruling` tells that a clause is being chosen.

    Emits `ruled` with the clause that was decided on, `also_wanted` with one whose effect is to be seen.
    """

    ruling: bool
    ruled: SignalInstance
    also_wanted: SignalInstance

    @property
    def can_rule(self) -> bool:
        """Whether the message can be decided on: one with words, and not a trial."""
        trial = self.round is None or self.round.trial
        return self.case is not None and not trial and not self.done and bool(self.case.message.text.strip())

    def ask_rule(self) -> None:
        """Ctrl+D: at once where one clause spoke, else ask which."""
        assert self.case is not None  # as in `can_rule`
        rulebook = self._session.rulebook(self.case.group.id)
        spoke = list(dict.fromkeys(self.case.verdict.rules))
        if len(spoke) == 1:
            self.ruled.emit(spoke[0])
            return
        self.ruling = True
        self.body.message.text.set_verdict(self.case.message.text, self.case.verdict)
        self.body.ruling.ask(self.case, rulebook)
        self.refresh()

    def stop_ruling(self) -> None:
        """Back to what was shown."""
        self.ruling = False
        self.refresh()

    def _obey_ruling(self, want: Want) -> bool:
        if want in (Want.UP, Want.DOWN):
            self.body.ruling.list.move_by(1 if want is Want.DOWN else -1)
        elif want is Want.RULE:
            self.stop_ruling()
        else:
            return False
        return True

    def _rule(self) -> None:
        """A misjudgement is kept at once; a violation only after its effects were seen."""
        chooser = self.body.ruling
        if self.case is None or chooser.marked is None:
            return
        misjudged = self.case.verdict.level is not Level.OK
        if misjudged or chooser.also_for == chooser.marked:
            self.ruled.emit(chooser.marked)
        else:
            self.also_wanted.emit(chooser.marked)
