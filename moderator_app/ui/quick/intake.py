"""What comes in: reads what was copied or dropped, has it judged, and shows why where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from moderator_app.core.errors import ModeratorError
from moderator_app.core.message import Kind
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.session.types import Case, LastNotice
from moderator_app.system.clipboard import ClipboardContent, content_of
from moderator_app.system.picture_reader import Looked
from moderator_app.system.pictures import Source, pictures_in
from moderator_app.ui.quick.acting import PICTURE
from moderator_app.ui.quick.patience import PatientCheck, progress_text
from moderator_app.ui.quick.picture_check import PictureCheck, left_behind, levels_of, nothing_found
from moderator_app.ui.quick.picture_section import codes_of
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort
from moderator_app.ui.quick.telling import sample
from moderator_app.ui.quick.window import QuickWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One text that was judged; `looked` and `levels` are of the pictures beside it.

    `trial` is a check of which nothing is kept; `decided` one that a decision on this text asked for.
    """

    text: str
    case: Case
    looked: tuple[Looked, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    trial: bool = False
    decided: bool = False


class Intake(QObject):
    """`checked` is told what was judged, `came_back` that the clipboard holds a notice of ours.

    `open_window` brings the window up; `is_free` tells whether something new may be shown now.
    """

    def __init__(
        self,
        session: CheckSession,
        clipboard: ClipboardPort,
        window: QuickWindow,
        *,
        checked: Callable[[Checked], None],
        came_back: Callable[[LastNotice], None],
        open_window: Callable[[], None],
        is_free: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._clipboard, self._window = session, clipboard, window
        self._checked, self._came_back = checked, came_back
        self._open, self._is_free = open_window, is_free
        self.text = ""
        self.looked: tuple[Looked, ...] = ()
        self._wanted = ""
        self._reads_when_active = False
        self._patient = PatientCheck(self)
        self._patient.waiting.connect(self._show_progress)
        self._pictures = PictureCheck(self)
        self._pictures.seen.connect(self._seen)
        self._pictures.waiting.connect(self._show_looking)
        window.activated.connect(self._read_late)
        window.dropped.connect(self._take_dropped)

    @property
    def looking(self) -> bool:
        """Whether a picture is being looked at."""
        return self._pictures.busy

    def cancel(self) -> None:
        """Nobody waits any more."""
        self._pictures.cancel()
        self._patient.cancel()

    def end(self) -> None:
        """Cancel, and wait for the other thread: before the window goes."""
        self.cancel()
        self._pictures.end()

    # ---- reading

    def read(self) -> None:
        """Read what was copied and show what it is."""
        if not self._is_free():
            return
        if needs_focus_to_read() and not self._window.isActiveWindow():
            self._reads_when_active = True
            self._show_empty(translate("QuickCheck", "检查剪贴板"), "")
            return
        self._take(self._clipboard.read(), self._clipboard.pictures())

    def _read_late(self) -> None:
        if self._reads_when_active:
            self._reads_when_active = False
            self.read()

    def _take_dropped(self, data: QMimeData) -> None:
        """Dropped on the window is as good as copied."""
        if self._is_free():
            self._take(content_of(data), pictures_in(data))

    def _take(self, content: ClipboardContent, pictures: Sequence[Source]) -> None:
        if self._patient.busy and content.text == self._wanted:
            return  # asked for again by somebody who waits for it
        self.cancel()
        if content.secret:
            self._show_empty(
                translate("QuickCheck", "剪贴板里的内容被标为机密"),
                translate("QuickCheck", "密码管理器放进去的内容，本程序不读。请在微信里复制一条消息。"),
            )
        elif content.text and content.text.strip():
            self._take_text(content.text, pictures)
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

    def _take_text(self, text: str, pictures: Sequence[Source]) -> None:
        own = self._session.own_notice(text)
        if own is not None:
            self._came_back(own)
            return
        self.check(text, trial=text == sample())
        if pictures:
            self._pictures.look(text, pictures)

    # ---- judging

    def check(
        self, text: str, looked: tuple[Looked, ...] = (), *, trial: bool = False, decided: bool = False
    ) -> None:
        """Judge a text, with what was found in the pictures beside it; a long one in slices."""

        def judged(case: Case) -> None:
            levels = levels_of(self._session, looked)
            self.text, self.looked = text, looked
            if case.message.kind is Kind.PICTURE and _is_clean(case) and not levels:
                self._show_picture_only(looked)
                return
            self._checked(
                Checked(text=text, case=case, looked=looked, levels=levels, trial=trial, decided=decided)
            )

        self._wanted = text
        steps = self._session.check_in_steps(text, codes=codes_of(looked))
        self._patient.run(steps, judged, self._show_refused)

    def check_anew(self, *, decided: bool = False) -> None:
        """The rules or the group are other ones: the same text once more."""
        if self.text:
            self.check(self.text, self.looked, decided=decided)

    def check_sample(self) -> None:
        """Try the program with a message of its own; nothing of it is kept."""
        self.check(sample(), trial=True)

    def _show_progress(self, done: int, total: int) -> None:
        told = progress_text(done, total)
        if self._window.waits:
            self._window.empty.set_detail(told)
            return
        self.text, self.looked = "", ()
        self._window.show_waiting(translate("QuickCheck", "正在检查这段对话"), told)
        self._open()

    def _seen(self, text: str, looked: tuple[Looked, ...]) -> None:
        """The pictures were looked at; what was shown meanwhile must still be wanted."""
        if not text or (text == self.text and self._window.isVisible() and self._is_free()):
            self.check(text or PICTURE, looked)

    # ---- nothing to show

    def _show_looking(self) -> None:
        if not self.text or not self._window.isVisible():
            self._show_empty(translate("Pictures", "正在找图里的二维码"), "")

    def _show_picture_only(self, looked: tuple[Looked, ...]) -> None:
        """No code and no words: said plainly, and charged to nobody."""
        title, detail = nothing_found(looked) if looked else left_behind()
        self._window.show_empty(title, detail, looked=looked)
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
        self.text, self.looked = "", ()
        self._window.show_empty(title, detail, action)
        self._open()


def _is_clean(case: Case) -> bool:
    """One message, and nothing wrong with it."""
    return case.verdict.level is Level.OK and len(case.messages) < 2


def needs_focus_to_read() -> bool:
    """Wayland shows the clipboard only to the window that has the keyboard."""
    return QGuiApplication.platformName() == "wayland"
