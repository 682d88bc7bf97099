"""Looks at copied or dropped pictures for a window, and says what was found and what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences.base import joined
from moderator_app.system.picture_reader import Looked, PictureReader
from moderator_app.system.pictures import Source
from moderator_app.ui.quick.acting import PICTURE
from moderator_app.ui.quick.picture_section import codes_of, looked_text, troubles_of
from moderator_app.ui.quick.ports import CheckSession

_NOTICED_MS = 150


class PictureCheck(QObject):
    """One look at a time; `cancel` ends it. `text` is what was copied beside the pictures, "" for nothing.

    Emits `seen` with that text and a tuple of Looked, and before it `waiting` where it takes so long
    that somebody would wonder.
    """

    seen = Signal(str, object)
    waiting = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = PictureReader(self)
        self._reader.looked.connect(self._looked)
        self._slow = QTimer(self, singleShot=True, interval=_NOTICED_MS)
        self._slow.timeout.connect(self.waiting)
        self._text = ""

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._reader.busy

    def look(self, text: str, sources: Sequence[Source]) -> None:
        """Look at these pictures; an older look is given up."""
        self._text = text
        self._reader.read(sources)
        self._slow.start()

    def cancel(self) -> None:
        """Nobody waits any more."""
        self._slow.stop()
        self._reader.cancel()

    def end(self) -> None:
        """Cancel, and wait for the other thread: before the window goes."""
        self._slow.stop()
        self._reader.end()

    def _looked(self, looked: tuple[Looked, ...]) -> None:
        self._slow.stop()
        self.seen.emit(self._text, looked)


def levels_of(session: CheckSession, looked: Sequence[Looked]) -> Mapping[str, Level]:
    """The verdict on each code by itself, so that one forbidden code does not colour the others."""
    return {code: session.check(PICTURE, codes=(code,)).verdict.level for code in codes_of(looked)}


def nothing_found(looked: Sequence[Looked]) -> tuple[str, str]:
    """Title and sentence where no picture holds a code: what was looked at, and what that cannot tell."""
    troubles = joined(*troubles_of(looked))
    if all(picture.trouble for picture in looked):
        return translate("Pictures", "图片没有检查"), troubles
    limits = translate(
        "Pictures", "小程序的圆形码、被遮住或太糊的码认不出来；图里的文字也不会读，请您自己看一眼。"
    )
    return translate("Pictures", "没有找到二维码或条码"), joined(looked_text(looked), limits, troubles)


def left_behind() -> tuple[str, str]:
    """Title and sentence where only WeChat's word for a picture was copied."""
    return (
        translate("Pictures", "只复制到「[图片]」几个字"),
        translate("Pictures", "图片本身没有一起复制过来。请在微信里单独复制这张图片，或者把它拖到这个窗口。"),
    )


class TakesDrops:
    """Mixed into a window with a signal `dropped`, which is given what was dropped on it."""

    dropped: SignalInstance

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Pictures, files and text may be dropped."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand it on while it is there: Qt takes it back when this returns."""
        data: QMimeData = event.mimeData()
        event.acceptProposedAction()
        self.dropped.emit(data)
