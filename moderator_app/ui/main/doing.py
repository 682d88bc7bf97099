"""What the main window and the tray do with the session and the clipboard, and how it is taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Reason, Wording
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.sentences.deeds import in_group
from moderator_app.session import Change, Offer, Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import Acting, Done, Outcome
from moderator_app.ui.quick.telling import done_text, failure_text, undone_text
from moderator_app.ui.quick.words import copied_title
from moderator_app.ui.toast import Toasts

_KEPT = 50
"""Deeds that can be taken back together with the clipboard."""


def named(session: Session, label: Reason) -> str:
    """What was done, in words; a notice by its title in the language in force."""
    given = label.values.get("notice")
    title = next((notice.title.get(language()) for notice in session.notices() if notice.id == given), "")
    return reason_text(Reason(label.code, {**label.values, "notice": title}) if title else label)


def placed(session: Session, change: Change) -> str:
    """What was done, and in which group where that is not the one that is shown."""
    return in_group(named(session, change.label), _title_of(session.elsewhere(change)))


def _title_of(group: Group | None) -> Wording | None:
    return group.title if group else None


class Doer(QObject):
    """Copies, records, tells with a toast, and takes back record and clipboard together.

    Emits `undone` with what was taken back.
    """

    undone = Signal(object)

    def __init__(
        self, session: Session, clipboard: Clipboard, toasts: Toasts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._clipboard, self.toasts = session, clipboard, toasts
        self.acting = Acting(session, clipboard)
        self._done: list[Done] = []

    def say(self, title: str, detail: str = "", undoable: bool = False) -> None:
        """Show a toast, with 撤销 where the last action can be taken back."""
        if undoable:
            undo = translate("Toast", "撤销")
            self.toasts.show(title, detail, action=undo, keys="Ctrl+Z", on_action=self.undo)
        else:
            self.toasts.show(title, detail)

    def complain(self, text: str) -> None:
        """Say in a toast what went wrong."""
        self.toasts.show(text, level=Level.VIOLATION)

    def remember(self, done: Done) -> None:
        """Know of something that the quick check did, so that Ctrl+Z here takes all of it back."""
        self._keep(done)

    def _keep(self, done: Done) -> None:
        if self._is_latest(done):
            self._done = [*self._done[1 - _KEPT :], done]

    def _latest(self) -> Done | None:
        """What would be undone now, where all of it is known here."""
        return next((done for done in reversed(self._done) if self._is_latest(done)), None)

    def _is_latest(self, done: Done) -> bool:
        action, latest = done.change.action if done.change else "", self._session.undoable()
        return action != "" and latest is not None and latest.action == action

    # ---- acting on a case

    def did(self, done: Done, *, left: int = 0) -> None:
        """Tell of a deed on the check page; `left` people of the conversation are still to handle."""
        self._keep(done)
        self.say(*done_text(done, left=left), True)

    # ---- notices without a case

    def copy_notice(self, notice_id: str, member: str) -> None:
        """Copy a notice for a member (id or ""), and note that it was given."""
        try:
            notice = self._session.notice(notice_id)
            text = self._session.notice_text(notice_id, member or None)
        except ModeratorError as error:
            self.complain(error_text(error))
            return
        offer, before = Offer(notice=notice, text=text), self._clipboard.read()

        def copied(arrived: bool) -> None:
            if not arrived:
                self.toasts.show(failure_text(Done(outcome=Outcome.NOT_COPIED)), level=Level.VIOLATION)
                return
            self._note(Done(outcome=Outcome.DONE, offer=offer, before=before), member)

        self._clipboard.write(text, copied)

    def _note(self, done: Done, member: str) -> None:
        if done.offer is None:
            return
        try:
            change = self._session.note_notice(done.offer.notice.id, member or None)
        except ModeratorError as error:
            self.toasts.show(error_text(error), level=Level.UNSURE)
            return
        self._keep(Done(outcome=Outcome.DONE, offer=done.offer, before=done.before, change=change))
        self.say(copied_title(done.offer.notice.title.get(language())), "", True)

    # ---- taking back

    def undo(self) -> None:
        """Take back the last action; with the clipboard where that action wrote it."""
        latest = self._session.undoable()
        if latest is None:
            self.toasts.show(translate("Toast", "没有可以撤销的。"), level=Level.UNSURE)
        elif (last := self._latest()) is not None:
            self.acting.undo(last, self._taken_back)
        else:
            self._undo_record_only()

    def _taken_back(self, done: Done) -> None:
        if not done.ok:
            self.complain(failure_text(done))
            return
        self.toasts.show(*undone_text(done))
        self.undone.emit(done)

    def _undo_record_only(self) -> None:
        from moderator_app.ui.main.working import Working  # noqa: PLC0415 - not at every start

        parent = self.parent()
        over = parent.window() if isinstance(parent, QWidget) and parent.isVisible() else None
        try:
            with Working(translate("Work", "正在撤销…"), over) as working:
                change = self._session.undo(working.progress)
        except ModeratorError as error:
            self.complain(error_text(error))
            return
        self.toasts.show(placed(self._session, change))
