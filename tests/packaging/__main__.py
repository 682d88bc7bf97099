"""Builds wheel and frozen program and tries them: `python3 -m tests.packaging [pytest's arguments]`."""

from __future__ import annotations

import subprocess
import sys

from moderator_app import bootstrap


def main() -> int:
    """Make the environment with PyInstaller in it, then run what the everyday tests leave out."""
    python = bootstrap.prepare("test,build")
    if python is None:
        return 2
    command = [str(python), "-m", "pytest", "-m", "slow", "-s", "tests/packaging", *sys.argv[1:]]
    return subprocess.call(command, cwd=bootstrap.ROOT)


if __name__ == "__main__":
    sys.exit(main())
