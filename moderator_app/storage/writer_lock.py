"""The lock on a data folder: whoever holds it is the one program that writes there."""

from __future__ import annotations

from filelock import FileLock, Timeout

from moderator_app.core.errors import Busy, NotSaved
from moderator_app.core.wording import Reason
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved


class WriterLock:
    """Taken and let go of; `is_locked` tells whether this program holds it."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._lock = FileLock(layout.lock, timeout=0, thread_local=False)

    @property
    def is_locked(self) -> bool:
        """Whether this program is the one that writes."""
        return self._lock.is_locked

    def take(self) -> None:
        """Make the folder where it is not there, and take it; Busy where another program has it, NotSaved."""
        try:
            self._layout.root.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise Busy("storage.busy", folder=str(self._layout.root)) from error
        except OSError as error:
            raise not_saved(error, self._layout.lock) from error

    def tried(self) -> list[Reason]:
        """Take it, or say why not: a folder that cannot be written can still be read. Busy as `take`."""
        try:
            self.take()
        except NotSaved as error:
            return [Reason("storage.not-writable", error.reason.values)]
        return []

    def release(self) -> None:
        """Let go of it."""
        self._lock.release()
