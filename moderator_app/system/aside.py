"""Work on a thread of Python's own beside the window's, with its answer brought back to that.

A thread has one piece of work, and holds nothing of Qt's alone: what it works on is kept here until it
has ended, and it calls only on the one bell that lives as long as the application. So no window, and no
part of one, can be destroyed on the other thread or be called by it when it is gone. An error in the
work goes where Python tells the errors of threads: to `threading.excepthook`.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from moderator_app.system.rubbish import collect_on_this_thread

_TURN = 0.0005
"""Seconds after which the other thread gives way: with Python's own 5 ms a repaint of the page, which
takes many turns, is felt while examples are run."""


class _Bell(QObject):
    """Has calls made on the window's thread, in the order in which other threads asked for them."""

    _rung = Signal()

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self._calls: deque[Callable[[], None]] = deque()
        self._usual_turn = sys.getswitchinterval()
        self.at_work: set[_Piece] = set()
        self._rung.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def ring(self, call: Callable[[], None]) -> None:
        """From any thread."""
        self._calls.append(call)
        self._rung.emit()

    def _call(self) -> None:
        self._calls.popleft()()

    def keep(self, piece: _Piece) -> None:
        """Nobody else may still know the piece when it has been worked on."""
        self.at_work.add(piece)
        sys.setswitchinterval(_TURN)

    def let_go(self, piece: _Piece) -> None:
        """It has been worked on."""
        self.at_work.discard(piece)
        if not self.at_work:
            sys.setswitchinterval(self._usual_turn)


class _Piece:
    """One piece of work on its thread."""

    def __init__(self, bell: _Bell, work: Callable[[], None], ended: Callable[[], None]) -> None:
        self._bell, self._work, self._ended = bell, work, ended
        self.thread = Thread(target=self._run, name="aside")
        bell.keep(self)
        self.thread.start()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._bell.ring(self._take)

    def _take(self) -> None:
        """On the window's thread: only when the other one is gone does it let go of the work."""
        self.thread.join()
        self._bell.let_go(self)
        self._ended()


class Aside:
    """Does one piece of work after the other. `end` waits for the one under way."""

    def __init__(self) -> None:
        collect_on_this_thread()
        self._bell = _bell()
        self._waiting: deque[tuple[Callable[[], None], Callable[[], None]]] = deque()
        self._piece: _Piece | None = None

    def do(self, work: Callable[[], None], ended: Callable[[], None]) -> None:
        """Call `work` on the other thread, and `ended` on this one, also where the work went wrong."""
        self._waiting.append((work, ended))
        self._next()

    def tell(self, call: Callable[[], None]) -> None:
        """From the other thread: make this call on the window's."""
        self._bell.ring(call)

    def clear(self) -> None:
        """Leave what was not begun."""
        self._waiting.clear()

    def end(self) -> None:
        """Wait for the other thread: `ended` is still called, when the event loop runs."""
        self.clear()
        if self._piece is not None:
            self._piece.thread.join()

    def _next(self) -> None:
        if self._piece is None and self._waiting:
            work, ended = self._waiting.popleft()

            def over() -> None:
                self._piece = None
                self._next()
                ended()

            self._piece = _Piece(self._bell, work, over)


def _bell() -> _Bell:
    app = QCoreApplication.instance()
    assert app is not None
    return app.findChild(_Bell, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Bell(app)
