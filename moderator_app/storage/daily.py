"""The day's backup, made beside the work."""

from __future__ import annotations

from threading import Thread

from moderator_app.core.errors import NotSaved
from moderator_app.core.wording import Reason
from moderator_app.storage.backups import Backups
from moderator_app.storage.durable import gathering


class DailyBackup:
    """Makes the backup of the day on a thread; one that could not be made is told in `problems`."""

    def __init__(self, backups: Backups, problems: list[Reason]) -> None:
        self._backups = backups
        self._problems = problems
        self._thread: Thread | None = None

    def start_if_due(self) -> None:
        """Begin today's, unless it is there or under way; the files are only ever replaced whole.

        Not in a transaction: on the disk there is still what it replaces, which may be meant to go for good.
        """
        if gathering.get() is not None:
            return
        if (self._thread is None or not self._thread.is_alive()) and self._backups.due():
            self.start()

    def start(self) -> None:
        """Begin it, again where there is one of today."""
        self.join()
        self._thread = Thread(target=self._make, name="daily backup")
        self._thread.start()

    def join(self) -> None:
        """Wait for the one under way."""
        if self._thread:
            self._thread.join()

    def _make(self) -> None:
        try:
            self._backups.make_daily()
        except NotSaved as error:
            self._problems.append(Reason("storage.no-backup", error.reason.values))
