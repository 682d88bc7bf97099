"""Works on rules in a thread of its own: examples and backtests never hold up the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from moderator_app.core.errors import ModeratorError
from moderator_app.session import Session

_WAIT_AT_END_MS = 3_000
_NONE = object()
_TURN = 0.0005
"""Seconds after which the other thread gives way: with Python's own 5 ms a repaint of the page, which
takes many turns, is felt while examples are run."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a piece of work may ask and tell while it runs on the other thread."""

    wanted: Callable[[], bool]
    tell: Callable[[int, int], None]

    def progress(self, done: int, total: int) -> bool:
        """Tell how far it is; False where nobody wants the answer any more."""
        self.tell(done, total)
        return self.wanted()


Work = Callable[[Session, Job], Any]


class RuleRunner(QObject):
    """Runs one piece of work after the other, the latest of each name; answers come back here.

    The work has a session of its own that only reads, so that nothing is shared between the threads.
    """

    progressed = Signal(str, int, int)
    broken = Signal(str)
    """There will be no answer to this."""
    _answered = Signal(str, int, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._folder = folder
        # Nobody's child: Qt would wait for the thread in the parent's destructor, and hold what it needs.
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._session: Session | None = None
        self._stale = self._ended = False
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, tuple[Callable[[Any], None], Callable[[ModeratorError], None]]] = {}
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        name: str,
        work: Work,
        done: Callable[[Any], None],
        fail: Callable[[ModeratorError], None] = lambda _error: None,
    ) -> None:
        """Do `work` aside and hand its answer to `done`; what was asked under this name before is left."""
        if self._ended:
            return
        number = self._numbers[name] = self._numbers.get(name, 0) + 1
        self._waiting[name] = (done, fail)
        self._pool.start(partial(self._run, name, number, work))

    def busy(self, name: str) -> bool:
        """Whether an answer to this is still awaited."""
        return name in self._waiting

    def cancel(self, name: str) -> None:
        """Nobody wants this answer any more."""
        self._numbers[name] = self._numbers.get(name, 0) + 1
        self._waiting.pop(name, None)

    def forget(self) -> None:
        """The data have changed: the next piece of work reads them again."""
        self._stale = True

    def end(self) -> None:
        """Leave everything and wait for the thread: before the window goes."""
        self._ended = True
        self._pool.clear()
        for name in list(self._numbers):
            self.cancel(name)
        self._pool.waitForDone(_WAIT_AT_END_MS)
        if self._session is not None:
            self._session.close()
            self._session = None

    # ---- on the other thread

    def _run(self, name: str, number: int, work: Work) -> None:
        if self._numbers[name] != number:
            return
        job = Job(
            wanted=lambda: self._numbers[name] == number,
            tell=lambda done, total: self.progressed.emit(name, done, total),
        )
        answer: object = _NONE  # where the work itself is at fault, which the crash report tells
        try:
            answer = work(self._opened(), job)
        except ModeratorError as error:
            answer = error
        finally:
            with suppress(RuntimeError):  # the window went away meanwhile, and this object with it
                self._answered.emit(name, number, answer)

    def _opened(self) -> Session:
        """This thread's own session; opened anew once the data have changed."""
        if self._stale and self._session is not None:
            self._stale = False
            self._session.close()
            self._session = None
        if self._session is None:
            self._session = Session.open(self._folder, write=False)
        return self._session

    # ---- back in the window

    def _answer(self, name: str, number: int, answer: object) -> None:
        if self._numbers[name] != number or name not in self._waiting:
            return
        done, fail = self._waiting.pop(name)
        if isinstance(answer, ModeratorError):
            fail(answer)
        elif answer is _NONE:
            self.broken.emit(name)
        else:
            done(answer)
