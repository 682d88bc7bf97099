"""Leads from the hotkey to the notice: reads the clipboard, shows the window, acts, tells, takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.sentences.base import joined
from moderator_app.session.types import Case, LastNotice, Offer
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.quick.acting import Acting, Done, Outcome
from moderator_app.ui.quick.deciding import Deciding
from moderator_app.ui.quick.handling import Handling
from moderator_app.ui.quick.intake import Checked, Intake
from moderator_app.ui.quick.next_acts import acts_after, primary_text
from moderator_app.ui.quick.picture_section import troubles_of
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort, ForegroundPort, NobodyInFront
from moderator_app.ui.quick.round import Round
from moderator_app.ui.quick.telling import done_text, failure_text, sample, undone_text
from moderator_app.ui.quick.window import QuickWindow

if TYPE_CHECKING:
    from moderator_app.ui.toast import Toasts


class QuickCheck(QObject):
    """`check_clipboard` is what the hotkey calls, also while the window is open.

    Emits `acted` after something was copied or recorded, `closed` when the window went away, and
    `person_wanted` with a member's id where that one is to be seen.
    `hotkey` gives the name of the key that goes on, for the toast.
    """

    acted = Signal(object)
    closed = Signal()
    person_wanted = Signal(str)

    def __init__(
        self,
        session: CheckSession,
        clipboard: ClipboardPort,
        toasts: Toasts,
        parent: QObject | None = None,
        *,
        foreground: ForegroundPort | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._clipboard, self._toasts = session, clipboard, toasts
        self._foreground = foreground or NobodyInFront()
        self.hotkey: Callable[[], str] = lambda: ""
        self._acting = Acting(session, clipboard)
        self._last: Done | None = None
        self._round: Round | None = None
        self.window = QuickWindow(session)
        toasts.stay_beside(self.window)
        self.intake = Intake(
            session,
            clipboard,
            self.window,
            checked=self._show,
            came_back=self._came_back,
            open_window=self._open,
            is_free=self._is_free,
            parent=self,
        )
        self._handling = Handling(session, self._acting, self.window, self._done, self.close)
        self._deciding = Deciding(session, toasts, self.window, self._check_again)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.primary.connect(self._handling.take)
        window.for_all.connect(self._handling.take_all)
        window.person_wanted.connect(self.person_wanted)
        window.filed.connect(self._handling.file)
        window.act_wanted.connect(self._handling.follow)
        window.dismissed.connect(self.close)
        window.let_be.connect(self._let_be)
        window.undo_wanted.connect(self.undo)
        window.who_chosen.connect(self._handling.choose_member)
        window.ruled.connect(self._deciding.rule)
        window.also_wanted.connect(self._deciding.show_also)
        window.going_on.connect(self._go_on)
        window.painted.connect(self._remember)
        window.group_chosen.connect(self._choose_group)
        window.sample_wanted.connect(self.intake.check_sample)

    def prepare(self) -> None:
        """Do once, while nobody waits, what the first check would otherwise have to: fonts, icons, layout."""
        try:
            self.window.show_round(Round(sample(), self._session.check(sample()), trial=True))
        except ModeratorError as error:
            self.window.show_empty(translate("QuickCheck", "没能检查"), error_text(error))
        self.window.grab()
        self.window.winId()

    def end(self) -> None:
        """Let the window go: another one will be made."""
        self.intake.end()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    # Checking

    def _is_free(self) -> bool:
        return not self._acting.busy and not self._deciding.busy

    def check_clipboard(self) -> None:
        """Read what was copied and show what it is."""
        self.intake.read()

    def _show(self, checked: Checked) -> None:
        """The verdict; after a decision that leaves nothing to be said the window goes."""
        clean = checked.case.verdict.level is Level.OK
        round_ = Round(checked.text, checked.case, trial=checked.trial)
        if checked.decided and clean and not round_.is_talk:
            self.close()
            return
        if self._round is not None and round_.goes_on(self._round):
            round_.resume(self._round)
        self._round = round_
        self.window.show_round(round_, latest=self._last, looked=checked.looked, levels=checked.levels)
        if troubles := troubles_of(checked.looked):
            self.window.say(joined(*troubles), Level.UNSURE)
        self._open()

    def _came_back(self, own: LastNotice) -> None:
        """The clipboard holds a notice of ours: on to who is left, else what was done and what follows."""
        if self._is_ours(own) and self._round is not None and self._round.left:
            self._go_on()
        else:
            self._show_after(own)

    def _is_ours(self, own: LastNotice) -> bool:
        """Whether the notice on the clipboard is the one that was copied last here."""
        return self._last is not None and self._last.offer is not None and self._last.offer.text == own.text

    def _show_after(self, own: LastNotice) -> None:
        if not self._is_ours(own):
            self._last = _done_elsewhere(own)
        round_ = self._round if self._round is not None and self._round.listed else None
        deeds = [*(round_.deeds if round_ is not None else ()), self._last]
        acts = acts_after(self._session, [*(done.change for done in deeds if done is not None), own.change])
        self.window.show_after(own, self._last, acts=acts, left=round_)
        self._open()

    def _go_on(self) -> None:
        """The next one of the conversation that was begun."""
        if self._round is not None:
            self._round.go_on()
            self._renew(self._round)
            self.window.show_round(self._round, latest=self._last)
            self._open()

    def _check_again(self) -> None:
        """The rules have changed: the same text anew."""
        if self.window.isVisible():
            self.intake.check_anew(decided=True)

    def _remember(self) -> None:
        """What was checked is kept once it is on the screen; of a trial nothing."""
        round_ = self.window.round
        if round_ is not None and not round_.trial:
            self._session.remember(round_.case)

    def _let_be(self) -> None:
        """Esc over a finding: there is no problem. In a conversation it only closes."""
        window = self.window
        if window.case is None or window.round is None or window.round.listed or window.round.trial:
            return
        if window.case.verdict.level is not Level.OK and window.case.again is None and not window.done:
            self._session.pass_(window.case)

    def _open(self) -> None:
        if not self.window.isVisible():
            self._foreground.remember()
            self.window.place()
            self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._foreground.take(int(self.window.winId()))

    def close(self) -> None:
        """Put the window away and give the keyboard back to who had it."""
        self.intake.cancel()
        self._deciding.cancel()
        if not self.window.isVisible():
            return
        self.window.hide()
        self._foreground.give_back()
        self.closed.emit()

    def _choose_group(self, group_id: str) -> None:
        try:
            self._session.choose_group(group_id)
        except ModeratorError as error:
            self.window.say(error_text(error))
            return
        if self.intake.text:
            self.intake.check_anew()
        else:
            self.window.header.group.set_group(self._session.group.title.get(language()))

    # Done, and taking back

    def _done(self, done: Done) -> None:
        self.window.set_busy(False)
        if not done.ok:
            self._complain(failure_text(done))
            return
        self._last = done
        round_, left = self._round, 0
        if round_ is not None and (self.window.round is round_ or round_.asked_for(done)):
            round_.note(done)
            left = round_.left if round_.listed else 0
        shown = self.window.case
        if done.filed is not None and shown is not None and self._asks_for_more(shown):
            self.window.update_member(self._handling.renewed(shown))
        else:
            self.close()
        self._tell(done, left)
        self.acted.emit(done)

    def _asks_for_more(self, case: Case) -> bool:
        """Whether what is shown is still to be handled after it was put on record as something else."""
        self.window.stop_filing()
        return case.verdict.level is not Level.OK and not self.window.done

    def _tell(self, done: Done, left: int) -> None:
        """The toast: what was done, how it is taken back, and the step that follows."""
        act = next(iter(acts_after(self._session, [done.change])), None)
        title, detail = done_text(done, left=left, hotkey=self.hotkey(), following=act)
        undo = translate("QuickCheck", "撤销")
        more = (
            (primary_text(act), lambda: self._handling.follow(act)) if act and not act.asks_amount else None
        )
        self._toasts.show(title, detail, action=undo, on_action=lambda: self.take_back(done), more=more)

    def undo(self) -> None:
        """Ctrl+Z in the window: the last thing that was done here."""
        last = self._last or self._handling.done_before()
        ruling = self._deciding.latest
        if ruling is not None:
            self._deciding.take_back(ruling)
        elif last is None:
            said = translate("QuickCheck", "这里没有可以撤销的；更早的，请到主窗口撤销。")
            self.window.say(said, Level.UNSURE)
        else:
            self.take_back(last)

    def take_back(self, done: Done) -> None:
        """Undo what was recorded and put the clipboard back."""
        self._acting.undo(done, self._taken_back)

    def _taken_back(self, done: Done) -> None:
        if not done.ok:
            self._complain(failure_text(done))
            return
        round_ = self._round
        self._last = None
        stays = self.window.isVisible() and round_ is not None and round_.listed and round_.holds(done)
        if round_ is not None:
            round_.take_back(done)
            self._last = round_.latest
            self._renew(round_)
        if stays and round_ is not None:
            self.window.show_round(round_, latest=self._last)
        else:
            self.close()
        self._toasts.show(*undone_text(done))
        self.acted.emit(done)

    def _renew(self, round_: Round) -> None:
        """The record has changed: how often, and what comes next."""
        round_.refresh(self._handling.renewed)

    def _complain(self, text: str) -> None:
        if self.window.isVisible():
            self.window.say(text)
        else:
            self._toasts.show(text, level=Level.VIOLATION)


def _done_elsewhere(own: LastNotice) -> Done | None:
    """What the tray, the main window or this program before a restart did, as far as it can be taken back.

    What lay on the clipboard before is not known then; taking back leaves it empty.
    """
    if own.change is None or not own.change.undoable:
        return None
    offer = Offer(notice=own.notice, text=own.text)
    return Done(outcome=Outcome.DONE, offer=offer, change=own.change, before=ClipboardContent())
