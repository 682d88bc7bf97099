"""`python -m moderator_app`: the window or a command; in a fresh checkout, first what both need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NEEDED = ("PySide6", "tinydb", "yaml", "filelock", "platformdirs", "pypinyin", "pyperclip")


def main() -> int:
    """Run the command line; without a subcommand it opens the window. The exit code comes back."""
    if getattr(sys, "frozen", False):
        # a frozen program is also the Python of its helper processes (trial runs of patterns)
        import multiprocessing  # noqa: PLC0415 - only the frozen program needs it here

        multiprocessing.freeze_support()
    elif any(find_spec(name) is None for name in NEEDED):
        from moderator_app import bootstrap  # noqa: PLC0415 - only a fresh checkout needs it

        return bootstrap.run_in_own_environment("moderator_app", sys.argv[1:])
    asked = window_options(sys.argv[1:])
    if asked is not None:
        from moderator_app.ui.app import run as open_window  # noqa: PLC0415 - loads Qt and nothing else

        return open_window(**asked)
    from moderator_app.cli import main as run  # noqa: PLC0415 - imports what may just be missing

    return run()


def window_options(words: Sequence[str]) -> dict[str, Any] | None:
    """What the window is to be opened with; None where the command line must read the words.

    The window's start must not load all commands only to learn that none was given.
    """
    options: dict[str, Any] = {}
    waiting = list(words)
    while waiting:
        word, _, value = waiting.pop(0).partition("=")
        if word in ("--check", "--hidden") and not value:
            options[word.removeprefix("--")] = True
        elif word not in ("--data-dir", "--lang") or not (value or waiting):
            return None
        else:
            value = value or waiting.pop(0)
            options["data_dir" if word == "--data-dir" else "lang"] = value
    if options.get("lang", "en") not in ("en", "zh_CN") or str(options.get("data_dir", "")).startswith("-"):
        return None
    if "data_dir" in options:
        options["data_dir"] = Path(options["data_dir"])
    return options


if __name__ == "__main__":
    sys.exit(main())
