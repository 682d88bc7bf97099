"""误判 and 这是违规: what is decided of a message, what that would flag besides, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.session.types import Change
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.ruling import also_text
from moderator_app.ui.quick.telling import ruled_text
from moderator_app.ui.quick.words import clause_title

if TYPE_CHECKING:
    from moderator_app.ui.toast import Toasts


class Deciding:
    """Decides for what `view` shows; `changed` is called once the rules are other than they were.

    `busy` while the history is being read: the window goes on painting, and `cancel` ends it.
    """

    def __init__(
        self, session: CheckSession, toasts: Toasts, view: Choosing, changed: Callable[[], None]
    ) -> None:
        self._session, self._toasts, self._view, self._changed = session, toasts, view, changed
        self.busy = self._cancelled = False
        self._last: Change | None = None

    def cancel(self) -> None:
        """Read no further."""
        self._cancelled = True

    def show_also(self, rule: str) -> None:
        """Show what a decision for this clause would flag in the history."""
        case = self._view.case
        if case is None or self.busy:
            return
        self.busy, self._cancelled = True, False
        self._view.set_busy(True)
        try:
            found = self._session.rules.also_flags(case, rule, progress=self._progress)
        except ModeratorError as error:
            self._view.say(error_text(error))
            return
        finally:
            self.busy = False
            self._view.set_busy(False)
        if not self._cancelled and self._view.ruling:
            level = Level.UNSURE if found.newly else None
            self._view.body.ruling.tell(rule, also_text(found), level)
            self._view.refresh()

    def _progress(self, done: int, total: int) -> bool:
        looked = translate("Ruling", "正在对照历史：{done} / {total}", done=f"{done:,}", total=f"{total:,}")
        self._view.body.ruling.tell("", looked)
        QCoreApplication.processEvents()
        return not self._cancelled

    def rule(self, rule: str) -> None:
        """Keep the decision, tell it, and check anew; `ALL` for every clause that spoke."""
        case = self._view.case
        if case is None or self.busy:
            return
        breach = case.verdict.level is Level.OK
        try:
            desk = self._session.rules
            change = desk.violation(case, rule) if breach else desk.misjudged(case, rule)
        except ModeratorError as error:
            self._view.stop_ruling()
            self._view.say(error_text(error), Level.UNSURE)
            return
        self._last = change
        rulebook = self._session.rulebook(case.group.id)
        rules = (rule,) if rule else dict.fromkeys(case.verdict.rules)
        title = translate("QuickCheck", "、").join(clause_title(rulebook, each) for each in rules)
        self._changed()
        undo = translate("QuickCheck", "撤销")
        self._toasts.show(
            *ruled_text(title, breach=breach), action=undo, on_action=lambda: self.take_back(change)
        )

    @property
    def latest(self) -> Change | None:
        """The decision made here, where it is what would be undone now."""
        undoable = self._session.undoable()
        mine = self._last is not None and undoable is not None and undoable.action == self._last.action
        return self._last if mine else None

    def take_back(self, change: Change) -> None:
        """Let the rules be as before that decision, unless something else was done since."""
        latest = self._session.undoable()
        if latest is None or latest.action != change.action:
            said = translate("QuickCheck", "没有撤销：之后又做了别的事。可以到「群规」里删去这个例子。")
            self._toasts.show(said, level=Level.UNSURE)
            return
        try:
            self._session.undo()
        except ModeratorError as error:
            self._toasts.show(error_text(error), level=Level.VIOLATION)
            return
        self._toasts.show(translate("QuickCheck", "已撤销，这句话照旧判断"))
        self._changed()
