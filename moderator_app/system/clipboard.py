"""The clipboard as the window uses it: read when asked, write and make sure that it arrived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from moderator_app.system import pasteboard
from moderator_app.system.pictures import Source, pictures_in

RETRIES_MS = (50, 150, 400)
_SECRET_MARKS = (
    "x-kde-passwordmanagerhint",
    "org.nspasteboard.concealedtype",
    "x-nspasteboard-concealed-type",
    "excludeclipboardcontentfrommonitorprocessing",
)
_KDE_HINT = "x-kde-passwordManagerHint"

Done = Callable[[bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipboardContent:
    """What was there when it was read.

    `text` is None where there is none or where it is secret: what a password manager marks is
    never read. Paths of copied files are in `files`.
    """

    text: str | None = None
    has_image: bool = False
    has_urls: bool = False
    files: tuple[str, ...] = ()
    secret: bool = False


class Clipboard(QObject):
    """Reads and writes QClipboard; never waits, so the window stays alive while it retries."""

    def __init__(self, clipboard: QClipboard | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._attempt)
        self._waiting: list[int] = []
        self._text = ""
        self._done: Done | None = None

    def read(self) -> ClipboardContent:
        """What is on the clipboard now; pictures are only told to be there."""
        data = self._clipboard.mimeData()
        if data is None:
            return ClipboardContent()
        return ClipboardContent(secret=True) if _is_secret(data) else content_of(data)

    def pictures(self) -> tuple[Source, ...]:
        """The pictures on the clipboard, not opened yet; none of what is secret."""
        data = self._clipboard.mimeData()
        return () if data is None or _is_secret(data) else pictures_in(data)

    def write(self, text: str, done: Done) -> None:
        """Put `text` there and tell `done` once whether it arrived; as a rule before this returns.

        A newer write ends the retries of an older one, which is told that it failed.
        """
        self._finish(False)
        self._text, self._done = writable(text), done
        self._waiting = list(RETRIES_MS)
        self._attempt()

    def restore(self, before: ClipboardContent, written: str, done: Done) -> None:
        """Undo a write: bring back the text of `before`, unless the user has copied since.

        What was a picture or a file before cannot be brought back; then `written` is taken away.
        """
        if not self.holds(written):
            done(True)
        elif before.text:
            self.write(before.text, done)
        else:
            self._finish(False)
            self._clipboard.clear()
            done(not self.holds(written))

    def holds(self, text: str) -> bool:
        """Whether this very text is on the clipboard (line ends aside, which Windows changes)."""
        return _comparable(self._clipboard.text()) == _comparable(writable(text))

    def _attempt(self) -> None:
        self._clipboard.setText(self._text)
        if self.holds(self._text):
            self._finish(True)
        elif self._waiting:
            self._timer.start(self._waiting.pop(0))
        else:
            self._finish(False)

    def _finish(self, arrived: bool) -> None:
        self._timer.stop()
        done, self._done = self._done, None
        if done:
            done(arrived)


def content_of(data: QMimeData) -> ClipboardContent:
    """What was copied or dropped: which files, whether a picture, and the text."""
    has_urls = data.hasUrls()
    return ClipboardContent(
        has_urls=has_urls,
        files=tuple(url.toLocalFile() for url in data.urls() if url.isLocalFile()) if has_urls else (),
        has_image=data.hasImage(),
        text=data.text() if data.hasText() and not _only_names_files(data) else None,
    )


def _only_names_files(data: QMimeData) -> bool:
    """Whether the text is nothing but the places of copied files, as Qt and file managers add it."""
    files = [url for url in data.urls() if url.isLocalFile()]
    if not files or len(files) < len(data.urls()):
        return False
    names = {name for url in files for name in (url.toString(), url.toDisplayString(), url.toLocalFile())}
    names |= {bytes(url.toEncoded().data()).decode() for url in files}
    return names.issuperset(line.strip() for line in data.text().splitlines())


def writable(text: str) -> str:
    """The same text without what no clipboard can carry: halves of characters, and NUL."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def _comparable(text: str) -> str:
    return text.replace("\r\n", "\n")


def _is_secret(data: QMimeData) -> bool:
    formats = [name.lower() for name in data.formats()]
    if any(mark in name for name in formats for mark in _SECRET_MARKS[1:]):
        return True
    if any(_SECRET_MARKS[0] in name for name in formats):
        hint = bytes(data.data(_KDE_HINT).data())
        return hint.strip(b"\0 ").lower() in (b"secret", b"")
    return pasteboard.marked_secret()
