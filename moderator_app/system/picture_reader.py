"""Looks for codes in pictures on a thread of its own; only the newest question is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from moderator_app.system.aside import Aside
from moderator_app.system.codes import Found, find_codes
from moderator_app.system.pictures import Source, open_picture
from moderator_app.system.trouble import Trouble

MOST_PICTURES = 20
"""As many are looked at in one go; WeChat lets nine be sent at once."""
_SHOWN = QSize(1600, 2400)
"""A picture is kept no larger than this for being shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What one picture held. With `trouble` it could not be looked at and the rest is empty.

    `codes` have their corners in pixels of `shown`, which is smaller than the picture where that is
    large; `size` is the picture's own.
    """

    name: str = ""
    shown: QImage | None = None
    size: QSize
    frames: int = 1
    codes: tuple[Found, ...] = ()
    trouble: Trouble | None = None


def look_at(source: Source, *, stopped: Callable[[], bool] = lambda: False) -> Looked:
    """Open one picture and find its codes."""
    picture = open_picture(source)
    if isinstance(picture, Trouble):
        return Looked(name=source.name, size=QSize(), trouble=picture)
    try:
        codes = find_codes(picture.image, stopped=stopped)
    except ImportError as error:
        return Looked(
            name=source.name, size=QSize(), trouble=Trouble("picture.no-decoder", {"error": str(error)})
        )
    shown, share = _shown(picture.image)
    return Looked(
        name=source.name,
        shown=shown,
        size=picture.size,
        frames=picture.frames,
        codes=tuple(_moved(code, share) for code in codes),
    )


def _shown(image: QImage) -> tuple[QImage, float]:
    """The picture as it is kept for being shown, and how much smaller it is."""
    size = image.size().scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio)
    if size.width() >= image.width():
        return image, 1.0
    share = size.width() / image.width()
    return image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation), share


def _moved(code: Found, share: float) -> Found:
    first, second, third, fourth = (corner * share for corner in code.corners)
    return replace(code, corners=(first, second, third, fourth))


class PictureReader(QObject):
    """`read` answers once with `looked`, unless a newer `read` or `cancel` comes before."""

    looked = Signal(object)
    """A tuple of Looked, one for each source in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aside = Aside()
        self._asked = 0

    @property
    def busy(self) -> bool:
        """Whether somebody still waits for an answer."""
        return bool(self._asked % 2)

    def read(self, sources: Sequence[Source]) -> None:
        """Look at these pictures; what is being looked at is left."""
        self.cancel()
        self._asked += 1
        looked: list[Looked] = []
        self._aside.do(
            partial(self._work, self._asked, tuple(sources), looked),
            partial(self._answer, self._asked, looked),
        )

    def cancel(self) -> None:
        """Nobody wants the answer any more."""
        self._aside.clear()
        self._asked += self._asked % 2

    def end(self) -> None:
        """Cancel, and wait for the thread: before the window goes."""
        self.cancel()
        self._aside.end()

    def _work(self, number: int, sources: tuple[Source, ...], looked: list[Looked]) -> None:
        """On the other thread; a plain number tells it to stop."""
        for source in sources[:MOST_PICTURES]:
            if self._asked != number:
                return
            looked.append(look_at(source, stopped=lambda: self._asked != number))
        if len(sources) > MOST_PICTURES:
            values = {"count": len(sources), "most": MOST_PICTURES}
            looked.append(Looked(size=QSize(), trouble=Trouble("picture.too-many", values)))

    def _answer(self, number: int, looked: list[Looked]) -> None:
        if isValid(self) and number == self._asked:
            self._asked += 1
            self.looked.emit(tuple(looked))
