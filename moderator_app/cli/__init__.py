"""The command line: everything the window does, for scripts and tests; Qt is never loaded by it."""

from moderator_app.cli.entry import main, run

__all__ = ["main", "run"]
