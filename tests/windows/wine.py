"""A Windows Python under Wine, and the programs that are started through it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, kw_only=True)
class WinePython:
    """`command` runs Windows' python.exe with the arguments it gets, in a Wine prefix of its own."""

    command: str
    environment: Mapping[str, str] = field(default_factory=dict)

    def call(self, *arguments: str, timeout: float = 900, **more: str) -> subprocess.CompletedProcess[str]:
        """Run to the end; what it prints is kept, line ends as here."""
        done = subprocess.run(
            [self.command, *arguments],
            cwd=ROOT,
            env=self._whole_environment(more),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        output = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
        return subprocess.CompletedProcess(done.args, done.returncode, output, "")

    def stream(self, *arguments: str, **more: str) -> int:
        """Run to the end and pass on what it prints; answers the exit code."""
        environment = self._whole_environment(more)
        with subprocess.Popen(
            [self.command, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                sys.stdout.write(line.decode("utf-8", "replace").replace("\r\n", "\n"))
                sys.stdout.flush()
        return process.returncode

    @contextlib.contextmanager
    def running(self, command: Sequence[str]) -> Iterator[None]:
        """A Windows program that runs as long as the block does; what it prints is passed on."""
        with TemporaryDirectory() as folder:
            stop = Path(folder) / "stop"
            process = self.start(command, stop, output=subprocess.PIPE)
            try:
                yield
            finally:
                stop.touch()
                printed = process.communicate(timeout=60)[0].decode("utf-8", "replace").strip()
                if printed:
                    say(f"    {command[0]} said: {printed}")

    def start(self, command: Sequence[str], stop: Path, output: int) -> subprocess.Popen[bytes]:
        """Start a Windows program that ends once the file `stop` is there."""
        keeper = [self.command, windows_path(ROOT / "tests" / "windows" / "keeper.py"), windows_path(stop)]
        return subprocess.Popen(
            [*keeper, *command],
            cwd=ROOT,
            env=self._whole_environment({}),
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def _whole_environment(self, more: Mapping[str, str]) -> dict[str, str]:
        # Wine reads file names in the locale's encoding: in the C locale Chinese names are lost
        return {**os.environ, "LC_ALL": "C.UTF-8", **self.environment, **more}


def windows_path(path: Path) -> str:
    """How a path of this machine is called inside Wine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def say(line: str) -> None:
    """Tell the person who runs this."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
