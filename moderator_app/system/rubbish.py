"""Python's garbage is collected on the window's thread and on no other: a Qt object must die where it lives.

A window that is thrown away is a heap of Python and Qt objects that hold each other, and stays until
Python's collector finds it. By itself the collector runs on whichever thread happens to make the next
object. On any but the window's own it destroyed dialogs and timers there: Qt cannot stop a timer from
another thread, and the next time that it was due Qt called an object that was no more. So the collector is
switched off for the whole process, whatever threads there are, and called when the window's thread is
about to rest; where it never does, as under a timer of 0 ms on Windows, between two of its rounds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject

YOUNG = 700
"""So many objects more than there were are worth a look at the newest: Python's own measure."""
_OLDER = 10 * YOUNG
_ALL = 100 * YOUNG


class Rubbish(QObject):
    """Collects when its thread's event loop is about to wait or goes on: it never wakes an idle program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grown = self._grown_old = 0
        self.resting = False
        """While something long makes very many objects that all stay: to look through them takes long."""
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self.collect)
        dispatcher.awake.connect(self.collect)

    def collect(self) -> None:
        """Look at the newest objects where there are many; now and then at older ones, rarely at all."""
        made = gc.get_count()[0]
        if made <= YOUNG or self.resting:
            return
        self._grown += made
        self._grown_old += made
        generation = 2 if self._grown_old > _ALL else 1 if self._grown > _OLDER else 0
        if generation:
            self._grown = 0
        if generation == 2:
            self._grown_old = 0
        gc.collect(generation)


def collect_on_this_thread() -> Rubbish:
    """From now on, where it was not yet so; to be called before a thread beside the window's is made."""
    app = QCoreApplication.instance()
    assert app is not None
    # Not `findChild`: its options would have PySide make all of Qt's enums, 12 ms of the start.
    return next((child for child in app.children() if isinstance(child, Rubbish)), None) or Rubbish(app)
