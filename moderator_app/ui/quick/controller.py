"""Leads from the hotkey to the notice: reads the clipboard, shows the window, acts, tells, takes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from moderator_app.core.errors import ModeratorError
from moderator_app.core.message import Kind
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.sentences.base import joined
from moderator_app.session.types import LONGEST, Case, LastNotice, Offer
from moderator_app.system.clipboard import ClipboardContent, content_of
from moderator_app.system.picture_reader import Looked
from moderator_app.system.pictures import Source, pictures_in
from moderator_app.ui.quick import words
from moderator_app.ui.quick.acting import Acting, Done, Outcome
from moderator_app.ui.quick.picture_check import PICTURE, PictureCheck, left_behind, levels_of, nothing_found
from moderator_app.ui.quick.picture_section import codes_of, troubles_of
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort, ForegroundPort, NobodyInFront
from moderator_app.ui.quick.window import QuickWindow
from moderator_app.ui.toast import Toasts


class QuickCheck(QObject):
    """`check_clipboard` is what the hotkey calls, also while the window is open.

    Emits `acted` after something was copied or recorded, and `closed` when the window went away.
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
        self._acting = Acting(session, clipboard)
        self._text = ""
        self._looked: tuple[Looked, ...] = ()
        self._pictures = PictureCheck(self)
        self._pictures.seen.connect(self._seen)
        self._pictures.waiting.connect(self._show_waiting)
        self._reads_when_active = False
        self._last: Done | None = None
        self.window = QuickWindow(session)
        self.window.primary.connect(self._primary)
        self.window.dismissed.connect(self.close)
        self.window.undo_wanted.connect(self.undo)
        self.window.who_chosen.connect(self._choose_member)
        self.window.group_chosen.connect(self._choose_group)
        self.window.sample_wanted.connect(self._check_sample)
        self.window.activated.connect(self._read_late)
        self.window.dropped.connect(self._take_dropped)

    def prepare(self) -> None:
        """Do once, while nobody waits, what the first check would otherwise have to: fonts, icons, layout."""
        try:
            self.window.show_case(self._session.check(sample()))
        except ModeratorError as error:
            self.window.show_empty(translate("QuickCheck", "没能检查"), error_text(error))
        self.window.grab()
        self.window.winId()

    # Checking

    def check_clipboard(self) -> None:
        """Read what was copied and show what it is."""
        if self._acting.busy:
            return
        if needs_focus_to_read() and not self.window.isActiveWindow():
            self._reads_when_active = True
            self._show_empty(translate("QuickCheck", "检查剪贴板"), "")
            return
        self._take(self._clipboard.read(), self._clipboard.pictures())

    def _take_dropped(self, data: QMimeData) -> None:
        """Dropped on the window is as good as copied."""
        if not self._acting.busy:
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
            return
        if self._last is None or self._last.offer is None or self._last.offer.text != own.text:
            self._last = _done_elsewhere(own)
        self.window.show_after(own, undoable=self._last is not None)
        self._open()

    def check_text(self, text: str, looked: tuple[Looked, ...] = ()) -> None:
        """Judge a text, with what was found in the pictures beside it, and show the verdict."""
        if len(text) > LONGEST:
            self._show_too_long(len(text))
            return
        try:
            case = self._session.check(text, codes=codes_of(looked))
            levels = levels_of(self._session, looked)
        except ModeratorError as error:
            self._show_empty(translate("QuickCheck", "没能检查"), error_text(error))
            return
        self._text, self._looked = text, looked
        if case.message.kind is Kind.PICTURE and case.verdict.level is Level.OK and not levels:
            self._show_picture_only(looked)
            return
        self.window.show_case(case, looked, levels)
        if troubles := troubles_of(looked):
            self.window.say(joined(*troubles), Level.UNSURE)
        self._open()

    # Pictures

    @property
    def looking(self) -> bool:
        """Whether a picture is being looked at."""
        return self._pictures.busy

    def _seen(self, text: str, looked: tuple[Looked, ...]) -> None:
        """The pictures were looked at; what was shown meanwhile must still be wanted."""
        if not text or (text == self._text and self.window.isVisible() and not self._acting.busy):
            self.check_text(text or PICTURE, looked)

    def _show_waiting(self) -> None:
        if not self._text or not self.window.isVisible():
            self._show_empty(translate("Pictures", "正在找图里的二维码"), "")

    def _show_picture_only(self, looked: tuple[Looked, ...]) -> None:
        """No code and no words: said plainly, and charged to nobody."""
        title, detail = nothing_found(looked) if looked else left_behind()
        self.window.show_empty(title, detail, looked=looked)
        self._open()

    def _show_too_long(self, length: int) -> None:
        self._show_empty(
            translate("QuickCheck", "这段文字太长，没有检查"),
            translate(
                "QuickCheck",
                "共 {length} 字，一次最多 {most} 字。请只复制要检查的那几条消息。",
                length=f"{length:,}",
                most=f"{LONGEST:,}",
            ),
        )

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
        self.check_text(sample())

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
        if not self.window.isVisible():
            return
        self.window.hide()
        self._foreground.give_back()
        self.closed.emit()

    # Who and where

    def _choose_member(self, chosen: str) -> None:
        case = self.window.case
        if case is None:
            return
        name = chosen.removeprefix(words.NEW)
        try:
            self.window.update_member(self._session.case_for_member(case, name))
        except ModeratorError as error:
            self.window.say(error_text(error))

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

    # Acting

    def _primary(self, record: bool) -> None:
        case, offer = self.window.case, self.window.offer
        if self._acting.busy:
            return
        if case is None or (offer is None and not self.window.record_only):
            self.close()
        elif self._needs_person(case, record=record):
            self._ask_for_person(case)
        elif offer is None:
            self._acting.record_only(case, self._done)
        elif offer.problem is None:
            self.window.set_busy(True)
            self._acting.copy(case, offer, self._done, record=record)

    def _needs_person(self, case: Case, *, record: bool) -> bool:
        """A record needs somebody, so does a counted doubt; a name that fits several needs a choice."""
        if not record or words.addressee(case):
            return False
        if self.window.record_only or case.candidates:
            return self.window.counting
        return case.verdict.level is Level.UNSURE and self.window.counting

    def _ask_for_person(self, case: Case) -> None:
        self.window.ask_person()
        if case.candidates:
            text = translate("QuickCheck", "还没有记录：请先选是哪一位。")
        else:
            text = translate("QuickCheck", "还没有记录：计次数须先指明成员。")
        self.window.say(text, Level.UNSURE)

    def _done(self, done: Done) -> None:
        self.window.set_busy(False)
        if not done.ok:
            self.window.say(failure_text(done))
            return
        self._last = done
        self.close()
        title, detail = done_text(done)
        self._toasts.show(
            title, detail, action=translate("QuickCheck", "撤销"), on_action=lambda: self.take_back(done)
        )
        self.acted.emit(done)

    # Taking back

    def undo(self) -> None:
        """Ctrl+Z in the window: the last thing that was done here."""
        if self._last is None:
            self.window.say(translate("QuickCheck", "没有可以撤销的。"), Level.UNSURE)
        else:
            self.take_back(self._last)

    def take_back(self, done: Done) -> None:
        """Undo what was recorded and put the clipboard back."""
        self._acting.undo(done, self._taken_back)

    def _taken_back(self, done: Done) -> None:
        if not done.ok:
            self._tell_not_undone(failure_text(done))
            return
        self._last = None
        self.close()
        self._toasts.show(*undone_text(done))
        self.acted.emit(done)

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


def done_text(done: Done) -> tuple[str, str]:
    """The two lines of the toast after an action."""
    case, change = done.case, done.change
    counted = ""
    if case is not None and change is not None and change.count:
        action = case.step.action if case.verdict.level is not Level.OK else Action.NONE
        counted = words.counted_text(words.short_name(case), change, action)
    if done.offer is None:
        return translate("QuickCheck", "已记录，没有复制告知"), counted
    title = words.copied_title(done.offer.notice.title.get(language()))
    return title, counted or translate("QuickCheck", "没有记录次数")


def undone_text(done: Done) -> tuple[str, str]:
    """The two lines of the toast after taking back."""
    case, change = done.case, done.change
    if done.before is None:
        clipboard = ""
    elif done.restored:
        kept = translate("QuickCheck", "剪贴板已还原")
        clipboard = kept if done.before.text else translate("QuickCheck", "剪贴板已清空")
    else:
        clipboard = translate("QuickCheck", "剪贴板没能还原，请您重新复制")
    if case is None or change is None or not words.short_name(case):
        return translate("QuickCheck", "已撤销"), clipboard
    back = translate(
        "QuickCheck", "已撤销：{name}回到 {count} 次", name=words.short_name(case), count=change.count or 0
    )
    return back, clipboard


def failure_text(done: Done) -> str:
    """What went wrong, what was kept, what to do."""
    if done.outcome is Outcome.NOT_COPIED:
        return translate(
            "QuickCheck", "没能复制，剪贴板被别的程序占用。也没有记录；检查结果还在，请再试一次。"
        )
    if done.outcome is Outcome.NOT_LATEST:
        return translate("QuickCheck", "没有撤销：之后又做了别的事。可以到成员的记录里撤销这一次。")
    reason = error_text(done.error) if done.error is not None else ""
    if done.outcome is Outcome.NOT_UNDONE:
        return translate("QuickCheck", "没有撤销。{reason}", reason=reason)
    if done.restored:
        return translate("QuickCheck", "没有记录，剪贴板已还原。{reason}", reason=reason)
    return translate("QuickCheck", "没有记录，剪贴板里还是告知，请不要粘贴。{reason}", reason=reason)


def sample() -> str:
    """A message that anyone can try the program with."""
    return (
        "各位老师好，工厂直供一次性手术衣、隔离衣，大量现货，规格齐全，价格优惠，"
        "V❤：zs_demo，也可以扫码进选品群，欢迎转给有需要的朋友。"
    )
