"""The real program on a virtual desktop: started, driven by keys, read from outside, ended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from moderator_app.bootstrap import ROOT
from tests.e2e.desktop import PATIENCE, Desktop


class Program:
    """One running program with a data folder of its own; `command` is how it is started."""

    def __init__(self, desktop: Desktop, data: Path, command: list[str] | None = None) -> None:
        self.desktop, self.data = desktop, data
        self.command = command or [sys.executable, "-W", "error", "-m", "moderator_app"]
        self.log = data.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str) -> None:
        """Start it, and return once its icon stands in the tray.

        With `--hidden` even the first start of all shows no window, as if it were a later one.
        """
        with self.log.open("wb") as log:
            command = [*self.command, "--data-dir", str(self.data), "--lang", "zh_CN", *options]
            self._process = subprocess.Popen(
                command, env=self.desktop.environment, stdout=log, stderr=subprocess.STDOUT
            )
        self.desktop.tray_icon()

    def end(self) -> str:
        """Ask it to end as the session manager would; what it printed."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=PATIENCE)
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def ask(self, *arguments: str, stdin: str = "", cwd: Path | None = None) -> Any:
        """The JSON that a command of the program prints, run beside the window, in the folder `cwd`."""
        command = [*self.command, *arguments, "--json", "--data-dir", str(self.data)]
        environment = (
            {"PYTHONPATH": str(ROOT), **self.desktop.environment} if cwd else self.desktop.environment
        )
        done = subprocess.run(
            command, input=stdin.encode(), env=environment, cwd=cwd, capture_output=True, check=False
        )
        assert done.returncode in {0, 1, 3}, done.stderr.decode()
        return json.loads(done.stdout)
