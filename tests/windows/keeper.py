"""Runs under the Windows Python: starts a program and ends it when a file appears.

    python keeper.py STOPFILE PROGRAM [ARGUMENTS…]

A process outside Wine cannot end one inside by its number, and the programs we start are meant to
stay until they are told to go.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main(stop: Path, *command: str) -> int:
    """The program's exit code; 0 when it ran until it was told to stop."""
    process = subprocess.Popen(command)
    while not stop.exists():
        try:
            return process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    process.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
