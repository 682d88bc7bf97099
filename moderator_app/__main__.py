"""`python -m moderator_app`: the window or a command; in a fresh checkout, first what both need."""

from __future__ import annotations

import sys
from importlib.util import find_spec

NEEDED = ("PySide6", "tinydb", "yaml", "filelock", "platformdirs", "pypinyin", "pyperclip")


def main() -> int:
    """Run the command line; without a subcommand it opens the window. The exit code comes back."""
    if any(find_spec(name) is None for name in NEEDED):
        from moderator_app import bootstrap  # noqa: PLC0415 - only a fresh checkout needs it

        return bootstrap.run_in_own_environment("moderator_app", sys.argv[1:])
    from moderator_app.cli import main as run  # noqa: PLC0415 - imports what may just be missing

    return run()


if __name__ == "__main__":
    sys.exit(main())
