"""A check in slices: a short one is done at once, a long one lets the window paint and be closed."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from moderator_app.core.errors import ModeratorError
from moderator_app.i18n import translate
from moderator_app.session.conversation import Steps
from moderator_app.session.types import Case

AT_ONCE_S, SLICE_S = 0.15, 0.03
"""How long a check may hold up the window before it is done in slices, and how long one slice is."""


class PatientCheck(QObject):
    """One check at a time; `cancel`, or another one, ends it.

    Emits `waiting` with how many messages of how many are judged, first when a check turns out to be long.
    """

    waiting = Signal(int, int)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._steps: Steps | None = None
        self._told = (0, 0)
        self._done: Callable[[Case], None] = lambda _case: None
        self._failed: Callable[[ModeratorError], None] = lambda _error: None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(lambda: self._go_on(SLICE_S))

    @property
    def busy(self) -> bool:
        """Whether a long check is under way."""
        return self._steps is not None

    def run(
        self, steps: Steps, done: Callable[[Case], None], failed: Callable[[ModeratorError], None]
    ) -> None:
        """Check; `done` or `failed` is called before this returns where it is short, else later."""
        self.cancel()
        self._steps, self._done, self._failed = steps, done, failed
        self._go_on(AT_ONCE_S)

    def cancel(self) -> None:
        """Nobody waits any more."""
        self._next.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def _go_on(self, seconds: float) -> None:
        steps, until = self._steps, self._clock() + seconds
        if steps is None:
            return
        try:
            self._told = next(steps)
            while self._clock() < until:
                self._told = next(steps)
        except StopIteration as end:
            self._steps = None
            self._done(end.value)
        except ModeratorError as error:
            self._steps = None
            self._failed(error)
        else:
            self._next.start()
            self.waiting.emit(*self._told)


def progress_text(done: int, total: int) -> str:
    """已看 1,200 条，共 5,000 条."""
    return translate("QuickCheck", "已看 {done} 条，共 {total} 条", done=f"{done:,}", total=f"{total:,}")
