"""What every command is given and how it answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from moderator_app.cli import streams
from moderator_app.cli.meter import Meter
from moderator_app.core.errors import ModeratorError
from moderator_app.session import Progress, Session

OK, VIOLATION, USAGE, UNSURE, FAILED, UNEXPECTED = 0, 1, 2, 3, 4, 70
"""The exit codes: FAILED is a disk, clipboard or running program that did not do its part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command as it was called.

    `run_writing` runs another command line that writes: in the running program where there is one.
    `progress` is told how far a long command is, None where nobody watches.
    """

    args: Namespace
    session: Session
    stdin: TextIO | None
    stdout: TextIO
    stderr: TextIO
    run_writing: Callable[[Sequence[str]], int]
    progress: Progress | None = None

    def answer(self, value: object, text: str) -> None:
        """Answer with JSON where it was asked for, else with the text."""
        self.say(streams.dump(value, indent=2) if self.args.json else text)

    def say(self, text: str) -> None:
        """One more line of the answer."""
        self._end_of_progress()
        streams.write(self.stdout, f"{text}\n")

    def complain(self, text: str) -> None:
        """One more line for the person, not for the program that reads the answer."""
        self._end_of_progress()
        self.stderr.write(f"{text}\n")

    def _end_of_progress(self) -> None:
        if isinstance(self.progress, Meter):
            self.progress.clear()

    def path(self, name: str) -> Path:
        """A file as the caller named it, who may work in another folder than this process."""
        return Path(self.args.cwd or "").joinpath(Path(name).expanduser()).absolute()

    def read_stdin(self) -> str:
        """Everything on standard input; nothing where there is none."""
        return streams.read_all(self.stdin) if self.stdin else ""


class CommandError(ModeratorError):
    """The command cannot be carried out as it was given."""
