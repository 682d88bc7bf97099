"""The one long piece of work that a record may be in the midst of, and the backups that were made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from moderator_app.core.errors import Busy
from moderator_app.storage.envelope import Step
from moderator_app.storage.work import Cancelled, Progress, Work, working

_BACKED_UP = 0.55


class Undertaking:
    """What is under way; `work` tells nobody anything where nothing is."""

    def __init__(self) -> None:
        self.work = Work()
        self._made: list[Path] = []
        self._begun = False

    @contextmanager
    def begun(self, progress: Progress | None) -> Iterator[Work]:
        """Begin it; one inside another is part of that. A backup made for what was ended goes again."""
        if self._begun:
            yield self.work
            return
        self._begun = True
        self._made.clear()
        try:
            with working(progress) as self.work:
                yield self.work
        except Cancelled:
            for path in self._made:
                with suppress(OSError):
                    path.unlink()
            raise
        finally:
            self.work, self._begun = Work(), False

    def require_silence(self) -> None:
        """Busy while it waits for whoever watches it, who may change nothing meanwhile."""
        if self.work.telling:
            raise Busy("storage.at-work")

    def back_up(self, make: Callable[[Step], Path]) -> Path:
        """Make a backup as part of it."""

        def made(step: Step) -> Path:
            self._made.append(path := make(step))
            return path

        self.work.part("work.backing-up", _BACKED_UP)
        return self.work.beside(made)
