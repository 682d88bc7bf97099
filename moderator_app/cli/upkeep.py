"""`backup` and `diagnostics`."""

from __future__ import annotations

import sys

from moderator_app import __version__, i18n
from moderator_app.cli.command import OK, Command
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.storage.log import Log
from moderator_app.storage.paths import notices_dir, resources_dir

_PACKAGES = (
    *("PySide6-Essentials", "tinydb", "PyYAML", "pyperclip", "filelock", "platformdirs", "pypinyin"),
    "zxing-cpp",
)


def backup(command: Command) -> int:
    """Make a backup now."""
    path = command.session.backup()
    command.answer({"file": str(path)}, translate("Cli", "已备份到 {file}", file=path))
    return OK


def diagnostics(command: Command) -> int:
    """Versions, paths and counts; nothing that a member wrote or is called."""
    import platform  # noqa: PLC0415 - no other command needs it

    session = command.session
    value = {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "language": i18n.language(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "data_dir": str(session.data_dir),
        "resources": str(resources_dir()),
        "notices": str(notices_dir()),
        "log": str(Log(session.data_dir).path),
        "groups": len(session.groups()),
        "notice_texts": [len(session.notices(group.id)) for group in session.groups()],
        "members": [len(session.members(group.id)) for group in session.groups()],
        "rulebooks": {info.id: info.problems for info in session.rulebooks_in_use()},
        "problems": [reason_text(problem) for problem in session.problems],
    }
    command.answer(value, "\n".join(f"{name}: {content}" for name, content in value.items()))
    return OK


def _version(package: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - no other command needs it

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
