"""Works on rules in a thread of its own: examples and backtests never hold up the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from moderator_app.core.errors import ModeratorError
from moderator_app.session import Session
from moderator_app.system.aside import Aside


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

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._aside = Aside()
        self._session: Session | None = None
        self._stale = self._ended = False
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, tuple[Callable[[Any], None], Callable[[ModeratorError], None]]] = {}

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
        answer: list[object] = []
        self._aside.do(
            partial(self._run, name, number, work, answer), partial(self._answer, name, number, answer)
        )

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
        """Leave everything and wait for the thread, which works with the session: before the window goes."""
        self._ended = True
        for name in list(self._numbers):
            self.cancel(name)
        self._aside.end()
        if self._session is not None:
            self._session.close()
            self._session = None

    # ---- on the other thread

    def _run(self, name: str, number: int, work: Work, answer: list[object]) -> None:
        def tell(done: int, total: int) -> None:
            self._aside.tell(partial(self._progress, name, number, done, total))

        if self._numbers[name] != number:
            return
        try:
            answer.append(work(self._opened(), Job(lambda: self._numbers[name] == number, tell)))
        except ModeratorError as error:
            answer.append(error)

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

    def _wanted(self, name: str, number: int) -> bool:
        return isValid(self) and self._numbers[name] == number and name in self._waiting

    def _progress(self, name: str, number: int, done: int, total: int) -> None:
        if self._wanted(name, number):
            self.progressed.emit(name, done, total)

    def _answer(self, name: str, number: int, answers: list[object]) -> None:
        if not self._wanted(name, number):
            return
        done, fail = self._waiting.pop(name)
        if not answers:  # the work itself is at fault, which the crash report tells
            self.broken.emit(name)
        elif isinstance(answers[0], ModeratorError):
            fail(answers[0])
        else:
            done(answers[0])
