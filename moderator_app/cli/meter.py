"""How far a long command is, on a line of the terminal that goes away again."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

from moderator_app.core.wording import Reason
from moderator_app.sentences import reason_text
from moderator_app.session import Stage

_SHOWN_AFTER_S, _BETWEEN_S = 0.5, 0.1


class Meter:
    """To be told how far a piece of work is; what takes a moment only shows nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = monotonic() + _SHOWN_AFTER_S
        self._width = 0

    def __call__(self, stage: Stage) -> bool:
        """Show it; the work goes on in any case: Ctrl+C ends it."""
        now = monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN_S
            self._show(f"{reason_text(Reason(stage.what))} {stage.share:.0%}")
        return True

    def _show(self, text: str) -> None:
        wide = 2 * len(text)  # no character is wider than two columns
        self._stream.write(f"\r{' ' * self._width}\r{text}")
        self._stream.flush()
        self._width = wide

    def clear(self) -> None:
        """Leave an empty line for what is said next."""
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()
            self._width = 0


def meter_on(stream: TextIO | None) -> Meter | None:
    """One for a terminal; None for a file or pipe, which nobody watches."""
    return Meter(stream) if stream is not None and stream.isatty() else None
