"""One press for one press: the repeats that a held key sends are swallowed."""

from __future__ import annotations

import time
from collections.abc import Callable


class Debounce:
    """Lets an event through only after a pause; every event, let through or not, starts it anew.

    A held key repeats first after up to 0.66 s, then some 30 times a second: 0.8 s outlasts both,
    however long the key is held (0.4 s was measured to fire twice in one second).
    """

    def __init__(self, pause: float = 0.8, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause = pause
        self._clock = clock
        self._last = float("-inf")

    def accepts(self) -> bool:
        """Whether the event that comes now is a press of its own."""
        now = self._clock()
        quiet = now - self._last >= self._pause
        self._last = now
        return quiet

    def rearm(self) -> None:
        """The key was let go for certain: the next event is a press, however soon it comes."""
        self._last = float("-inf")
