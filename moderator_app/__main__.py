"""Starts the program: a command where one is given, else the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; Qt is loaded only where a window is needed."""
    from moderator_app.cli import main as run  # noqa: PLC0415 - so that a bootstrap can come first

    return run()


if __name__ == "__main__":
    sys.exit(main())
