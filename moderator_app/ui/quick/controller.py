"""Leads from the hotkey to the notice: reads the clipboard, shows the window, acts, tells, takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from moderator_app.core.errors import ModeratorError
from moderator_app.core.message import Kind
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.sentences.base import joined
from moderator_app.session.types import LastNotice, Offer
from moderator_app.system.clipboard import ClipboardContent, content_of
from moderator_app.system.picture_reader import Looked
from moderator_app.system.pictures import Source, pictures_in
from moderator_app.ui.quick.acting import Acting, Done, Outcome
from moderator_app.ui.quick.deciding import Deciding
from moderator_app.ui.quick.handling import Handling
from moderator_app.ui.quick.picture_check import PICTURE, PictureCheck, left_behind, levels_of, nothing_found
from moderator_app.ui.quick.picture_section import codes_of, troubles_of
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort, ForegroundPort, NobodyInFront
from moderator_app.ui.quick.round import Round
from moderator_app.ui.quick.telling import done_text, failure_text, sample, undone_text
from moderator_app.ui.quick.window import QuickWindow

if TYPE_CHECKING:
    from moderator_app.ui.toast import Toasts


class QuickCheck(QObject):
    """`check_clipboard` is what the hotkey calls, also while the window is open.

    Emits `acted` after something was copied or recorded, and `closed` when the window went away.
    `hotkey` gives the name of the key that goes on, for the toast.
    """

    acted = Signal(object)
    closed = Signal()

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
        self._text = ""
        self._looked: tuple[Looked, ...] = ()
        self._pictures = PictureCheck(self)
        self._pictures.seen.connect(self._seen)
        self._pictures.waiting.connect(self._show_waiting)
        self._reads_when_active = False
        self._last: Done | None = None
        self._round: Round | None = None
        self.window = QuickWindow(session)
        self._handling = Handling(session, self._acting, self.window, self._done, self.close)
        self._deciding = Deciding(session, toasts, self.window, self._check_again)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.primary.connect(self._handling.take)
        window.for_all.connect(self._handling.take_all)
        window.dismissed.connect(self.close)
        window.let_be.connect(self._let_be)
        window.undo_wanted.connect(self.undo)
        window.who_chosen.connect(self._handling.choose_member)
        window.ruled.connect(self._deciding.rule)
        window.also_wanted.connect(self._deciding.show_also)
        window.going_on.connect(self._go_on)
        window.painted.connect(self._remember)
        window.group_chosen.connect(self._choose_group)
        window.sample_wanted.connect(self._check_sample)
        window.activated.connect(self._read_late)
        window.dropped.connect(self._take_dropped)

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
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    # Checking

    @property
    def _busy(self) -> bool:
        return self._acting.busy or self._deciding.busy

    def check_clipboard(self) -> None:
        """Read what was copied and show what it is."""
        if self._busy:
            return
        if needs_focus_to_read() and not self.window.isActiveWindow():
            self._reads_when_active = True
            self._show_empty(translate("QuickCheck", "检查剪贴板"), "")
            return
        self._take(self._clipboard.read(), self._clipboard.pictures())

    def _take_dropped(self, data: QMimeData) -> None:
        """Dropped on the window is as good as copied."""
        if not self._busy:
            self._take(content_of(data), pictures_in(data))

    def _take(self, content: ClipboardContent, pictures: Sequence[Source]) -> None:
        self._pictures.cancel()
        if content.secret:
            self._show_empty(
                translate("QuickCheck", "剪贴板里的内容被标为机密"),
                translate("QuickCheck", "密码管理器放进去的内容，本程序不读。请在微信里复制一条消息。"),
            )
        elif content.text and content.text.strip():
            self._check_copied(content.text, pictures)
        elif pictures:
            self._pictures.look("", pictures)
        elif content.has_image or content.has_urls:
            self._show_wordless(picture=content.has_image)
        else:
            self._show_empty(
                translate("QuickCheck", "剪贴板里没有文字或图片"),
                translate("QuickCheck", "先在微信里复制一条消息。"),
                translate("QuickCheck", "试试示例"),
            )

    def _read_late(self) -> None:
        if self._reads_when_active:
            self._reads_when_active = False
            self.check_clipboard()

    def _check_copied(self, text: str, pictures: Sequence[Source]) -> None:
        own = self._session.own_notice(text)
        if own is None:
            self.check_text(text)
            if pictures:
                self._pictures.look(text, pictures)
        elif self._is_ours(own) and self._round is not None and self._round.left:
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
        self.window.show_after(own, self._last, left=round_)
        self._open()

    def _go_on(self) -> None:
        """The next one of the conversation that was begun."""
        if self._round is not None:
            self._round.go_on()
            self._renew(self._round)
            self.window.show_round(self._round, latest=self._last)
            self._open()

    def check_text(self, text: str, looked: tuple[Looked, ...] = (), *, trial: bool = False) -> None:
        """Judge a text, with what was found in the pictures beside it, and show the verdict."""
        try:
            case = self._session.check(text, codes=codes_of(looked))
            levels = levels_of(self._session, looked)
        except ModeratorError as error:
            self._show_refused(error)
            return
        self._text, self._looked = text, looked
        bare = case.message.kind is Kind.PICTURE and case.verdict.level is Level.OK and len(case.messages) < 2
        if bare and not levels:
            self._show_picture_only(looked)
            return
        round_ = Round(text, case, trial=trial)
        if self._round is not None and round_.goes_on(self._round):
            round_.resume(self._round)
        self._round = round_
        self.window.show_round(round_, latest=self._last, looked=looked, levels=levels)
        if troubles := troubles_of(looked):
            self.window.say(joined(*troubles), Level.UNSURE)
        self._open()

    def _check_again(self) -> None:
        """The rules have changed: the same text anew; away where nothing is left to be said."""
        if not self._text or not self.window.isVisible():
            return
        self.check_text(self._text, self._looked)
        shown = self.window.case
        if shown is not None and shown.verdict.level is Level.OK and not self._is_long():
            self.close()

    def _is_long(self) -> bool:
        return self._round is not None and self._round.is_talk

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

    # Pictures

    @property
    def looking(self) -> bool:
        """Whether a picture is being looked at."""
        return self._pictures.busy

    def _seen(self, text: str, looked: tuple[Looked, ...]) -> None:
        """The pictures were looked at; what was shown meanwhile must still be wanted."""
        if not text or (text == self._text and self.window.isVisible() and not self._busy):
            self.check_text(text or PICTURE, looked)

    def _show_waiting(self) -> None:
        if not self._text or not self.window.isVisible():
            self._show_empty(translate("Pictures", "正在找图里的二维码"), "")

    def _show_picture_only(self, looked: tuple[Looked, ...]) -> None:
        """No code and no words: said plainly, and charged to nobody."""
        title, detail = nothing_found(looked) if looked else left_behind()
        self.window.show_empty(title, detail, looked=looked)
        self._open()

    def _show_refused(self, error: ModeratorError) -> None:
        long = error.reason.code == "check.too-long"
        title = (
            translate("QuickCheck", "这段文字太长，没有检查") if long else translate("QuickCheck", "没能检查")
        )
        self._show_empty(title, error_text(error))

    def _show_wordless(self, *, picture: bool) -> None:
        if picture:
            self._show_empty(
                translate("Pictures", "剪贴板里的图片读不出来"),
                translate("Pictures", "请在微信里重新复制这张图片，或者截图后再检查。"),
            )
        else:
            self._show_empty(
                translate("QuickCheck", "剪贴板里是文件"),
                translate("QuickCheck", "没有可以检查的文字或图片。请在微信里复制一条消息。"),
            )

    def _show_empty(self, title: str, detail: str, action: str = "") -> None:
        self._text, self._looked = "", ()
        self.window.show_empty(title, detail, action)
        self._open()

    def _check_sample(self) -> None:
        self.check_text(sample(), trial=True)

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
        self._pictures.cancel()
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
        if self._text:
            self.check_text(self._text, self._looked)
        else:
            self.window.header.group.set_group(self._session.group.title.get(language()))

    # Done, and taking back

    def _done(self, done: Done) -> None:
        self.window.set_busy(False)
        if not done.ok:
            self.window.say(failure_text(done))
            return
        self._last = done
        round_, left = self.window.round, 0
        if round_ is not None:
            round_.note(done)
            left = round_.left if round_.listed else 0
        self.close()
        title, detail = done_text(done, left=left, hotkey=self.hotkey())
        undo = translate("QuickCheck", "撤销")
        self._toasts.show(title, detail, action=undo, on_action=lambda: self.take_back(done))
        self.acted.emit(done)

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
            self._tell_not_undone(failure_text(done))
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

    def _tell_not_undone(self, text: str) -> None:
        if self.window.isVisible():
            self.window.say(text)
        else:
            self._toasts.show(text, level=Level.VIOLATION)


def needs_focus_to_read() -> bool:
    """Wayland shows the clipboard only to the window that has the keyboard."""
    return QGuiApplication.platformName() == "wayland"


def _done_elsewhere(own: LastNotice) -> Done | None:
    """What the tray, the main window or this program before a restart did, as far as it can be taken back.

    What lay on the clipboard before is not known then; taking back leaves it empty.
    """
    if own.change is None or not own.change.undoable:
        return None
    offer = Offer(notice=own.notice, text=own.text)
    return Done(outcome=Outcome.DONE, offer=offer, change=own.change, before=ClipboardContent())
